"""A process that tries cases: a number a line on stdin, an outcome a line of JSON on stdout."""

from __future__ import annotations

import base64
import json
import sys
import tempfile
import time
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from tests.measure.case import Measure, Outcome, chance
from tests.measure.registry import measure

MEMORY = 4_000_000_000
"""Bytes of address space that one worker may take, where the system can hold it to that."""


def try_case(found: Measure, seed: int, number: int) -> Outcome:
    """Try one case in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="measure-") as folder:
        started = time.process_time()
        outcome = found.tried(chance(seed, number), number, Path(folder))
        taken = time.process_time() - started
    if taken > found.seconds:
        return replace(outcome, word="hang", passed=False, detail=f"{taken:.1f} s\n{outcome.detail}")
    return outcome


def encoded(outcome: Outcome) -> str:
    """The outcome as one line of JSON."""
    data = asdict(outcome)
    data["files"] = {name: base64.b64encode(value).decode() for name, value in outcome.files.items()}
    return json.dumps(data)


def decoded(line: str) -> Outcome:
    """The outcome that a line of JSON holds."""
    data: dict[str, Any] = json.loads(line)
    data["files"] = {name: base64.b64decode(value) for name, value in data["files"].items()}
    return Outcome(**data)


def main(name: str, seed: int) -> None:
    """Try the cases whose numbers come in, until there are no more."""
    _limit_memory()
    found, out = measure(name), sys.stdout
    sys.stdout = sys.stderr
    for line in sys.stdin:
        print(encoded(try_case(found, seed, int(line))), file=out, flush=True)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # there is none on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
