"""What a text without facts is taken to state: the longest readings that are the usual ones."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.facts import COMMON_NOUNS, Cited, Count, Money, Names, Percent, Period, Year
from reportgen.language.recognition.reading import Reading
from reportgen.language.recognition.span import InText

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
"""Four digits without a separator are a year between these, else a count."""


def stated(readings: Iterable[Reading], others: Iterable[InText], text: str, named: Iterable[Names]) -> list[Reading]:
    """The longest readings, without those that others cover: dates without a year, cross-references.

    Left out are none and one in words (mostly an article), names that are common nouns, and names that need another
    before them (the Office) where that is neither in the text nor in `named`. A year goes before a count, a range
    before its two numbers. A name that may be of two ids has a reading for each.
    """
    by_place: dict[tuple[int, int], list[Reading]] = {}
    for reading in _without_units(list(readings)):
        by_place.setdefault(reading.place, []).append(reading)
    # What has no value as a fact is no fact, whatever its parts say.
    apart = {(each.start, -each.end) for each in others}
    known = {(each.kind, each.ids) for each in named}
    kept: list[Reading] = []
    end = 0
    for place in sorted(by_place.keys() | apart):
        chosen = _chosen(by_place.get(place, []), known, text)
        if place[0] >= end and (chosen or place in apart):
            end = -place[1]
            kept += chosen if place not in apart else []
            known |= {(each.value.kind, each.value.ids) for each in chosen if isinstance(each.value, Names)}
    return kept


def _without_units(readings: list[Reading]) -> list[Reading]:
    """The readings without citations whose number has a unit of its own: rule, 63 per cent."""
    ends = {each.start: each.end for each in readings if isinstance(each.value, Percent | Money)}
    return [
        each
        for each in readings
        if not isinstance(each.value, Cited)
        or all(ends.get(start, 0) <= each.end for start in range(each.start + 1, each.end))
    ]


def _chosen(readings: list[Reading], known: set[tuple[str, tuple[str, ...]]], text: str) -> list[Reading]:
    """Of the readings of one place all names, else the year, else the first that is stated."""
    wanted = [each for each in readings if _is_stated(each, known, text)]
    names = [each for each in wanted if isinstance(each.value, Names)]
    years = [each for each in wanted if isinstance(each.value, Year)]
    return names or years[:1] or wanted[:1]


def _is_stated(reading: Reading, known: set[tuple[str, tuple[str, ...]]], text: str) -> bool:
    value = reading.value
    match value:
        case Names():
            return value.kind not in COMMON_NOUNS and (reading.usual or _is_known(reading, value, known, text))
        case Count() | Period() if value.number <= 1:
            return reading.usual and any(map(str.isdigit, text[reading.start : reading.end]))
        case Year():
            return _FIRST_YEAR <= value.number <= _LAST_YEAR
        case _:
            return reading.usual


def _is_known(reading: Reading, value: Names, known: set[tuple[str, tuple[str, ...]]], text: str) -> bool:
    """Whether a name that needs another before it has it; a third one is a name by its capital, or an entity's."""
    named = any(map(str.isupper, text[reading.start + 1 : reading.end])) or value.kind == "entity"
    return (value.kind, value.ids) in known and (named or reading.variant != "third")
