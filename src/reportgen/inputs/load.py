"""Read the files of one report and put them together."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from reportgen.errors import InputError, Position, ReportgenError, UsageError, raise_all, suggestion
from reportgen.inputs import rules
from reportgen.inputs.carried_over import load_carried_over
from reportgen.inputs.computing import compute
from reportgen.inputs.corrections import read_corrections
from reportgen.inputs.qualifier_bounds import qualifier_bounds
from reportgen.inputs.rows import put_rows
from reportgen.inputs.terms import TERMS
from reportgen.located import LocatedDict, LocatedList, read
from reportgen.located.validate import validated
from reportgen.model.report import Report
from reportgen.workspace import Workspace, is_name_below


class KnownFiles(Protocol):
    """Remembers the files of a report that were valid: see `by_file`."""

    def report(self, workspace: Workspace, path: Path) -> Report:
        """The report whose first file has this path; an `InputError` where anything is wrong with its files."""


def load(workspace: Workspace, slug: str, known: KnownFiles | None = None) -> Report:
    """The report of a slug; an `InputError`, or an `ErrorList` of several, where its files are wrong.

    Of what `known` remembers, only the files that were changed are validated.
    """
    path = workspace.find("inputs", slug, "report.yaml")
    if path is None:
        raise UsageError(f"there is no report '{slug}'", hint=suggestion(slug, workspace.reports()))
    report = _remembered(workspace, path, known) if known else None
    if report is None:
        report = validated(Report, _Files(workspace, path.parent).report(path), TERMS)
    report._slug, report._workspace = slug, workspace
    # Facts are computed and rules run once the models are known to be right, since both need the whole report.
    report, errors = compute(report, qualifier_bounds(workspace))
    raise_all(errors)
    if report.corrections:
        report._corrected = read_corrections(workspace, report)
    report._carried_over = load_carried_over(workspace, slug)
    rules.check(report)
    return report


def _remembered(workspace: Workspace, path: Path, known: KnownFiles) -> Report | None:
    """The report by its remembered files; None where something is wrong, which the whole tells in its order."""
    try:
        report = known.report(workspace, path).changed()
    except ReportgenError:
        return None
    report._pictures = {}
    return report


PART_FOLDERS = {"sections": "sections", "annexes": "annexes", "appendices": "annexes"}
"""The folder with the files of a report's parts, by the key that names them."""

_PARTS = {"sections": "section", "annexes": "annex"}


def put_tables(data: LocatedDict, workspace: Workspace, folder: Path) -> None:
    """Put the rows of CSV files into the tables of a part that name them."""
    items = data.get("paragraphs")
    for item in items if isinstance(items, list) else ():
        table = item.get("table") if isinstance(item, LocatedDict) else None
        if isinstance(table, LocatedDict) and "file" in table:
            put_rows(table, workspace, folder)


class _Files:
    """Puts the files of one folder into one mapping."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        self.workspace, self.folder = workspace, folder
        self.taken: dict[Path, Position] = {}

    def report(self, path: Path) -> LocatedDict:
        data = read(self.workspace, path)
        if isinstance(data.get("summary"), str):
            data["summary"] = self.section(data["summary"], data.values_at["summary"].position)
        self.parts(data)
        return data

    def parts(self, data: LocatedDict) -> None:
        """Replace names of files by what they hold: sections, annexes, appendices, and rows of tables."""
        for key, folder in PART_FOLDERS.items():
            names = data.get(key)
            if not isinstance(names, LocatedList):
                continue
            for index, name in enumerate(names):
                if isinstance(name, str):
                    names[index] = self.section(name, names.origins[index].position, folder)
                elif isinstance(name, LocatedDict):
                    self.parts(name)
        put_tables(data, self.workspace, self.folder)

    def section(self, name: Any, at: Position, folder_name: str = "sections") -> LocatedDict:
        folder = self.folder / folder_name
        path = folder / f"{name}.yaml"
        if not is_name_below(str(name)):
            there = self.workspace.shown(folder)
            raise InputError(f"'{name}' is no file in {there}", at, f"the name of a file in {there}, without .yaml")
        # Twice the same file would mean twice the same ids; a section that names itself would never end.
        if path in self.taken:
            raise InputError(
                f"the {_PARTS[folder_name]} '{name}' is taken in twice", at, f"first at {self.taken[path]}"
            )
        self.taken[path] = at
        if not self.workspace.has_name(path):
            stems = [each.removesuffix(".yaml") for each in self.workspace.names(path.parent, ".yaml")]
            hint = suggestion(name, stems) or f"make it, or take '{name}' out"
            raise InputError(f"there is no file {self.workspace.shown(path)}", at, hint)
        data = read(self.workspace, path)
        self.parts(data)
        return data
