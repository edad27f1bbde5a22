"""reportgen new: a report to start from."""

from __future__ import annotations

import re
from pathlib import Path

import click

from reportgen.cli.options import find_report
from reportgen.errors import UsageError


@click.command()
@click.argument("slug")
@click.option("--from", "source", metavar="SLUG", help="Copy this report with all its languages.")
@click.option("--symbol", help="The symbol of the document; a stand-in where it is not known yet.")
@click.pass_obj
def new(root: str, slug: str, source: str | None, symbol: str | None) -> None:
    """Make a report to start from under inputs/SLUG: small and explained, or a copy of another one.

    Try:  reportgen new demo && reportgen build demo
    """
    from reportgen.cli.files import write_all
    from reportgen.workspace import Workspace

    if not re.fullmatch(r"[a-z0-9]+([.-][a-z0-9]+)*", slug):
        raise UsageError(f"'{slug}' is no slug", hint="lower-case words and figures joined by '-' or '.'")
    workspace = Workspace.at(root)
    target = workspace.root / "inputs" / slug
    if target.exists():
        raise UsageError(f"there is a report '{slug}' already", hint="choose another slug")
    files = _copied(root, source, slug) if source else _starter(workspace.installed, slug)
    if symbol:
        files = {name: re.sub(r"(?m)^symbol: .*$", f"symbol: {symbol}", text) for name, text in files.items()}
    paths = {workspace.root / name: text.encode() for name, text in files.items()}
    for path in paths:
        if path.exists():
            raise UsageError(f"{workspace.shown(path)} is there already", hint="choose another slug")
    write_all(paths)
    for path in sorted(paths):
        click.echo(workspace.shown(path))
    click.echo(f"next: reportgen build {slug}", err=True)


def _starter(installed: Path, slug: str) -> dict[str, str]:
    """The files of the starter by their names in the workspace."""
    folder = installed / "templates" / "new"
    files = {}
    for path in sorted(folder.rglob("*.*")):
        name = path.relative_to(folder).as_posix()
        place = f"inputs/{slug}/{name}" if path.suffix == ".yaml" else f"locales/{path.stem}/{slug}.po"
        files[place] = path.read_text("utf-8")
    return files


def _copied(root: str, source: str, slug: str) -> dict[str, str]:
    """The files of another report and of its catalogues, under the new slug."""
    workspace, old = find_report(root, source)
    origin = workspace.find("inputs", old)
    assert origin is not None
    files = {
        f"inputs/{slug}/{path.relative_to(origin).as_posix()}": path.read_text("utf-8")
        for path in sorted(origin.rglob("*.yaml"))
    }
    for tag in workspace.languages():
        catalogue = workspace.find("locales", tag, f"{old}.po")
        if catalogue:
            files[f"locales/{tag}/{slug}.po"] = catalogue.read_text("utf-8")
    return files
