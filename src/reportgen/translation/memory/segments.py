"""What a memory keeps: a text in two languages with its origin, and the skeleton by which it is found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from reportgen.language import Language
from reportgen.language.recognition import Reading, longest
from reportgen.language.sentences import split_sentences
from reportgen.record import record

SegmentLevel = Literal["piece", "sentence"]

LEAST_SCORE = 65
"""The least likeness in per cent at which a text is offered; what is below takes longer to mend than to translate."""

_KINDS = (
    "count", "range", "ordinal", "percent", "money", "year", "date", "date_range", "period", "symbol", "place",
    "entity", "instrument", "law", "programme", "project", "publication", "event", "sdg", "language", "group",
    "topic", "item",
)  # fmt: skip
_SIGNS = {kind: chr(0xE000 + number) for number, kind in enumerate(_KINDS)}
_OTHER = chr(0xE000 + len(_KINDS))
"""What stands for a value of a kind: one character for private use, so that it weighs no more than a letter."""


@record
class MemorySegment:
    """A text and its translation as they were printed, with the place that they are from.

    `symbol` is that of the document, `where` the number as it is cited, `day` the day as 2026-01-31; all may be empty.
    """

    source: str
    target: str
    symbol: str = ""
    where: str = ""
    piece: str = ""
    day: str = ""
    level: SegmentLevel = "piece"


@record
class MemoryMatch:
    """A segment that is like a text: `score` is how much of both skeletons is the same, in per cent.

    `is_same` says that the values are the same as well.
    """

    score: float
    segment: MemorySegment
    is_same: bool

    @property
    def origin(self) -> str:
        """The place that a segment is from, as it is cited: E/CN.15/2019/9, para. 37."""
        return ", ".join(filter(None, (self.segment.symbol, self.segment.where)))


@record
class Skeleton:
    """A text with each value replaced by the sign of its kind; `readings` are the values in their order."""

    text: str
    readings: tuple[Reading, ...]


def skeleton_of(language: Language, text: str) -> Skeleton:
    """The skeleton of a text: casefolded, its blanks single, values by kind."""
    readings = values_in(language, text)
    parts, end = [], 0
    for each in readings:
        parts += [text[end : each.start], _SIGNS.get(each.value.kind, _OTHER)]
        end = each.end
    parts.append(text[end:])
    return Skeleton(" ".join("".join(parts).casefold().split()), readings)


def is_value_sign(character: str) -> bool:
    """Whether a character of a skeleton stands for a value."""
    return _SIGNS["count"] <= character <= _OTHER


def values_in(language: Language, text: str) -> tuple[Reading, ...]:
    """The values that a text states, one for each place, none inside another."""
    found: dict[tuple[int, int], Reading] = {}
    for each in longest(language.recognizer.stated(text)):
        found.setdefault((each.start, each.end), each)
    readings, end = [], 0
    for each in sorted(found.values(), key=lambda one: one.start):
        if each.start >= end:
            readings.append(each)
            end = each.end
    return tuple(readings)


def aligned_sentences(languages: tuple[Language, Language], segment: MemorySegment) -> Iterator[MemorySegment]:
    """The sentences of a piece in two languages; none where they are not as many, or only one."""
    source, target = (
        [text[start:end].strip() for start, end in split_sentences(language.conventions, text)]
        for language, text in zip(languages, (segment.source, segment.target), strict=True)
    )
    if len(source) != len(target) or len(source) < 2:
        return
    for one, other in zip(source, target, strict=True):
        if one and other:
            yield MemorySegment(one, other, segment.symbol, segment.where, segment.piece, segment.day, "sentence")


def windows_of(text: str, most: int) -> Sequence[Sequence[str]]:
    """The trigrams of a text in at most so many stretches that follow one another."""
    grams = [text[at : at + 3] for at in range(len(text) - 2)]
    count = max(1, min(most, len(grams) // 6))
    return [grams[len(grams) * each // count : len(grams) * (each + 1) // count] for each in range(count)]
