"""reportgen memory: what was translated before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportgen.cli.options import Decorator, json_option, languages_option
from reportgen.errors import UsageError, printable

if TYPE_CHECKING:
    from reportgen.translation.memory import MemoryMatch, OfferedText
    from reportgen.translation.units import Job
    from reportgen.workspace import Workspace

memory_option: Decorator = click.option(
    "--memory",
    "memory_file",
    envvar="REPORTGEN_MEMORY",
    metavar="FILE",
    help="The memory; by default translations.memory beside inputs/, or REPORTGEN_MEMORY.",
)


@click.group()
def memory() -> None:
    """Keep what was translated, and find what is like a text. Nothing of it is ever accepted by itself."""


@memory.command("add")
@click.argument("names", nargs=-1, required=True, metavar="REPORT|FILE.tmx…")
@languages_option
@memory_option
@click.pass_obj
def memory_add(root: str, names: tuple[str, ...], languages: tuple[str, ...], memory_file: str | None) -> None:
    """Add the finished translations of reports, and TMX files of any program.

    A report that was added before takes the place of what was kept of it. The file is for its user alone.
    """
    from reportgen.cli.options import open_report
    from reportgen.pipeline.numbers import Built
    from reportgen.pipeline.translators.remembered import remember_report, remember_tmx
    from reportgen.translation.memory import Memory
    from reportgen.workspace import Workspace
    from reportgen.workspace.writing import from_here

    path = memory_path(root, memory_file)
    with Memory.at(path, is_new=True) as kept:
        for name in names:
            if Path(name).suffix.casefold() == ".tmx":
                found = remember_tmx(kept, Workspace.at(root), Path(name))
            else:
                found = remember_report(kept, Built(*open_report(root, name)), languages)
            for each in found:
                counts = f"{each.added:,} new, {each.size:,} in all"
                click.echo(f"{printable(name)}: {each.source} → {each.target}: {counts}")
    click.echo(from_here(path), err=True)


@memory.command("find")
@click.argument("text")
@click.option("-l", "--language", "tag", required=True, metavar="TAG", help="The language to translate into.")
@click.option("--from", "source", default="en", show_default=True, metavar="TAG", help="The language of the text.")
@click.option(
    "--least", type=click.IntRange(1, 100), default=65, show_default=True, help="The least likeness, in per cent."
)
@memory_option
@json_option
@click.pass_obj
def memory_find(root: str, text: str, tag: str, source: str, least: int, memory_file: str | None, output: str) -> None:
    """Find what was translated before and is like TEXT, the best first, with today's values in the place of its own.

    Try:  reportgen memory find "In Kenya, 40 officials were trained." -l fr
    """
    from reportgen import pipeline
    from reportgen.translation.memory import Memory, offered_text
    from reportgen.workspace import Workspace

    workspace = Workspace.at(root)
    languages = pipeline.language(workspace, source), pipeline.language(workspace, tag)
    with Memory.at(memory_path(root, memory_file)) as kept:
        found = [(each, offered_text(each, languages, text)) for each in kept.find(languages, text, least)]
    if output == "json":
        click.echo(json.dumps([_as_json(*each) for each in found], ensure_ascii=False, indent=1))
        return
    for match, offered in found:
        click.echo(printable(f"{int(match.score)} %  {match.origin or 'of no known document'}"))
        for line in (match.segment.source, match.segment.target, offered.text):
            click.echo(printable(f"  {line}"))
    if not found:
        click.echo(f"nothing is {least} per cent alike", err=True)


def offered_job(workspace: Workspace, named: str | None, job: Job) -> Job:
    """The job with what the memory offers; as it is where there is no memory, and none is named."""
    from reportgen.pipeline.translators.remembered import with_matches
    from reportgen.translation.memory import Memory
    from reportgen.workspace import is_file

    path = memory_path(str(workspace.root), named)
    if not named and not is_file(path):
        return job
    with Memory.at(path) as kept:
        return with_matches(kept, workspace, job)


def memory_path(root: str, named: str | None) -> Path:
    """The file of the memory: the one that is named, or that of the workspace; a `UsageError` where it is a folder."""
    from reportgen.pipeline.translators.recalled import MEMORY_FILE
    from reportgen.workspace import Workspace, is_folder

    path = Path(named).absolute() if named else Workspace.at(root).root / MEMORY_FILE
    if is_folder(path):
        raise UsageError(f"'{path}' is a folder", hint="--memory names a file")
    return path


def _as_json(match: MemoryMatch, offered: OfferedText) -> dict[str, Any]:
    return {
        "score": round(match.score, 1),
        "same": match.is_same,
        "symbol": match.segment.symbol,
        "where": match.segment.where,
        "id": match.segment.piece,
        "level": match.segment.level,
        "source": match.segment.source,
        "translation": match.segment.target,
        "offered": offered.text,
        "of_the_earlier_text": list(offered.left),
    }
