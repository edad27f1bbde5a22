"""How one language writes numbers and what is made of them: its rules compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportgen.facts import Count, Money, Ordinal, Percent, Year
from reportgen.language.conventions import Conventions
from reportgen.language.recognition import vocabulary
from reportgen.language.recognition.amounts import Amounts
from reportgen.language.recognition.dates import DatePatterns
from reportgen.language.recognition.figures import Figures, FoundNumber, numerals, roman_figures
from reportgen.language.recognition.found_words import FoundWords
from reportgen.language.recognition.number_words import Joining, NumberPart
from reportgen.language.recognition.ordinals import OrdinalPatterns
from reportgen.language.recognition.patterned import PatternedReadings
from reportgen.language.recognition.phrases import Hit
from reportgen.language.recognition.plain import Plain, plain_form
from reportgen.language.recognition.ranges import Ranges
from reportgen.language.recognition.reading import Reading
from reportgen.language.recognition.span import Span, outside
from reportgen.language.recognition.spreads import Spreads
from reportgen.language.recognition.symbols import Symbols
from reportgen.record import replace

_LAST_ENUMERATOR = 30
_MINUS = re.compile(r"(?<![A-Za-z0-9À-ɏЀ-ӿ)%])-\Z")
"""A minus sign: a dash that joins nothing to what follows."""


@dataclass(slots=True)
class Findings:
    """What the numbers of a text say: readings, and spans of what has no value as a fact (18 July, ½, two thirds)."""

    readings: list[Reading]
    others: list[Span]


class Grammar:
    """Reads the numbers of texts."""

    def __init__(self, conventions: Conventions) -> None:
        rule = conventions.recognition
        connectors = tuple(map(plain_form, rule.connectors))
        compound = conventions.numbers.compound
        # Units stand before tens: خمسة وعشرون.
        inverted = "{unit}" in compound and compound.index("{unit}") < compound.index("{tens}")
        groups = map(plain_form, (conventions.numbers.group, *rule.groups))
        reversed_groups = conventions.direction == "rtl"
        self._figures = Figures(groups, plain_form(conventions.numbers.decimal), reversed_groups)
        self._joining = Joining(connectors, inverted)
        self._ordinals = OrdinalPatterns(conventions, connectors, inverted)
        self._amounts, self._ranges, self._dates = Amounts(conventions), Ranges(conventions), DatePatterns(conventions)
        self._symbols = Symbols(conventions, vocabulary.list_joins(conventions))
        self._patterned, self._spreads = PatternedReadings(conventions), Spreads(conventions)
        # In other scripts Latin capitals are abbreviations, and roman figures are not used in prose.
        self._roman = conventions.script == "latin"

    def read(self, plain: Plain, words: FoundWords) -> Findings:
        """Every value that numbers of the text may say."""
        symbols = [*self._symbols.readings(plain)]
        # 19 of COVID-19 is no number.
        terms = [Span(hit.start, hit.end, "term") for hit in words.of("term")]
        figures, stray = self._figures.read(plain.text) if plain.has_figures else ([], [])
        # 2019 of E/CN.15/2019/9 is no year.
        numbers = outside([*figures, *self._joined(figures, words, plain)], [*symbols, *terms])
        apart = [each for each in numbers if each.apart]
        ordinals = [*self._ordinals.readings(plain, numbers, words)]
        days = [(each.start, each.end, each.value.number) for each in ordinals if isinstance(each.value, Ordinal)]
        dates, undated = self._dates.found(plain, numbers, days, words)
        readings = [*symbols, *_counts(apart, plain), *ordinals, *dates]
        readings += self._amounts.readings(plain, [*apart, *_below_nought(plain, numbers)], words)
        # The letter that follows a figure makes it part of something longer.
        readings += self._amounts.shortened(plain, numbers, words)
        readings += [*_negatives(plain, readings)]
        readings += self._ranges.readings(plain, _longest(apart))
        readings += outside(self._patterned.readings(plain), [*symbols, *terms])
        readings += self._spreads.readings(plain, readings, apart)
        # Sixty-fifth is an ordinal, and no fifths.
        fractions = outside(_fractions(apart, words), ordinals)
        others = [*outside(stray, [*symbols, *dates, *terms]), *undated, *numerals(plain.text), *fractions]
        others += _enumerators(apart, plain)
        return Findings(readings, [*others, *(roman_figures(plain.text) if self._roman else ())])

    def _joined(self, figures: list[FoundNumber], words: FoundWords, plain: Plain) -> Iterator[FoundNumber]:
        hits = _leftmost([*words.of("number word", "scale")])
        parts = [NumberPart(each.start, each.end, each.value, each) for each in figures if each.apart and each.usual]
        parts += [
            NumberPart(hit.start, hit.end, Decimal(hit.phrase.means), scale=hit.phrase.kind == "scale") for hit in hits
        ]
        return self._joining.numbers(sorted(parts, key=lambda part: part.start), plain)


def _counts(numbers: Iterable[FoundNumber], plain: Plain) -> Iterator[Reading]:
    """Each whole number as a count, and as a year where it is written as one."""
    for number in numbers:
        value = number.whole()
        if value is not None:
            yield Reading(number.start, number.end, Count(value), usual=number.usual)
        if number.is_year(plain.text):
            yield Reading(number.start, number.end, Year(int(number.value)))


def _below_nought(plain: Plain, numbers: Iterable[FoundNumber]) -> Iterator[FoundNumber]:
    """The figures with a minus sign right before them, which no word and no other figure has."""
    for each in numbers:
        if each.figures and each.value and _MINUS.search(plain.text, max(each.start - 2, 0), each.start):
            yield replace(each, start=each.start - 1, value=-each.value, head=None, apart=True)


def _negatives(plain: Plain, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Each amount and percentage below nought: with a minus sign before it, or in brackets as in tables."""
    for each in readings:
        if isinstance(each.value, Money | Percent):
            if _MINUS.search(plain.text, max(each.start - 2, 0), each.start):
                yield replace(each, start=each.start - 1, value=_negative(each.value))
            elif plain.text[each.start - 1 : each.start] + plain.text[each.end : each.end + 1] == "()":
                yield replace(each, start=each.start - 1, end=each.end + 1, value=_negative(each.value), usual=False)


