"""Forms of field offices that came back: which files are some, and what is said of them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from reportgen.cli.numbers.printing import print_changes
from reportgen.cli.options import open_report, report_to_change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.pipeline.forms.received import ReceivedForms


def read_filled_forms(
    root: str, report: str | None, files: Sequence[Path], why: str, applied: bool, output: str
) -> NoReturn:
    """Read forms of field offices, write what is ready where that is asked for, and say what their senders are told."""
    from reportgen.pipeline.forms.received import read_forms
    from reportgen.pipeline.numbers import Built

    if applied:
        with report_to_change(root, report) as (workspace, loaded, kept):
            received = read_forms(Built(workspace, loaded), files, why)
            kept.write(received.files)
    else:
        received = read_forms(Built(*open_report(root, report)), files, why)
    if output == "json":
        click.echo(json.dumps(received.as_json(), ensure_ascii=False, indent=1))
    else:
        _print_forms(received, applied)
    sys.exit(1 if received.is_open(applied) else 0)


def _print_forms(received: ReceivedForms, applied: bool) -> None:
    from reportgen.errors import printable
    from reportgen.returned.told import summary_of
    from reportgen.workspace.writing import from_here

    for each in received.forms:
        click.echo(printable(each.said))
    print_changes(received.changes, (), {})
    refused = f", {len(received.faults)} refused" if received.faults else ""
    click.echo(summary_of(received.changes, (), applied) + refused)
    for file, lines in received.messages():
        click.echo(f"message to the sender of {file}:")
        for line in lines:
            click.echo(f"    {printable(line)}")
    for path in received.files if applied else ():
        click.echo(from_here(path), err=True)
    if not applied and received.files:
        click.echo("nothing was written: --apply writes what is ready", err=True)
