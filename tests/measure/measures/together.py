"""Commands at once: what each of them changed is kept, or it was refused and said so, as if they had run in turn."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path

from tests.measure.case import Measure, Outcome
from tests.measure.processes import (
    ADDED,
    BUILDING,
    FREEZING,
    UPDATING,
    Command,
    accepting,
    after,
    files_of,
    lay,
    start,
)  # fmt: skip

Files = dict[str, bytes]

_ACCEPTING = tuple(map(accepting, ADDED))
_KINDS: dict[str, tuple[tuple[Command, ...], tuple[Command, ...]]] = {
    "four accept": ((), _ACCEPTING),
    "accept, freeze, update, build": (_ACCEPTING[:3], (_ACCEPTING[3], FREEZING, UPDATING, BUILDING)),
    "two build, two update": ((), (BUILDING, BUILDING, UPDATING, UPDATING)),
}
"""By kind: the commands that were run before, and those that run at once."""


def _tried(chance: random.Random, number: int, folder: Path) -> Outcome:
    kind = list(_KINDS)[number % len(_KINDS)]
    before, commands = _KINDS[kind]
    lay(folder, after(*before))
    running = [start(command, folder) for command in chance.sample(commands, len(commands))]
    said = [process.communicate() for process in running]
    codes = [process.returncode for process in running]
    found = files_of(folder)
    told = "\n".join(f"exit {code}\n{out}{err}" for code, (out, err) in zip(codes, said, strict=True))
    word = _word(found, before, commands, codes)
    return Outcome(kind, word, word == "kept", told)


def _word(found: Files, before: tuple[Command, ...], commands: tuple[Command, ...], codes: Sequence[int]) -> str:
    if not set(codes) <= {0, 1, 7}:
        return "failed"
    ends = {_sources(each) for each in _ends(before, commands)}
    if 7 not in codes and _sources(found) not in ends:
        return "lost"
    built = [_outputs(each) for each in _ends(before, commands)]
    return "kept" if _outputs(found) in built else "mixed"


def _ends(before: tuple[Command, ...], commands: tuple[Command, ...]) -> Iterator[Files]:
    """How the workspace may be after the commands, one after another in any order."""
    for order in permutations(commands):
        yield after(*before, *order)


def _sources(files: Files) -> frozenset[tuple[str, bytes]]:
    return frozenset((name, data) for name, data in files.items() if not name.startswith("outputs/"))


def _outputs(files: Files) -> frozenset[tuple[str, bytes]]:
    return frozenset((name, data) for name, data in files.items() if name.startswith("outputs/"))


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    words = Counter(each.word for each in outcomes if not each.passed)
    for word, count in words.items():
        yield f"{count} of {len(outcomes)} runs of commands at once: {word}"


MEASURE = Measure("commands at once lose nothing", count=60, sample=2, tried=_tried, below=_below, seconds=60.0)
