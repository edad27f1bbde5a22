"""Documents become reports: each builds, and prints the numbers and words of its file.

The first are the six Word files of the real report, together and each alone. DOCUMENTS names a folder of documents by
others, never stored here: versions of one document have one name and a language tag before the ending.
"""

from __future__ import annotations

import os
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from reportgen import pipeline
from reportgen.errors import ReportgenError
from reportgen.pipeline.adopting.adopt import adopt
from reportgen.pipeline.compared_files import parted_name
from reportgen.pipeline.other_formats import read_foreign
from reportgen.workspace import Workspace
from tests.measure.case import Measure, Outcome
from tests.measure.named.documents import FOLDER
from tests.tools.adopted import printed_again, said

ROOT = Path(__file__).parents[3]
SLUG = "e-cn.15-2019-9"
TAGS = ("en", "ar", "es", "fr", "ru", "zh")
_OWN, _OTHERS = "our own Word files", "documents of others"
_COLUMNS = ("texts", "facts", "same text", "told", "ms")


def _tried(_: random.Random, number: int, folder: Path) -> Outcome:
    own: tuple[tuple[str, ...], ...] = (TAGS, *((tag,) for tag in TAGS))
    if number < len(own):
        return _adopted(_OWN, [_own_file(folder, tag) for tag in own[number]], folder)
    others = _documents()
    if number - len(own) < len(others):
        return _adopted(_OTHERS, others[number - len(own)], folder)
    return Outcome(_OTHERS, "no place", True)


def _adopted(kind: str, paths: Sequence[Path], folder: Path) -> Outcome:
    """What became of one document in one or more languages."""
    root = folder / "workspace"
    root.mkdir()
    workspace, name = Workspace.at(root), f"{parted_name(paths[0].stem, TAGS)[0]} ({len(paths)})"
    start = time.process_time()
    try:
        adoption = adopt(workspace, paths, "adopted")
        seconds = time.process_time() - start
        pairs = [
            (read_foreign(path, path.name), printed_again(workspace, adoption, folder / "again.docx", tag))
            for tag, path in zip(adoption.languages, _in_order(paths, adoption.languages), strict=True)
        ]
    except ReportgenError as error:
        # A file that is no document is refused in one line; one of our own never is.
        return Outcome(kind, "refused", kind == _OTHERS, str(error), column=name)
    # Numbers stand before the texts, so that another one is another word.
    same = all(" ".join(said(one)).split() == " ".join(said(other)).split() for one, other in pairs)
    told = [*adoption.differences, *adoption.left_out]
    figures = (adoption.texts, adoption.facts, int(same), len(told), round(seconds * 1000))
    counts = dict(zip(_COLUMNS, figures, strict=True))
    word = "the same" if same else "otherwise"
    return Outcome(kind, word, same, "\n".join(map(str, told)), counts=counts, column=name)


def _in_order(paths: Sequence[Path], tags: Sequence[str]) -> list[Path]:
    """The files in the order of their languages, which the names of versions have."""
    named = {parted_name(path.stem, TAGS)[1]: path for path in paths}
    return [named[tag] for tag in tags] if len(paths) > 1 else list(paths)


def _own_file(folder: Path, tag: str) -> Path:
    path = folder / f"{SLUG}.{tag}.docx"
    path.write_bytes(_own_bytes(tag))
    return path


@lru_cache(maxsize=len(TAGS))
def _own_bytes(tag: str) -> bytes:
    workspace = Workspace.at(ROOT)
    return pipeline.write(pipeline.build(workspace, pipeline.load(workspace, SLUG), tag), "docx")


@lru_cache(maxsize=1)
def _documents() -> tuple[tuple[Path, ...], ...]:
    """The documents of others, each with all its languages."""
    folder = os.environ.get(FOLDER)
    groups: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(Path(folder).iterdir()) if folder else ():
        if path.is_file():
            groups[f"{parted_name(path.stem, TAGS)[0]}{path.suffix}"].append(path)
    return tuple(tuple(paths) for paths in groups.values())


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        if not outcome.passed:
            yield f"{outcome.kind}, {outcome.column}: {outcome.word}"


def _table(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, Sequence[object]]]:
    yield "document", _COLUMNS
    for each in outcomes:
        if each.counts:
            yield each.column, tuple(each.counts[name] for name in _COLUMNS)


MEASURE = Measure(
    "a document becomes a report that prints its numbers and words", count=200, sample=1, tried=_tried, below=_below,
    seconds=60.0, patience=300.0, table=_table,
)  # fmt: skip
