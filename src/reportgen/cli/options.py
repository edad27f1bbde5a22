"""Arguments that several commands share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportgen.errors import InputError, UsageError, suggestion

if TYPE_CHECKING:
    from reportgen.model.report import Report
    from reportgen.workspace import Workspace
    from reportgen.workspace.writing import Kept

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _workspace_of(context: click.Context) -> Workspace:
    from reportgen.workspace import Workspace

    return Workspace.at(root_of(context.find_root().params.get("root")))


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


def root_of(folder: str | None) -> str:
    """The folder of the workspace: that of -C, else the nearest one upward that has a report, else the current one.

    A `UsageError` where -C names no folder.
    """
    from reportgen.workspace import Workspace, is_folder

    if folder is not None:
        if not is_folder(Path(folder)):
            raise UsageError(f"there is no folder '{folder}'", hint="-C names the folder that holds inputs/")
        return folder
    here = Path.cwd()
    return next((str(each) for each in (here, *here.parents) if Workspace.at(each).reports()), str(here))


def find_report(root: str, report: str | None) -> tuple[Workspace, str]:
    """The workspace and the slug of what REPORT names: a folder, a slug, a symbol, or nothing where there is one.

    Files that a stopped command left half written are settled first.
    """
    from reportgen.workspace import Workspace
    from reportgen.workspace.journal import settle

    workspace = Workspace.at(root)
    settle(workspace.root)
    known = workspace.reports()
    inputs = (workspace.root / "inputs").as_posix()
    if report is None:
        if len(known) == 1:
            return workspace, known[0]
        if known:
            raise UsageError("more than one report under inputs/: say which", hint=f"one of: {', '.join(known)}")
        hint = "reportgen new SLUG makes one here; -C names a folder that has one"
        raise UsageError(f"no report in {inputs}, nor in a folder above", hint=hint)
    # Slugs are usually made from symbols, so E/CN.15/2019/9 also finds the folder e-cn.15-2019-9.
    slug = report.casefold().replace("/", "-")
    for name in (_named_folder(workspace, report), _with_symbol(workspace, report), report, slug):
        if name and _is_slug(name) and workspace.find("inputs", name, "report.yaml"):
            return workspace, name
    hint = suggestion(slug[:100], known) or f"a folder under {inputs}"
    raise UsageError(f"there is no report '{report}'", hint=hint)


def _is_slug(name: str) -> bool:
    return "/" not in name and "\\" not in name and name not in (".", "..")


def _named_folder(workspace: Workspace, report: str) -> str:
    """The slug of the folder that REPORT names by its path; a `UsageError` where it lies outside of inputs/."""
    from reportgen.workspace import is_there

    if not set(report) & set("/\\"):
        return ""
    inputs = workspace.root / "inputs"
    folders = [folder for folder in (Path(report), workspace.root / report) if is_there(folder / "report.yaml")]
    for folder in (each.resolve() for each in folders):
        if folder.parent == inputs.resolve():
            return folder.name
    if folders:
        message = f"'{report}' lies outside of {inputs.as_posix()}"
        raise UsageError(message, hint="name the folder that holds its inputs/ with -C: reportgen -C DIR …")
    return ""


def _with_symbol(workspace: Workspace, symbol: str) -> str:
    """The slug of the user's report that has a symbol, empty where none has; a `UsageError` where several have it."""
    found = list(_all_with_symbol(workspace, symbol)) if "/" in symbol else []
    if len(found) > 1:
        message = f"more than one report has the symbol '{symbol}': {', '.join(found)}"
        raise UsageError(message, hint="give one of them another symbol, or say which by its folder")
    return "".join(found)


def _all_with_symbol(workspace: Workspace, symbol: str) -> Iterator[str]:
    """The slugs of the reports that have a symbol, found by one line of report.yaml.

    A report with errors elsewhere can still be named by its symbol.
    """
    line = re.compile(rf"^symbol:\s*[\"']?{re.escape(symbol)}[\"']?\s*(#.*)?$", re.MULTILINE | re.IGNORECASE)
    for slug in workspace.reports():
        try:
            text = workspace.read(workspace.root / "inputs" / slug / "report.yaml").decode("utf-8", "replace")
        except InputError:  # it is another report that is asked for
            continue
        if line.search(text):
            yield slug


def open_report(root: str, report: str | None) -> tuple[Workspace, Report]:
    """The workspace and the report that REPORT names."""
    from reportgen import pipeline

    workspace, slug = find_report(root, report)
    return workspace, pipeline.load(workspace, slug)


@contextmanager
def report_to_change(root: str, report: str | None) -> Iterator[tuple[Workspace, Report, Kept]]:
    """The workspace, the report that REPORT names, and the writer of its files, under the lock of the workspace."""
    from reportgen import pipeline
    from reportgen.workspace.writing import changing

    workspace, slug = find_report(root, report)
    with changing(workspace.root, lambda: workspace.sources(slug)) as kept:
        yield workspace, pipeline.load(workspace, slug), kept
