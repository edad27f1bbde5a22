"""Readings of spans: what a figure, a number word or a name says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation

from reportgen.facts import Count, Names, Ordinal, Year
from reportgen.language.conventions import Conventions
from reportgen.language.recognition.reading import Reading
from reportgen.language.recognition.span import Span

_BLANKS = str.maketrans("", "", " \u00a0\u202f\u2009")


def readings_of(spans: Iterable[Span], conventions: Conventions, text: str) -> Iterator[Reading]:
    """Every value that a span says."""
    for span in spans:
        match span.kind:
            case "figure":
                number = figure_value(text[span.start : span.end], conventions)
                if number is not None and number == number.to_integral_value():
                    yield Reading(span.start, span.end, Count(int(number)))
            case "number word":
                yield from (Reading(span.start, span.end, Count(int(each))) for each in span.means)
            case "ordinal":
                yield from (Reading(span.start, span.end, Ordinal(int(each))) for each in span.means)
            case "year":
                yield from (Reading(span.start, span.end, Year(int(each))) for each in span.means)
            case "name" | "short name":
                for each in span.means:
                    kind, _, name = each.partition("/")
                    yield Reading(span.start, span.end, Names(kind, (name,)))


def figure_value(words: str, conventions: Conventions) -> Decimal | None:
    """The number of a figure in any script with the language's separators; None where it is no number."""
    rule = conventions.numbers
    plain = words.translate(_BLANKS).replace(rule.group, "") if rule.group.strip() else words.translate(_BLANKS)
    try:
        return Decimal(plain.replace(rule.decimal, "."))
    except InvalidOperation:
        return None
