"""A bilingual Word file that came back: `read_bilingual(data, shown)`, with changes accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from lxml import etree

from reportgen.errors import InputError, Position
from reportgen.translation.bilingual import NO_TEXT, SIGN
from reportgen.translation.units import (
    GuardedKind,
    GuardedPart,
    MarkedPart,
    NamePart,
    ReturnedJob,
    ReturnedUnit,
    SaidOfUnit,
    UnitPart,
    WordsPart,
    joined_parts,
)
from reportgen.word.names import w
from reportgen.word.package import Package, open_package

_CORE = "docProps/core.xml"
_KEYWORDS = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords"
_KNOWN = re.compile(r"(\S+) ([0-9a-f]{12}) ([0-9a-f]{12}|-)$")
_GUARDED: dict[str, GuardedKind] = {
    "figure": "figure", "reference": "reference", "note": "note", "address": "address",
}  # fmt: skip
_TAG = re.compile(r"([a-z]+)-(\d{1,6})$")
_LOOKS: tuple[tuple[Literal["italic", "bold"], tuple[str, ...]], ...] = (
    ("italic", ("i", "iCs")),
    ("bold", ("b", "bCs")),
)
_DONE = ("translated", "reviewed", "final")
_GONE = frozenset(map(w, ("del", "moveFrom", "pPr", "rPr", "sdtPr", "tcPr", "trPr")))
_SIGNS = {w("tab"): " ", w("br"): " ", w("noBreakHyphen"): "\u2011", w("cr"): " "}


def is_bilingual(data: bytes, shown: str) -> bool:
    """Whether a Word file is one of ours for revisers, as its properties say."""
    return bool(_said(open_package(data, shown)))


def read_bilingual(data: bytes, shown: str) -> ReturnedJob:
    """What the table of a file has; an `InputError` where it is no bilingual file, or its table is gone."""
    package = open_package(data, shown)
    said = _said(package)
    main = package.main_part()
    root = package.root(main)
    comments = _comments(package, main)
    rows = [each for each in root.iter(w("tr")) if each.find(f"{w('trPr')}/{w('del')}") is None]
    units = [unit for row in rows if (unit := _unit(row, comments)) is not None]
    if not said or not units:
        hint = "give it as reportgen translations export wrote it: a table of number, source, target and status"
        raise InputError("the file has no table for revisers", Position(shown), hint)
    return ReturnedJob(*said, tuple(units))


def _said(package: Package) -> tuple[str, str, str] | tuple[()]:
    """The symbol and the languages that the properties of a file name."""
    if _CORE not in package.archive.NameToInfo:
        return ()
    fields = [each.strip() for each in re.split("[;,]", package.root(_CORE).findtext(_KEYWORDS) or "")]
    return (fields[1], fields[2], fields[3]) if len(fields) == 4 and fields[0] == SIGN else ()


def _unit(row: etree._Element, comments: Mapping[str, SaidOfUnit]) -> ReturnedUnit | None:
    cells = list(row.iter(w("tc")))
    known = _KNOWN.search(_text(cells[0])) if len(cells) == 4 else None
    if known is None:
        return None
    parts = _without_ends(joined_parts(_cell_parts(cells[2])))
    is_done = bool(parts) and _text(cells[3], first=True).strip() in _DONE
    said = tuple(comments[key] for key in _marked_comments(row) if key in comments)
    digest = "" if known[3] == NO_TEXT else known[3]
    return ReturnedUnit(
        known[1], known[2], digest, parts, 0, is_done, _text(cells[1], first=True), comments=said
    )  # fmt: skip


def _cell_parts(cell: etree._Element) -> Iterator[UnitPart]:
    for index, paragraph in enumerate(cell.iter(w("p"))):
        if index:
            yield WordsPart(" ")
        yield from _parts(paragraph)


def _parts(element: etree._Element) -> Iterator[UnitPart]:
    for child in element.iterchildren():
        if child.tag in _GONE:
            continue
        if child.tag == w("r"):
            yield from _run_parts(child)
        elif child.tag == w("sdt"):
            yield from _control_parts(child)
        else:
            yield from _parts(child)


def _control_parts(control: etree._Element) -> Iterator[UnitPart]:
    tag = control.find(f"{w('sdtPr')}/{w('tag')}")
    found = _TAG.match(tag.get(w("val"), "") if tag is not None else "")
    content = control.find(w("sdtContent"))
    if content is None:
        return
    inside = joined_parts(_parts(content))
    text = "".join(_plain(each) for each in inside)
    if found is None or not text:
        yield from inside
    elif found[1] in _GUARDED:
        yield _styled(GuardedPart(int(found[2]), _GUARDED[found[1]], "", text, ""), inside)
    else:
        yield _styled(NamePart(int(found[2]), "", "", text), inside)


def _styled(part: UnitPart, inside: tuple[UnitPart, ...]) -> UnitPart:
    """A part in the looks that all of its text has."""
    marked = inside[0] if len(inside) == 1 and isinstance(inside[0], MarkedPart) else None
    return MarkedPart(0, marked.style, (part,)) if marked else part


def _plain(part: UnitPart) -> str:
    return "".join(map(_plain, part.parts)) if isinstance(part, MarkedPart) else part.text


def _run_parts(run: etree._Element) -> Iterator[UnitPart]:
    text = "".join(
        (each.text or "") if each.tag == w("t") else _SIGNS.get(each.tag, "")
        for each in run.iterchildren(tag=etree.Element)
    )
    if not text:
        return
    part: UnitPart = WordsPart(text)
    for style, names in _LOOKS:
        if any(_is_on(run, name) for name in names):
            part = MarkedPart(0, style, (part,))
    yield part


def _is_on(run: etree._Element, name: str) -> bool:
    """Whether a run has a property; those for Arabic count in runs from right to left alone."""
    found = run.find(f"{w('rPr')}/{w(name)}")
    is_meant = not name.endswith("Cs") or run.find(f"{w('rPr')}/{w('rtl')}") is not None
    return is_meant and found is not None and found.get(w("val"), "1") not in ("0", "false", "off")


def _without_ends(parts: tuple[UnitPart, ...]) -> tuple[UnitPart, ...]:
    """The parts without blanks before and behind them."""
    found = list(parts)
    for at, strip in ((0, str.lstrip), (-1, str.rstrip)):
        if found and isinstance(words := found[at], WordsPart):
            found[at] = WordsPart(strip(words.text))
    return joined_parts(found)


def _text(cell: etree._Element, first: bool = False) -> str:
    """The text of a cell, or of its first paragraph, with tracked changes accepted."""
    paragraphs = ["".join(map(_plain, _parts(each))) for each in cell.iter(w("p"))]
    return paragraphs[0] if first and paragraphs else "\n".join(paragraphs)


def _marked_comments(row: etree._Element) -> list[str]:
    return list(dict.fromkeys(each.get(w("id"), "") for each in row.iter(w("commentReference"))))


def _comments(package: Package, main: str) -> dict[str, SaidOfUnit]:
    """The comments of a file by their keys."""
    root = package.related_root(main, "comments")
    found = {}
    for each in root.iterchildren(w("comment")) if root is not None else ():
        text = "\n".join("".join(map(_plain, _parts(paragraph))) for paragraph in each.iter(w("p"))).strip()
        if text:
            found[each.get(w("id"), "")] = SaidOfUnit(text, each.get(w("author"), ""), each.get(w("date"), ""))
    return found
