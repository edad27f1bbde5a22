"""reportgen numbers freeze: hold languages to their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from reportgen.cli.options import languages_option, report_argument, report_to_change


@click.command("freeze")
@report_argument
@languages_option
@click.option(
    "--state",
    type=click.Choice(["frozen", "issued"]),
    default="frozen",
    help="frozen: sent to translation, changes must be accepted. issued: published, nothing moves any more.",
)
@click.option(
    "--insertions",
    type=click.Choice(["renumber", "bis"]),
    help="What an accepted insertion does: number anew what follows (default), or take the number 41 bis. Chosen once.",
)
@click.option(
    "--from",
    "delivered",
    multiple=True,
    metavar="FILE",
    help="Freeze nothing: keep what a delivered file of the last edition shows, where nobody kept it; again for more.",
)
@click.pass_obj
def freeze_command(
    root: str, report: str | None, languages: tuple[str, ...], state: Any, insertions: Any, delivered: tuple[str, ...]
) -> None:
    """Record the numbers and texts of a report in inputs/REPORT/numbering.yaml and hold its languages to them.

    What is printed is kept beside it, in inputs/REPORT/sent/, to compare with files that come back.
    """
    if delivered:
        _keep(root, report, [Path(each) for each in delivered], bool(languages or insertions or state != "frozen"))
        return
    from reportgen.comparison.table import states_text
    from reportgen.pipeline import numbers
    from reportgen.pipeline.translations import untranslated

    with report_to_change(root, report) as (workspace, loaded, kept):
        change = numbers.freeze(numbers.Built(workspace, loaded), languages, state, insertions)
        kept.write(change.files())
    edition = change.after.current(loaded.symbol)
    assert edition is not None
    click.echo(f"{loaded.symbol}, edition {edition.number}: {states_text(dict(sorted(edition.states.items())))}")
    # Said and not refused: a report is frozen when it is sent to the translators.
    for tag, count in untranslated(workspace, loaded, edition.held()).items():
        click.echo(f"pieces not translated yet in {tag}: {count}", err=True)
    # The ledger stands for both: what was printed lies beside it, and changes with it.
    written = next(iter(change.files()), None)
    click.echo(workspace.shown(written) if written else "nothing has changed since", err=True)


def _keep(root: str, report: str | None, paths: Sequence[Path], has_others: bool) -> None:
    """Keep what delivered files show of the last edition."""
    from reportgen.errors import UsageError
    from reportgen.pipeline.after_issue.delivered import keep_from_files
    from reportgen.pipeline.numbers import Built

    if has_others:
        raise UsageError(
            "--from freezes nothing: it takes no other options", hint="leave -l, --state, --insertions out"
        )
    with report_to_change(root, report) as (workspace, loaded, kept):
        edition, files = keep_from_files(Built(workspace, loaded), paths)
        kept.write(files)
    click.echo(
        f"{loaded.symbol}, edition {edition.number}: kept from {len(paths)} delivered file{'s'[: len(paths) > 1]}"
    )
    click.echo(workspace.shown(next(iter(files))), err=True)
