"""reportgen numbers show: every block with its number."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.options import json_option, open_report, report_argument
from reportgen.errors import UsageError

if TYPE_CHECKING:
    from reportgen.readers import View
    from reportgen.tree.line import Line

_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm", ".md", ".markdown")


@click.command()
@report_argument
@click.option("-l", "--language", metavar="TAG", help="The language of a report; by default its own.")
@click.option(
    "--as",
    "view",
    type=click.Choice(["accepted", "original"]),
    help="A Word file with its tracked changes accepted (default), or as it was before them.",
)
@json_option
@click.pass_obj
def show(root: str, report: str | None, language: str | None, view: View | None, output: str) -> None:
    """Print every block with its number, kind, id and text, in the order of the document.

    REPORT is a report, or a Word or Markdown file by whomever: then the numbers are those that a reader of the file
    sees, and those that were typed by hand are marked, as are those that Word writes in a way not known here (?).
    """
    if report is not None and _is_file(report):
        found, typed, unknown = _read(report, language, view)
    else:
        found, typed, unknown = _built(root, report, language, view), frozenset(), frozenset()
    if output == "json":
        rows = [
            line.as_json()
            | ({"typed": True} if index in typed else {})
            | ({"label_known": False} if index in unknown else {})
            for index, line in enumerate(found)
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for index, line in enumerate(found):
        text = line.text if len(line.text) <= 72 else line.text[:71] + "…"
        mark = "  (typed)" if index in typed else ""
        label = f"{line.label} (?)" if index in unknown else line.label
        click.echo(f"{label:>8}  {line.kind:<12}  {line.id:<40}  {text}{mark}")


def _is_file(name: str) -> bool:
    """Whether REPORT is a file: one that is there, or what can only be the name of one."""
    from reportgen.workspace import is_file, is_folder

    path = Path(name)
    # A mistyped file name should not be reported as an unknown report.
    if not is_file(path) and path.suffix.casefold() in _SUFFIXES and not is_folder(path):
        raise UsageError(f"there is no file '{name}'", hint="a name is as seen from the folder one is in")
    return is_file(path)


def _read(name: str, language: str | None, view: View | None) -> tuple[list[Line], frozenset[int], frozenset[int]]:
    """The lines of a file, and the indexes of those whose numbers are typed and of those whose labels are not known."""
    from reportgen.readers import read_document

    if language is not None:
        raise UsageError("a file is in one language", hint="leave -l out")
    document = read_document(Path(name), view or "accepted", shown=name)
    every = (*document.blocks, *document.notes)
    typed = frozenset(index for index, each in enumerate(every) if each.typed)
    return document.lines(), typed, frozenset(index for index, each in enumerate(every) if not each.is_label_known)


def _built(root: str, report: str | None, language: str | None, view: View | None) -> list[Line]:
    from reportgen import pipeline
    from reportgen.tree.line import lines

    if view is not None:
        raise UsageError("a report has no tracked changes", hint="leave --as out, or name a Word file")
    workspace, loaded = open_report(root, report)
    return list(lines(pipeline.build(workspace, loaded, language or loaded.language)))
