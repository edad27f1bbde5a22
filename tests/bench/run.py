"""Rounds of measuring: every subject once a round, one after another, so that a busy moment meets all of them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import log
from pathlib import Path
from statistics import median

from tests.bench.subjects import Place, Subject, environment
from tests.bench.timing import Failed, Sample, timed


@dataclass(slots=True)
class Measured:
    """The samples of a subject by the number of paragraphs, or why it has none."""

    subject: Subject
    samples: dict[int, list[Sample]] = field(default_factory=dict)
    failures: dict[int, str] = field(default_factory=dict)

    def median(self, size: int, what: str) -> float | None:
        """The median of "wall", "cpu" or "memory" at a size."""
        found = self.samples.get(size)
        return median(getattr(each, what) for each in found) if found else None

    def exponent(self) -> float | None:
        """How the time of the processor grows between the two largest sizes: 1 is as the text does."""
        sizes = [size for size in sorted(self.samples) if size >= 760][-2:]
        if len(sizes) < 2:
            return None
        first, last = (self.median(size, "cpu") or 0 for size in sizes)
        return log(last / first) / log(sizes[1] / sizes[0])


def measure(
    subjects: Sequence[Measured], size: int, place: Place, rounds: int, limit: float, tell: Callable[[str], None]
) -> None:
    """Measure all subjects at one size in so many rounds."""
    here = [each for each in subjects if size <= each.subject.largest]
    for number in range(rounds + 1):
        # The first round is not counted: it fills what is kept, and the caches of the disk.
        for each in (each for each in here if size not in each.failures):
            if number or rounds > 1 or each.subject.store == "kept":
                _once(each, size, place, limit, counted=number > 0)
        tell(f"{size:,} paragraphs: round {number} of {rounds}")


def _once(measured: Measured, size: int, place: Place, limit: float, counted: bool) -> None:
    subject = measured.subject
    store = place.folder / "stores" / subject.key.replace(" ", "-")
    if subject.store == "empty":
        shutil.rmtree(store, ignore_errors=True)
    store.mkdir(parents=True, exist_ok=True)
    subject.before(place)
    try:
        sample = timed(subject.command(place), environment(store), place.folder, limit)
    except (Failed, OSError) as error:
        measured.failures[size] = str(error)
        return
    if counted:
        measured.samples.setdefault(size, []).append(sample)


def install(source: Path, folder: Path) -> None:
    """Unpack the wheel of a source tree into a folder: what users have, with its languages compiled."""
    shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory() as wheels:
        command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", wheels, str(source)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        for wheel in Path(wheels).glob("*.whl"):
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(folder)


def compiled(*folders: Path) -> None:
    """Compile the modules of some folders, so that no run does it."""
    import compileall

    for folder in folders:
        compileall.compile_dir(folder, quiet=2)
