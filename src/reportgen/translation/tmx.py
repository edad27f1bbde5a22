"""TMX 1.4, what was translated before: `write_tmx(segments, source)` and `read_tmx(stream, shown)`.

Values stand as text inside `<hi>`, which every tool reads as text: it matches sentences, and we know the facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, assert_never, get_args

from lxml import etree

from reportgen.errors import InputError, Position
from reportgen.record import record
from reportgen.translation.units import (
    GuardedKind,
    GuardedPart,
    MarkedPart,
    NamePart,
    UnitPart,
    WordsPart,
    joined_parts,
)
from reportgen.translation.xml_text import (
    all_text_of,
    code_number,
    file_line,
    require_no_entities,
    xml_attribute,
    xml_text,
)

_HINT = "give a TMX file, as memories of translators' tools are exported"
_VERSION = "1"
"""That of our way to mark values; raised when they are marked otherwise."""

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_KINDS = get_args(GuardedKind)
_SYMBOL, _WHERE = "x-symbol", "x-where"
_CODES = ("bpt", "ept", "it", "ph", "ut", "sub")
"""Codes of other tools, whose content nobody reads."""


@record
class AlignedSegment:
    """One text in two or more languages: its id, and the symbol and number under which it was printed.

    `texts` are language tags and parts, the original first; `date` is the day of the translation as 2026-01-31, empty
    where nobody knows it.
    """

    id: str
    symbol: str
    where: str
    texts: tuple[tuple[str, tuple[UnitPart, ...]], ...]
    date: str = ""
    line: int = 0


def write_tmx(segments: Iterable[AlignedSegment], source: str) -> bytes:
    """The segments as a file, in UTF-8; the same segments give the same bytes."""
    return "\n".join(_lines(segments, source)).encode()


def read_tmx(stream: IO[bytes], shown: str) -> Iterator[AlignedSegment]:
    """The segments of a file, one by one, so that a memory of any size can be read; an `InputError` where it is no TMX.

    Languages are the tags without their regions; a unit with less than two texts is left out.
    """
    try:
        for element in _units(stream, shown):
            found = _segment(element)
            if len(found.texts) > 1:
                yield found
    except etree.XMLSyntaxError as error:
        raise InputError(f"the file is not XML: {error.msg}", Position(shown, error.lineno or 0), _HINT) from None


def _lines(segments: Iterable[AlignedSegment], source: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    yield '<tmx version="1.4">'
    made = f'creationtool="reportgen" creationtoolversion="{_VERSION}" segtype="paragraph" o-tmf="reportgen"'
    yield f'<header {made} adminlang="en" srclang={xml_attribute(source)} datatype="plaintext"/>'
    yield "<body>"
    for segment in segments:
        yield from _written(segment)
    yield from ("</body>", "</tmx>", "")


def _written(segment: AlignedSegment) -> Iterator[str]:
    day = segment.date.replace("-", "")
    changed = f' changedate="{day}T000000Z"' if day else ""
    yield f"<tu tuid={xml_attribute(segment.id)}{changed}>"
    for name, text in ((_SYMBOL, segment.symbol), (_WHERE, segment.where)):
        if text:
            yield f'<prop type="{name}">{xml_text(text)}</prop>'
    for tag, parts in segment.texts:
        yield f"<tuv xml:lang={xml_attribute(tag)}><seg>{''.join(map(_part, parts))}</seg></tuv>"
    yield "</tu>"


def _part(part: UnitPart) -> str:
    match part:
        case WordsPart():
            return xml_text(part.text)
        case GuardedPart():
            return _marked(part.number, f"{part.kind} {part.name} {part.wording}", xml_text(part.text))
        case NamePart():
            return _marked(part.number, f"name {part.kind} {part.name}", xml_text(part.text))
        case MarkedPart():
            return _marked(part.number, part.style, "".join(map(_part, part.parts)))
        case _:
            assert_never(part)


def _marked(number: int, kind: str, text: str) -> str:
    return f'<hi x="{number}" type={xml_attribute(kind)}>{text}</hi>'


def _units(stream: IO[bytes], shown: str) -> Iterator[etree._Element]:
    """The units of a file; each is forgotten when the next one is asked for."""
    walk = etree.iterparse(
        stream, events=("start", "end"), resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
    )
    _, root = next(walk)
    require_no_entities(root, shown, _HINT)
    if root.tag != "tmx":
        raise InputError("the file is no TMX", Position(shown), _HINT)
    for event, element in walk:
        if event == "end" and element.tag == "tu":
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _segment(unit: etree._Element) -> AlignedSegment:
    props = {each.get("type"): each.text or "" for each in unit.iterfind("prop")}
    texts = {}
    for each in unit.iterfind("tuv"):
        tag = each.get(_LANGUAGE) or each.get("lang") or ""
        found = each.find("seg")
        if tag and found is not None:
            texts[tag.replace("_", "-").split("-")[0].casefold()] = joined_parts(_parts(found))
    where = props.get(_SYMBOL, ""), props.get(_WHERE, "")
    # A unit without a text has nothing to offer.
    filled = tuple((tag, parts) for tag, parts in texts.items() if parts)
    return AlignedSegment(unit.get("tuid", ""), *where, filled, _day(unit.get("changedate", "")), file_line(unit))


def _day(written: str) -> str:
    day = written[:8]
    return f"{day[:4]}-{day[4:6]}-{day[6:]}" if len(day) == 8 and day.isascii() and day.isdigit() else ""


def _parts(element: etree._Element) -> Iterator[UnitPart]:
    if element.text:
        yield WordsPart(element.text)
    for child in element:
        if child.tag == "hi":
            yield from _of_mark(child)
        elif child.tag not in _CODES and isinstance(child.tag, str):
            yield from _parts(child)
        if child.tail:
            yield WordsPart(child.tail)


def _of_mark(child: etree._Element) -> Iterator[UnitPart]:
    kind, _, rest = child.get("type", "").partition(" ")
    name, _, last = rest.partition(" ")
    number = code_number(child, "x")
    if kind in _KINDS:
        yield GuardedPart(number, kind, name, all_text_of(child), last)  # type: ignore[arg-type]
    elif kind == "name":
        yield NamePart(number, last, name, all_text_of(child))
    elif kind in ("italic", "bold"):
        yield MarkedPart(number, "italic" if kind == "italic" else "bold", tuple(_parts(child)))
    else:
        yield from _parts(child)
