"""Mutants: small faults put into a module of a room, at random; the tests of the room must notice each."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.measure.case import Measure, Outcome
from tests.measure.mutants.mutations import mutant, places

ROOT = Path(__file__).parents[3]

ROOMS = {
    "comparison": ["comparison"],
    "passes": ["passes"],
    "printing": ["printing"],
    "located": ["located", "inputs"],
    "catalogue": ["catalogue"],
    "workspace": ["workspace", "test_workspace.py"],
    "checks": ["checks"],
}
"""The rooms, in turn, and where the tests of each stand."""

_PATIENCE = 900.0
_KILLED = 0.85
"""The share that must be noticed: some mutants do the same as the code, and nothing tells those from the others."""


def _tried(chance: random.Random, number: int, folder: Path) -> Outcome:
    room = list(ROOMS)[number % len(ROOMS)]
    modules = sorted((ROOT / "src" / "reportgen" / room).glob("**/*.py"))
    counts = [places(path.read_text("utf-8")) for path in modules]
    path = chance.choices(modules, counts)[0]
    place = chance.randrange(counts[modules.index(path)])
    made = mutant(path.read_text("utf-8"), place)
    said = _said(path, place, ROOMS[room], folder)
    name = path.relative_to(ROOT / "src").as_posix()
    detail = f"{name}:{made.line}:{made.column}: {made.kind}\n- {made.before}\n+ {made.after}\n{said}"
    return Outcome(room, "noticed" if said else "survived", bool(said), detail)


def _said(path: Path, place: int, tests: Sequence[str], folder: Path) -> str:
    """What the tests say of the fault; empty where they pass."""
    parts = path.relative_to(ROOT / "src").with_suffix("").parts
    module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    command = [
        sys.executable, "-m", "pytest", "-x", "-n", "0", "--no-header", "--tb=line", "-m", "not external and not large",
        "-p", "tests.measure.mutants.plugin", "-p", "no:cacheprovider", f"--basetemp={folder / 'pytest'}",
        *(f"tests/{each}" for each in tests),
    ]  # fmt: skip
    environment = {**os.environ, "REPORTGEN_MUTANT": f"{module}:{place}"}
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=_PATIENCE
        )
    except subprocess.TimeoutExpired:
        return f"the tests do not end in {_PATIENCE:.0f} seconds"
    return "" if done.returncode == 0 else (done.stdout + done.stderr)[-2000:] or f"exit {done.returncode}"


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    noticed = sum(each.passed for each in outcomes)
    if noticed < _KILLED * len(outcomes):
        yield f"{len(outcomes) - noticed} of {len(outcomes)} mutants survive, more than {1 - _KILLED:.0%}"


MEASURE = Measure(
    "mutants are noticed", count=70, sample=0, tried=_tried, below=_below, patience=_PATIENCE + 60
)  # fmt: skip
