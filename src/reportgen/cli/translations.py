"""reportgen translations: the catalogues that translators work in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.options import languages_option, report_argument, report_to_change
from reportgen.errors import UsageError

if TYPE_CHECKING:
    from reportgen.model.report import Report
    from reportgen.workspace import Workspace


@click.group()
def translations() -> None:
    """Make and update the catalogues (PO) of a report's languages."""


@translations.command()
@report_argument
@languages_option
@click.pass_obj
def update(root: str, report: str | None, languages: tuple[str, ...]) -> None:
    """Bring the catalogues up to date with the report, by id: no text is lost, moved or guessed.

    A text whose source was reworded is kept and marked fuzzy; a new language begins with an empty catalogue.
    """
    with report_to_change(root, report) as (workspace, loaded, kept):
        files = _updated(workspace, loaded, languages)
        kept.write(files)
    for path in files:
        click.echo(workspace.shown(path))


def _updated(workspace: Workspace, loaded: Report, languages: tuple[str, ...]) -> dict[Path, bytes]:
    """The catalogues by their places."""
    from reportgen import catalogue, pipeline
    from reportgen.catalogue.update import update as updated

    tags = languages or pipeline.report_languages(workspace, loaded)[1:]
    if not tags:
        raise UsageError("the report has no catalogue yet", hint="name a language to translate into: -l TAG")
    if loaded.language in tags:
        raise UsageError(f"the report is written in '{loaded.language}': that language has no catalogue")
    files = {}
    for tag in tags:
        pipeline.language(workspace, tag)
        old = catalogue.load(workspace, loaded.slug, tag)
        path = workspace.root / "locales" / tag / f"{loaded.slug}.po"
        files[path] = updated(loaded, tag, old).encode()
    return files
