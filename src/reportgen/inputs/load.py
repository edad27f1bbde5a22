"""Read the files of one report and put them together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from reportgen.errors import InputError, Position, UsageError, suggestion
from reportgen.inputs import rules
from reportgen.inputs.explain import input_error
from reportgen.marked import MarkedDict, MarkedList, read
from reportgen.model.report import Report
from reportgen.workspace import Workspace


def load(workspace: Workspace, slug: str) -> Report:
    """The report of a slug; an `InputError` (or several in an `ErrorList`) where its files cannot be taken."""
    path = workspace.find("inputs", slug, "report.yaml")
    if path is None:
        raise UsageError(f"there is no report '{slug}'", hint=suggestion(slug, workspace.reports()))
    data = _Files(workspace, path.parent).report(path)
    try:
        report = Report.model_validate(data)
    except ValidationError as error:
        raise input_error(error, data) from None
    report._slug, report._workspace = slug, workspace
    rules.check(report)
    return report


class _Files:
    """Puts the files of one folder into one mapping."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        self.workspace, self.folder = workspace, folder
        self.taken: dict[str, Position] = {}

    def report(self, path: Path) -> MarkedDict:
        data = read(path, self.workspace.shown(path))
        if isinstance(data.get("summary"), str):
            data["summary"] = self.section(data["summary"], data.values_at["summary"].position)
        self.subsections(data)
        return data

    def subsections(self, data: MarkedDict) -> None:
        names = data.get("sections")
        if isinstance(names, MarkedList):
            for index, name in enumerate(names):
                if isinstance(name, str):
                    names[index] = self.section(name, names.origins[index].position)
                elif isinstance(name, MarkedDict):
                    self.subsections(name)

    def section(self, name: Any, at: Position) -> MarkedDict:
        folder = self.folder / "sections"
        path = folder / f"{name}.yaml"
        if Path(name).is_absolute() or ".." in Path(name).parts:
            raise InputError(f"'{name}' is no file in {self.workspace.shown(folder)}", at)
        if name in self.taken:
            raise InputError(f"the section '{name}' is taken in twice", at, f"first at {self.taken[name]}")
        self.taken[name] = at
        if not path.is_file():
            there = sorted(each.stem for each in path.parent.glob("*.yaml"))
            raise InputError(f"there is no file {self.workspace.shown(path)}", at, suggestion(name, there))
        data = read(path, self.workspace.shown(path))
        self.subsections(data)
        return data
