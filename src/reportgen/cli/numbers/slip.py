"""reportgen numbers slip: old number to new number."""

from __future__ import annotations

import json

import click

from reportgen.cli.options import json_option, open_report, report_argument


@click.command("slip")
@report_argument
@click.option("--since", type=int, metavar="EDITION", help="The edition of the copies; by default the last one.")
@json_option
@click.pass_obj
def slip_command(root: str, report: str | None, since: int | None, output: str) -> None:
    """Print what became of every number since a freeze, for everyone who holds a copy."""
    from reportgen.pipeline import numbers

    workspace, loaded = open_report(root, report)
    found = numbers.slip(numbers.Built(workspace, loaded), since)
    if output == "json":
        click.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=1))
        return
    for line in found.text():
        click.echo(line)
