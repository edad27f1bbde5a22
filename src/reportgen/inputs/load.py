"""Read the files of one report and put them together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportgen.errors import InputError, Position, UsageError, suggestion
from reportgen.inputs import rules
from reportgen.inputs.rows import put_rows
from reportgen.inputs.terms import TERMS
from reportgen.located import LocatedDict, LocatedList, read
from reportgen.located.validate import validated
from reportgen.model.report import Report
from reportgen.workspace import Workspace, is_file, is_name_below


def load(workspace: Workspace, slug: str) -> Report:
    """The report of a slug; an `InputError`, or an `ErrorList` of several, where its files are wrong."""
    path = workspace.find("inputs", slug, "report.yaml")
    if path is None:
        raise UsageError(f"there is no report '{slug}'", hint=suggestion(slug, workspace.reports()))
    data = _Files(workspace, path.parent).report(path)
    report = validated(Report, data, TERMS)
    report._slug, report._workspace = slug, workspace
    # Rules need the whole report, so they run once the models are known to be right.
    rules.check(report)
    return report


PART_FOLDERS = {"sections": "sections", "annexes": "annexes", "appendices": "annexes"}
"""The folder with the files of a report's parts, by the key that names them."""

_PARTS = {"sections": "section", "annexes": "annex"}


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
        items = data.get("paragraphs")
        for item in items if isinstance(items, list) else ():
            table = item.get("table") if isinstance(item, LocatedDict) else None
            if isinstance(table, LocatedDict) and "file" in table:
                put_rows(table, self.workspace, self.folder)

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
        if not is_file(path):
            stems = [each.removesuffix(".yaml") for each in self.workspace.names(path.parent, ".yaml")]
            hint = suggestion(name, stems) or f"make it, or take '{name}' out"
            raise InputError(f"there is no file {self.workspace.shown(path)}", at, hint)
        data = read(self.workspace, path)
        self.parts(data)
        return data
