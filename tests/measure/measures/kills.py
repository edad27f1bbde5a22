"""Processes killed while they build, freeze, accept, update or read: each set of files is old or new, nothing is left.

A third of the kills come at any time of a run, a third after the process has begun to write, and a third as soon as
something shows among the files. What stands there at once is counted; what stands there after one more command decides.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.measure.case import Measure, Outcome
from tests.measure.processes import (
    ADDED,
    BUILDING,
    CHECKING,
    FREEZING,
    READING,
    UPDATING,
    Command,
    accepting,
    after,
    files_of,
    lay,
    start,
    succeed,
)  # fmt: skip

_KINDS: dict[str, tuple[tuple[Command, ...], Command]] = {
    "build": ((), BUILDING),
    "freeze": (tuple(map(accepting, ADDED)), FREEZING),
    "accept": ((), accepting(ADDED[0])),
    "update": ((), UPDATING),
    "first build": ((), (*BUILDING, "-o", "new/folder")),
    "read": ((), READING),
}
"""By kind: the commands that were run before, and the one that is killed."""

Files = dict[str, bytes]

_GOOD = ("old", "new", "put right")
"""At once after the kill, or after the next command."""

_MOMENTS = ("any time", "writing", "naming")
_MOST_SECONDS = 30.0


def _tried(chance: random.Random, number: int, folder: Path) -> Outcome:
    kind = list(_KINDS)[number % len(_KINDS)]
    moment = _MOMENTS[number // len(_KINDS) % len(_MOMENTS)]
    before, command = _KINDS[kind]
    old, new = after(*before), after(*before, command)
    lay(folder, old)
    killed = _killed(chance, moment, command, folder)
    at_once = files_of(folder)
    succeed(CHECKING, folder)
    found = files_of(folder)
    word = _word(at_once, found, old, new)
    counts = {"killed": int(killed)}
    detail = f"{' '.join(command)}\n{moment}, killed: {killed}\nat once\n{_told(at_once, old, new)}"
    detail += f"\nafter the next command\n{_told(found, old, new)}"
    return Outcome(kind, word, word in _GOOD, detail, counts=counts)


def _killed(chance: random.Random, moment: str, command: Command, folder: Path) -> bool:
    """Start the command and kill it at some moment; false where it came to its end before."""
    expected = _seconds(command)
    process = start(command, folder)
    try:
        if moment == "any time":
            time.sleep(chance.uniform(0, expected))
        else:
            shows = _has_begun if moment == "writing" else _has_named
            time.sleep(expected / 4)
            end = time.monotonic() + _MOST_SECONDS
            while process.poll() is None and time.monotonic() < end and not shows(process.pid, folder):
                pass  # what is looked for lasts less than a thousandth of a second
            time.sleep(chance.uniform(0, 0.03 if moment == "writing" else 0.0005))
    finally:
        process.kill()
        process.communicate()
    return process.returncode != 0 and process.returncode != 1


@lru_cache(maxsize=len(_KINDS))
def _seconds(command: Command) -> float:
    """How long the command takes here."""
    before = next(before for before, each in _KINDS.values() if each == command)
    with TemporaryDirectory() as folder:
        lay(Path(folder), after(*before))
        started = time.perf_counter()
        start(command, Path(folder)).communicate()
        return time.perf_counter() - started


def _has_begun(process: int, folder: Path) -> bool:
    """Whether a process has a file open in the folder that has no name, or one has shown."""
    with suppress(OSError):  # it has just ended; or this system does not say which files are open
        for each in os.listdir(f"/proc/{process}/fd"):
            if os.readlink(f"/proc/{process}/fd/{each}").startswith(f"{folder}{os.sep}"):
                return True
    return _has_named(process, folder)


def _has_named(_: int, folder: Path) -> bool:
    return any(name.startswith(".reportgen") for name in os.listdir(folder))


def _word(at_once: Files, found: Files, old: Files, new: Files) -> str:
    if any(at_once.get(name) not in (old.get(name), new.get(name)) for name in old.keys() | new.keys()):
        return "half"
    if found.keys() - old.keys() - new.keys():
        return "left"
    if found not in (old, new):
        return "mixed"
    return "put right" if at_once != found else "old" if found == old else "new"


def _told(found: Files, old: Files, new: Files) -> str:
    """Each file that a command changes, or that is neither old nor new, and which of the two it is."""
    lines = []
    for name in sorted(found.keys() | old.keys() | new.keys()):
        if old.get(name) != new.get(name) or found.get(name) != old.get(name):
            which = "old" if found.get(name) == old.get(name) else "new" if found.get(name) == new.get(name) else "?"
            lines.append(f"  {which} {name}")
    return "\n".join(lines)


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    words = Counter(each.word for each in outcomes if not each.passed)
    for word, count in words.items():
        yield f"{count} of {len(outcomes)} sets of files are {word}"
    killed = sum(each.counts.get("killed", 0) for each in outcomes)
    if outcomes and killed < len(outcomes) / 2:
        yield f"{killed} of {len(outcomes)} processes were killed before their end, fewer than half"


MEASURE = Measure("sets of files after a kill", count=300, sample=5, tried=_tried, below=_below)
