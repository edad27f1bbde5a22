"""One text as it was read: its words at once, what they say when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeVar

from reportgen.facts import Count
from reportgen.language.recognition.found_words import FoundWords
from reportgen.language.recognition.grammar import Findings, Grammar
from reportgen.language.recognition.named import NameReadings
from reportgen.language.recognition.plain import Plain
from reportgen.language.recognition.reading import Reading
from reportgen.language.recognition.span import Span, SpanKind
from reportgen.record import replace

_InOriginal = TypeVar("_InOriginal", Reading, Span)


class ReadText:
    """A text with the words in it, and what its numbers and names say, in places of the text itself.

    Each is found when it is first asked for: most texts are looked through for words alone.
    """

    def __init__(self, plain: Plain, words: FoundWords, grammar: Grammar, names: NameReadings) -> None:
        self.plain, self.words = plain, words
        self._grammar, self._names = grammar, names

    @cached_property
    def numbers(self) -> tuple[Reading, ...]:
        """What the numbers of the text may say, by start and the longest first."""
        return self._sorted(self._findings.readings)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Every value that a part of the text may say, by start and the longest first."""
        numbers = self._findings.readings
        figures = ((each.start, each.end) for each in numbers if isinstance(each.value, Count))
        return self._sorted([*numbers, *self._names.readings(self.plain, self.words, figures)])

    @cached_property
    def others(self) -> tuple[Span, ...]:
        """What has no value as a fact: dates without a year, fractions, numerals."""
        return tuple(self._placed(self._findings.others))

    def spans(self, *kinds: SpanKind) -> list[Span]:
        """The words of these kinds, those of one place and kind as one span with several meanings."""
        means: dict[tuple[int, int, SpanKind], dict[str, None]] = {}
        for start, end, phrase in self.words.of(*kinds):
            place = self.plain.start(start), self.plain.end(end), phrase.kind
            means.setdefault(place, {}).update({phrase.means: None} if phrase.means else {})
        return sorted(Span(*place, tuple(found)) for place, found in means.items())

    @cached_property
    def _findings(self) -> Findings:
        return self._grammar.read(self.plain, self.words)

    def _sorted(self, found: Iterable[Reading]) -> tuple[Reading, ...]:
        return tuple(self._placed(_distinct(sorted(found, key=lambda each: each.place))))

    def _placed(self, found: Iterable[_InOriginal]) -> Iterator[_InOriginal]:
        """What was found, in places of the original text."""
        plain = self.plain
        for each in found:
            yield replace(each, start=plain.start(each.start), end=plain.end(each.end)) if plain.moved else each


def _distinct(readings: list[Reading]) -> Iterator[Reading]:
    """Sorted readings, each once."""
    same: list[Reading] = []
    for reading in readings:
        if same and same[0].place != reading.place:
            same = []
        if reading not in same:
            same.append(reading)
            yield reading
