"""reportgen build --watch: what each build has written and found, until Ctrl-C."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import click

from reportgen.errors import ReportgenError
from reportgen.pipeline.watch import WatchedReport
from reportgen.workspace.writing import from_here

if TYPE_CHECKING:
    from reportgen.pipeline.orders import BuildOrder


def build_and_watch(order: BuildOrder, quiet: bool) -> NoReturn:
    """Build a report, and again whenever a file of the workspace is saved; what is wrong is told each time."""
    watched = WatchedReport(order)
    while True:
        _build_once(watched, quiet)
        if not quiet:
            click.echo("waiting for the next change; Ctrl-C ends it", err=True)
        watched.wait()


def _build_once(watched: WatchedReport, quiet: bool) -> None:
    try:
        built = watched.build()
    except ReportgenError as error:
        click.echo(str(error), err=True)
        return
    for line in built.told_findings():
        click.echo(line, err=True)
    for path in built.files if not quiet else ():
        click.echo(from_here(path))
