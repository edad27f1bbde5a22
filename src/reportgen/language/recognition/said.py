"""The numbers in a text, in figures or in words, each with its value where that is known."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from reportgen.language.recognition.recognizer import Recognizer
from reportgen.language.recognition.span import Span, SpanKind, longest, outside
from reportgen.record import record

_NUMBERS: frozenset[SpanKind] = frozenset({"figure", "number word", "numeral", "roman", "ordinal", "symbol"})


@record
class Said:
    """A number in a text; `number` is None where it cannot be told (②, part of a number); a month is 1 to 12."""

    text: str
    kind: Literal["figure", "word", "ordinal word", "month"]
    number: Decimal | None


def said_numbers(recognizer: Recognizer, text: str) -> list[Said]:
    """Every number and month of a text in order, except those in names of the lexicon (the 2030 Agenda)."""
    spans = recognizer.numbers(text)
    # A number that belongs to a name (the 2030 Agenda) says nothing of its own.
    names = [span for span in recognizer.names(text) if span.kind == "name"]
    numbers = outside((span for span in spans if span.kind in _NUMBERS), names)
    found = {(span.start, span.end): span for span in longest(numbers)}
    found |= {(span.start, span.end): span for span in spans if span.kind == "month"}
    return [_said(span, text[span.start : span.end]) for _, span in sorted(found.items())]


def _said(span: Span, words: str) -> Said:
    number = Decimal(span.means[0]) if span.means else None
    if span.kind == "month":
        return Said(words, "month", number)
    if span.kind == "number word":
        return Said(words, "word", number)
    if span.kind == "ordinal" and not any(map(str.isdigit, words)):
        return Said(words, "ordinal word", number)
    return Said(words, "figure", number)
