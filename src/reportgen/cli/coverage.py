"""reportgen coverage: what a report names, and its figures against earlier ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from reportgen.cli.options import open_report, report_argument
from reportgen.errors import printable

if TYPE_CHECKING:
    from reportgen.comparison.figures import FigureMove
    from reportgen.pipeline.covered import Coverage
    from reportgen.pipeline.numbers import Built


@click.command("coverage")
@report_argument
@click.option("--against", default="", metavar="EDITION|REPORT", help="List the figures that are others than there.")
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "svg"]),
    default="text",
    help="How the result is printed; svg is the map of tiles.",
)
@click.pass_obj
def coverage_command(root: str, report: str | None, against: str, output: str) -> None:
    """Print the States that a report names by region, the Goals and topics, each with its paragraphs.

    With --format svg a map of tiles is printed, one for each Member State and observer State: it draws no border.
    """
    from reportgen import pipeline
    from reportgen.pipeline.covered import coverage_of, map_svg
    from reportgen.pipeline.numbers import Built

    built = Built(*open_report(root, report))
    own = pipeline.language(built.workspace, built.report.language, built.report)
    found = coverage_of(built.original(), own)
    figures = _figures(built, against) if against else []
    if output == "svg":
        click.echo(map_svg(found, "States that the report names"), nl=False)
    elif output == "json":
        compared = {"figures": [each.as_json() for each in figures if each.change != "same"]} if against else {}
        click.echo(json.dumps({**found.as_json(), **compared}, ensure_ascii=False, indent=1))
    else:
        _print(found, figures)


def _figures(built: Built, against: str) -> list[FigureMove]:
    from reportgen import pipeline
    from reportgen.cli.options import find_report
    from reportgen.pipeline.figures import moved_figures, moved_since_edition

    if against.isdecimal():
        return moved_since_edition(built, int(against))
    return moved_figures(pipeline.load(*find_report(str(built.workspace.root), against)), built)


def _print(found: Coverage, figures: list[FigureMove]) -> None:
    from reportgen.comparison.figure_table import move_lines

    for region, states in found.regions.items():
        click.echo(f"{region}: {len(states)}")
        for each in states:
            click.echo(f"  {_line(each)}")
    for title, names in (("Goals", found.goals), ("Topics", found.topics)):
        if names:
            click.echo(title)
        for each in names:
            click.echo(f"  {_line(each)}")
    for line in move_lines(figures):
        click.echo(printable(line))


def _line(each: Any) -> str:
    return printable(f"{each.name}: {', '.join(where for _, where in each.pieces)}")
