"""reportgen numbers check: against the ledger, and against delivered files."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportgen.cli.numbers.printing import changes_lines, comparison_lines
from reportgen.cli.options import json_option, languages_option, open_report
from reportgen.cli.replay import WITNESS, print_and_keep
from reportgen.errors import UsageError

if TYPE_CHECKING:
    from reportgen.comparison.difference import Difference
    from reportgen.ledger.standing import Audit, Standing
    from reportgen.pipeline.numbers import Built
    from reportgen.pipeline.read import CheckedFile

Result = tuple[str, "Audit | None", "list[CheckedFile]"]


@click.command()
@click.argument("report", required=False)
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--all", "every", is_flag=True, help="Check every report of the workspace against its ledger.")
@languages_option
@json_option
@click.pass_obj
@click.pass_context
def check(
    context: click.Context,
    root: str,
    report: str | None,
    files: tuple[str, ...],
    every: bool,
    languages: tuple[str, ...],
    output: str,
) -> None:
    """Say what became of every number since the freeze, and how delivered files differ from the report.

    FILE is Word or Markdown, edited by whomever; what came back in it is listed as `reportgen read` does. Exit code 1
    where a change is not accepted, or a file has other numbers, ids, order, notes or cross-references, or says another
    figure, date, name, qualifier, negation or line of the masthead; 0 where only other words differ.
    """
    if report is not None and _is_file(report):
        # With one report in the workspace its name can be left out, so the first word may be a file.
        files, report = (report, *files), None
    if every and (report or files):
        raise UsageError("--all takes neither a report nor files", hint="leave them or --all out")
    results = [_checked(built, files, languages) for built in _reports(root, report, every)]
    if output == "json":
        data = [_as_json(*result) for result in results]
        lines = [json.dumps(data if every else data[0], ensure_ascii=False, indent=1)]
    else:
        lines = [line for result in results for line in _lines(*result)]
    exit_code = 0 if all(_is_clean(*result) for result in results) else 1
    print_and_keep(context.meta.get(WITNESS), [("out", line) for line in lines], exit_code)
    sys.exit(exit_code)


def _is_file(name: str) -> bool:
    from reportgen.workspace import is_file

    return is_file(Path(name))


def _reports(root: str, report: str | None, every: bool) -> Iterator[Built]:
    from reportgen.pipeline.numbers import Built
    from reportgen.workspace import Workspace

    for name in Workspace.at(root).reports() if every else (report,):
        yield Built(*open_report(root, name))


def _checked(built: Built, files: Sequence[str], languages: Sequence[str]) -> Result:
    from reportgen.pipeline import numbers
    from reportgen.pipeline.read import check_file

    audit = numbers.check(built, languages)
    tag = languages[0] if len(languages) == 1 else ""
    return built.report.symbol, audit, [check_file(built, Path(file), tag) for file in files]


def _is_clean(_: str, audit: Audit | None, compared: Sequence[CheckedFile]) -> bool:
    standings = audit.standings if audit else ()
    return all(each.is_clean() for each in standings) and all(each.is_clean() for each in compared)


def _lines(symbol: str, audit: Audit | None, compared: Sequence[CheckedFile]) -> Iterator[str]:
    if audit is None:
        yield f"{symbol}: no ledger, nothing is frozen"
    elif audit.superseded:
        yield f"{symbol}: a draft; the last edition went out as {audit.superseded}"
    elif not audit.standings:
        yield f"{symbol}: these languages are drafts"
    for standing in audit.standings if audit else ():
        yield from _standing(standing, symbol)
    for each in compared:
        # Blocks that came, went or moved stand in the table.
        texts = [change for change in each.changes if change.word not in ("inserted", "deleted", "moved")]
        yield from comparison_lines(each.comparison, frozenset(change.id for change in texts))
        yield from changes_lines(texts, each.notes, each.numbers)


def _standing(standing: Standing, symbol: str) -> Iterator[str]:
    from reportgen.comparison.table import rows, states_text, summary, table_lines

    held = f"edition {standing.edition} ({states_text(standing.states)})"
    yield f"{symbol} since {held}: {summary(standing.differences)}"
    yield from table_lines(rows(standing.differences, lambda each: _answer(standing, each)))
    for lost in standing.unmade:
        yield f"{lost.id}: accepted as {lost.change} ({lost.why}), but NOT MADE"
    for each in standing.unexplained():
        yield f"{each.id}: NO REASON for its new number"


def _answer(standing: Standing, each: Difference) -> str:
    """The remark on a change: who accepted it and why, or where it is not allowed."""
    issued = [tag for tag, ids in standing.issued.items() if each.key in ids]
    parts = [
        f"accepted: {standing.accepted[each.key]}" if each.key in standing.accepted else "",
        "NOT ACCEPTED" if each.key in standing.refused else "",
        f"ISSUED in {', '.join(issued)}: needs a corrigendum or a revision" if issued else "",
    ]
    return "; ".join(filter(None, parts))


def _as_json(symbol: str, audit: Audit | None, compared: Sequence[CheckedFile]) -> dict[str, Any]:
    return {
        "symbol": symbol,
        "superseded": audit.superseded if audit else "",
        "editions": [_edition(standing) for standing in (audit.standings if audit else ())],
        "files": [each.as_json() for each in compared],
    }


def _edition(standing: Standing) -> dict[str, Any]:
    from reportgen.comparison.table import as_json, is_shown

    return {
        "edition": standing.edition,
        "states": dict(standing.states),
        "clean": standing.is_clean(),
        "differences": [as_json(each, standing.accepted) for each in standing.differences if is_shown(each)],
        "refused": sorted(standing.refused),
        "issued": {tag: sorted(ids) for tag, ids in standing.issued.items()},
        "not_made": [lost.id for lost in standing.unmade],
    }
