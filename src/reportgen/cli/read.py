"""reportgen read: what came back in a Word or Markdown file."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportgen.cli.came_back import files_and_report, import_translations, is_for_translators
from reportgen.cli.numbers.printing import print_changes
from reportgen.cli.options import json_option, open_report, report_to_change
from reportgen.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.pipeline.read import CameBack, ReadChoices


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="FILE... [REPORT]")
@click.option("-l", "--language", default="", metavar="TAG", help="The language of the files; else as they say.")
@click.option("--sent", metavar="FILE", help="The file as it was sent; else what the file names or carries.")
@click.option("--two-way", is_flag=True, help="Take today's sources for what was sent, where that is not known.")
@click.option("--apply", "applied", is_flag=True, help="Write what is ready into inputs/ and locales/.")
@click.option("--only", multiple=True, metavar="ID", help="Only this piece or block, again for more.")
@click.option(
    "--facts",
    type=click.Choice(["ask", "keep", "take"]),
    default="ask",
    help="Changed facts: list them and write nothing of their piece (default), keep them as they are, or write them.",
)
@click.option(
    "--why", default="", metavar="TEXT", help="The reason for changes to a frozen report; the ledger keeps it."
)
@json_option
@click.pass_obj
def read(
    root: str,
    names: tuple[str, ...],
    language: str,
    sent: str | None,
    two_way: bool,
    applied: bool,
    only: tuple[str, ...],
    facts: Any,
    why: str,
    output: str,
) -> None:
    """Say what came back in Word or Markdown files, and with --apply write it into the sources.

    Texts and facts are compared with what was sent: the edition that a file names, or what it carries. Exit code 1
    where anything is open, in conflict, or not written yet.
    """
    from reportgen.pipeline.read import ReadChoices

    files, report = files_and_report(names)
    of_translators = [each for each in files if is_for_translators(each)]
    if of_translators:
        if len(of_translators) < len(files):
            raise UsageError("files of translators and documents cannot be read at once", hint="read them one by one")
        import_translations(root, report, files, False, output, is_written=applied)
    choices = ReadChoices(language, facts, only, Path(sent) if sent else None, two_way, why)
    reading = _applied(root, report, files, choices) if applied else _read(root, report, files, choices)
    if output == "json":
        click.echo(json.dumps(reading.as_json(), ensure_ascii=False, indent=1))
    else:
        _print(reading, applied)
    sys.exit(1 if reading.is_open(applied) else 0)


def _read(root: str, report: str | None, files: Sequence[Path], choices: ReadChoices) -> CameBack:
    from reportgen.pipeline.numbers import Built
    from reportgen.pipeline.read import read_copies

    return read_copies(Built(*open_report(root, report)), files, choices)


def _applied(root: str, report: str | None, files: Sequence[Path], choices: ReadChoices) -> CameBack:
    """The reading, once its files are written."""
    from reportgen.pipeline.numbers import Built
    from reportgen.pipeline.read import read_copies, require_base

    with report_to_change(root, report) as (workspace, loaded, kept):
        reading = read_copies(Built(workspace, loaded), files, choices)
        require_base(reading, choices)
        kept.write(reading.files)
    return reading


def _print(reading: CameBack, applied: bool) -> None:
    from reportgen.returned.told import summary_of
    from reportgen.workspace.writing import from_here

    for copy in reading.copies:
        click.echo(copy.said)
    print_changes(reading.changes, reading.notes, reading.numbers())
    click.echo(summary_of(reading.changes, reading.notes, applied))
    for path in reading.files if applied else ():
        click.echo(from_here(path), err=True)
    if not applied and reading.files:
        click.echo("nothing was written: --apply writes what is ready", err=True)
