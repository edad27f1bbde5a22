"""reportgen check: what the rules have to say."""

from __future__ import annotations

import json
import sys

import click

from reportgen.cli.options import json_option, languages_option, open_report, report_argument


@click.command()
@report_argument
@languages_option
@json_option
@click.option("--every", is_flag=True, help="List every finding, also many that are alike, and the open review notes.")
@click.pass_obj
def check(root: str, report: str | None, languages: tuple[str, ...], output: str, every: bool) -> None:
    """Compare a report's languages with one another and with the rules; exit 1 where there is an error."""
    from reportgen import pipeline
    from reportgen.finding import told
    from reportgen.pipeline.notes import told_notes

    workspace, loaded = open_report(root, report)
    findings = pipeline.check(workspace, loaded, languages)
    tags = languages or pipeline.report_languages(workspace, loaded)
    open_ones = list(told_notes(workspace, loaded, tags)) if every else []
    if output == "json":
        click.echo(json.dumps([finding.as_json() for finding in [*findings, *open_ones]], ensure_ascii=False, indent=1))
    else:
        for line in told([*findings, *open_ones], every):
            click.echo(line)
        errors = sum(finding.severity == "error" for finding in findings)
        # The summary goes to stderr, so that stdout holds findings alone.
        click.echo(
            f"{loaded.symbol} in {', '.join(tags)}: {errors} errors, {len(findings) - errors} other findings", err=True
        )
    sys.exit(1 if any(finding.severity == "error" for finding in findings) else 0)
