"""Spans made of a number and the words beside it: 12 per cent, USD 5 million, 18 July, two weeks, twenty-first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from reportgen.language.conventions import Conventions
from reportgen.language.recognition.phrases import folded
from reportgen.language.recognition.span import Span, SpanKind

_BESIDE = ("", " ", "-")
_BEHIND: dict[SpanKind, SpanKind] = {"percent sign": "percent", "unit": "period", "currency": "money", "month": "date"}
_BEFORE: dict[SpanKind, SpanKind] = {"currency": "money", "month": "date"}
"""The kind of a number together with the word behind it, or before it."""

_CODE_BEFORE = re.compile(r"(?<![A-Za-z])[A-Z]{3}[ \u00a0]?$")
_CODE_BEHIND = re.compile(r"[ \u00a0]?[A-Z]{3}(?![A-Za-z])")


class Compounds:
    """Puts numbers and the words beside them together, as one language does."""

    def __init__(self, conventions: Conventions, connectors: tuple[str, ...]) -> None:
        self._connectors = connectors
        self._ordinals = tuple(_ordinal_patterns(conventions))
        self._adjacent = {*_BESIDE, *(f" {word} " for word in conventions.recognition.between)}

    def spans(self, text: str, numbers: Iterable[Span], words: Iterable[Span]) -> Iterator[Span]:
        """Every compound: number and word, figure and number word, ordinal and the number before it."""
        # Of the same length as the text, so that places found in one hold in the other.
        plain = folded(text)
        beside = _Beside(words)
        figures = sorted(span for span in numbers if span.kind in ("figure", "number word"))
        large = list(self._large(plain, figures))
        yield from large
        for number in (*figures, *large):
            yield from self._beside(plain, number, beside)
            yield from self._with_code(text, number)
            yield from self._numbered(plain, number)
        yield from self._ordinals_of(plain, figures, beside)

    def _large(self, plain: str, numbers: list[Span]) -> Iterator[Span]:
        """A figure with a number word: 27.5 million."""
        for before, behind in pairwise(numbers):
            together = before.end <= behind.start and plain[before.end : behind.start] in _BESIDE
            if together and before.kind == "figure" and behind.kind == "number word":
                yield Span(before.start, behind.end, "figure")

    def _beside(self, plain: str, number: Span, words: _Beside) -> Iterator[Span]:
        for gap in self._adjacent:
            if plain.startswith(gap, number.end):
                for word in words.starting.get(number.end + len(gap), ()):
                    if word.kind in _BEHIND:
                        yield Span(number.start, word.end, _BEHIND[word.kind], word.means)
            if plain.endswith(gap, 0, number.start):
                for word in words.ending.get(number.start - len(gap), ()):
                    if word.kind in _BEFORE:
                        yield Span(word.start, number.end, _BEFORE[word.kind], word.means)

    def _with_code(self, text: str, number: Span) -> Iterator[Span]:
        """A number beside a code of ISO 4217: USD 5,000."""
        before, behind = _CODE_BEFORE.search(text[: number.start]), _CODE_BEHIND.match(text, number.end)
        if before:
            yield Span(before.start(), number.end, "money")
        if behind:
            yield Span(number.start, behind.end(), "money")

    def _numbered(self, plain: str, number: Span) -> Iterator[Span]:
        """An ordinal in figures: 28th, 21er, 第二十八."""
        for before, behind in self._ordinals:
            if plain[: number.start].endswith(before) and plain.startswith(behind, number.end):
                end = number.end + len(behind)
                # "1st" but not "1stock": the ending must end the word.
                if not behind or not plain[end : end + 1].isalnum():
                    yield Span(number.start - len(before), end, "ordinal")

    def _ordinals_of(self, plain: str, numbers: list[Span], words: _Beside) -> Iterator[Span]:
        """An ordinal behind a number word or another ordinal: twenty-first, двадцать первая, الثامنة والعشرون."""
        ordinals = (each for group in words.starting.values() for each in group if each.kind == "ordinal")
        for first in (*(span for span in numbers if span.kind == "number word"), *ordinals):
            for gap in self._connectors:
                if gap and plain.startswith(gap, first.end):
                    for last in words.starting.get(first.end + len(gap), ()):
                        if last.kind == "ordinal":
                            yield Span(first.start, last.end, "ordinal")


class _Beside:
    """Words by the places where they start and end."""

    def __init__(self, words: Iterable[Span]) -> None:
        self.starting: dict[int, list[Span]] = {}
        self.ending: dict[int, list[Span]] = {}
        for word in words:
            self.starting.setdefault(word.start, []).append(word)
            self.ending.setdefault(word.end, []).append(word)


def _ordinal_patterns(conventions: Conventions) -> set[tuple[str, str]]:
    """The texts before and behind the figure of an ordinal; patterns without either are left out."""
    rule = conventions.ordinals
    texts = [rule.figures, *rule.endings.values()]
    for forms in rule.words.values():
        texts += [re.sub(r"\d+", "{n}", text) for text in ([forms] if isinstance(forms, str) else forms.values())]
    parts = (text.partition("{n}") for text in texts if "{n}" in text)
    return {(before, behind) for before, _, behind in parts if before or behind}
