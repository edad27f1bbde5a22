"""A report whose files are validated each by itself and remembered: whoever loads it again reads anew what was changed.

What is wrong is not told here: whoever meets an error loads the whole at once, which tells all errors in their order.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from reportgen.errors import InputError, Position
from reportgen.inputs.load import PART_FOLDERS, put_tables
from reportgen.inputs.terms import TERMS
from reportgen.located import LocatedDict, LocatedList, parse, read_text
from reportgen.located.validate import validated
from reportgen.model.report import Annex, Appendix, Report, Section, Summary
from reportgen.model.written import Written
from reportgen.record import record
from reportgen.workspace import Workspace, is_name_below

_MODELS: dict[str, type[Written]] = {"sections": Section, "annexes": Annex, "appendices": Appendix, "summary": Summary}
_Model = TypeVar("_Model", bound=Written)
_Steps = tuple[str | int, ...]
_FileKey = tuple[Any, ...]


@record
class _KnownFile:
    """A file as it was validated: its model, and those of the files that it names, by the steps to their places."""

    model: Written
    parts: tuple[tuple[_Steps, Path, Written], ...]


class RememberedModels:
    """Files that were valid, by the kind of their model, their name, their text, and the texts of their tables."""

    def __init__(self) -> None:
        self._now: dict[_FileKey, _KnownFile] = {}
        self._before: dict[_FileKey, _KnownFile] = {}

    def report(self, workspace: Workspace, path: Path) -> Report:
        """The report whose first file has this path; an `InputError` where anything is wrong with its files."""
        self._before, self._now = self._now, {}
        return _Reading(self, workspace, path.parent).file(Report, path)

    def find(self, key: _FileKey) -> _KnownFile | None:
        """A file that was valid when the report was loaded the last time."""
        found = self._before.get(key)
        if found:
            self._now[key] = found
        return found

    def keep(self, key: _FileKey, found: _KnownFile) -> None:
        """Remember a file until the report is loaded the next time without it."""
        self._now[key] = found


class _Reading:
    """One reading of the files of a report."""

    def __init__(self, known: RememberedModels, workspace: Workspace, folder: Path) -> None:
        self.known, self.workspace, self.folder = known, workspace, folder
        self.taken: set[Path] = set()

    def file(self, kind: type[_Model], path: Path) -> _Model:
        """The model of a file, and of those that it names."""
        if path in self.taken or not self.workspace.has_name(path):
            raise InputError("taken in twice, or not there", Position(self.workspace.shown(path)), "load it at once")
        self.taken.add(path)
        text, shown = read_text(self.workspace, path), self.workspace.shown(path)
        key = (kind, shown, text, self.tables(text))
        found = self.known.find(key) or self.validated_file(kind, text, shown)
        found = self.with_parts(found)
        self.known.keep(key, found)
        assert isinstance(found.model, kind)
        return found.model

    def tables(self, text: str) -> tuple[str, ...]:
        """The texts of all CSV files of the folder, for a file that may take one in."""
        names = self.workspace.names(self.folder, ".csv") if "file:" in text else []
        return tuple(read_text(self.workspace, self.folder / name) for name in names)

    def validated_file(self, kind: type[_Model], text: str, shown: str) -> _KnownFile:
        data = parse(text, shown)
        parts = self.named_parts(data, ())
        put_tables(data, self.workspace, self.folder)
        if kind is Report and isinstance(data.get("summary"), str):
            parts.insert(0, self.part(data, "summary", ("summary",), "summary"))
        return _KnownFile(validated(kind, data, TERMS), tuple(parts))

    def named_parts(self, data: LocatedDict, steps: _Steps) -> list[tuple[_Steps, Path, Written]]:
        """The files that a mapping names, put in their places."""
        found = []
        for key in PART_FOLDERS:
            names = data.get(key)
            for index, name in enumerate(names if isinstance(names, LocatedList) else ()):
                if isinstance(name, str):
                    found.append(self.part(names, index, (*steps, key, index), key))
                elif isinstance(name, LocatedDict):
                    put_tables(name, self.workspace, self.folder)
                    found += self.named_parts(name, (*steps, key, index))
        return found

    def part(self, owner: Any, place: Any, steps: _Steps, key: str) -> tuple[_Steps, Path, Written]:
        """The model of a file, put into the place of its name."""
        path = self.path_of(owner[place], key)
        owner[place] = self.file(_MODELS[key], path)
        return steps, path, owner[place]

    def path_of(self, name: str, key: str) -> Path:
        if not is_name_below(name):
            raise InputError(f"'{name}' is no file below", Position(name), "load it at once")
        return self.folder / PART_FOLDERS.get(key, "sections") / f"{name}.yaml"

    def with_parts(self, found: _KnownFile) -> _KnownFile:
        """The file with the models that the files it names have now."""
        model, parts = found.model, list[tuple[_Steps, Path, Written]]()
        for steps, path, before in found.parts:
            now = before if path in self.taken else self.file(type(before), path)
            if now is not before:
                model = _with(model, steps, now)
            parts.append((steps, path, now))
        return found if model is found.model else _KnownFile(model, tuple(parts))


def _with(owner: Any, steps: _Steps, part: Written) -> Any:
    """A model, or a tuple of models, with another part at the end of some steps."""
    if not steps:
        return part
    step, *rest = steps
    if isinstance(step, int):
        return (*owner[:step], _with(owner[step], tuple(rest), part), *owner[step + 1 :])
    return owner.changed(**{step: _with(getattr(owner, step), tuple(rest), part)})
