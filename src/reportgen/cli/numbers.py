"""reportgen numbers: the numbers of a report."""

from __future__ import annotations

import json

import click

from reportgen.cli.options import json_option, open_report, report_argument


@click.group()
def numbers() -> None:
    """Show the numbers of a report."""


@numbers.command()
@report_argument
@click.option("-l", "--language", metavar="TAG", help="The language; by default the report's own.")
@json_option
@click.pass_obj
def show(root: str, report: str | None, language: str | None, output: str) -> None:
    """Print every block with its number, kind, id and text, in the order of the document."""
    from reportgen import pipeline
    from reportgen.tree.line import lines

    workspace, loaded = open_report(root, report)
    document = pipeline.build(workspace, loaded, language or loaded.language)
    found = list(lines(document))
    if output == "json":
        click.echo(json.dumps([line.as_json() for line in found], ensure_ascii=False, indent=1))
        return
    for line in found:
        text = line.text if len(line.text) <= 72 else line.text[:71] + "…"
        click.echo(f"{line.label:>8}  {line.kind:<12}  {line.id:<40}  {text}")
