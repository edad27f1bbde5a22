"""Names in documents that others wrote, and how many of them the lexicon has in English, with their forms in all six.

REPORTGEN_NAMES names a folder with documents as plain text or Word files; they are read where they lie and never
stored. Without one the measure has no case.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.measure.case import Measure, Outcome
from tests.measure.named.documents import ENDINGS, FOLDER, counted_names, paragraphs_of
from tests.tools.recognition import language_of

_FOUND = 0.95
_LISTED = 40
"""So many of the names that a document has and the lexicon lacks are listed, the most frequent ones first."""


def _documents() -> list[Path]:
    folder = os.environ.get(FOLDER)
    return sorted(path for path in Path(folder).iterdir() if path.suffix in ENDINGS) if folder else []


def _tried(_: random.Random, number: int, __: Path) -> Outcome:
    path = _documents()[number]
    names = counted_names(language_of("en"), paragraphs_of(path))
    counts = {"names": names.there.total(), "missing": names.missing.total()}
    counts |= {"bodies": names.bodies.total(), "bodies missing": names.bodies_missing.total()}
    listed = ", ".join(f"{words} ({times})" for words, times in names.missing.most_common(_LISTED))
    passed = counts["bodies missing"] <= (1 - _FOUND) * counts["bodies"]
    return Outcome(path.stem, "found" if passed else "lacking", passed, listed, counts=counts)


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    there, missing = (sum(each.counts[name] for each in outcomes) for name in ("bodies", "bodies missing"))
    if missing > (1 - _FOUND) * there:
        yield f"of {there} names of bodies and instruments the lexicon lacks {missing} ({missing / there:.0%})"


def _table(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, Sequence[object]]]:
    yield "document", ["names", "found", "bodies and instruments", "found"]
    for each in outcomes:
        yield each.kind, _row(each.counts)
    total = Counter[str]()
    for each in outcomes:
        total.update(each.counts)
    yield "all", _row(total)


def _row(counts: Mapping[str, int]) -> list[object]:
    return [
        counts["names"], _share(counts["names"], counts["missing"]),
        counts["bodies"], _share(counts["bodies"], counts["bodies missing"]),
    ]  # fmt: skip


def _share(there: int, missing: int) -> str:
    return f"{1 - missing / max(1, there):.1%}"


MEASURE = Measure(
    "names of documents are in the lexicon", count=len(_documents()), sample=0, tried=_tried, below=_below,
    table=_table, seconds=60.0, patience=300.0,
)  # fmt: skip
