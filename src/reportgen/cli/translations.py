"""reportgen translations: the catalogues that translators work in."""

from __future__ import annotations

import json
import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.came_back import (
    are_names,
    files_and_report,
    import_lexicon,
    import_translations,
    kind_of_files,
    read_documents,
)
from reportgen.cli.memory import memory_option, offered_job
from reportgen.cli.options import json_option, languages_option, open_report, report_argument, report_to_change
from reportgen.errors import UsageError

if TYPE_CHECKING:
    from reportgen.catalogue.state import FinishedState
    from reportgen.model.report import Report
    from reportgen.pipeline.translators.progress import LanguageProgress
    from reportgen.workspace import Workspace


@click.group()
def translations() -> None:
    """Make and update the catalogues (PO) of a report's languages."""


@translations.command("update")
@report_argument
@languages_option
@click.pass_obj
def translations_update(root: str, report: str | None, languages: tuple[str, ...]) -> None:
    """Bring the catalogues up to date with the report, by id: no text is lost, moved or guessed.

    A text whose source was reworded is kept and marked fuzzy; a new language begins with an empty catalogue. What each
    text was made from is recorded beside it (REPORT.state.yaml), so that a source put back is fresh again.
    """
    from reportgen import pipeline
    from reportgen.pipeline.translations import update as updated

    with report_to_change(root, report) as (workspace, loaded, kept):
        tags = _tags(workspace, loaded, languages)
        if not tags:
            raise UsageError("the report has no catalogue yet", hint="name a language to translate into: -l TAG")
        files = updated(workspace, loaded, [pipeline.language(workspace, tag, loaded) for tag in tags])
        kept.write(files)
    for path in files:
        click.echo(workspace.shown(path))


@translations.command("status")
@report_argument
@languages_option
@json_option
@click.pass_obj
def translations_status(root: str, report: str | None, languages: tuple[str, ...], output: str) -> None:
    """Print how many pieces of each language are translated, and those that wait with what changed in their source.

    Words and pages left are those of the original. With --format json every piece has its state, by whom and when.
    """
    from reportgen.pipeline.numbers import Built
    from reportgen.pipeline.translators.progress import progress

    workspace, loaded = open_report(root, report)
    found = [progress(Built(workspace, loaded), tag) for tag in _tags(workspace, loaded, languages)]
    if output == "json":
        click.echo(json.dumps([each.as_json() for each in found], ensure_ascii=False, indent=1))
        return
    for each in found:
        _print_progress(each)


@translations.command("export")
@report_argument
@click.option("-l", "--language", "tag", required=True, metavar="TAG", help="The language to translate into.")
@click.option(
    "--to",
    "format_name",
    type=click.Choice(["xliff", "po", "docx", "xlsx", "tmx", "tbx", "reference"]),
    default="xliff",
    show_default=True,
    help="A job for translators' tools (xliff, po), for revisers in Word, for a spreadsheet; or what goes with it: "
    "texts from before (tmx), names (tbx), what each piece cites (reference).",
)
@click.option("-o", "--output", "output", metavar="FILE", help="Where to write; by default REPORT.TAG.xlf in outputs/.")
@click.option("--every", is_flag=True, help="Every piece, and not only those that are new or changed.")
@memory_option
@click.pass_obj
def translations_export(
    root: str,
    report: str | None,
    tag: str,
    format_name: str,
    output: str | None,
    every: bool,
    memory_file: str | None,
) -> None:
    """Write what waits for a translator into a file for their own tool: XLIFF 1.2, PO, a table in Word, a sheet.

    Figures, dates and references cannot be changed in it, names stand with the forms that the language has, and every
    text that is there already comes with its state. What the memory has is offered: nobody has looked at it yet.
    """
    from reportgen.pipeline.numbers import Built
    from reportgen.pipeline.translators.companions import COMPANIONS
    from reportgen.pipeline.translators.exported import exported_job
    from reportgen.translation.formats import JOB_FORMATS
    from reportgen.workspace.writing import from_here, write_all

    workspace, loaded = open_report(root, report)
    built = Built(workspace, loaded)
    job = offered_job(workspace, memory_file, exported_job(built, tag, every))
    companion = COMPANIONS.get(format_name)
    ending = companion.ending if companion else JOB_FORMATS[format_name].endings[0]
    default = workspace.root / "outputs" / loaded.slug / f"{loaded.slug}.{tag}{ending}"
    path = Path(output).absolute() if output else default
    data = companion.write(built, tag) if companion else JOB_FORMATS[format_name].write(job)
    write_all(workspace.root, {path: data}, "-o FILE names another place")
    click.echo(from_here(path))
    if not companion:
        click.echo(f"pieces to translate into {tag}: {len(job.units)}", err=True)


