"""Ordinals in words and in figures: twenty-first, vigésimo octavo, الثامنة والعشرون, 28th, 28-я, 第二十八."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from reportgen.facts import Ordinal
from reportgen.language.conventions import Conventions
from reportgen.language.recognition.figures import FoundNumber
from reportgen.language.recognition.found_words import FoundWords
from reportgen.language.recognition.plain import Plain, plain_form
from reportgen.language.recognition.reading import Reading


class OrdinalPatterns:
    """Finds the ordinals of one language.

    `connectors` stand between the words of one number; `inverted` says that units stand before tens.
    """

    def __init__(self, conventions: Conventions, connectors: Iterable[str], inverted: bool) -> None:
        self._patterns = tuple(_patterns(conventions))
        self._chinese = conventions.ordinals.chinese
        self._connectors = tuple(each for each in connectors if each)
        self._inverted = inverted
        # "The second and twentieth" are two; only where units stand before tens a word joins two ordinals.
        self._between_ordinals = tuple(each for each in self._connectors if each.strip()) if inverted else (" ",)

    def readings(self, plain: Plain, numbers: Iterable[FoundNumber], words: FoundWords) -> Iterator[Reading]:
        """Every ordinal, also those that are the last word of another one (first in twenty-first)."""
        found = [(hit.start, hit.end, int(hit.phrase.means)) for hit in words.of("ordinal")]
        if found:
            starting = {start: (end, value) for start, end, value in found}
            found += [*self._behind_numbers(plain, numbers, starting), *self._joined(plain, starting)]
        for start, end, value in found:
            yield Reading(start, end, Ordinal(value))
        yield from self._in_figures(plain, numbers)

    def _behind_numbers(
        self, plain: Plain, numbers: Iterable[FoundNumber], ordinals: Mapping[int, tuple[int, int]]
    ) -> Iterator[tuple[int, int, int]]:
        """A number word with the ordinal behind it: twenty-first, two hundred and first."""
        for number in numbers:
            for gap in self._connectors if not number.figures else ():
                end, last = ordinals.get(number.end + len(gap), (0, 0))
                if plain.small.startswith(gap, number.end) and _fit(int(number.value), last):
                    yield number.start, end, int(number.value) + last

    def _joined(self, plain: Plain, ordinals: Mapping[int, tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
        """Two ordinals that are one: vigésimo octavo, الثامنة والعشرون."""
        for start, (end, first) in ordinals.items():
            for gap in self._between_ordinals:
                last_end, last = ordinals.get(end + len(gap), (0, 0))
                fits = _fit(last, first) if self._inverted else _fit(first, last)
                if fits and plain.small.startswith(gap, end):
                    yield start, last_end, first + last

    def _in_figures(self, plain: Plain, numbers: Iterable[FoundNumber]) -> Iterator[Reading]:
        for number in numbers:
            # In Chinese 第 makes an ordinal of number words too.
            value = number.whole() if number.figures or self._chinese else None
            for before, behind in self._patterns:
                end = number.end + len(behind)
                # "1st" but not "1stock": the ending must end the word.
                ends = plain.small.startswith(behind, number.end) and not (
                    behind and plain.small[end : end + 1].isalnum()
                )
                if value and ends and plain.small.endswith(before, 0, number.start):
                    yield Reading(number.start - len(before), end, Ordinal(value))


def _fit(larger: int, smaller: int) -> bool:
    """Whether two numbers are the parts of one: twenty and first, two hundred and twentieth."""
    return larger >= 10 and 0 < smaller < larger and Decimal(larger) % 10 ** len(str(smaller)) == 0


def _patterns(conventions: Conventions) -> set[tuple[str, str]]:
    """The texts before and behind the figure of an ordinal; patterns without either are left out."""
    rule = conventions.ordinals
    texts = [rule.figures, *rule.endings.values(), *conventions.recognition.ordinal_figures]
    for forms in rule.words.values():
        texts += [re.sub(r"\d+", "{n}", text) for text in ([forms] if isinstance(forms, str) else forms.values())]
    parts = (plain_form(text).lower().partition("{n}") for text in texts if "{n}" in text)
    return {(before, behind) for before, _, behind in parts if before or behind}
