"""Arguments that several commands share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportgen.errors import UsageError, suggestion

if TYPE_CHECKING:
    from reportgen.model.report import Report
    from reportgen.workspace import Workspace
    from reportgen.workspace.writing import Kept

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _workspace_of(context: click.Context) -> Workspace:
    from reportgen.workspace import Workspace

    return Workspace.at(context.find_root().params.get("root") or ".")


def _complete_report(context: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    return [slug for slug in _workspace_of(context).reports() if slug.startswith(incomplete)]


def _complete_language(context: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    return [tag for tag in _workspace_of(context).languages() if tag.startswith(incomplete)]


report_argument: Decorator = click.argument("report", required=False, shell_complete=_complete_report)
languages_option: Decorator = click.option(
    "-l",
    "--language",
    "languages",
    multiple=True,
    metavar="TAG",
    help="A language, again for more; by default all that the report is written in.",
    shell_complete=_complete_language,
)
json_option: Decorator = click.option(
    "--format", "output", type=click.Choice(["text", "json"]), default="text", help="How the result is printed."
)


def find_report(root: str, report: str | None) -> tuple[Workspace, str]:
    """The workspace and the slug of what REPORT names: a folder, a slug, a symbol, or nothing where there is one.

    What a stopped command left half written is finished or taken back first.
    """
    from reportgen.workspace import Workspace
    from reportgen.workspace.journal import settle

    workspace = Workspace.at(root)
    settle(workspace.root)
    known = workspace.reports()
    if report is None:
        if len(known) == 1:
            return workspace, known[0]
        hint = "reportgen new SLUG makes one" if not known else f"one of: {', '.join(known)}"
        raise UsageError(f"{'no' if not known else 'more than one'} report under inputs/: say which", hint=hint)
    folder = Path(root, report)
    if folder.joinpath("report.yaml").is_file() and folder.resolve().parent.name == "inputs":
        workspace = Workspace.at(folder.resolve().parents[1])
        settle(workspace.root)
        return workspace, folder.resolve().name
    slug = report.casefold().replace("/", "-")
    for name in (report, slug, *_with_symbol(workspace, report)):
        if name and workspace.find("inputs", name, "report.yaml"):
            return workspace, name
    raise UsageError(f"there is no report '{report}'", hint=suggestion(slug, known) or "a folder under inputs/")


def _with_symbol(workspace: Workspace, symbol: str) -> Iterator[str]:
    """The slugs of the user's reports that have a symbol, read without a look at the rest of their files."""
    line = re.compile(rf"^symbol:\s*[\"']?{re.escape(symbol)}[\"']?\s*(#.*)?$", re.MULTILINE | re.IGNORECASE)
    for slug in workspace.reports():
        text = workspace.root.joinpath("inputs", slug, "report.yaml").read_bytes().decode("utf-8", "replace")
        if line.search(text):
            yield slug


def open_report(root: str, report: str | None) -> tuple[Workspace, Report]:
    """The workspace and the report that REPORT names."""
    from reportgen import pipeline

    workspace, slug = find_report(root, report)
    return workspace, pipeline.load(workspace, slug)


@contextmanager
def report_to_change(root: str, report: str | None) -> Iterator[tuple[Workspace, Report, Kept]]:
    """The workspace, the report that REPORT names, and what writes its files, which no other command can meanwhile."""
    from reportgen import pipeline
    from reportgen.workspace.writing import changing

    workspace, slug = find_report(root, report)
    with changing(workspace.root, workspace.sources(slug)) as kept:
        yield workspace, pipeline.load(workspace, slug), kept
