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
from tests.measure.meaning.kinds import IN_TITLE, MEASURED, OF_MEANING, PROMISED
from tests.measure.meaning.words import TAGS
from tests.measure.style.grounds import Ground, ground

_TITLES = {f"title: {name}": PROMISED[name] for name in IN_TITLE}
_KINDS: dict[str, Change] = {**PROMISED, **_TITLES, **MEASURED}
_TRIES = 60
_REPORTED = 0.85
"""The share of the changes of meaning in a translation that are reported; a note to the reviser is enough for them."""


@lru_cache(maxsize=1)
def _report() -> Ground:
    """The report, copied once a process."""
    return ground("report", Path(tempfile.mkdtemp(prefix="meaning-")))


def _tried(chance: random.Random, number: int, _: Path) -> Outcome:
    names = list(_KINDS)
    name, tag = names[number % len(names)], TAGS[number % len(TAGS)]  # no common divisor: all pairs in turn
    # Nobody can tell from the original alone that it means something else now.
    changed = None if tag == "en" and name in MEASURED else _changed(chance, name, _report().texts(tag))
    if changed is None:
        return Outcome(name, "no place", True, column=tag)
    piece, text = changed
    said = _report().said(tag, {piece.id: text})
    if not isinstance(said, str):
        told = [each for each in said if name in MEASURED or each.severity != "note"]
        said = "\n".join(sorted(f"{each.code} {each.where} {each.message}" for each in told))
    detail = f"{piece.tag} {piece.id}\n- {piece.text}\n+ {text}\n{said}"
    return Outcome(name, "noticed" if said else "silent", bool(said), detail, column=tag)


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
    made = [each for each in outcomes if each.word != "no place"]
    silent = Counter(each.kind for each in made if not each.passed)
    tried = Counter(each.kind for each in made)
    for kind, count in silent.most_common():
        if kind not in MEASURED:
            yield f"{kind}: {count} of {tried[kind]} were not noticed"
    told = [each.passed for each in made if each.kind in OF_MEANING and each.column != "en"]
    if sum(told) < _REPORTED * len(told):
        yield f"changes of meaning: {sum(told)} of {len(told)} were reported, less than {_REPORTED:.0%}"


MEASURE = Measure(
    "changes of meaning in the real report are noticed", count=41 * 6 * 8, sample=41, tried=_tried, below=_below
)
