"""Run a measure: workers try its cases, a watchdog ends those that never come back, failures are written."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.measure.bad.running import SECRET
from tests.measure.case import Measure, Outcome
from tests.measure.worker import decoded

ROOT = Path(__file__).parents[2]
FRESH_AFTER = 500
"""Cases after which a worker is replaced, so that what reportgen remembers does not grow for ever."""


@dataclass(frozen=True)
class Result:
    """All outcomes of a measure by their numbers, the bounds that were not kept, and the seconds it took."""

    name: str
    outcomes: dict[int, Outcome]
    below: tuple[str, ...]
    seconds: float

    def failed(self) -> dict[int, Outcome]:
        """The outcomes that count as failures."""
        return {number: each for number, each in self.outcomes.items() if not each.passed}


class Worker:
    """One process that tries cases, with a thread that reads what it says."""

    def __init__(self, name: str, seed: int) -> None:
        command = [sys.executable, "-m", "tests.measure.worker", name, str(seed)]
        paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
        environment = {**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": "0", "REPORTGEN_MEASURE": SECRET}
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, text=True, encoding="utf-8",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self.lines: queue.Queue[str] = queue.Queue()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.tried = 0

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put("")

    def try_case(self, number: int, patience: float) -> Outcome | None:
        """What became of a case; none where the worker never came back or died, and is of no more use."""
        assert self.process.stdin is not None
        self.tried += 1
        try:
            self.process.stdin.write(f"{number}\n")
            self.process.stdin.flush()
            line = self.lines.get(timeout=patience)
        except (OSError, queue.Empty):
            return None
        return decoded(line) if line else None

    def end(self) -> None:
        """End the process."""
        self.process.kill()
        self.reader.join()
        self.process.communicate()


def run(name: str, found: Measure, seed: int, numbers: Sequence[int], workers: int) -> Result:
    """Try the cases of these numbers; the outcomes do not depend on how many workers there are."""
    started = time.perf_counter()
    todo: queue.Queue[int] = queue.Queue()
    for number in numbers:
        todo.put(number)
    outcomes: dict[int, Outcome] = {}
    threads = [threading.Thread(target=_work, args=(name, found, seed, todo, outcomes)) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    ordered = {number: outcomes[number] for number in sorted(outcomes)}
    return Result(name, ordered, tuple(found.below(list(ordered.values()))), time.perf_counter() - started)


def _work(name: str, found: Measure, seed: int, todo: queue.Queue[int], outcomes: dict[int, Outcome]) -> None:
    worker = Worker(name, seed)
    for number in _taken(todo):
        if worker.tried >= FRESH_AFTER:
            worker.end()
            worker = Worker(name, seed)
        outcome = worker.try_case(number, found.patience)
        if outcome is None:
            died = worker.process.poll() is not None
            outcome = Outcome("unknown", "died" if died else "hang", False, "the worker never came back")
            worker.end()
            worker = Worker(name, seed)
        outcomes[number] = outcome
    worker.end()


def _taken(todo: queue.Queue[int]) -> Iterator[int]:
    while True:
        try:
            yield todo.get_nowait()
        except queue.Empty:
            return


def write_failures(result: Result, folder: Path, seed: int, echo: Callable[[str], None]) -> None:
    """Write what is needed to see each failure again, a folder each, with the command that tries it once more."""
    for number, outcome in result.failed().items():
        place = folder / result.name / f"{seed}-{number}-{outcome.word}"
        for name, data in {**outcome.files, "OUTCOME.txt": _told(result.name, seed, number, outcome)}.items():
            path = place / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    if result.failed():
        echo(f"failures of {result.name}: {folder / result.name}")


def _told(name: str, seed: int, number: int, outcome: Outcome) -> bytes:
    again = f"make measure ONLY={name} SEED={seed} CASE={number}"
    return f"{again}\n{outcome.kind}: {outcome.word}\n{outcome.detail}\n".encode("utf-8", "backslashreplace")
