"""reportgen build: write a report's documents."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.options import find_report, languages_option, report_argument
from reportgen.cli.replay import keep_for_replay
from reportgen.errors import OutputError, UsageError
from reportgen.writers import FORMATS, LAID_OUT, STYLED, companion_files, extension

if TYPE_CHECKING:
    from reportgen.finding import Finding
    from reportgen.tree import nodes as tree
    from reportgen.workspace import Workspace
    from reportgen.writers.docx.reference.style_sheet import StyleSheet

_NAMES = (*FORMATS, *LAID_OUT)
_USUAL = ("docx", "md")
# Who saves faster than a build takes would otherwise keep it building for ever.
_TRIES = 3


@click.command()
@report_argument
@languages_option
@click.option(
    "-t", "--to", "formats", multiple=True, type=click.Choice(_NAMES), help="A format, again for more; docx and md."
)
@click.option("-o", "--output", metavar="DIR", help="The folder to write to; outputs/<slug> of the workspace.")
@click.option(
    "--reference-doc",
    "reference",
    metavar="FILE.docx",
    help="A Word file whose styles, page set-up, headers and footers docx and pdf take; its text is not read.",
)
@click.option("--notes", is_flag=True, help="Put the open review notes into the Word files, as comments.")
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
    reference: str | None,
    notes: bool,
    final: bool,
    pages: bool,
    quiet: bool,
) -> None:
    """Write a report's documents: one file a language and format.

    Findings are printed; at error level they make the exit code 1, and with --final nothing is written.
    """
    from reportgen.workspace.writing import from_here, states_of, write_all

    wanted = formats or _USUAL
    sheet = _style_sheet(reference, wanted)
    if notes and "docx" not in wanted:
        raise UsageError("--notes is for docx, and none is written", hint="add -t docx")
    workspace, slug = find_report(root, report)
    folder = Path(output) if output else workspace.root / "outputs" / slug
    for _ in range(_TRIES):
        # Taken before anything is read, so that no change can slip in between.
        before = states_of(workspace.sources(slug))
        files, findings = _made(workspace, slug, languages, wanted, sheet, folder, notes, pages, quiet)
        lines = _print_findings(findings, final)
        if write_all(
            workspace.root, files, "choose another folder with -o", partial(_is_current, workspace, slug, before)
        ):
            break
        click.echo("the report was changed while it was built: building it again", err=True)
    else:
        raise OutputError(f"'{slug}' was changed {_TRIES} times while it was built", hint="run it again")
    for path in files if not quiet else ():
        lines.append((False, from_here(path)))
        click.echo(from_here(path))
    exit_code = 1 if any(finding.severity == "error" for finding in findings) else 0
    # Pages are counted by another program, which the digest of ours says nothing of.
    if not pages and not set(wanted) & set(LAID_OUT):
        keep_for_replay(lines, files, exit_code)
    sys.exit(exit_code)


def _is_current(workspace: Workspace, slug: str, before: dict[Path, str]) -> bool:
    """Whether the sources of a report are unchanged, since other commands and editors may write meanwhile."""
    from reportgen.workspace.writing import states_of

    return states_of(workspace.sources(slug)) == before


def _made(
    workspace: Workspace,
    slug: str,
    languages: Sequence[str],
    formats: Sequence[str],
    sheet: StyleSheet | None,
    folder: Path,
    notes: bool,
    pages: bool,
    quiet: bool,
) -> tuple[dict[Path, bytes], list[Finding]]:
    """The files of a report by path, and the findings about it."""
    from reportgen import pipeline
    from reportgen.pipeline.notes import with_comments
    from reportgen.pipeline.pdf import with_pages

    report = pipeline.load(workspace, slug)
    tags = languages or pipeline.report_languages(workspace, report)
    files: dict[Path, bytes] = {}
    documents = {}
    with _progress(quiet, len(tags) * len(formats)) as advance:
        for tag in tags:
            built = pipeline.build(workspace, report, tag)
            documents[tag] = with_pages(built, sheet) if pages else built
            for name in formats:
                document = with_comments(workspace, documents[tag]) if notes and name == "docx" else documents[tag]
                files |= _written(document, name, sheet, folder)
                advance()
    return files, pipeline.check_documents(workspace, report, documents)


def _print_findings(findings: Sequence[Finding], final: bool) -> list[tuple[bool, str]]:
    """Print the findings and give their lines, each with whether it is for stderr; the end where all must be clean."""
    from reportgen.finding import told

    lines = list(told(findings))
    for line in lines:
        click.echo(line, err=True)
    if final and any(finding.severity != "note" for finding in findings):
        click.echo("nothing was written, since there are findings", err=True)
        sys.exit(1)
    return [(True, line) for line in lines]


def _style_sheet(reference: str | None, formats: Sequence[str]) -> StyleSheet | None:
    """The style sheet of --reference-doc; a `UsageError` where no wanted format would show it."""
    from reportgen import pipeline

    if reference is None:
        return None
    if not set(formats) & set(STYLED):
        raise UsageError("--reference-doc is for docx and pdf, and neither is written", hint="add -t docx")
    return pipeline.style_sheet(Path(reference), reference)


def _written(document: tree.Document, name: str, sheet: StyleSheet | None, folder: Path) -> dict[Path, bytes]:
    """The files of a document in a format, pictures included; the sheet applies where the format has looks."""
    from reportgen import pipeline

    path = folder / f"{document.slug}.{document.language}.{extension(name)}"
    data = pipeline.write(document, name, sheet if name in STYLED else None)
    return {path: data, **{folder / other: picture for other, picture in companion_files(document, name).items()}}


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
