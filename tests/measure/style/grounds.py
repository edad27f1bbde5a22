"""Reports in which faults are planted: many texts of a language are changed at once, and checked once."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import polib
import yaml

from reportgen.errors import Position, ReportgenError
from reportgen.finding import Finding
from reportgen.model.report import wordings
from reportgen.pipeline.build import load
from reportgen.pipeline.session import Session
from reportgen.workspace import Workspace
from tests.measure.meaning.changes import Wording
from tests.measure.style.prose import write_prose

ROOT = Path(__file__).parents[3]
TAGS = ("en", "fr", "es", "ru", "zh", "ar")
SLUG = "e-cn.15-2019-9"
"""The real report."""

_CASE = ROOT / "tests" / "cases" / "every-block"
NAMES = ("prose", "case", "report")
"""Prose of the measure's own, the case with every kind of block, and the real report."""


@dataclass(frozen=True)
class _Scalar:
    """Where a scalar of a YAML file stands in its text."""

    path: Path
    start: int
    end: int
    first: tuple[int, int]
    last: tuple[int, int]

    def has(self, at: Position) -> bool:
        """Whether a place of the file lies in it."""
        return self.first <= (at.line, at.column) <= self.last


class Ground:
    """A report in a folder of its own, with its texts in the languages that it has."""

    def __init__(self, folder: Path, slug: str) -> None:
        self.folder, self.slug = folder, slug
        self._session = Session(Workspace.at(folder))
        self._workspace = Workspace.at(folder)
        self._known: dict[str, set[tuple[str, str, str, str]]] = {}

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """Its languages, the original first."""
        return self._session.languages(self.slug)

    def texts(self, tag: str) -> list[Wording]:
        """All texts of a language, in reading order."""
        entries = {} if tag == "en" else {each.msgctxt: each.msgstr for each in self._catalogues[tag]}
        found = []
        for name, (text, facts) in self._originals.items():
            if tag == "en":
                found.append(Wording(name, tag, text, "", facts))
            elif entries.get(name):
                found.append(Wording(name, tag, entries[name], text, facts))
        return found

    def before(self, tag: str) -> set[tuple[str, str, str, str]]:
        """What is said of the report as it is: code, id, message and words."""
        if tag not in self._known:
            self._known[tag] = {_told(each) for each in self._session.findings(self.slug, [tag])}
        return self._known[tag]

    def said(self, tag: str, changed: Mapping[str, str]) -> list[Finding] | str:
        """What is said of the report with other texts, and was not before; the message where it cannot be read."""
        before = self.before(tag)
        files = self.changed_files(tag, changed)
        try:
            for path, data in files.items():
                self._session.change(path.relative_to(self.folder), data)
            return [each for each in self._session.findings(self.slug, [tag]) if _told(each) not in before]
        except ReportgenError as error:
            return str(error)
        finally:
            for path in files:
                self._session.change(path.relative_to(self.folder), None)

    def changed_files(self, tag: str, changed: Mapping[str, str]) -> dict[Path, bytes]:
        """The files that hold some texts of a language, with other texts in their place, by id."""
        if tag == "en":
            return self._changed_inputs(changed)
        catalogue = polib.pofile(str(self._catalogue_path(tag)))
        for entry in catalogue:
            entry.msgstr = changed.get(entry.msgctxt or "", entry.msgstr)
        return {self._catalogue_path(tag): str(catalogue).encode()}

    def _changed_inputs(self, changed: Mapping[str, str]) -> dict[Path, bytes]:
        edits: dict[Path, list[tuple[_Scalar, str]]] = {}
        for name, text in changed.items():
            scalar = self._scalars[name]
            edits.setdefault(scalar.path, []).append((scalar, text))
        return {path: _replaced(path.read_text("utf-8"), each).encode() for path, each in edits.items()}

    @cached_property
    def _catalogues(self) -> dict[str, polib.POFile]:
        return {tag: polib.pofile(str(self._catalogue_path(tag))) for tag in self.tags if tag != "en"}

    def _catalogue_path(self, tag: str) -> Path:
        return self.folder / "locales" / tag / f"{self.slug}.po"

    @cached_property
    def _originals(self) -> dict[str, tuple[str, dict[str, dict[str, object]]]]:
        """The text of each piece of the original, where it can be changed, and the facts that it may print."""
        found = {}
        for name, wording, item in wordings(load(self._workspace, self.slug)):
            if name in self._scalars:
                own = self._facts.get(name, self._facts.get(item.id if item else "", {}))
                facts = {**self._facts[""], **own}
                found[name] = (" ".join(wording.text.split()), facts)
        return found

    @cached_property
    def _scalars(self) -> dict[str, _Scalar]:
        """The scalar of each piece of the original, by the place that the report says it stands at."""
        scalars = {path: _scalars_of(path) for path in (self.folder / "inputs" / self.slug).rglob("*.yaml")}
        found = {}
        for name, wording, _ in wordings(load(self._workspace, self.slug)):
            at = wording.position()
            for each in scalars[self.folder / at.file] if at else ():
                if each.has(at):
                    found[name] = each
        return found

    @cached_property
    def _facts(self) -> dict[str, dict[str, dict[str, object]]]:
        """The facts of every block by its id as they are written, those of the whole report by an empty one."""
        found: dict[str, dict[str, dict[str, object]]] = {"": {}}
        loader = type("Plain", (yaml.SafeLoader,), {"yaml_implicit_resolvers": {}})
        for path in sorted((self.folder / "inputs" / self.slug).rglob("*.yaml")):
            data = yaml.load(path.read_text("utf-8"), loader)
            if path.name == "report.yaml":
                found[""] = data.get("facts", {})
            _take_facts(data, {}, found)
        return found


