"""XLIFF 1.2 in: `read_xliff(data, shown)`, whatever a translator's tool made of the file that was sent."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reportgen.errors import InputError, Position
from reportgen.translation.units import (
    GuardedKind,
    GuardedPart,
    MarkedPart,
    NamePart,
    ReturnedJob,
    ReturnedUnit,
    UnitPart,
    WordsPart,
    text_of_parts,
)
from reportgen.translation.xliff import DIGEST, NAMESPACE, OFFERED_DIGEST, TEXT_DIGEST, digest_of_offer
from reportgen.translation.xml_text import all_text_of, code_number, file_line, xml_root

LARGEST_XLIFF = 64_000_000
"""Bytes of the largest file that is read: more than a hundred thousand units."""

_MOST_UNITS = 100_000
_HINT = "give it as reportgen translations export wrote it, and your tool filled it in"
_OPEN_STATES = ("new", "needs-translation", "needs-adaptation", "needs-l10n")
_REVIEW = "needs-review"
_NAME = f"{{{NAMESPACE}}}"
_GUARDED: dict[str, GuardedKind] = {
    "x-figure": "figure", "x-reference": "reference", "x-note": "note", "x-address": "address",
}  # fmt: skip


def read_xliff(data: bytes, shown: str) -> ReturnedJob:
    """What a file has; an `InputError` where it is no XLIFF 1.2, or has not one file of one report."""
    root = xml_root(data, shown, _HINT)
    files = root.findall(f"{_NAME}file")
    if root.tag != f"{_NAME}xliff" or not files:
        raise InputError("the file is no XLIFF 1.2", Position(shown), _HINT)
    if len({_languages(each) for each in files}) != 1:
        raise InputError("the file holds several reports or languages", Position(shown), "part it into one file each")
    symbol, source, target = _languages(files[0])
    units = [each for file in files for each in file.iter(f"{_NAME}trans-unit")]
    if len(units) > _MOST_UNITS:
        raise InputError(f"the file has {len(units):,} units, more than any report", Position(shown), _HINT)
    return ReturnedJob(symbol, source, target, tuple(map(_unit, units)))


def _languages(file: etree._Element) -> tuple[str, str, str]:
    return file.get("original", ""), file.get("source-language", ""), file.get("target-language", "")


def _unit(unit: etree._Element) -> ReturnedUnit:
    target = unit.find(f"{_NAME}target")
    state = target.get("state", "") if target is not None else ""
    contexts = {
        each.get("context-type"): each.text or "" for each in unit.iterfind(f"{_NAME}context-group/{_NAME}context")
    }
    is_open = state in _OPEN_STATES
    parts = tuple(_parts(target)) if target is not None and not (is_open and _is_source(unit, target)) else ()
    is_done = bool(parts) and not is_open and not state.startswith(_REVIEW)
    digest, text_digest = contexts.get(DIGEST, ""), contexts.get(TEXT_DIGEST, "")
    is_as_offered = not is_done and contexts.get(OFFERED_DIGEST) == digest_of_offer(parts)
    return ReturnedUnit(
        unit.get("id", ""), digest, text_digest, parts, file_line(unit), is_done, is_as_offered=is_as_offered
    )


def _is_source(unit: etree._Element, target: etree._Element) -> bool:
    """Whether a target is the source that was put there to be typed over; tools may change blanks."""
    source = unit.find(f"{_NAME}source")
    if source is None:
        return True
    one, other = (text_of_parts(tuple(_parts(each))).split() for each in (source, target))
    return one == other


def _parts(element: etree._Element) -> Iterator[UnitPart]:
    if element.text:
        yield WordsPart(element.text)
    for child in element:
        yield from _inline(child)
        if child.tail:
            yield WordsPart(child.tail)


def _inline(child: etree._Element) -> Iterator[UnitPart]:
    tag, kind, number = etree.QName(child).localname, child.get("ctype", ""), code_number(child, "id")
    if tag in ("ph", "x") and kind in _GUARDED:
        yield GuardedPart(number, _GUARDED[kind], "", child.get("equiv-text", ""), all_text_of(child))
    elif tag == "g" and kind in ("italic", "bold"):
        yield MarkedPart(number, "italic" if kind == "italic" else "bold", tuple(_parts(child)))
    elif tag == "g" and kind.startswith("x-"):
        yield NamePart(number, "", kind.removeprefix("x-"), all_text_of(child))
    else:
        # Marks of segments and codes of the tool's own hold text of the translator.
        yield from _parts(child)
