"""A stretch of text with the kind of thing that it may be."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Literal, Protocol, TypeVar

from reportgen.record import record

SpanKind = Literal[
    "figure",
    "numeral",
    "roman",
    "number word",
    "scale",
    "fraction",
    "year",
    "percent",
    "percent sign",
    "percent before",
    "money",
    "currency",
    "currency code",
    "date",
    "month",
    "month in date",
    "ordinal",
    "period",
    "unit",
    "said value",
    "range",
    "symbol",
    "patterned",
    "name",
    "short name",
    "name form",
    "short name form",
    "third name",
    "before number",
    "qualifier",
    "negation",
    "ordinary",
    "ordinary number",
    "term",
]
"""What a span may be.

A numeral is ½, ², ② or Ⅻ; a scale (million) counts only behind a number; a short name names something only after its
full name was given (the Council), a third name (the Office) only right behind it, and the forms of these have an
article or a preposition before the name; "before number" are words such as Goal, and a said value is a word
such as "annual"; an ordinary word looks like a number or a name and
is neither (十分, "very"). What is patterned is printed by a pattern of the conventions: article 33, 10.30 a.m.
"""


@record(order=True)
class Span:
    """From `start` to `end` in the text; `means` are all its readings: a name's "kind/id", a qualifier, a number."""

    start: int
    end: int
    kind: SpanKind
    means: tuple[str, ...] = ()

    def covers(self, other: Span) -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end


class InText(Protocol):
    """Anything that has a place in a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


AnyInText = TypeVar("AnyInText", bound=InText)


def longest(found: Iterable[AnyInText]) -> list[AnyInText]:
    """What lies inside nothing longer, in order; of what has the same place, all."""
    kept: list[AnyInText] = []
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        longer = kept and each.end <= kept[-1].end and (kept[-1].start, kept[-1].end) != (each.start, each.end)
        if not longer:
            kept.append(each)
    return kept


def outside(found: Iterable[AnyInText], longer: Iterable[InText]) -> list[AnyInText]:
    """What lies inside none of these, in its order; one pass, however many there are."""
    ends, furthest = dict[int, int](), 0
    for each in sorted(longer, key=lambda each: each.start):
        furthest = ends[each.start] = max(furthest, each.end)
    if not ends:
        return list(found)
    starts = list(ends)
    # Whatever starts before a place ends at the furthest end of these at most.
    before = ((each, bisect_right(starts, each.start)) for each in found)
    return [each for each, count in before if not count or ends[starts[count - 1]] < each.end]
