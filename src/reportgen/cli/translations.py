"""reportgen translations: the catalogues that translators work in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.options import languages_option, open_report, report_argument, report_to_change
from reportgen.errors import UsageError

if TYPE_CHECKING:
    from reportgen.model.report import Report
    from reportgen.workspace import Workspace


@click.group()
def translations() -> None:
    """Make and update the catalogues (PO) of a report's languages."""


@translations.command("update")
@report_argument
@languages_option
@click.pass_obj
def translations_update(root: str, report: str | None, languages: tuple[str, ...]) -> None:
    """Bring the catalogues up to date with the report, by id: no text is lost, moved or guessed.

    A text whose source was reworded is kept and marked fuzzy; a new language begins with an empty catalogue. What each
    text was made from is recorded beside it (REPORT.state.yaml), so that a source put back is fresh again.
    """
    from reportgen import pipeline
    from reportgen.pipeline.translations import update as updated

    with report_to_change(root, report) as (workspace, loaded, kept):
        tags = _tags(workspace, loaded, languages)
        if not tags:
            raise UsageError("the report has no catalogue yet", hint="name a language to translate into: -l TAG")
        files = updated(workspace, loaded, [pipeline.language(workspace, tag) for tag in tags])
        kept.write(files)
    for path in files:
        click.echo(workspace.shown(path))


@translations.command("status")
@report_argument
@languages_option
@click.pass_obj
def translations_status(root: str, report: str | None, languages: tuple[str, ...]) -> None:
    """Print how many pieces of each language are translated, and where those stand that wait for a review."""
    from reportgen import catalogue, pipeline
    from reportgen.pipeline.translations import count_reviews, reviews

    workspace, loaded = open_report(root, report)
    for tag in _tags(workspace, loaded, languages):
        found = reviews(workspace, loaded, pipeline.language(workspace, tag))
        counts = count_reviews(found)
        click.echo(f"{tag}  " + ", ".join(f"{counts[state]} {state}" for state in catalogue.REVIEW_STATES[::-1]))
        translation = catalogue.load(workspace, loaded.slug, tag)
        for name, review in found.items():
            if review.is_fuzzy:
                click.echo(f"  {translation.entries[name].position()}: {name}: {review.why}")


def _tags(workspace: Workspace, report: Report, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages asked for, by default all with a catalogue; a `UsageError` for the original language."""
    from reportgen import pipeline

    if report.language in languages:
        raise UsageError(
            f"the report is written in '{report.language}': that language has no catalogue", hint="name another one"
        )
    return languages or pipeline.report_languages(workspace, report)[1:]
