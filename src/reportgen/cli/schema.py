"""reportgen schema: JSON Schema of the input files, for editors."""

from __future__ import annotations

import json

import click


@click.command()
@click.argument("file", type=click.Choice(["report", "section", "annex", "summary"]), default="report")
def schema(file: str) -> None:
    """Print the JSON Schema of report.yaml, of the files in sections/ or annexes/, or of the one with the summary.

    Save it, and put into the first line of a file:  # yaml-language-server: $schema=PATH
    """
    from reportgen.model.schema import json_schema

    click.echo(json.dumps(json_schema(file), ensure_ascii=False, indent=1))
