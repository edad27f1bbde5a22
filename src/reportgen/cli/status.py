"""reportgen status: how far a report is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from reportgen.cli.memory import memory_option, memory_path
from reportgen.cli.options import json_option, languages_option, open_report, report_argument
from reportgen.errors import printable

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.model.report import Report
    from reportgen.pipeline.status import LanguageStatus
    from reportgen.tree import nodes as tree
    from reportgen.workspace import Workspace


@click.command()
@report_argument
@languages_option
@click.option("--names", is_flag=True, help="List the printed names that a reviser must confirm, with the reason.")
@click.option("--reuse", is_flag=True, help="List which text stands as in earlier reports, from the memory.")
@memory_option
@click.option("--log", is_flag=True, help="List what was frozen and accepted, and who reviewed what, by language.")
@json_option
@click.pass_obj
def status(
    root: str, report: str | None, languages: tuple[str, ...], names: bool, reuse: bool, memory_file: str | None,
    log: bool, output: str,
) -> None:  # fmt: skip
    """Print words, open translations and unconfirmed names of each language, and what is open before the issue.

    Open review notes, comments of files that came back, stand under their language. What is open is what
    `build --final` asks for: the masthead, the length, the dates, files that report.yaml does not name, waivers.
    """
    from reportgen import pipeline

    workspace, loaded = open_report(root, report)
    if reuse:
        _print_reuse(workspace, loaded, memory_path(root, memory_file), output)
        return
    documents = pipeline.build_all(workspace, loaded, languages)
    if output == "json":
        click.echo(json.dumps(_as_data(workspace, loaded, documents), ensure_ascii=False, indent=1))
        return
    click.echo(f"{loaded.symbol}  {loaded.slug}")
    for tag, document in documents.items():
        _print_language(workspace, loaded, tag, document, names)
    _print_sections(loaded, documents)
    _print_carried_over(loaded)
    _print_open(workspace, loaded, documents)
    if log:
        _print_log(workspace, loaded, list(documents))


def _print_language(workspace: Workspace, report: Report, tag: str, document: tree.Document, names: bool) -> None:
    from reportgen import pipeline
    from reportgen.pipeline.notes import open_notes
    from reportgen.pipeline.status import language_status

    found = language_status(workspace, report, document, pipeline.language(workspace, tag, report))
    click.echo(f"  {tag}  {found.length:>6} {found.unit}{_open(found)}  {len(found.unsure)} names to confirm")
    for entry in found.unsure if names else ():
        click.echo(f"      {entry.kind} {entry.id}: {entry.forms[''].full} – {entry.why or 'not confirmed'}")
    for note in open_notes(workspace, report.slug, tag):
        where = f"{note.position}: " if note.position else ""
        said = f"{where}{note.piece}: {note.author}: {' '.join(note.said.split())}"
        click.echo(f"      {printable(said)}")


def _print_sections(report: Report, documents: dict[str, tree.Document]) -> None:
    """The words of each section of the original with their share, where there is more than one."""
    from reportgen.pipeline.status import words_by_section

    original = documents.get(report.language)
    sections = words_by_section(original, is_han=False) if original else []
    total = sum(count for _, count in sections)
    for name, count in sections if len(sections) > 2 else ():
        click.echo(
            f"      {count:>6} words {round(100 * count / (total or 1)):>3}%  {printable(name or 'before them')}"
        )


def _print_carried_over(report: Report) -> None:
    """How much of what was taken over from an earlier report nobody has confirmed."""
    from reportgen.amendments.carried import unconfirmed

    if report.carried_over:
        waiting = sum(1 for _ in unconfirmed(report))
        earlier = report.carried_over.symbol or report.carried_over.report
        click.echo(f"  taken over from {earlier}: {waiting} values to confirm")


def _print_reuse(workspace: Workspace, report: Report, memory_file: Path, output: str) -> None:
    """What stands as in earlier reports: in all, then block by block with its share and the places it is from."""
    from reportgen import pipeline
    from reportgen.pipeline.reuse import reused_texts
    from reportgen.translation.memory import Memory

    original = pipeline.build(workspace, report, report.language)
    with Memory.at(memory_file) as memory:
        found = list(reused_texts(memory, pipeline.language(workspace, report.language, report), original))
    words, reused = sum(each.words for each in found), sum(each.reused for each in found)
    if output == "json":
        texts = [
            {"id": each.id, "where": each.where, "words": each.words, "reused": each.reused,
             "sources": list(each.sources), "same values": each.is_same}
            for each in found
        ]  # fmt: skip
        data = {"symbol": report.symbol, "words": words, "reused": reused, "texts": texts}
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    percent = round(100 * reused / (words or 1))
    click.echo(
        f"{report.symbol}  {report.slug}: {reused:,} of {words:,} words ({percent}%) stand as in earlier reports"
    )
    for each in found:
        if each.reused:
            values = "" if each.is_same else ", other values"
            said = f"{each.where} ({each.id}): {'; '.join(each.sources) or 'of no known document'}{values}"
            click.echo(f"  {round(100 * each.share):>3}%  {printable(said)}")


def _print_open(workspace: Workspace, report: Report, documents: dict[str, tree.Document]) -> None:
    from reportgen.pipeline.status import open_points

    for each in open_points(workspace, report, documents):
        tag = f" {each.language}" if each.language else ""
        where = "waived" if each.code == "RG409" else "open"
        click.echo(f"  {where}: {each.code}{tag} {printable(each.message.removeprefix('waived: '))}")


def _print_log(workspace: Workspace, report: Report, tags: Sequence[str]) -> None:
    from reportgen.pipeline.status import told_log

    for line in told_log(workspace, report, tags):
        click.echo(f"  {printable(line)}")


def _as_data(workspace: Workspace, report: Report, documents: dict[str, tree.Document]) -> dict[str, Any]:
    """The status as plain data, as docs/checks.md describes it."""
    from reportgen import pipeline
    from reportgen.amendments.carried import unconfirmed
    from reportgen.pipeline.status import language_status, open_points, words_by_section

    languages = {}
    for tag, document in documents.items():
        found = language_status(workspace, report, document, pipeline.language(workspace, tag, report))
        unsure = [{"kind": each.kind, "id": each.id, "why": each.why} for each in found.unsure]
        languages[tag] = {
            "length": found.length, "unit": found.unit, "pieces": dict(found.pieces), "edition": document.edition,
            "sections": words_by_section(document, found.unit == "characters"), "names to confirm": unsure,
        }  # fmt: skip
    points = [each.as_json() for each in open_points(workspace, report, documents)]
    data: dict[str, Any] = {
        "symbol": report.symbol, "slug": report.slug, "languages": languages, "open": points,
    }  # fmt: skip
    if report.carried_over:
        waiting = [{"what": each.key, "value": each.said} for each in unconfirmed(report)]
        earlier = {"report": report.carried_over.report, "symbol": report.carried_over.symbol}
        data["carried over"] = {**earlier, "to confirm": waiting}
    return data


def _open(found: LanguageStatus) -> str:
    """How many pieces wait for a translation, and for a review where some do."""
    waiting = [f"{found.pieces[state]} {state}" for state in ("stale", "needs review") if found.pieces.get(state)]
    return "  " + ", ".join([f"{found.pieces.get('new', 0)} pieces not translated", *waiting])
