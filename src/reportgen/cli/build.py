"""reportgen build: write the documents of a report, or of all."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from reportgen.cli.options import find_report, languages_option, report_argument
from reportgen.cli.replay import WITNESS, keep_for_replay
from reportgen.errors import UsageError
from reportgen.writers import FORMATS, LAID_OUT, STYLED

if TYPE_CHECKING:
    from reportgen.pipeline.many import ReportOutcome
    from reportgen.pipeline.orders import BuildOrder
    from reportgen.workspace import Workspace
    from reportgen.workspace.witness import Witness

_NAMES = (*FORMATS, *LAID_OUT)
_USUAL, _TRACKED = ("docx", "md"), ("docx",)
_AGAIN = "the report was changed while it was built: building it again"
_FEW = 4
"""As many files that no bar is worth while."""


@click.command()
@report_argument
@languages_option
@click.option(
    "-t", "--to", "formats", multiple=True, type=click.Choice(_NAMES), help="A format, again for more; docx and md."
)
@click.option("-o", "--output", metavar="DIR", help="The folder to write to; outputs/<slug> of the workspace.")
@click.option(
    "--reference-doc",
    "reference",
    metavar="FILE.docx",
    help="A Word file whose styles, page set-up, headers and footers docx and pdf take; its text is not read.",
)
@click.option("--notes", is_flag=True, help="Put the open review notes into the Word files, as comments.")
@click.option(
    "--changes-since",
    "since",
    metavar="EDITION|FILE",
    help="Write tracked changes since a freeze, by its number, or since a Word or Markdown file that was sent.",
)
@click.option("--author", metavar="NAME", help="Who signs the changes; reportgen.")
@click.option("--date", metavar="DATE", help="When, as 2026-01-31; the date of the masthead.")
@click.option("--final", is_flag=True, help="Write nothing unless there is no finding at all.")
@click.option("--pages", is_flag=True, help="Print page numbers in the contents, as LibreOffice lays pages out.")
@click.option(
    "--side-by-side", is_flag=True, help="Write HTML as one page with all languages in columns, SLUG.TAG-TAG.html."
)
@click.option("--all", "every", is_flag=True, help="Build every report of the workspace, on all processors.")
@click.option("--watch", is_flag=True, help="Go on, and build again whenever a file is saved; Ctrl-C ends it.")
@click.option("-q", "--quiet", is_flag=True, help="Print only what is wrong.")
@click.pass_obj
@click.pass_context
def build(
    context: click.Context,
    root: str,
    report: str | None,
    languages: tuple[str, ...],
    formats: tuple[str, ...],
    output: str | None,
    reference: str | None,
    notes: bool,
    since: str | None,
    author: str | None,
    date: str | None,
    final: bool,
    pages: bool,
    side_by_side: bool,
    every: bool,
    watch: bool,
    quiet: bool,
) -> None:
    """Write a report's documents: one file a language and format, or HTML with all languages side by side.

    Findings are printed; at error level they make the exit code 1, and with --final nothing is written. With
    --changes-since the files are named SLUG.TAG.changes.FORMAT; Markdown has the changes as CriticMarkup.
    """
    from reportgen.pipeline.orders import BuildOrder

    wanted = formats or (_USUAL if since is None else _TRACKED)
    _check_options(wanted, reference, notes, side_by_side, every, report)
    _check_changes(since, author, date, every)
    _check_watch(watch, reference, notes, final, pages, since, side_by_side, every)
    workspace, slugs = _chosen(root, report, every)
    orders = [
        BuildOrder(
            root=str(workspace.root), slug=slug, languages=languages, formats=wanted,
            folder=_folder(output, slug, every), reference=reference or "", notes=notes, final=final, pages=pages,
            since=since or "", author=author or "", date=date or "", side_by_side=side_by_side,
        )
        for slug in slugs
    ]  # fmt: skip
    sys.exit(_build_all(orders, quiet) if every else _build(orders[0], quiet, watch, context.meta.get(WITNESS)))


def _check_options(
    formats: Sequence[str], reference: str | None, notes: bool, beside: bool, every: bool, report: str | None
) -> None:
    """A `UsageError` for options that do not go together."""
    if reference is not None and not set(formats) & set(STYLED):
        raise UsageError("--reference-doc is for docx and pdf, and neither is written", hint="add -t docx")
    if notes and "docx" not in formats:
        raise UsageError("--notes is for docx, and none is written", hint="add -t docx")
    if beside and "html" not in formats:
        raise UsageError("--side-by-side is for html, and none is written", hint="add -t html")
    if every and report:
        raise UsageError("--all takes no report", hint="leave it or --all out")


def _check_changes(since: str | None, author: str | None, date: str | None, every: bool) -> None:
    """A `UsageError` for options of tracked changes that do not go together."""
    if since is None and (author or date):
        raise UsageError("--author and --date sign tracked changes", hint="add --changes-since EDITION or FILE")
    if every and since and not since.isdecimal():
        raise UsageError("--all compares with an edition, a file is that of one report", hint="name the report")


def _check_watch(watch: bool, *others: object) -> None:
    """A `UsageError` for options that do not go with --watch."""
    if watch and any(others):
        raise UsageError("--watch goes with -l, -t, -o and -q alone", hint="leave the other options out while you edit")


def _chosen(root: str, report: str | None, every: bool) -> tuple[Workspace, list[str]]:
    """The workspace, and the slugs of what is to be built."""
    from reportgen.workspace import Workspace

    if not every:
        workspace, slug = find_report(root, report)
        return workspace, [slug]
    workspace = Workspace.at(root)
    if not workspace.reports():
        raise UsageError(f"no report in {workspace.root / 'inputs'}", hint="reportgen new SLUG makes one here")
    return workspace, list(workspace.reports())


def _folder(output: str | None, slug: str, every: bool) -> str:
    """Where the files go, by name from the root of the file system; empty for outputs/<slug>."""
    if not output:
        return ""
    return str(Path(output, slug).absolute() if every else Path(output).absolute())


def _build(order: BuildOrder, quiet: bool, watch: bool, witness: Witness | None) -> int:
    return _build_and_watch(order, quiet) if watch else _build_one(order, quiet, witness)


def _build_one(order: BuildOrder, quiet: bool, witness: Witness | None) -> int:
    """Build the report and print what became of it; the exit code."""
    from reportgen.pipeline.orders import build_report, one_by_one
    from reportgen.pipeline.side_by_side import done_side_by_side
    from reportgen.workspace.writing import from_here

    with _progress(quiet) as advance:
        # Two LibreOffices at once take longer than one after the other.
        do = one_by_one if order.asks_other_programs else done_side_by_side
        built = build_report(order, advance, lambda: click.echo(_AGAIN, err=True), do)
    lines = [("err", line) for line in built.told_findings()]
    if not built.files:
        lines.append(("err", "nothing was written, since there are findings"))
    lines += [("out", from_here(path)) for path in built.files if not quiet]
    for stream, line in lines:
        click.echo(line, err=stream == "err")
    if witness and not order.asks_other_programs:
        keep_for_replay(witness, lines, built.files, built.exit_code)
    return built.exit_code


def _build_and_watch(order: BuildOrder, quiet: bool) -> NoReturn:
    """Build the report, and again whenever a file of its workspace is saved."""
    from reportgen.cli.watch import build_and_watch

    build_and_watch(order, quiet)


def _build_all(orders: Sequence[BuildOrder], quiet: bool) -> int:
    """Build all reports and print what became of each, those that failed once more at the end; the exit code.

    That of the first report that failed, else 1 where one has a finding at error level.
    """
    from reportgen.pipeline.many import build_orders

    outcomes = []
    for outcome in build_orders(orders):
        outcomes.append(outcome)
        _print_outcome(outcome, quiet)
    failed = [each for each in outcomes if each.failure]
    if failed:
        names = ", ".join(each.slug for each in failed)
        click.echo(f"{len(failed)} of {len(outcomes)} reports failed: {names}", err=True)
    return next((each.exit_code for each in (*failed, *outcomes) if each.exit_code), 0)


def _print_outcome(outcome: ReportOutcome, quiet: bool) -> None:
    from reportgen.workspace.writing import from_here

    for line in (*outcome.findings, *filter(None, [outcome.failure])):
        click.echo(line, err=True)
    for name in outcome.files if not quiet else ():
        click.echo(from_here(Path(name)))


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal, nothing elsewhere; it is told after each file how many there will be."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    # Without a thread that draws it, which would stop the build from going on two processors.
    with Progress(console=Console(stderr=True), transient=True, auto_refresh=False) as progress:
        task = progress.add_task("building", total=None, visible=False)
        yield lambda total: progress.update(task, advance=1, total=total, visible=total >= _FEW, refresh=True)
