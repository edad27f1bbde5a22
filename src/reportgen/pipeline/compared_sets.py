"""An archive compared: sets of two to six versions of one document each, on as many processors as an executor has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path

from reportgen.errors import OutputError, ReportgenError, UsageError
from reportgen.pipeline.compared_files import LEAST_FILES, ComparedFiles, compare_files, parted_name
from reportgen.pipeline.executors import done_by
from reportgen.record import record
from reportgen.workspace import Workspace


@record
class ComparisonOrder:
    """The versions of one document, by their paths, and the folder of the workspace; its `name` tells it in results.

    `languages` are those of the files in order, where they are known.
    """

    name: str
    files: tuple[str, ...]
    root: str = "."
    languages: tuple[str, ...] = ()


@record
class ComparisonOutcome:
    """How a comparison ended: what was found, or why it failed; `exit_code` is that of `reportgen compare`."""

    name: str
    compared: ComparedFiles | None = None
    failure: str = ""
    exit_code: int = 0


def comparison_orders(paths: Sequence[Path], root: str = ".", tags: Sequence[str] = ()) -> Iterator[ComparisonOrder]:
    """The sets that files make by their names: report.en.docx and report.ar.docx are versions of one document.

    A document of which there is one version alone makes no set. `tags` are the languages of the files in order, where
    they are known; a `UsageError` where they are not as many.
    """
    said = languages_by_file(paths, tags)
    for (folder, name), files in versions_by_name(paths, Workspace.at(root).languages()).items():
        if len(files) >= LEAST_FILES:
            languages = tuple(said[each] for each in files) if said else ()
            yield ComparisonOrder(str(folder / name), tuple(files), root, languages)


def in_order_of_names(files: Sequence[str], tags: Sequence[str]) -> tuple[list[Path], list[str]]:
    """The paths of files in the order of their names, each with its language where it is known."""
    languages_by_file(list(map(Path, files)), tags)
    known = sorted(zip(map(Path, files), tags or [""] * len(files), strict=True))
    return [path for path, _ in known], [tag for _, tag in known if tag]


def languages_by_file(paths: Sequence[Path], tags: Sequence[str]) -> dict[str, str]:
    """The languages that are said of files, by their paths; none where none is said."""
    if tags and len(tags) != len(paths):
        hint = "-l once a file, in their order, or never"
        raise UsageError(f"{len(tags)} languages for {len(paths)} files", hint=hint)
    return dict(zip(map(str, paths), tags, strict=True)) if tags else {}


def versions_by_name(paths: Sequence[Path], known: Collection[str]) -> dict[tuple[Path, str], list[str]]:
    """The files of each document, by its folder and its name without the tag of a known language."""
    sets: dict[tuple[Path, str], list[str]] = defaultdict(list)
    for path in paths:
        name, _ = parted_name(path.stem, known)
        sets[path.parent, name].append(str(path))
    return sets


def compare_sets(orders: Sequence[ComparisonOrder], executor: Executor | None = None) -> Iterator[ComparisonOutcome]:
    """How each set compares, in the order of the sets; one that fails stops no other."""
    return done_by(executor, compare_for_outcome, orders, _lost)


def compare_for_outcome(order: ComparisonOrder) -> ComparisonOutcome:
    """How one set compares, whatever is wrong with its files; the task that goes to a worker."""
    try:
        compared = compare_files(Workspace.at(order.root), [Path(each) for each in order.files], order.languages)
    except ReportgenError as error:
        return ComparisonOutcome(order.name, failure=str(error), exit_code=error.exit_code)
    return ComparisonOutcome(order.name, compared, exit_code=1 if compared.found else 0)


def _lost(order: ComparisonOrder, error: Exception) -> ComparisonOutcome:
    message = f"{order.name}: the worker that compared it was lost: {type(error).__name__}"
    return ComparisonOutcome(order.name, failure=message, exit_code=OutputError.exit_code)
