"""Files that came back: which of the words of a command they are, and those of translators brought in."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.options import report_to_change
from reportgen.errors import InputError, Position, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.pipeline.translators.imported import Imported

_OF_TRANSLATORS = (".xlf", ".xliff")
_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".odt", ".md", ".markdown", *_OF_TRANSLATORS)


def files_and_report(names: Sequence[str]) -> tuple[list[Path], str | None]:
    """The files, and the report where the last word names one."""
    from reportgen.workspace import is_file

    *others, last = names
    is_report = not is_file(Path(last)) and Path(last).suffix.casefold() not in _SUFFIXES
    files = others if is_report else list(names)
    if not files:
        raise UsageError("no file to read", hint="reportgen read FILE… [REPORT]")
    for name in files:
        if not is_file(Path(name)):
            raise InputError("cannot read the file: there is none", Position(name), "see whether the name is right")
    return [Path(name) for name in files], last if is_report else None


def is_for_translators(path: Path) -> bool:
    """Whether a file is one that translators' tools write."""
    return path.suffix.casefold() in _OF_TRANSLATORS


def import_translations(
    root: str, report: str | None, files: Sequence[Path], partial: bool, output: str, is_written: bool = True
) -> None:
    """Read the files of translators, write what is right where that is asked for, and say what is wrong."""
    from reportgen.pipeline.numbers import Built
    from reportgen.pipeline.translators.imported import import_units

    with report_to_change(root, report) as (workspace, loaded, kept):
        imported = import_units(Built(workspace, loaded), files, partial)
        if is_written:
            kept.write(imported.files)
    if output == "json":
        click.echo(json.dumps(imported.as_json(), ensure_ascii=False, indent=1))
    else:
        _print_import(imported, is_written)
    sys.exit(1 if imported.refused() or (imported.files and not is_written) else 0)


def _print_import(imported: Imported, is_written: bool) -> None:
    from reportgen.finding import told
    from reportgen.workspace.writing import from_here

    for line in told(imported.findings(), every=True):
        click.echo(line)
    word = "written" if imported.files and is_written else "ready"
    click.echo(f"{imported.accepted()} {word}, {imported.refused()} refused, {imported.unchanged()} as they were")
    for path in imported.files if is_written else ():
        click.echo(from_here(path), err=True)
    if imported.refused() and not imported.files:
        click.echo("nothing was written: --partial writes what is not refused", err=True)
