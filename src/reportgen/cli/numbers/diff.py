"""reportgen numbers diff: two reports, ledgers or files."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.numbers.printing import comparison_lines
from reportgen.cli.options import json_option, open_report
from reportgen.errors import InputError, Position

if TYPE_CHECKING:
    from reportgen.pipeline.numbers import ComparedSource
    from reportgen.workspace import Workspace

_LEDGER = (".yaml", ".yml")


@click.command()
@click.argument("old")
@click.argument("new")
@json_option
@click.pass_obj
def diff(root: str, old: str, new: str, output: str) -> None:
    """Compare the numbers of two reports, ledgers or files, or one of each, in any two languages.

    OLD and NEW are a .docx or .md file, a numbering.yaml, or a report; REPORT:TAG is a report in a language. Exit code
    1 where numbers differ.
    """
    from reportgen.pipeline import numbers
    from reportgen.workspace import Workspace

    workspace = Workspace.at(root)
    comparison = numbers.compare_sources(workspace, _source(workspace, root, old), _source(workspace, root, new))
    if output == "json":
        click.echo(json.dumps(comparison.as_json(), ensure_ascii=False, indent=1))
    else:
        for line in comparison_lines(comparison):
            click.echo(line)
    sys.exit(1 if comparison.numbers_differ() else 0)


def _source(workspace: Workspace, root: str, name: str) -> ComparedSource:
    from reportgen.ledger.write_file import read
    from reportgen.pipeline.numbers import Built, WrittenLedgerFile
    from reportgen.workspace import is_file

    path = Path(name)
    if is_file(path) and path.suffix.casefold() in _LEDGER:
        ledger = read(path, workspace.shown(path.resolve()))
        if not ledger.editions:
            at = Position(workspace.shown(path.resolve()), 1, 1)
            raise InputError("the ledger has no edition", at, "reportgen numbers freeze makes one")
        return ledger
    if is_file(path):
        return path
    slug, colon, tag = name.rpartition(":")
    return WrittenLedgerFile(Built(*open_report(root, slug if colon else name)), tag if colon else "")
