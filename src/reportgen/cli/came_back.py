"""Files that came back: which of the words of a command they are, those of translators, and documents."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from reportgen.cli.numbers.printing import print_changes
from reportgen.cli.options import open_report, report_to_change, root_of
from reportgen.errors import InputError, Position, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.pipeline.read import CameBack, ReadChoices
    from reportgen.pipeline.returned_files import FileKind
    from reportgen.pipeline.translators.outcome import Imported

_OF_NAMES = ".tbx"
_SUFFIXES = (
    ".docx", ".docm", ".dotx", ".dotm", ".doc", ".odt", ".rtf", ".md", ".markdown", ".tmx", _OF_NAMES,
)  # fmt: skip


def files_and_report(names: Sequence[str]) -> tuple[list[Path], str | None]:
    """The files, and the report where the last word names one."""
    from reportgen.pipeline.returned_files import OF_TRANSLATORS
    from reportgen.workspace import is_file

    *others, last = names
    is_report = not is_file(Path(last)) and Path(last).suffix.casefold() not in (*_SUFFIXES, *OF_TRANSLATORS)
    files = others if is_report else list(names)
    if not files:
        raise UsageError("no file to read", hint="reportgen read FILE… [REPORT]")
    for name in files:
        if not is_file(Path(name)):
            raise InputError("cannot read the file: there is none", Position(name), "see whether the name is right")
    return [Path(name) for name in files], last if is_report else None


def kind_of_files(files: Sequence[Path]) -> FileKind:
    """What the files are; a `UsageError` where they are not all of one kind."""
    from reportgen.pipeline.returned_files import kind_of_file

    first, *others = dict.fromkeys(map(kind_of_file, files))
    if others:
        kinds = "forms" if "form" in (first, *others) else "files of translators"
        raise UsageError(f"{kinds} and documents cannot be read at once", hint="read them one by one")
    return first


def are_names(files: Sequence[Path]) -> bool:
    """Whether a file is a lexicon in TBX; a `UsageError` where others are with it, and for a memory in TMX."""
    endings = [each.suffix.casefold() for each in files]
    if ".tmx" in endings:
        raise UsageError("a TMX file has no pieces of a report", hint="reportgen memory add FILE.tmx keeps its texts")
    if len(files) > 1 and _OF_NAMES in endings:
        raise UsageError("names are read from one file at a time", hint="read the others by themselves")
    return endings[0] == _OF_NAMES


def import_lexicon(root: str, path: Path, output: str) -> NoReturn:
    """Write what a TBX file says of names into the lexicons, and say what it is."""
    from reportgen.pipeline.translators.names_imported import import_names
    from reportgen.workspace import Workspace
    from reportgen.workspace.writing import changing, from_here

    workspace = Workspace.at(root_of(root))
    with changing(workspace.root, lambda: [*workspace.files_under(workspace.root / "locales")]) as kept:
        imported = import_names(workspace, path)
        kept.write(imported.files)
    if output == "json":
        click.echo(json.dumps(imported.as_json(), ensure_ascii=False, indent=1))
        sys.exit(0)
    for change in imported.changes:
        for line in change.said():
            click.echo(f"{change.position} {change.language} {change.name.kind}.{change.name.id}: {line}")
    click.echo(f"{len(imported.changes)} written, {imported.read - len(imported.changes)} as they were")
    for written in imported.files:
        click.echo(from_here(written), err=True)
    sys.exit(0)


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
