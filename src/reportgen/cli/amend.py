"""reportgen amend: what follows an issued document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.options import find_report, languages_option, report_argument
from reportgen.errors import UsageError

if TYPE_CHECKING:
    from reportgen.pipeline.after_issue.amend import Amendment
    from reportgen.pipeline.numbers import Built

_REISSUED_ON = "--on is the day of a reissue, and of nothing else"
_ON = "reportgen amend REPORT --as reissue --on 2026-01-31"


@click.command()
@report_argument
@click.option(
    "--as",
    "kind",
    type=click.Choice(["corrigendum", "revision", "addendum", "reissue"]),
    required=True,
    help="corrigendum: what differs from the issued text, item by item. revision: the whole text under a new symbol. "
    "addendum: more text, in a report of its own. reissue: the same text, with an asterisk at the symbol that says so.",
)
@languages_option
@click.option("--on", "day", metavar="DATE", default="", help="The day of a reissue: 2026-01-31.")
@click.option("--to", metavar="inputs/NAME", default="", help="The folder to write; REPORT-corr.1 and so on.")
@click.pass_obj
def amend(root: str, report: str | None, kind: str, languages: tuple[str, ...], day: str, to: str) -> None:
    """Write the document that amends an issued one, as a report of its own under inputs/.

    Change the sources first: a corrigendum says what they print otherwise than the issued document, in one list of
    items for all languages. It is read back from Word before anything is written, and the ledger learns what it
    corrects. A revision takes ledger and editions along: build --changes-since, numbers slip and diff compare it with
    what it revises.
    """
    if bool(day) != (kind == "reissue"):
        raise UsageError(_REISSUED_ON if day else "a reissue says on which day it is: --on is missing", hint=_ON)
    made = _made(root, report, kind, languages, day, to)
    for number, (piece, tags) in enumerate(made.items, 1):
        click.echo(f"item {number}: {piece} in {', '.join(tags)}")
    click.echo(f"{made.symbol}: inputs/{made.slug}")
    click.echo(f"next: reportgen build {made.slug}", err=True)


def _made(root: str, report: str | None, kind: str, languages: tuple[str, ...], day: str, to: str) -> Amendment:
    """The amendment, once it is written; nobody else changes the workspace meanwhile."""
    from reportgen.pipeline import load
    from reportgen.pipeline.numbers import Built
    from reportgen.tree.citation import with_article
    from reportgen.workspace.writing import changing

    if languages and kind != "corrigendum":
        raise UsageError(f"{with_article(kind)} has all languages of its report", hint="leave -l out")
    workspace, slug = find_report(root, report)

    def sources() -> list[Path]:
        return [path for name in workspace.reports() for path in workspace.sources(name)]

    with changing(workspace.root, sources) as kept:
        built = Built(workspace, load(workspace, slug))
        made = _ways(languages, day)[kind](built, to)
        kept.write(made.files)
    return made


def _ways(languages: tuple[str, ...], day: str) -> dict[str, Callable[[Built, str], Amendment]]:
    """What writes each kind of amendment, from a report and the folder that is asked for."""
    from reportgen.pipeline.after_issue.addendum import amend_by_addendum
    from reportgen.pipeline.after_issue.amend import amend_by_corrigendum
    from reportgen.pipeline.after_issue.reissue import amend_by_reissue
    from reportgen.pipeline.after_issue.revision import amend_by_revision

    return {
        "corrigendum": lambda built, to: amend_by_corrigendum(built, languages, to),
        "revision": amend_by_revision,
        "addendum": amend_by_addendum,
        "reissue": lambda built, to: amend_by_reissue(built, day, to),
    }
