"""reportgen check: what the rules have to say."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from reportgen.cli.options import languages_option, open_report, report_argument, report_to_change
from reportgen.cli.replay import WITNESS, print_and_keep
from reportgen.errors import UsageError

if TYPE_CHECKING:
    from reportgen.finding import Finding
    from reportgen.model.report import Report
    from reportgen.workspace import Workspace

_FORMATS = ("text", "json", "sarif", "github")


@click.command()
@report_argument
@languages_option
@click.option(
    "--format",
    "output",
    type=click.Choice(_FORMATS),
    default="text",
    help="How the result is printed: for people, for programs, or as GitHub shows it on the lines of a change.",
)
@click.option("--every", is_flag=True, help="List every finding, also many that are alike, and the open review notes.")
@click.option("--fix", is_flag=True, help="Mend blanks, quotation marks, dashes and digits in inputs and catalogues.")
@click.pass_obj
@click.pass_context
def check(
    context: click.Context,
    root: str,
    report: str | None,
    languages: tuple[str, ...],
    output: str,
    every: bool,
    fix: bool,
) -> None:
    """Compare a report's languages with one another and with the rules; exit 1 where there is an error."""
    from reportgen import pipeline

    if fix:
        _mend(root, report, languages, output)
    workspace, loaded = open_report(root, report)
    tags = languages or pipeline.report_languages(workspace, loaded)
    findings = pipeline.check(workspace, loaded, tags)
    lines = list(_lines(workspace, loaded, tags, findings, output, every))
    exit_code = 1 if any(finding.severity == "error" for finding in findings) else 0
    print_and_keep(None if fix else context.meta.get(WITNESS), lines, exit_code)
    sys.exit(exit_code)


def _mend(root: str, report: str | None, languages: tuple[str, ...], output: str) -> None:
    """Write what can be mended safely, and say on stderr how much and where."""
    from reportgen.pipeline.fixes import fixed

    if output not in ("text", "json"):
        raise UsageError("--fix mends before it checks, and needs no other format", hint="leave --format out")
    with report_to_change(root, report) as (workspace, loaded, kept):
        files, count = fixed(workspace, loaded, languages)
        if files:
            kept.write(files)
    for path in files:
        click.echo(f"mended {workspace.shown(path)}", err=True)
    click.echo(f"{count} findings mended", err=True)


def _lines(
    workspace: Workspace, report: Report, tags: Sequence[str], findings: list[Finding], output: str, every: bool
) -> Iterator[tuple[str, str]]:
    """What is printed, each line with where to."""
    from reportgen.finding import told
    from reportgen.pipeline.notes import told_notes

    open_ones = list(told_notes(workspace, report, tags)) if every else []
    if output != "text":
        yield "out", _for_programs(workspace, report, tags, findings, open_ones, output)
        return
    yield from (("out", line) for line in told([*findings, *open_ones], every))
    errors = sum(finding.severity == "error" for finding in findings)
    # The summary goes to stderr, so that stdout holds findings alone.
    summary = f"{report.symbol} in {', '.join(tags)}: {errors} errors, {len(findings) - errors} other findings"
    yield "err", summary


def _for_programs(
    workspace: Workspace,
    report: Report,
    tags: Sequence[str],
    findings: list[Finding],
    open_ones: list[Finding],
    output: str,
) -> str:
    from reportgen import __version__, pipeline
    from reportgen.checks import codes
    from reportgen.cli.told_findings import as_github, as_sarif, findings_as_json

    if output == "json":
        return findings_as_json([*findings, *open_ones])
    if output == "github":
        return as_github(findings)
    silent = pipeline.waivers(workspace, report, tags).silent
    return as_sarif(findings, codes(), silent, __version__)
