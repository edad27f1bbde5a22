"""reportgen read: what came back in documents, in forms of field offices, and in files of translators."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportgen.cli.came_back import files_and_report, import_translations, kind_of_files, read_documents
from reportgen.cli.filled_forms import read_filled_forms
from reportgen.cli.options import json_option
from reportgen.errors import UsageError
from reportgen.record import replace

if TYPE_CHECKING:
    from reportgen.pipeline.read import ReadChoices


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
    """Say what came back in Word or Markdown files, or in forms, and with --apply write it into the sources.

    Texts and facts are compared with what was sent: the edition that a file names, or what it carries. Exit code 1
    where anything is open, in conflict, or not written yet.
    """
    from reportgen.pipeline.read import ReadChoices

    files, report = files_and_report(names)
    choices = ReadChoices(language, facts, only, Path(sent) if sent else None, two_way, why)
    kind = kind_of_files(files)
    if kind == "form":
        _require_none(replace(choices, why=""), "forms")
        read_filled_forms(root, report, files, why, applied, output)
    if kind == "translation":
        _require_none(choices, "files of translators")
        import_translations(root, report, files, False, output, is_written=applied)
    read_documents(root, report, files, choices, applied, output)


def _require_none(choices: ReadChoices, files: str) -> None:
    """Raise a `UsageError` where choices are made that these files do not know, rather than pass them over."""
    if choices != type(choices)():
        hint = "a form takes --why, and no other" if files == "forms" else "--apply alone writes what is right"
        raise UsageError(f"-l, --sent, --two-way, --only and --facts are for documents, and not for {files}", hint=hint)