def _negative(value: Money | Percent) -> Money | Percent:
    return replace(value, amount=-value.amount) if isinstance(value, Money) else replace(value, number=-value.number)


def _fractions(numbers: Iterable[FoundNumber], words: FoundWords) -> Iterator[Span]:
    """Numbers that only say how many parts: two thirds, 三分之二."""
    ends = {number.start: number.end for number in numbers}
    for number in numbers:
        for gap in (0, 1):
            for hit in words.starting(number.end + gap, "fraction"):
                yield Span(number.start, ends.get(hit.end, hit.end), "fraction")


def _enumerators(numbers: Iterable[FoundNumber], plain: Plain) -> Iterator[Span]:
    """The small numbers alone in brackets or quotation marks, which count the parts of a list: (1), ’2‘, （三）."""
    for number in numbers:
        before, behind = plain.text[number.start - 1 : number.start], plain.text[number.end : number.end + 1]
        if number.value <= _LAST_ENUMERATOR and (before + behind) in ("()", "''", "[]"):
            yield Span(number.start, number.end, "figure")


def _leftmost(hits: list[Hit]) -> list[Hit]:
    """The longest words from the left that do not overlap: vingt-deux, and not the deux in it."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda each: (each.start, -each.end)):
        if not kept or kept[-1].end <= hit.start:
            kept.append(hit)
    return kept


def _longest(numbers: Iterable[FoundNumber]) -> list[FoundNumber]:
    """The usual numbers that lie inside no longer one, in order."""
    kept: list[FoundNumber] = []
    for number in sorted(numbers, key=lambda each: (each.start, -each.end)):
        if number.usual and (not kept or kept[-1].end <= number.start):
            kept.append(number)
    return kept
