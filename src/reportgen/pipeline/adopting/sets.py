"""An archive as reports: each document adopted in all its languages and written, on as many processors as there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path

from reportgen.errors import OutputError, ReportgenError, UsageError
from reportgen.pipeline.adopting.adopt import Adoption, adopt, slug_of, write_adopted
from reportgen.pipeline.compared_sets import languages_by_file, versions_by_name
from reportgen.pipeline.executors import done_by
from reportgen.record import record, replace
from reportgen.workspace import Workspace


@record
class AdoptionOrder:
    """The versions of one document, by their paths, the folder of the workspace, and the slug of the report to be.

    `languages` are those of the files in order, where they are known.
    """

    name: str
    files: tuple[str, ...]
    slug: str
    root: str = "."
    languages: tuple[str, ...] = ()


@record
class AdoptionOutcome:
    """How an adoption ended: the files that were written, what was found, or why it failed.

    `adopted` says all but the bytes of its files; `exit_code` is that of `reportgen adopt`.
    """

    name: str
    files: tuple[str, ...] = ()
    adopted: Adoption | None = None
    failure: str = ""
    exit_code: int = 0


def adoption_orders(paths: Sequence[Path], root: str = ".", tags: Sequence[str] = ()) -> list[AdoptionOrder]:
    """The documents that files make by their names, each with the slug that is made of its name.

    report.en.docx and report.ar.docx are versions of one document; a file that is alone is one too. `tags` are the
    languages of the files in order, where they are known; a `UsageError` where they are not as many.
    """
    said = languages_by_file(paths, tags)
    versions = versions_by_name(paths, Workspace.at(root).languages())
    return [
        AdoptionOrder(
            str(folder / name), tuple(files), slug_of(name), root, tuple(said[each] for each in files) if said else ()
        )
        for (folder, name), files in versions.items()
    ]


def adopt_sets(orders: Sequence[AdoptionOrder], executor: Executor | None = None) -> Iterator[AdoptionOutcome]:
    """How each document was adopted, in the order of the documents; one that fails stops no other.

    Names that the lexicon lacks are told and get no stubs: all reports would write them into one file at once.
    """
    times = Counter(order.slug for order in orders if order.slug)
    # Of two documents with one slug it would be left to chance which one becomes the report.
    done = done_by(executor, adopt_for_outcome, [each for each in orders if times[each.slug] < 2], _lost)
    yield from (next(done) if times[order.slug] < 2 else _doubled(order) for order in orders)


def adopt_for_outcome(order: AdoptionOrder) -> AdoptionOutcome:
    """How one document was adopted, whatever is wrong with its files; the task that goes to a worker."""
    try:
        workspace = Workspace.at(order.root)
        adopted = adopt(workspace, [Path(each) for each in order.files], order.slug, order.languages, with_stubs=False)
        write_adopted(workspace, adopted)
    except ReportgenError as error:
        return AdoptionOutcome(order.name, failure=str(error), exit_code=error.exit_code)
    files = tuple(sorted(workspace.shown(path) for path in adopted.files))
    return AdoptionOutcome(order.name, files, replace(adopted, files={}, states={}), exit_code=adopted.exit_code)


def _doubled(order: AdoptionOrder) -> AdoptionOutcome:
    error = UsageError(
        f"{order.name}: another document would be inputs/{order.slug} too", hint="adopt it by itself, with --as"
    )
    return AdoptionOutcome(order.name, failure=str(error), exit_code=error.exit_code)


def _lost(order: AdoptionOrder, error: Exception) -> AdoptionOutcome:
    message = f"{order.name}: the worker that adopted it was lost: {type(error).__name__}"
    return AdoptionOutcome(order.name, failure=message, exit_code=OutputError.exit_code)
