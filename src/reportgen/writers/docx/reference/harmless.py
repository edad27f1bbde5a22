"""Headers and footers without what fetches, runs or opens something: only their text and look are taken over."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from lxml import etree

from reportgen.word.names import w
from reportgen.writers.docx.reference.plain import remove

_SCHEMES = re.compile(r"\s*(?:https?://|mailto:)", re.IGNORECASE)
_FIELDS = frozenset(
    (
        "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF", "REF", "PAGEREF", "SEQ", "DATE", "TIME",
        "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "AUTHOR", "LASTSAVEDBY", "TITLE", "SUBJECT", "KEYWORDS",
        "COMMENTS", "DOCPROPERTY", "DOCVARIABLE", "FILENAME", "FILESIZE", "TEMPLATE", "REVNUM", "NUMWORDS", "NUMCHARS",
        "USERNAME", "USERINITIALS", "USERADDRESS", "IF", "COMPARE", "QUOTE", "SYMBOL", "EQ", "ADVANCE", "HYPERLINK",
    )
)  # fmt: skip
"""Fields that print only what the document knows; others (INCLUDEPICTURE, DDE, LINK) leave just their text."""

_WORD = re.compile(r'"[^"]*"?|[^\s"]+')
_PLAIN = re.compile(r"[\w -]*")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FIELD_MARK, _INSTRUCTION, _SIMPLE = w("fldChar"), w("instrText"), w("fldSimple")


def is_harmless(address: str) -> bool:
    """Whether an address is a web or mail address; others can start programs or reach files."""
    return _SCHEMES.match(address) is not None


def make_harmless(root: etree._Element, astray: Collection[str]) -> None:
    """Take out of a part its other fields, links to other addresses and those whose relationship is `astray`."""
    # Instructions can be split over many runs, so fields are judged as a whole and before all else.
    _unmark_fields(root)
    for element in list(root.iter()):
        if element.tag == _SIMPLE and not _is_allowed(element.get(w("instr"), "")):
            _unwrap(element)
        elif any(element.get(f"{_RELATIONSHIP}{name}") in astray for name in ("id", "link")):
            _unwrap(element) if element.tag == w("hyperlink") else remove(element)
        elif "href" in element.attrib and not is_harmless(element.get("href", "")):
            del element.attrib["href"]
        if "src" in element.attrib:  # a picture of VML that Word would fetch
            del element.attrib["src"]


@dataclass
class _Field:
    """A field that is open: its own elements, and its instruction as far as it was read."""

    elements: list[etree._Element] = field(default_factory=list)
    instruction: str = ""
    in_result: bool = False


def _unmark_fields(root: etree._Element) -> None:
    """Take away the marks and instructions of fields that are not allowed, or never end; their results stay."""
    open_fields: list[_Field] = []
    unmarked: list[etree._Element] = []
    for element in root.iter(_FIELD_MARK, _INSTRUCTION):
        kind = element.get(w("fldCharType")) if element.tag == _FIELD_MARK else ""
        if kind == "begin":
            open_fields.append(_Field())
        # A mark without a begin, as in a damaged file.
        if not open_fields:
            unmarked.append(element)
            continue
        innermost = open_fields[-1]
        innermost.elements.append(element)
        if element.tag == _INSTRUCTION and not innermost.in_result:
            innermost.instruction += element.text or ""
        innermost.in_result = innermost.in_result or kind == "separate"
        if kind == "end" and not _is_allowed(open_fields.pop().instruction):
            unmarked += innermost.elements
    unmarked += [element for each in open_fields for element in each.elements]
    for element in unmarked:
        remove(element)


def _is_allowed(instruction: str) -> bool:
    words = [word.strip('"') for word in _WORD.findall(instruction)]
    if not words or (words[0].upper() not in _FIELDS and not words[0].startswith("=")):
        return False
    if words[0].upper() != "HYPERLINK":
        return True
    return all(is_harmless(word) or _PLAIN.fullmatch(word.lstrip("\\")) for word in words[1:])


def _unwrap(element: etree._Element) -> None:
    """Put what an element holds into its place."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)
