"""Ordinals in words and in figures: twenty-first, vigésimo octavo, الثامنة والعشرون, 28th, 28-я, 第二十八."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportgen.facts import Ordinal
from reportgen.language.conventions import Conventions
from reportgen.language.recognition.figures import FoundNumber
from reportgen.language.recognition.found_words import FoundWords
from reportgen.language.recognition.plain import Plain, plain_form
from reportgen.language.recognition.reading import Reading


class OrdinalPatterns:
    """Finds the ordinals of one language; `connectors` stand between the words of one number."""

    def __init__(self, conventions: Conventions, connectors: Iterable[str]) -> None:
        self._patterns = tuple(_patterns(conventions))
        self._chinese = conventions.ordinals.chinese
        self._connectors = tuple(each for each in connectors if each)

    def readings(self, plain: Plain, numbers: Iterable[FoundNumber], words: FoundWords) -> Iterator[Reading]:
        """Every ordinal, also those that are the last word of another one (first in twenty-first)."""
        found = [(hit.start, hit.end, int(hit.phrase.means)) for hit in words.of("ordinal")]
        before = [(each.start, each.end, int(each.value)) for each in numbers if not each.figures and each.whole()]
        for start, end, value in [*found, *self._compounds(plain, [*before, *found], found)]:
            yield Reading(start, end, Ordinal(value))
        yield from self._in_figures(plain, numbers)

    def _compounds(
        self, plain: Plain, firsts: list[tuple[int, int, int]], lasts: list[tuple[int, int, int]]
    ) -> Iterator[tuple[int, int, int]]:
        """A number word or an ordinal with the ordinal behind it."""
        starting = {start: (end, value) for start, end, value in lasts}
        for start, end, value in firsts:
            for gap in self._connectors:
                following = starting.get(end + len(gap))
                if following and plain.small.startswith(gap, end) and _fit(value, following[1]):
                    yield start, following[0], value + following[1]

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


def _fit(one: int, other: int) -> bool:
    """Whether two numbers are the parts of one: twenty and first, eighth and twentieth."""
    larger, smaller = max(one, other), min(one, other)
    return larger >= 20 and 0 < smaller < larger and Decimal(larger) % 10 ** len(str(smaller)) == 0


def _patterns(conventions: Conventions) -> set[tuple[str, str]]:
    """The texts before and behind the figure of an ordinal; patterns without either are left out."""
    rule = conventions.ordinals
    texts = [rule.figures, *rule.endings.values(), *conventions.recognition.ordinal_figures]
    for forms in rule.words.values():
        texts += [re.sub(r"\d+", "{n}", text) for text in ([forms] if isinstance(forms, str) else forms.values())]
    parts = (plain_form(text).lower().partition("{n}") for text in texts if "{n}" in text)
    return {(before, behind) for before, _, behind in parts if before or behind}
