"""reportgen build: write a report's documents."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.options import languages_option, open_report, report_argument

if TYPE_CHECKING:
    from reportgen.finding import Finding

FORMATS = ("docx", "md", "json", "outline", "pdf")


@click.command()
@report_argument
@languages_option
@click.option(
    "-t", "--to", "formats", multiple=True, type=click.Choice(FORMATS), help="A format, again for more; docx and md."
)
@click.option("-o", "--output", metavar="DIR", help="The folder to write to; outputs/<slug> of the workspace.")
@click.option("--final", is_flag=True, help="Write nothing unless there is no finding at all.")
@click.option("--pages", is_flag=True, help="Print page numbers in the contents, as LibreOffice lays pages out.")
@click.option("-q", "--quiet", is_flag=True, help="Print only what is wrong.")
@click.pass_obj
def build(
    root: str,
    report: str | None,
    languages: tuple[str, ...],
    formats: tuple[str, ...],
    output: str | None,
    final: bool,
    pages: bool,
    quiet: bool,
) -> None:
    """Write a report's documents: one file a language and format.

    Findings are printed; at error level they make the exit code 1, and with --final nothing is written.
    """
    from reportgen import pipeline
    from reportgen.cli.files import shown, write_all
    from reportgen.cli.pdf import to_pdf, with_pages
    from reportgen.writers import extension, files_beside

    workspace, loaded = open_report(root, report)
    folder = Path(output) if output else workspace.root / "outputs" / loaded.slug
    tags = languages or pipeline.report_languages(workspace, loaded)
    files: dict[Path, bytes] = {}
    documents = {}
    with _progress(quiet, len(tags) * len(formats or FORMATS[:2])) as advance:
        for tag in tags:
            built = pipeline.build(workspace, loaded, tag)
            documents[tag] = with_pages(built) if pages else built
            for name in formats or FORMATS[:2]:
                data = to_pdf(documents[tag]) if name == "pdf" else pipeline.write(documents[tag], name)
                files[folder / f"{loaded.slug}.{tag}.{extension(name)}"] = data
                beside = files_beside(documents[tag], name) if name != "pdf" else {}
                files.update((folder / other, picture) for other, picture in beside.items())
                advance()
    findings = pipeline.check_documents(workspace, loaded, documents)
    _print_findings(findings)
    failed = any(finding.severity == "error" for finding in findings)
    if final and any(finding.severity != "note" for finding in findings):
        click.echo("nothing was written, since there are findings", err=True)
        sys.exit(1)
    write_all(files)
    if not quiet:
        for path in files:
            click.echo(shown(path))
    sys.exit(1 if failed else 0)


def _print_findings(findings: list[Finding]) -> None:
    for finding in findings:
        click.echo(str(finding), err=True)


@contextmanager
def _progress(quiet: bool, total: int) -> Iterator[Callable[[], None]]:
    """A bar on a terminal, nothing elsewhere."""
    if quiet or total < 4 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("building", total=total)
        yield lambda: progress.advance(task)
