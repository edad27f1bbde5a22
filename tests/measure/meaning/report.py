"""The real report in a folder of its own, with its wording in six languages, one text of which can be changed."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import polib
import yaml

import reportgen
from reportgen.errors import ReportgenError
from tests.measure.meaning.changes import Wording

ROOT = Path(__file__).parents[3]
SLUG = "e-cn.15-2019-9"
_TEXTS = ("text", "heading", "title", "caption")


@dataclass(frozen=True)
class Place:
    """A scalar of a YAML file: the file, its text, and where the scalar stands."""

    path: Path
    start: int
    end: int


class RealReport:
    """The report, copied; findings of the unchanged report are known for every language."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("inputs", "locales"):
            kept = (f"{SLUG}.po", f"{SLUG}.*")
            for path in (ROOT / name).rglob("*"):
                if path.is_file() and (name == "inputs" or any(path.match(each) for each in kept)):
                    target = folder / path.relative_to(ROOT)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(path, target)
        self.report = self.loaded()
        self.before: dict[str, set[tuple[str, ...]]] = {}

    def loaded(self) -> reportgen.model.report.Report:
        """The report read anew."""
        return reportgen.load(self.folder / "inputs" / SLUG)

    @cached_property
    def _scalars(self) -> dict[str, tuple[Place, str]]:
        """The wording of the original by id."""
        found: dict[str, tuple[Place, str]] = {}
        inputs = self.folder / "inputs" / SLUG
        for path in [inputs / "report.yaml", *sorted(inputs.glob("*/*.yaml"))]:
            root = yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)
            self._walk(root, path, found)
        return found

    def _walk(self, node: Any, path: Path, found: dict[str, tuple[Place, str]]) -> None:
        if isinstance(node, yaml.SequenceNode):
            for child in node.value:
                self._walk(child, path, found)
        if not isinstance(node, yaml.MappingNode):
            return
        keys = {key.value: value for key, value in node.value}
        name = keys["id"].value if "id" in keys else "title"
        for key, value in keys.items():
            if key in _TEXTS and isinstance(value, yaml.ScalarNode):
                place = Place(path, value.start_mark.index, value.end_mark.index)
                found[name] = place, value.value
            elif key != "facts":
                self._walk(value, path, found)

    @cached_property
    def facts(self) -> dict[str, dict[str, dict[str, object]]]:
        """The facts of every paragraph by its id, those of the whole report among them."""
        inputs = self.folder / "inputs" / SLUG
        loader = type("Plain", (yaml.SafeLoader,), {"yaml_implicit_resolvers": {}})
        whole = yaml.load((inputs / "report.yaml").read_text("utf-8"), loader)["facts"]
        found: dict[str, dict[str, dict[str, object]]] = {}
        for path in sorted(inputs.glob("*/*.yaml")):
            self._take(yaml.load(path.read_text("utf-8"), loader), {}, found)
        return {name: {**whole, **facts} for name, facts in found.items()} | {"": whole}

    def _take(self, item: Any, around: dict[str, Any], found: dict[str, Any]) -> None:
        if isinstance(item, list):
            for each in item:
                self._take(each, around, found)
        elif isinstance(item, dict):
            facts = {**around, **item.get("facts", {})}
            if isinstance(item.get("id"), str):
                found[item["id"]] = facts
            for key, value in item.items():
                if key != "facts":
                    self._take(value, facts, found)

    @cached_property
    def _catalogues(self) -> dict[str, polib.POFile]:
        return {path.parent.name: polib.pofile(str(path)) for path in self.folder.glob(f"locales/*/{SLUG}.po")}

    def wordings(self, tag: str) -> list[Wording]:
        """All wording of a language."""
        if tag == "en":
            texts = {name: (" ".join(text.split()), "") for name, (_, text) in self._scalars.items()}
        else:
            texts = {entry.msgctxt: (entry.msgstr, entry.msgid) for entry in self._catalogues[tag] if entry.msgctxt}
        facts = self.facts
        return [
            Wording(name, tag, text, source, facts.get(name, facts[""]))
            for name, (text, source) in texts.items()
            if text
        ]

    def change(self, piece: Wording, text: str) -> tuple[Path, bytes]:
        """The file that a changed text stands in, and its bytes with the change."""
        if piece.tag != "en":
            path = self.folder / "locales" / piece.tag / f"{SLUG}.po"
            catalogue = self._catalogues[piece.tag]
            entry = next(each for each in catalogue if each.msgctxt == piece.id)
            entry.msgstr, old = text, entry.msgstr
            data = str(catalogue).encode()
            entry.msgstr = old
            return path, data
        place = self._scalars[piece.id][0]
        source = place.path.read_text("utf-8")
        quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
        line_end = "\n" if source[place.end - 1] == "\n" else ""
        return place.path, (source[: place.start] + quoted + line_end + source[place.end :]).encode()

    def said(self, tag: str, reload: bool = False) -> set[tuple[str, ...]] | str:
        """What the rules say of a language at error or warning level; the message where they refuse."""
        try:
            report = self.loaded() if reload else self.report
            findings = reportgen.check(report, [tag])
        except ReportgenError as error:
            return str(error)
        return {(each.code, each.where, each.message) for each in findings if each.severity != "note"}

    def noticed(self, piece: Wording, text: str) -> str:
        """What is said of a changed text that is not said without the change; empty where nothing is."""
        if piece.tag not in self.before:
            before = self.said(piece.tag)
            assert isinstance(before, set), before
            self.before[piece.tag] = before
        path, data = self.change(piece, text)
        old = path.read_bytes()
        path.write_bytes(data)
        try:
            said = self.said(piece.tag, reload=piece.tag == "en")
        finally:
            path.write_bytes(old)
        return (
            said
            if isinstance(said, str)
            else "\n".join(" ".join(each) for each in sorted(said - self.before[piece.tag]))
        )
