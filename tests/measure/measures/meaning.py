"""Changes of meaning, made by hand in the wording of the real report in six languages: each is noticed, or silent."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from tests.measure.case import Measure, Outcome
from tests.measure.meaning.changes import Change, Wording
from tests.measure.meaning.kinds import IN_TITLE, MEASURED, PROMISED
from tests.measure.meaning.report import RealReport
from tests.measure.meaning.words import TAGS

_TITLES = {f"title: {name}": PROMISED[name] for name in IN_TITLE}
_KINDS: dict[str, Change] = {**PROMISED, **_TITLES, **MEASURED}
_TRIES = 60


@lru_cache(maxsize=1)
def _report() -> RealReport:
    """The report, copied once a process."""
    return RealReport(Path(tempfile.mkdtemp(prefix="meaning-")))


def _tried(chance: random.Random, number: int, _: Path) -> Outcome:
    names = list(_KINDS)
    name, tag = names[number % len(names)], TAGS[number % len(TAGS)]  # no common divisor: all pairs in turn
    report = _report()
    changed = _changed(chance, name, report.wordings(tag))
    if changed is None:
        return Outcome(name, "no place", True, column=tag)
    piece, text = changed
    said = report.noticed(piece, text)
    detail = f"{piece.tag} {piece.id}\n- {piece.text}\n+ {text}\n{said}"
    passed = bool(said) or name in MEASURED
    return Outcome(name, "noticed" if said else "silent", passed, detail, column=tag)


def _changed(chance: random.Random, name: str, pieces: list[Wording]) -> tuple[Wording, str] | None:
    """A piece of wording with its changed text; none where the change applies nowhere."""
    in_title = name in _TITLES
    fit = [piece for piece in pieces if (piece.id == "title") == in_title]
    for piece in chance.sample(fit, min(len(fit), _TRIES)):
        text = _KINDS[name](chance, piece)
        if text is not None and text != piece.text:
            return piece, text
    return None


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    silent = Counter(each.kind for each in outcomes if not each.passed)
    tried = Counter(each.kind for each in outcomes if each.word != "no place")
    for kind, count in silent.most_common():
        yield f"{kind}: {count} of {tried[kind]} were not noticed"


MEASURE = Measure(
    "changes of meaning in the real report are noticed", count=41 * 6 * 8, sample=41, tried=_tried, below=_below
)
