"""Many reports, on as many processors or machines as an executor has: `build_orders(orders, executor)`.

One task is one report in all its languages. Tasks share nothing but the folder they read and the one they write, and
each file is written whole: a task that is begun twice, since a worker was lost, writes the same bytes. A report that
the store knows to be unchanged is no task at all, so that what was broken off goes on where it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor

from reportgen.errors import OutputError, ReportgenError
from reportgen.pipeline.executors import done_by
from reportgen.pipeline.orders import BuildOrder, build_report
from reportgen.record import record
from reportgen.store import digest_of_bytes
from reportgen.store.runs import keep_run, unchanged_run
from reportgen.workspace.witness import witnessed


@record
class ReportOutcome:
    """How one of many reports ended: the files that were written, what its findings say, and why it failed if it did.

    `exit_code` is that of `reportgen build`.
    """

    slug: str
    files: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    failure: str = ""
    exit_code: int = 0


def build_orders(orders: Sequence[BuildOrder], executor: Executor | None = None) -> Iterator[ReportOutcome]:
    """How each order ended, in their order; one that fails stops no other.

    Without an executor the reports are built by processes of this machine, one a processor.
    """
    known = [_unchanged(order) for order in orders]
    waiting = [order for order, outcome in zip(orders, known, strict=True) if outcome is None]
    built = done_by(executor, build_for_outcome, waiting, _lost)
    yield from (outcome or next(built) for outcome in known)


def build_for_outcome(order: BuildOrder) -> ReportOutcome:
    """How the order ended, whatever is wrong with its report; the task that goes to a worker."""
    try:
        with witnessed(digest_of_bytes) as witness:
            built = build_report(order)
            witness.written(built.files.items())
    except ReportgenError as error:
        return ReportOutcome(order.slug, failure=str(error), exit_code=error.exit_code)
    except OSError as error:
        message = f"{order.slug}: cannot read or write: {error.filename or ''} {error.strerror or error}"
        return ReportOutcome(order.slug, failure=message, exit_code=OutputError.exit_code)
    files, findings = tuple(map(str, built.files)), tuple(built.told_findings())
    if not order.asks_other_programs:
        lines = [*(("out", name) for name in files), *(("err", line) for line in findings)]
        keep_run(order.root, _words(order), witness, lines, built.exit_code)
    return ReportOutcome(order.slug, files, findings, exit_code=built.exit_code)


def _unchanged(order: BuildOrder) -> ReportOutcome | None:
    """How the order ended before, where nothing that it depends on has changed since."""
    found = None if order.asks_other_programs else unchanged_run(order.root, _words(order))
    if found is None:
        return None
    said, exit_code = found
    files, findings = (tuple(line for stream, line in said if stream == wanted) for wanted in ("out", "err"))
    return ReportOutcome(order.slug, files, findings, exit_code=exit_code)


def _words(order: BuildOrder) -> list[str]:
    """The order as the store knows it; the folders among the words are where its files are looked up."""
    return ["one of many", order.root, order.folder, order.reference, repr(order)]


def _lost(order: BuildOrder, error: Exception) -> ReportOutcome:
    message = f"{order.slug}: the worker that built it was lost: {type(error).__name__}"
    hint = "run it again: what is done is not done twice"
    return ReportOutcome(order.slug, failure=f"{message}\n  hint: {hint}", exit_code=OutputError.exit_code)
