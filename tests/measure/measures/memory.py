"""Lookups in a memory: the best match is found as by a full scan of 10,000 segments, and quickly among a million."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from statistics import median

from rapidfuzz import fuzz, process

from reportgen import pipeline
from reportgen.language import Language
from reportgen.translation.memory import LEAST_SCORE, Memory
from reportgen.translation.memory.segments import skeleton_of
from reportgen.workspace import Workspace
from tests.measure.case import Measure, Outcome
from tests.measure.remembered.texts import aligned, reworded

_SIZE, _LARGE = 10_000, 1_000_000
_FOUND, _MILLISECONDS, _MEGABYTES = 0.98, 50, 300
_LOOKUPS = 500
"""Texts that are looked for among a million segments, each twice: the second time is the one that counts."""

_COUNT = 601


@lru_cache(maxsize=1)
def _languages() -> tuple[Language, Language]:
    workspace = Workspace.at()
    return pipeline.language(workspace, "en"), pipeline.language(workspace, "fr")


@lru_cache(maxsize=1)
def _small() -> tuple[Path, list[str]]:
    """The memory that is scanned as well, made once a process, and its skeletons."""
    path = Path(tempfile.mkdtemp(prefix="memory-")) / "small.memory"
    with Memory.at(path, is_new=True) as memory:
        memory.add(_languages(), aligned(_SIZE))
    return path, [skeleton_of(_languages()[0], each.source).text for each in aligned(_SIZE)]


def _tried(chance: random.Random, number: int, folder: Path) -> Outcome:
    return _looked_up(chance, folder) if number == _COUNT - 1 else _scanned(chance)


def _scanned(chance: random.Random) -> Outcome:
    path, skeletons = _small()
    source = _languages()[0]
    text = reworded(chance, next(islice(aligned(_SIZE), chance.randrange(_SIZE), None)).source)
    scan = process.extractOne(
        skeleton_of(source, text).text, skeletons, scorer=fuzz.ratio, processor=None, score_cutoff=LEAST_SCORE
    )
    if scan is None:
        return Outcome("best match", "nothing alike", True)
    with Memory.at(path) as memory:
        found = memory.find(_languages(), text, most=1)
    best = found[0].score if found else 0.0
    is_best = best >= scan[1] - 1e-9
    detail = f"{text}\n{scan[1]:.1f} {scan[0]}\nfound {best:.1f}"
    return Outcome("best match", "found" if is_best else "missed", is_best, detail)


def _looked_up(chance: random.Random, folder: Path) -> Outcome:
    path, languages = folder / "large.memory", _languages()
    texts = [reworded(chance, each.source) for each in islice(aligned(60_000), 0, None, 60_000 // _LOOKUPS)]
    began = time.perf_counter()
    with Memory.at(path, is_new=True) as memory:
        memory.add(languages, aligned(_LARGE))
        taken = time.perf_counter() - began
        for text in texts:
            memory.find(languages, text)
        seconds = sorted(_seconds(memory, languages, text) for text in texts)
    counts = {
        "median": round(median(seconds) * 1000),
        "95 of 100": round(seconds[len(seconds) * 95 // 100] * 1000),
        "megabytes": _megabytes(),
    }
    detail = f"{_LARGE:,} segments added in {taken:.0f} s, {path.stat().st_size / 1e6:.0f} MB; {counts}"
    is_quick = counts["median"] < _MILLISECONDS and counts["megabytes"] < _MEGABYTES
    return Outcome("a million", "quick" if is_quick else "slow", is_quick, detail, counts=counts)


def _seconds(memory: Memory, languages: tuple[Language, Language], text: str) -> float:
    began = time.perf_counter()
    memory.find(languages, text)
    return time.perf_counter() - began


def _megabytes() -> int:
    """The most memory that this process has had; none where the system does not tell."""
    try:
        import resource
    except ImportError:  # there is none on Windows
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // 1_000_000


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    scanned = [each for each in outcomes if each.kind == "best match" and each.word != "nothing alike"]
    found = sum(each.passed for each in scanned)
    if scanned and found / len(scanned) < _FOUND:
        yield f"the best match is found {found} of {len(scanned)} times, less than {_FOUND:.0%}"
    for each in outcomes:
        if each.kind == "a million" and not each.passed:
            yield f"lookups in a million segments: {each.counts}"


def _table(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, Sequence[object]]]:
    scanned = [each for each in outcomes if each.kind == "best match" and each.word != "nothing alike"]
    large = next((each.counts for each in outcomes if each.kind == "a million"), {})
    yield "as in a full scan", ["found", "of"]
    yield f"{_SIZE:,} segments", [sum(each.passed for each in scanned), len(scanned)]
    for name in large:
        yield f"{_LARGE:,} segments: {name}", [large[name], "MB" if name == "megabytes" else "ms"]


MEASURE = Measure(
    "a memory finds the best match as a full scan does, and quickly among a million segments",
    count=_COUNT,
    sample=4,
    tried=_tried,
    below=_below,
    seconds=3600.0,
    patience=7200.0,
    table=_table,
)
