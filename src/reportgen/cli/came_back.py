"""Files that came back: which of the words of a command they are, those of translators, and documents."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from reportgen.cli.numbers.printing import print_changes
from reportgen.cli.options import open_report, report_to_change
from reportgen.errors import InputError, Position, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.pipeline.read import CameBack, ReadChoices
    from reportgen.pipeline.translators.outcome import Imported

_OF_TRANSLATORS = (".xlf", ".xliff", ".po", ".pot", ".xlsx", ".xlsm")
_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".odt", ".rtf", ".md", ".markdown", *_OF_TRANSLATORS)


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


def are_for_translators(files: Sequence[Path]) -> bool:
    """Whether files are those of translators, and not documents; a `UsageError` where they are both."""
    from reportgen.pipeline.translators.imported import is_for_translators_tools

    found = [is_for_translators_tools(each) for each in files]
    if len(set(found)) > 1:
        raise UsageError("files of translators and documents cannot be read at once", hint="read them one by one")
    return found[0]


def read_documents(
    root: str, report: str | None, files: Sequence[Path], choices: ReadChoices, applied: bool, output: str
) -> NoReturn:
    """Read documents that came back, write what is ready where that is asked for, and say what was found."""
    reading = _applied(root, report, files, choices) if applied else _read(root, report, files, choices)
    if output == "json":
        click.echo(json.dumps(reading.as_json(), ensure_ascii=False, indent=1))
    else:
        _print(reading, applied)
    sys.exit(1 if reading.is_open(applied) else 0)


def import_translations(
    root: str, report: str | None, files: Sequence[Path], partial: bool, output: str, is_written: bool = True
) -> NoReturn:
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
    for note in imported.notes:
        click.echo(f"{note.piece}: comment: {note.text} ({note.author})")
    word = "written" if imported.files and is_written else "ready"
    click.echo(f"{imported.accepted()} {word}, {imported.refused()} refused, {imported.unchanged()} as they were")
    for path in imported.files if is_written else ():
        click.echo(from_here(path), err=True)
    if imported.refused() and not imported.files:
        click.echo("nothing was written: --partial writes what is not refused", err=True)


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
