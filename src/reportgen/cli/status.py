"""reportgen status: how far a report is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.options import languages_option, open_report, report_argument
from reportgen.errors import printable

if TYPE_CHECKING:
    from reportgen.pipeline.status import LanguageStatus


@click.command()
@report_argument
@languages_option
@click.option("--names", is_flag=True, help="List the printed names that a reviser must confirm, with the reason.")
@click.pass_obj
def status(root: str, report: str | None, languages: tuple[str, ...], names: bool) -> None:
    """Print words, open translations and unconfirmed names of each language, and what the masthead still lacks.

    Open review notes, comments of files that came back, stand under their language. Files of sections/ and annexes/
    that report.yaml does not name are listed too.
    """
    from reportgen import pipeline
    from reportgen.pipeline.notes import open_notes
    from reportgen.pipeline.status import files_left_out, language_status, missing_in_masthead

    workspace, loaded = open_report(root, report)
    click.echo(f"{loaded.symbol}  {loaded.slug}")
    for tag in languages or pipeline.report_languages(workspace, loaded):
        document = pipeline.build(workspace, loaded, tag)
        found = language_status(workspace, loaded, document, pipeline.language(workspace, tag))
        click.echo(f"  {tag}  {found.length:>6} {found.unit}{_open(found)}  {len(found.unsure)} names to confirm")
        for entry in found.unsure if names else ():
            click.echo(f"      {entry.kind} {entry.id}: {entry.forms[''].full} – {entry.why or 'not confirmed'}")
        for note in open_notes(workspace, loaded.slug, tag):
            where = f"{note.position}: " if note.position else ""
            said = f"{where}{note.piece}: {note.author}: {' '.join(note.said.split())}"
            click.echo(f"      {printable(said)}")
    for missing in missing_in_masthead(loaded, languages or pipeline.report_languages(workspace, loaded)):
        click.echo(f"  missing: {missing}")
    for name in files_left_out(workspace, loaded):
        click.echo(f"  not in the report: {printable(name)} (report.yaml does not name it)")


def _open(found: LanguageStatus) -> str:
    """How many pieces wait for a translation, and for a review where some do."""
    waiting = [f"{found.pieces[state]} {state}" for state in ("stale", "needs review") if found.pieces.get(state)]
    return "  " + ", ".join([f"{found.pieces.get('new', 0)} pieces not translated", *waiting])
