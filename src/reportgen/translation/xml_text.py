"""XML of translators' files: text and attributes that any parser reads, and files read within limits."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from reportgen.errors import InputError, Position
from reportgen.tree.text import legal_in_xml


def xml_text(text: str) -> str:
    """A text as it stands between tags."""
    return escape(legal_in_xml(text))


def xml_attribute(text: str) -> str:
    """A text as the value of an attribute, with its quotes."""
    return quoteattr(legal_in_xml(text))


def xml_root(data: bytes, shown: str, hint: str) -> etree._Element:
    """The root of a file without entities of its own; an `InputError` where it is not XML, or declares some."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"the file is not XML: {error.msg}", Position(shown, error.lineno or 0), hint) from None
    require_no_entities(root, shown, hint)
    return root


def require_no_entities(root: etree._Element, shown: str, hint: str) -> None:
    """Raise an `InputError` where a file declares entities, which may stand for anything."""
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and (declared.entities() or not declared.system_url):
        raise InputError("the file declares entities, which none of these files needs", Position(shown), hint)


def file_line(element: etree._Element) -> int:
    """The line on which an element begins; 0 where it is not known."""
    return element.sourceline if isinstance(element.sourceline, int) else 0


def all_text_of(element: etree._Element) -> str:
    """All text inside an element."""
    return "".join(str(each) for each in element.itertext())


def code_number(element: etree._Element, name: str) -> int:
    """The number that an attribute is; 0 where it is none that we write."""
    found = element.get(name, "")
    return int(found) if found.isascii() and found.isdigit() and len(found) < 7 else 0
