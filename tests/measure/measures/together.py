"""Commands at once: what each of them changed is kept, or it was refused and said so, as if they had run in turn."""

from __future__ import annotations

import random
import subprocess
import time
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
Process = subprocess.Popen[str]

_ACCEPTING = tuple(map(accepting, ADDED))
_KINDS: dict[str, tuple[tuple[Command, ...], tuple[Command, ...]]] = {
    "four accept": ((), _ACCEPTING),
    "accept, freeze, update, build": (_ACCEPTING[:3], (_ACCEPTING[3], FREEZING, UPDATING, BUILDING)),
    "two build, two update": ((), (BUILDING, UPDATING, (*BUILDING, "-q"), (*UPDATING, "-l", "fr"))),
}
"""By kind: the commands that were run before, and those that run at once."""


def _tried(chance: random.Random, number: int, folder: Path) -> Outcome:
    kind = list(_KINDS)[number % len(_KINDS)]
    before, commands = _KINDS[kind]
    lay(folder, after(*before))
    running = {command: start(command, folder) for command in _shuffled(chance, commands)}
    ended = _in_order_of_their_ends(list(running.values()))
    codes = [process.returncode for process in running.values()]
    order = tuple(sorted(commands, key=lambda command: ended.index(running[command])))
    told = "\n".join(f"exit {process.returncode}\n{''.join(process.communicate())}" for process in ended)
    word = _word(files_of(folder), before, order, codes)
    return Outcome(kind, word, word in ("kept", "refused"), told)


def _shuffled(chance: random.Random, commands: tuple[Command, ...]) -> list[Command]:
    return chance.sample(commands, len(commands))


def _in_order_of_their_ends(running: list[Process]) -> list[Process]:
    ended: list[Process] = []
    while len(ended) < len(running):
        ended += [process for process in running if process not in ended and process.poll() is not None]
        time.sleep(0.005)
    return ended


def _word(found: Files, before: tuple[Command, ...], order: tuple[Command, ...], codes: Sequence[int]) -> str:
    if not set(codes) <= {0, 1, 7}:
        return "failed"
    if 7 in codes:
        return "refused"
    ends = [order, *permutations(order)]  # the first is mostly the one
    if not any(_sources(found) == _sources(after(*before, *each)) for each in ends):
        return "lost"
    return "kept" if any(_outputs(found) == _outputs(after(*before, *each)) for each in ends) else "mixed"


def _sources(files: Files) -> frozenset[tuple[str, bytes]]:
    return frozenset((name, data) for name, data in files.items() if not name.startswith("outputs/"))


def _outputs(files: Files) -> frozenset[tuple[str, bytes]]:
    return frozenset((name, data) for name, data in files.items() if name.startswith("outputs/"))


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    words = Counter(each.word for each in outcomes if not each.passed)
    for word, count in words.items():
        yield f"{count} of {len(outcomes)} runs of commands at once: {word}"


MEASURE = Measure("commands at once lose nothing", count=60, sample=2, tried=_tried, below=_below, seconds=60.0)
