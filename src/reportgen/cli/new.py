"""reportgen new: a report to start from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from reportgen.cli.options import find_report
from reportgen.errors import UsageError

if TYPE_CHECKING:
    from reportgen.workspace import Workspace


@click.command()
@click.argument("slug")
@click.option("--from", "source", metavar="SLUG", help="Go on from this report, a year later, with all its languages.")
@click.option("--symbol", help="Its symbol, which tells its masthead; that of a series not known is left empty.")
@click.option(
    "--language", metavar="TAG", help="The language that it is written in, English unless another one is given."
)
@click.pass_obj
def new(root: str, slug: str, source: str | None, symbol: str | None, language: str | None) -> None:
    """Make a report to start from under inputs/SLUG: small and explained, or next year's from this year's.

    --from takes over structure, wording and names. Session, dates, symbols and the reporting year are moved on by a
    year, and each figure is a finding until it is another one or `reportgen confirm` takes it as it is.

    Try:  reportgen new demo && reportgen build demo
          reportgen new annual --symbol A/81/123 --language fr
    """
    from reportgen.cli.starter import starter_files
    from reportgen.workspace import Workspace, is_there
    from reportgen.workspace.slugs import require_slug
    from reportgen.workspace.writing import write_all

    require_slug(slug)
    workspace = Workspace.at(root)
    target = workspace.root / "inputs" / slug
    if is_there(target):
        raise UsageError(f"there is a report '{slug}' already", hint="choose another slug")
    if symbol:
        _require_symbol(symbol)
    _check_language(workspace, language, source)
    name = f"inputs/{slug}/report.yaml"
    files = _next_year(root, source, slug, symbol or "") if source else starter_files(workspace, slug, language or "en")
    lacking: Sequence[str] = ()
    if symbol and not source:
        files[name], lacking = _with_series(workspace, _with_symbol(files[name], symbol), symbol)
    paths = {workspace.root / name: data for name, data in files.items()}
    for path in paths:
        if is_there(path):
            raise UsageError(f"{workspace.shown(path)} is there already", hint="choose another slug")
    write_all(workspace.root, paths)
    for path in sorted(paths):
        click.echo(workspace.shown(path))
    if source:
        click.echo(f"all that it took over from {source} is to be confirmed: reportgen status {slug}", err=True)
    if lacking:
        click.echo(f"still to be written into {name}: {', '.join(lacking)} of the masthead", err=True)
    click.echo(f"next: reportgen build {slug}", err=True)


def _check_language(workspace: Workspace, language: str | None, source: str | None) -> None:
    """Raise a `UsageError` for a language that no report can begin in."""
    if language is None:
        return
    if source:
        raise UsageError("next year's report is written in the language of this year's", hint="leave --language out")
    known = [tag for tag in workspace.languages() if tag == "en" or workspace.find("templates", tag, "new.yaml")]
    if language not in known:
        hint = f"one of {', '.join(known)}; templates/TAG/new.yaml adds another one"
        raise UsageError(f"no report to start from is worded in '{language}'", hint=hint)


def _with_series(workspace: Workspace, report: bytes, symbol: str) -> tuple[bytes, Sequence[str]]:
    """The text of report.yaml with the masthead of its series, and the lines that are still to be written."""
    from reportgen.cli.starter import lines_to_write, with_masthead
    from reportgen.templates.series import series_of

    found = series_of(workspace, symbol)
    return with_masthead(report, found), lines_to_write(found)


def _require_symbol(symbol: str) -> None:
    from reportgen.facts.symbols import SYMBOL

    if not re.fullmatch(SYMBOL, symbol):
        raise UsageError(f"'{symbol}' is not a valid symbol", hint="such as E/CN.15/2019/9")


def _with_symbol(report: bytes, symbol: str) -> bytes:
    """The text of report.yaml with another symbol."""
    line = re.compile(rb"^symbol:[^#\r\n]*?(?P<rest>[ \t]*(#.*)?)$", re.MULTILINE)
    return line.sub(lambda match: f"symbol: {symbol}".encode() + match["rest"], report, count=1)


def _next_year(root: str, source: str, slug: str, symbol: str) -> dict[str, bytes]:
    """The files of next year's report: those of another one, moved on by a year, and what is to be confirmed."""
    from reportgen import pipeline
    from reportgen.amendments.next_year import next_years_files

    workspace, old = find_report(root, source)
    files = _copied(workspace, old, slug)
    report = pipeline.load(workspace, old)
    folder = f"inputs/{slug}"
    moved_on = next_years_files(report, files[f"{folder}/report.yaml"], symbol)
    return files | {f"{folder}/{name}": data for name, data in moved_on.items()}


def _copied(workspace: Workspace, old: str, slug: str) -> dict[str, bytes]:
    """The files of another report and of its catalogues, under the new slug; not its ledger, nor what was sent."""
    from reportgen.pipeline.copied import copied_report
    from reportgen.workspace import CONTRIBUTIONS, SENT

    folder = workspace.root / "inputs" / slug
    # The copy is a new draft: nothing of it was sent out yet, no form came in, and it took over other things.
    left_out = {folder / name for name in ("numbering.yaml", "carried-over.yaml", CONTRIBUTIONS)}
    return {
        path.relative_to(workspace.root).as_posix(): data
        for path, data in copied_report(workspace, old, slug, ("po", "state.yaml")).items()
        if path not in left_out and path.parent != folder / SENT
    }