@translations.command("import")
@click.argument("names", nargs=-1, required=True, metavar="FILE... [REPORT]")
@click.option("--partial", is_flag=True, help="Write what is right, and leave out what is refused.")
@click.option("-l", "--language", "tag", default="", metavar="TAG", help="The language of a translated report in Word.")
@json_option
@click.pass_obj
def translations_import(root: str, names: tuple[str, ...], partial: bool, tag: str, output: str) -> None:
    """Write what translators gave back into the catalogues: all of it, or nothing where anything is refused.

    Every text is read for facts and names, wherever they were typed, and all rules of check look at it. Of a translated
    Word file of the report itself this does what reportgen read FILE -l TAG --apply does. A TBX file changes the
    lexicons: forms that are new or otherwise are written there.
    """
    from reportgen.pipeline.read import ReadChoices

    files, report = files_and_report(names)
    if are_names(files):
        import_lexicon(root, files[0], output)
    if kind_of_files(files) == "translation":
        import_translations(root, report, files, partial, output)
    read_documents(root, report, files, ReadChoices(tag), True, output)


@translations.command("accept")
@report_argument
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("-l", "--language", "tag", required=True, metavar="TAG", help="The language of the texts.")
@click.option(
    "--as",
    "state",
    type=click.Choice(["translated", "reviewed", "final"]),
    default="reviewed",
    show_default=True,
    help="What is said of the pieces.",
)
@click.option("--by", default="", envvar="REPORTGEN_BY", metavar="NAME", help="Who answers for them; or REPORTGEN_BY.")
@click.option("--on", default="", metavar="DATE", help="The day, as 2026-01-31; or SOURCE_DATE_EPOCH.")
@click.option("--why", default="", metavar="TEXT", help="Why a text of an older source is good for today's.")
@click.pass_obj
def translations_accept(
    root: str, report: str | None, ids: tuple[str, ...], tag: str, state: FinishedState, by: str, on: str, why: str
) -> None:
    """Record that texts are reviewed or final, by whom and when; without an ID all that wait for nothing else.

    A text that is stale is accepted by its id, with a reason. With `translations: {require: reviewed}` in report.yaml
    build --final writes nothing before all texts are that far.
    """
    from reportgen.pipeline.translators.granted import Grant, granted

    grant = Grant(state, by.strip(), _day(on), why.strip())
    with report_to_change(root, report) as (workspace, loaded, kept):
        _tags(workspace, loaded, (tag,))
        files = granted(workspace, loaded, tag, ids, grant)
        kept.write(files)
    for path in files:
        click.echo(workspace.shown(path))


def _print_progress(found: LanguageProgress) -> None:
    from reportgen.catalogue import REVIEW_STATES

    shown = [state for state in REVIEW_STATES[::-1] if state in found.counts]
    click.echo(f"{found.tag}  " + ", ".join(f"{found.counts[state]} {state}" for state in shown))
    if found.words_left:
        click.echo(f"  left: {found.words_left:,} words, {found.pages_left} pages")
    for each in found.pieces:
        if each.position:
            click.echo(f"  {each.position}: {each.id}: {each.why}")
        if each.change:
            click.echo(f"    {each.change}")


def _day(given: str) -> str:
    """A day as it is recorded; that of SOURCE_DATE_EPOCH where none is given, empty where there is neither."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if given:
            return date.fromisoformat(given).isoformat()
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat() if epoch else ""
    except (ValueError, OverflowError, OSError):
        raise UsageError(f"'{given or epoch}' is no day", hint="write it as 2026-01-31") from None


def _tags(workspace: Workspace, report: Report, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages asked for, by default all with a catalogue; a `UsageError` for the original language."""
    from reportgen import pipeline

    if report.language in languages:
        raise UsageError(
            f"the report is written in '{report.language}': that language has no catalogue", hint="name another one"
        )
    return languages or pipeline.report_languages(workspace, report)[1:]
