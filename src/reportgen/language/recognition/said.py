"""The numbers in a text, in figures or in words, each with its value where that is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal

from reportgen.language.conventions import Conventions
from reportgen.language.recognition.recognizer import Recognizer
from reportgen.language.recognition.span import Span, SpanKind, longest

_NUMBERS: frozenset[SpanKind] = frozenset({"figure", "number word", "numeral", "roman", "ordinal"})
_BLANKS = str.maketrans("", "", " \u00a0\u202f\u2009")


@dataclass(frozen=True, slots=True)
class Said:
    """A number in a text; `number` is None where it cannot be told (②, part of a number); a month is 1 to 12."""

    text: str
    kind: Literal["figure", "word", "ordinal word", "month"]
    number: Decimal | None


def said_numbers(recognizer: Recognizer, conventions: Conventions, text: str) -> list[Said]:
    """Every number and month of a text in order, except those in names of the lexicon (the 2030 Agenda)."""
    spans = recognizer.numbers(text)
    # A number that belongs to a name (the 2030 Agenda) says nothing of its own.
    names = [span for span in recognizer.names(text) if span.kind == "name"]
    numbers = [span for span in spans if span.kind in _NUMBERS and not any(name.covers(span) for name in names)]
    found = {(span.start, span.end): span for span in longest(numbers)}
    found |= {(span.start, span.end): span for span in spans if span.kind == "month"}
    return [_said(span, numbers, conventions, text) for _, span in sorted(found.items())]


def _said(span: Span, numbers: Iterable[Span], conventions: Conventions, text: str) -> Said:
    words = text[span.start : span.end]
    if span.kind == "month":
        return Said(words, "month", Decimal(span.means[0]))
    inside = [each for each in numbers if span.covers(each) and each != span and each.kind != "roman"]
    if span.kind == "ordinal" and not any(map(str.isdigit, words)):
        return Said(words, "ordinal word", _sum([*longest(inside)] or [span]))
    if span.kind == "number word":
        return Said(words, "word", _sum([span]))
    return Said(words, "figure", _figure(words, longest(inside), conventions, text))


def _sum(spans: list[Span]) -> Decimal | None:
    """Twenty and first: 21."""
    return sum((Decimal(span.means[0]) for span in spans), Decimal(0)) if all(span.means for span in spans) else None


def _figure(words: str, inside: list[Span], conventions: Conventions, text: str) -> Decimal | None:
    """The value of figures in any script, and of those with a word behind them: 27.5 million."""
    if len(inside) == 2 and inside[0].kind == "figure" and inside[1].means:
        number = _figure(text[inside[0].start : inside[0].end], [], conventions, text)
        return number * Decimal(inside[1].means[0]) if number is not None else None
    if len(inside) == 1 and inside[0].kind == "figure":
        words = text[inside[0].start : inside[0].end]  # 28th
    rule = conventions.numbers
    plain = words.translate(_BLANKS).replace(rule.group, "") if rule.group.strip() else words.translate(_BLANKS)
    try:
        return Decimal(plain.replace(rule.decimal, "."))
    except InvalidOperation:
        return None
