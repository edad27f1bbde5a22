"""Pairs of editions as one file with tracked changes: accepted it is the newer edition, rejected the older one.

Asked are the tree, our own reader, the Markdown, a file of the older edition instead of its tree, two programs of
others that accept and reject, and LibreOffice where it is installed.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from reportgen import pipeline
from reportgen.comparison.merged_documents import merged
from reportgen.comparison.rebuilt import rebuilt
from reportgen.passes.contents import list_contents
from reportgen.pipeline.older import of_file
from reportgen.readers import read_document
from reportgen.tree import nodes as tree
from reportgen.tree.editions import newer, older
from reportgen.workspace import Workspace
from tests.conftest import TinyReport, write_every
from tests.measure.case import Measure, Outcome
from tests.tools.edited_documents import EDITS
from tests.tools.tracked_judges import Office, by_trackdiff
from tests.tools.two_editions import AUTHOR, DATE, SIDES, EditionPair, as_printed, as_read, edited_pair, resolved
from tests.tools.validators import VALIDATORS

TAGS = ("en", "ar", "es", "fr", "ru", "zh")
_REPORTS = ("every kind of block", "real report")
_OFFICE = "LibreOffice"
_MOST_IN_OFFICE = 0.03
"""The share of pairs that LibreOffice may show otherwise: of two paragraphs made one it makes a move of its own."""

Judge = Callable[[EditionPair, Path], bool]


def _tried(chance: random.Random, number: int, folder: Path) -> Outcome:
    kind, tag = list(EDITS)[number % len(EDITS)], TAGS[number // len(EDITS) % len(TAGS)]
    report = _REPORTS[(number + number // len(EDITS)) % 2]
    pair = edited_pair(_documents(report), tag, kind, chance.randrange(1_000_000))
    if pair is None:
        return Outcome(kind, "no place", True, column=tag)
    # LibreOffice takes seconds for a pair.
    judges = [name for name in JUDGES if name != _OFFICE or number % 4 == 0]
    wrong = [name for name in judges if not JUDGES[name](pair, folder)]
    counts = {_OFFICE: int(_OFFICE in judges), f"not {_OFFICE}": int(_OFFICE in wrong)}
    files = {f"{path.name}": path.read_bytes() for path in folder.iterdir() if path.is_file()} if wrong else {}
    told = f"{pair.name}, {report}: {', '.join(wrong)}"
    passed = not set(wrong) - {_OFFICE}
    return Outcome(kind, wrong[0] if wrong else "right", passed, told, files, counts, tag)


@lru_cache(maxsize=len(_REPORTS))
def _documents(report: str) -> dict[str, tree.Document]:
    """The documents of a report by language."""
    if report == _REPORTS[0]:
        with tempfile.TemporaryDirectory() as folder:
            every = write_every(TinyReport(Path(folder)))
            return {tag: every.build(tag) for tag in TAGS}
    workspace = Workspace.at(Path(__file__).parents[3])
    loaded = pipeline.load(workspace, "e-cn.15-2019-9")
    return {tag: pipeline.build(workspace, loaded, tag) for tag in TAGS}


def _in_the_tree(pair: EditionPair, _: Path) -> bool:
    return as_printed(newer(pair.both)) == as_printed(pair.new) and as_printed(older(pair.both)) == as_printed(pair.old)


def _by_our_reader(pair: EditionPair, folder: Path) -> bool:
    tracked = pair.tracked(folder)
    return all(as_read(tracked, side) == as_read(pair.written(side, folder)) for side in SIDES)


def _in_markdown(pair: EditionPair, folder: Path) -> bool:
    critic, path = pair.tracked(folder, "md").read_text("utf-8"), folder / "resolved.md"
    for side in SIDES:
        path.write_text(resolved(critic, side), "utf-8")
        if as_read(path) != as_read(pair.written(side, folder, "md")):
            return False
    return True


def _since_a_file(pair: EditionPair, folder: Path) -> bool:
    """Whether the file of the older edition serves as well as its tree."""
    read = read_document(pair.written("old", folder))
    before = list_contents(rebuilt(of_file(read, pair.new), pair.new))
    both = merged(before, pair.new, AUTHOR, DATE, sure=False)
    return as_printed(newer(both)) == as_printed(pair.new) and as_printed(older(both)) == as_printed(pair.old)


def _by_docxodus(pair: EditionPair, folder: Path) -> bool:
    if find_spec("docx_scalpel") is None:
        return True
    import docx_scalpel  # it has wheels for Linux alone

    tracked, path = pair.tracked(folder).read_bytes(), folder / "resolved.docx"
    resolve = (docx_scalpel.docx_diff_reject_revisions, docx_scalpel.docx_diff_accept_revisions)
    for side, resolved_by in zip(SIDES, resolve, strict=True):
        path.write_bytes(resolved_by(tracked))
        if as_read(path) != as_read(pair.written(side, folder)):
            return False
    return True


def _by_docx_trackdiff(pair: EditionPair, folder: Path) -> bool:
    return not by_trackdiff(pair.tracked(folder), *(pair.written(side, folder) for side in SIDES))


def _by_validators(pair: EditionPair, folder: Path) -> bool:
    path = pair.tracked(folder)
    return not any(find(path) for find in VALIDATORS.values())


def _by_libreoffice(pair: EditionPair, folder: Path) -> bool:
    office = _office()
    if office is None:
        return True
    tracked, (old, new) = pair.tracked(folder), (pair.written(side, folder) for side in SIDES)
    asked = [(tracked, "RejectAllTrackedChanges"), (old, ""), (tracked, "AcceptAllTrackedChanges"), (new, "")]
    rejected, before, accepted, now = office.texts(asked)
    return (rejected, accepted) == (before, now)


@lru_cache(maxsize=1)
def _office() -> Office | None:
    """One LibreOffice for all cases of a worker; None where it is not installed."""
    if shutil.which("soffice") is None:
        return None
    # The name keeps the folder, which goes when the worker does.
    return Office(Path(_office_folder().name))


@lru_cache(maxsize=1)
def _office_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="reportgen-office-")


JUDGES: dict[str, Judge] = {
    "tree": _in_the_tree,
    "reader": _by_our_reader,
    "Markdown": _in_markdown,
    "file": _since_a_file,
    "Docxodus": _by_docxodus,
    "docx-trackdiff": _by_docx_trackdiff,
    "validators": _by_validators,
    _OFFICE: _by_libreoffice,
}


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    wrong = Counter(f"{each.kind}: {each.word}" for each in outcomes if not each.passed)
    yield from (f"{count} of {len(outcomes)} are wrong, {what}" for what, count in wrong.most_common())
    asked, otherwise = (sum(each.counts.get(name, 0) for each in outcomes) for name in (_OFFICE, f"not {_OFFICE}"))
    if otherwise > max(1, _MOST_IN_OFFICE * asked):
        yield f"LibreOffice shows {otherwise} of {asked} otherwise"


MEASURE = Measure(
    "tracked changes, accepted and rejected, give both editions",
    count=len(EDITS) * len(TAGS) * 2,
    sample=4,
    tried=_tried,
    below=_below,
    seconds=30.0,
    patience=240.0,
)  # fmt: skip