def ground(name: str, folder: Path) -> Ground:
    """A report of a name, written or copied into a folder."""
    if name == "prose":
        return Ground(folder, write_prose(folder))
    if name == "case":
        shutil.copytree(_CASE, folder, dirs_exist_ok=True)
        return Ground(folder, "every-block")
    shutil.copytree(ROOT / "inputs" / SLUG, folder / "inputs" / SLUG)
    for path in ROOT.glob(f"locales/*/{SLUG}.*"):
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    return Ground(folder, SLUG)


def _told(finding: Finding) -> tuple[str, str, str, str]:
    return finding.code, finding.id, finding.message, finding.words


def _take_facts(item: Any, around: dict[str, Any], found: dict[str, dict[str, Any]]) -> None:
    if isinstance(item, list):
        for each in item:
            _take_facts(each, around, found)
    elif isinstance(item, dict):
        facts = {**around, **item["facts"]} if isinstance(item.get("facts"), dict) and "id" in item else around
        if isinstance(item.get("id"), str):
            found[item["id"]] = facts
        for key, value in item.items():
            if key != "facts":
                _take_facts(value, facts, found)


def _scalars_of(path: Path) -> list[_Scalar]:
    return [
        _Scalar(path, start.index, end.index, (start.line + 1, start.column + 1), (end.line + 1, end.column + 1))
        for node in _scalar_nodes(yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader))
        for start, end in [(node.start_mark, node.end_mark)]
    ]


def _scalar_nodes(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    match node:
        case yaml.ScalarNode():
            yield node
        case yaml.SequenceNode():
            for child in node.value:
                yield from _scalar_nodes(child)
        case yaml.MappingNode():
            for _, value in node.value:
                yield from _scalar_nodes(value)


def _replaced(text: str, edits: list[tuple[_Scalar, str]]) -> str:
    for scalar, new in sorted(edits, key=lambda each: -each[0].start):
        quoted = '"' + re.sub(r'(["\\])', r"\\\1", new) + '"'
        line_end = "\n" if text[scalar.end - 1] == "\n" else ""
        text = text[: scalar.start] + quoted + line_end + text[scalar.end :]
    return text
