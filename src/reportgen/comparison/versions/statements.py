"""What a paragraph says that every version must say: figures, dates, amounts, symbols, places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from reportgen.facts import (
    Age,
    Cited,
    Date,
    DateRange,
    FiscalYear,
    Money,
    Names,
    Ordinal,
    Percent,
    Ratio,
    Symbol,
    Time,
    Value,
    ends_of,
    number_of,
)
from reportgen.language.recognition import Reading, Recognizer, said_numbers
from reportgen.language.recognition.span import InText
from reportgen.record import field, record

_COMPARED_NAMES = frozenset({"place", "sdg"})
"""Kinds of names that every version prints: others are often put in other words."""

_SAID_AS = {"sdg": "goal"}
"""Kinds by the word that messages have for them: readers know Goal 5, and not the abbreviation of the facts."""

_MOST_IN_OTHER_WORDS = 2
_LATIN = re.compile("[A-Za-z]")


@record(order=True)
class Statement:
    """One thing that is said, of no language: `kind` is such as "figure" or "place", `value` what messages print."""

    kind: str
    value: str


@record
class Statements:
    """What a text states, and all that it may state in any reading of its words."""

    stated: tuple[Statement, ...] = ()
    possible: frozenset[Statement] = field(default_factory=frozenset)

    def lacks(self, other: Statement) -> bool:
        """Whether no reading of the text says what another one states."""
        return other not in self.possible


def statements(text: str, recognizer: Recognizer) -> Statements:
    """What a text says, by the words of its language."""
    readings = recognizer.stated(text)
    # One word may name a country or its capital (Túnez): whichever it is, it may be said and is not insisted on.
    places = Counter((reading.start, reading.end) for reading in readings)
    sure = [each for each in readings if places[each.start, each.end] == 1 and _counts(each, text)]
    stated = [each for reading in sure for each in said_by(reading.value)]
    told: list[InText] = [*readings, *recognizer.citations(text)]
    stated += _bare(text, recognizer, [(each.start, each.end) for each in told])
    stated += _references(text, recognizer)
    possible = {each for reading in recognizer.readings(text) for each in _ever_said_by(reading.value)}
    for said in said_numbers(recognizer, text):
        if said.number is not None:
            possible.add(_month(said.number) if said.kind == "month" else _figure(said.number))
    return Statements(tuple(dict.fromkeys(stated)), frozenset(possible | set(stated)))


def said_by(value: Value) -> tuple[Statement, ...]:
    """What a value states: a date as a whole, a range as its two ends; nothing for names that versions put freely."""
    match value:
        case Names():
            found = value.ids if value.kind in _COMPARED_NAMES else ()
            return tuple(Statement(_SAID_AS.get(value.kind, value.kind), each) for each in found)
        case DateRange():
            return *said_by(value.start), *said_by(value.end)
        case Date():
            return (Statement("date", str(value)),)
        case Money():
            return (Statement("amount", f"{value.currency} {_plain(value.amount)}"),)
        case Percent():
            return (Statement("per cent", _plain(value.number)),)
        case Symbol():
            return (Statement("symbol", str(value)),)
        case Cited() | Time() | FiscalYear() | Ratio():
            return (Statement(value.kind, _without_organ(value)),)
        case Age():
            return tuple(_figure(Decimal(each)) for each in (value.low, value.high) if each is not None)
        case _:
            ends = ends_of(value)
            if ends:
                return tuple(each for end in ends for each in said_by(end))
            number = getattr(value, "number", None)
            return (_figure(Decimal(number)),) if number is not None else ()


def _ever_said_by(value: Value) -> Iterator[Statement]:
    """What a value may be taken for: also its bare number, since versions say percentages and amounts otherwise."""
    yield from said_by(value)
    number = number_of(value) if not isinstance(value, Names) else None
    if number is not None:
        yield _figure(Decimal(number))
    if isinstance(value, Date):
        yield _month(Decimal(value.month))
        yield from (_figure(Decimal(each)) for each in (value.year, value.day) if each)


def _counts(reading: Reading, text: str) -> bool:
    """Whether a reading is compared: a noun that names, figures, and numbers in words from three on.

    Languages put two (both, a dual), ordinals and the adjectives of countries in other words, or leave them out.
    """
    if isinstance(reading.value, Names):
        return "adj" not in reading.form
    if any(map(str.isdigit, text[reading.start : reading.end])):
        return True
    number = number_of(reading.value)
    return not isinstance(reading.value, Ordinal) and number is not None and number > _MOST_IN_OTHER_WORDS


def _bare(text: str, recognizer: Recognizer, covered: Sequence[tuple[int, int]]) -> Iterator[Statement]:
    """The figures and months that have no value as a fact: those of a date without a year."""
    for span in recognizer.numbers(text):
        if not span.means or any(start <= span.start and span.end <= end for start, end in covered):
            continue
        # Figures behind a Latin letter are those of a code (GLOT63), of which a line may break off any part.
        if _LATIN.fullmatch(text[span.start - 1 : span.start]):
            continue
        if span.kind == "figure" and text[span.start : span.end].isdigit():
            yield _figure(Decimal(span.means[0]))
        elif span.kind == "month":
            yield _month(Decimal(span.means[0]))


def _references(text: str, recognizer: Recognizer) -> Iterator[Statement]:
    """The cross-references by figures; letters and roman numerals are other ones in each language."""
    for each in recognizer.citations(text):
        for number in (*each.numbers, each.to):
            if number.isdecimal():
                yield Statement("reference", f"{each.kind} {int(number)}")


@lru_cache(maxsize=4096)
def _figure(number: Decimal) -> Statement:
    return Statement("figure", _plain(number))


def _month(number: Decimal) -> Statement:
    return Statement("month", _plain(number))


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _without_organ(value: Value) -> str:
    return str(value).removeprefix(f"{value.organ} ") if isinstance(value, Cited) else str(value)
