"""A stretch of text with the kind of thing that it may be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

SpanKind = Literal[
    "figure",
    "numeral",
    "roman",
    "number word",
    "year",
    "percent",
    "money",
    "currency",
    "date",
    "month",
    "ordinal",
    "period",
    "range",
    "name",
    "short name",
    "qualifier",
    "negation",
    "unit",
    "percent sign",
    "ordinary",
]
"""What a span may be.

A numeral is ½, ², ② or Ⅻ; a short name names something only after its full name was given (the Council); an ordinary
word looks like a number or a name and is neither (十分, "very").
"""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `start` to `end` in the text; `means` are all its readings: a name's "kind/id", a qualifier, a number."""

    start: int
    end: int
    kind: SpanKind
    means: tuple[str, ...] = ()

    def covers(self, other: Span) -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end


def longest(spans: Iterable[Span]) -> list[Span]:
    """The spans that lie inside no longer span, in order; of spans with the same place, all."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.start, -each.end)):
        longer = kept and kept[-1].covers(span) and (kept[-1].start, kept[-1].end) != (span.start, span.end)
        if not longer:
            kept.append(span)
    return kept
