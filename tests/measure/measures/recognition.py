"""What is read without the old wording: in the real report, and in documents that others wrote."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.measure.case import Measure, Outcome
from tests.measure.recognition.documents import counted_documents
from tests.measure.recognition.real_report import counted_report
from tests.tools.recognition import TAGS

_TEXTS = {"real report": counted_report, "documents of others": counted_documents}
_BOUNDS = {"real report": (1.0, 0.95, 0.01), "documents of others": (0.97, 0.9, 0.02)}
"""The shares of figures and of names that must be found, and that of all that is stated which may be false."""

_CASES = [(kind, tag) for kind in _TEXTS for tag in TAGS]


def _tried(_: random.Random, number: int, __: Path) -> Outcome:
    kind, tag = _CASES[number % len(_CASES)]
    counted = _TEXTS[kind](tag)
    if counted is None:
        return Outcome(kind, "no place", True, column=tag)
    passed = _keeps(kind, counted.counts)
    return Outcome(kind, "read" if passed else "silent", passed, counted.detail, counts=counted.counts, column=tag)


def _keeps(kind: str, counts: Mapping[str, int]) -> bool:
    figures, names, false = _BOUNDS[kind]
    return (
        counts["figures found"] >= figures * counts["figures"]
        and counts["names found"] >= names * counts["names"]
        and counts["false"] <= false * counts["stated"]
    )


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        if not outcome.passed:
            told = ", ".join(f"{name} {count}" for name, count in outcome.counts.items())
            yield f"{outcome.kind} in {outcome.column}: {told}"


MEASURE = Measure(
    "figures and names are read without the old wording", count=len(_CASES), sample=len(_CASES), tried=_tried,
    below=_below,
)  # fmt: skip
