"""reportgen compare: language versions, or two versions of one language, of any document."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportgen.errors import UsageError

if TYPE_CHECKING:
    from reportgen.comparison.versions.printed_table import ShownComparison
    from reportgen.pipeline.compared_files import ComparedFiles
    from reportgen.pipeline.compared_sets import ComparisonOutcome


@click.command(name="compare")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-l", "--language", "languages", multiple=True, metavar="TAG",
    help="The language of each FILE in order; by default the file itself, its words or its name tell.",
)  # fmt: skip
@click.option(
    "--format", "output", type=click.Choice(["text", "json", "html", "svg"]), default="text",
    help="How the result is printed; svg: a picture, with --figures alone.",
)  # fmt: skip
@click.option("--figures", is_flag=True, help="Two reports, LAST and THIS: how each figure moved, what is new or gone.")
@click.option("--sets", "as_sets", is_flag=True, help="Many documents: files named alike but for their language tag.")
@click.pass_obj
def compare_versions(
    root: str, files: tuple[str, ...], languages: tuple[str, ...], output: str, figures: bool, as_sets: bool
) -> None:
    """Compare two to six versions of one document, paragraph by paragraph; no report is needed.

    FILE is Word, Markdown, PDF or plain text, or what LibreOffice reads: .doc, .odt, .rtf. Compared are the numbers of
    paragraphs, figures, dates, amounts, symbols, countries and other places, notes and cross-references; of two
    versions of one language also the words. Exit code 1 where they differ.

    With --figures, two reports of this workspace by slug or symbol, last year's first.
    """
    from reportgen.pipeline.compared_files import compare_files
    from reportgen.workspace import Workspace

    if figures:
        if as_sets or languages or len(files) != 2:
            raise UsageError("--figures takes two reports and no other choice", hint="compare LAST THIS --figures")
        _compare_figures(root, *files, output)
    if output == "svg":
        raise UsageError("the picture is one of figures", hint="add --figures, or choose text, json or html")
    if as_sets:
        _compare_sets(root, files, languages, output)
    compared = compare_files(Workspace.at(root), [Path(file) for file in files], languages)
    click.echo({"text": _as_text, "json": _as_json, "html": _as_page}[output](compared))
    sys.exit(1 if compared.found else 0)


def _compare_figures(root: str, last: str, this: str, output: str) -> None:
    """Print how the figures of one report became those of another; both are reports of this workspace."""
    from reportgen.cli.options import open_report
    from reportgen.comparison import figure_table
    from reportgen.pipeline.figures import moved_figures
    from reportgen.pipeline.numbers import Built

    _, earlier = open_report(root, last)
    later = Built(*open_report(root, this))
    moves = moved_figures(earlier, later)
    title = f"{earlier.symbol or earlier.slug} → {later.report.symbol or later.report.slug}"
    if output == "json":
        data = [each.as_json() for each in moves]
        click.echo(_json({"last": earlier.symbol, "this": later.report.symbol, "figures": data}))
    elif output == "svg":
        click.echo(figure_table.moves_picture(title, moves))
    elif output == "html":
        click.echo(figure_table.moves_page(title, moves).rstrip())
    else:
        click.echo("\n".join([f"{title}: {figure_table.moves_summary(moves)}", *figure_table.move_lines(moves)]))
    sys.exit(1 if any(each.change != "same" for each in moves) else 0)


def _compare_sets(root: str, files: tuple[str, ...], languages: tuple[str, ...], output: str) -> None:
    """Compare the versions of each document, one process a processor, and tell one after the other."""
    from reportgen.pipeline.compared_sets import compare_sets, comparison_orders, in_order_of_names

    paths, tags = in_order_of_names(files, languages)
    orders = list(comparison_orders(paths, root, tags))
    if not orders:
        raise UsageError("no two files are versions of one document", hint="name them report.en.docx, report.ar.docx")
    outcomes = []
    for outcome in compare_sets(orders):
        outcomes.append(outcome)
        if output == "text":
            click.echo(f"{outcome.name}: {outcome.failure or (outcome.compared and _as_text(outcome.compared))}")
    if output != "text":
        click.echo({"json": _all_as_json, "html": _all_as_page}[output](outcomes))
    counts = [sum(each.exit_code == 0 for each in outcomes), sum(each.exit_code == 1 for each in outcomes)]
    click.echo(f"{counts[0]} agree, {counts[1]} differ, {len(outcomes) - sum(counts)} failed", err=True)
    sys.exit(max(each.exit_code for each in outcomes))


def _summary(compared: ComparedFiles) -> str:
    sides = ", ".join(f"{each.name}: {each.paragraphs} blocks of {each.file}" for each in compared.files)
    count = len(compared.found)
    return f"{count or 'no'} disagreement{'s' * (count != 1)} ({sides})"


def _as_text(compared: ComparedFiles) -> str:
    from reportgen.comparison.versions.printed_table import disagreement_lines

    return "\n".join([_summary(compared), *disagreement_lines(compared.found)])


def _as_json(compared: ComparedFiles) -> str:
    return _json(_data(compared))


def _all_as_json(outcomes: Sequence[ComparisonOutcome]) -> str:
    """A list with what is said of each document, or why it failed."""
    return _json(
        [
            {"document": each.name, **(_data(each.compared) if each.compared else {"failure": each.failure})}
            for each in outcomes
        ]
    )


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1)


def _data(compared: ComparedFiles) -> dict[str, Any]:
    files = [
        {"name": each.name, "file": each.file, "language": each.language, "blocks": each.paragraphs}
        for each in compared.files
    ]
    found = [each.as_json() for each in compared.found]
    return {"files": files, "differ": bool(found), "disagreements": found}


def _as_page(compared: ComparedFiles) -> str:
    return _page([_shown(compared)])


def _all_as_page(outcomes: Sequence[ComparisonOutcome]) -> str:
    """One page with a table for each document, or why it failed."""
    from reportgen.comparison.versions.printed_table import ShownComparison

    return _page(
        _shown(each.compared, each.name) if each.compared else ShownComparison(each.failure, document=each.name)
        for each in outcomes
    )


def _shown(compared: ComparedFiles, document: str = "") -> ShownComparison:
    from reportgen.comparison.versions.printed_table import ShownComparison

    names = tuple(each.name for each in compared.files)
    return ShownComparison(_summary(compared), names, compared.found, document)


def _page(shown: Iterable[ShownComparison]) -> str:
    from reportgen.comparison.versions.printed_table import disagreement_page

    return disagreement_page("Versions compared", list(shown)).rstrip()
