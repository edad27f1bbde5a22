"""Series of counts, whose members all stand in figures because one does."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.facts import Count, Value
from reportgen.language import Language


def figured_series(values: Iterable[Value], language: Language) -> frozenset[str]:
    """The series that stand in figures: their highest number decides (UN Correspondence Manual)."""
    below = language.conventions.numbers.words_below
    counts = [value for value in values if isinstance(value, Count) and value.series]
    return frozenset(count.series for count in counts if count.number >= below)
