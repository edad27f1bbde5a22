"""Where each thing of a report is kept, by id, for whoever edits it: `written_places(workspace, slug)`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from reportgen.errors import InputError, Position
from reportgen.inputs.load import PART_FOLDERS
from reportgen.inputs.rows import rows_of_file
from reportgen.located import LocatedDict, LocatedList, YamlPath, read
from reportgen.located.cells import CellPlace
from reportgen.model.blocks import kind_of_item
from reportgen.model.report import AGENDA_TITLE, FURTHER_TITLES, TITLE
from reportgen.record import record
from reportgen.workspace import Workspace

MASTHEAD_OWNER = "masthead"
"""What keeps the facts of the masthead."""

MASTHEAD_FACTS: dict[str, tuple[str | int, ...]] = {
    "organ": ("organ",),
    "body": ("body",),
    "sub_body": ("sub_body",),
    "committee": ("committee",),
    "session": ("session",),
    "session_year": ("session", "year"),
    "second_organ": ("joint", "organ"),
    "second_session": ("joint", "session"),
    "second_session_year": ("joint", "session", "year"),
    "second_item": ("joint", "agenda", "item"),
    "place": ("meeting", "place"),
    "dates": ("meeting", "dates"),
    "date": ("date",),
    "item": ("agenda", "item"),
    **{f"item_{number}": ("agenda", "further", number - 2, "item") for number in range(2, 6)},
    "note_symbol": ("agenda", "note", "symbol"),
}
"""The facts that lines of the masthead print, each with its place in the mapping."""


@record
class YamlPlace:
    """A value in a YAML file, named as messages name it."""

    file: str
    path: YamlPath

    def within(self, *steps: str | int) -> YamlPlace:
        """A place below this one."""
        return YamlPlace(self.file, (*self.path, *steps))


WordingPlace = YamlPlace | CellPlace
"""Where a piece of wording or a cell stands: in a YAML file, or in the CSV file of a table."""


@dataclass(frozen=True)
class WrittenPlaces:
    """Where the parts of one report stand.

    `owners` are mappings by id: blocks, subparagraphs, sections, annexes, with an empty id the report; `listed` says
    where a part stands in the list that names it. `wordings` are texts and cells by the id of their piece, `blocks`
    gives the block of each that is in one, `notes` the block of each note; `facts` are mappings by the id of the block
    whose wording prints them (empty: the whole report) and their name. `files` gives the path of each file, `data`
    what it holds.
    """

    owners: dict[str, YamlPlace] = field(default_factory=dict)
    listed: dict[str, YamlPlace] = field(default_factory=dict)
    wordings: dict[str, WordingPlace] = field(default_factory=dict)
    blocks: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    facts: dict[tuple[str, str], YamlPlace] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    data: dict[str, LocatedDict] = field(default_factory=dict)

    def value(self, place: YamlPlace) -> Any:
        """What stands at a place, None where there is nothing."""
        here: Any = self.data[place.file]
        for step in place.path:
            try:
                here = here[step]
            except (KeyError, IndexError, TypeError):
                return None
        return here

    def position(self, place: YamlPlace) -> Position:
        """Where a value stands, as messages name it."""
        *above, last = place.path
        owner = self.value(YamlPlace(place.file, tuple(above)))
        if isinstance(owner, LocatedDict):
            return owner.values_at[str(last)].position
        assert isinstance(owner, LocatedList)
        return owner.origins[int(last)].position

    def texts_of(self, block: str) -> Iterator[str]:
        """The texts of all pieces of a block."""
        for name in self.pieces_of.get(block, ()):
            place = self.wordings[name]
            value = self.value(place) if isinstance(place, YamlPlace) else None
            yield value if isinstance(value, str) else ""

    @cached_property
    def pieces_of(self) -> dict[str, list[str]]:
        """The ids of the pieces of each block."""
        found: dict[str, list[str]] = defaultdict(list)
        for piece, block in self.blocks.items():
            found[block].append(piece)
        return dict(found)

    def fact(self, owner: str, name: str) -> YamlPlace | None:
        """Where a fact is kept that the wording of a block prints: in the block, else in the report."""
        return self.facts.get((owner, name)) or self.facts.get(("", name))


def written_places(workspace: Workspace, slug: str) -> WrittenPlaces:
    """The places in the files of a report, which must have been loaded: nothing is checked here."""
    path = workspace.find("inputs", slug, "report.yaml")
    if path is None:
        raise InputError("the report is not there", Position(f"inputs/{slug}/report.yaml"), "it was there a moment ago")
    walk = _Walk(workspace, path.parent, WrittenPlaces())
    walk.report(walk.open(path))
    return walk.found


@record
class _Walk:
    """A walk through the files of one folder."""

    workspace: Workspace
    folder: Path
    found: WrittenPlaces

    def open(self, path: Path) -> YamlPlace:
        shown = self.workspace.shown(path)
        self.found.files[shown] = path
        self.found.data[shown] = read(self.workspace, path)
        return YamlPlace(shown, ())

    def report(self, place: YamlPlace) -> None:
        data = self.found.value(place)
        self.found.owners[""] = place
        self.found.wordings[TITLE] = place.within("title")
        self._facts("", place)
        for name, path in MASTHEAD_FACTS.items():
            at = place.within("masthead", *path)
            # A session that is no regular one is a mapping, in which the number stands by its key.
            is_mapping = name.endswith("session") and isinstance(self.found.value(at), dict)
            at = at.within("number") if is_mapping else at
            if self.found.value(at) is not None:
                self.found.facts[MASTHEAD_OWNER, name] = at
        self._agenda_titles(place.within("masthead"))
        summary = data.get("summary")
        if summary:
            inner = self._part(place.within("summary"), summary, "sections")
            self.found.owners[(self.found.value(inner) or {}).get("id", "summary")] = inner
            self._items(inner)
        self._parts(place)

    def _agenda_titles(self, masthead: YamlPlace) -> None:
        """The places of the titles of all agenda items, those of a joint organ behind the others."""
        agendas = (masthead.within("agenda"), masthead.within("joint", "agenda"))
        items: list[YamlPlace] = []
        for agenda in (each for each in agendas if self.found.value(each)):
            further = self.found.value(agenda).get("further") or ()
            items += [agenda, *(agenda.within("further", index) for index in range(len(further)))]
        for name, item in zip((AGENDA_TITLE, *FURTHER_TITLES), items, strict=False):
            if "title" in self.found.value(item):
                self.found.wordings[name] = item.within("title")

    def _part(self, place: YamlPlace, value: Any, folder: str) -> YamlPlace:
        """The place of a section that is named by its file, or stands here itself."""
        return self.open(self.folder / folder / f"{value}.yaml") if isinstance(value, str) else place

    def _parts(self, place: YamlPlace) -> None:
        """Sections, annexes and appendices of a part or of the report."""
        for key, folder in PART_FOLDERS.items():
            for index, value in enumerate(self.found.value(place).get(key) or ()):
                inner = self._part(place.within(key, index), value, folder)
                name = self.found.value(inner)["id"]
                self.found.owners[name] = inner
                self.found.listed[name] = place.within(key, index)
                if "heading" in self.found.value(inner):
                    self.found.wordings[name] = inner.within("heading")
                self._items(inner)
                self._parts(inner)

    def _items(self, place: YamlPlace) -> None:
        for index, item in enumerate(self.found.value(place).get("paragraphs") or ()):
            self._item(item, place.within("paragraphs", index))

    def _item(self, item: LocatedDict, place: YamlPlace) -> None:
        name, before = item["id"], len(self.found.wordings)
        self.found.owners[name] = self.found.listed[name] = place
        self._facts(name, place)
        for note in item.get("notes") or ():
            self.found.wordings[note] = place.within("notes", note)
            self.found.notes[note] = name
        if "source" in item:
            self.found.wordings[f"{name}/source"] = place.within("source")
        kind = kind_of_item(item)
        match kind:
            case "list":
                self._list(f"{name}/", item["list"], place.within("list"))
            case "box":
                self.found.wordings[name] = place.within("box", "heading")
                for index, _ in enumerate(item["box"]["paragraphs"]):
                    self.found.wordings[f"{name}/{index + 1}"] = place.within("box", "paragraphs", index)
            case "figure":
                if "caption" in item["figure"]:
                    self.found.wordings[name] = place.within("figure", "caption")
                self.found.wordings[f"{name}/alternative"] = place.within("figure", "alternative")
            case "table":
                self._table(name, item["table"], place.within("table"))
            case _:
                key = "text" if kind == "paragraph" else kind
                if key in item:
                    self.found.wordings[name] = place.within(key)
                self._subparagraphs(name, item, place)
        self.found.blocks.update(dict.fromkeys(list(self.found.wordings)[before:], name))

    def _facts(self, owner: str, place: YamlPlace) -> None:
        """The facts of a block, of a part of it, or of the report."""
        for name in self.found.value(place).get("facts") or ():
            self.found.facts[owner, name] = place.within("facts", name)

    def _subparagraphs(self, owner: str, parent: LocatedDict, place: YamlPlace) -> None:
        for index, part in enumerate(parent.get("subparagraphs") or ()):
            inner = place.within("subparagraphs", index)
            self.found.owners[part["id"]] = self.found.listed[part["id"]] = inner
            self.found.wordings[part["id"]] = inner.within("text")
            self._facts(owner, inner)
            self._subparagraphs(owner, part, inner)

    def _list(self, prefix: str, items: Any, place: YamlPlace) -> None:
        for index, item in enumerate(items):
            name, inner = f"{prefix}{index + 1}", place.within(index)
            self.found.wordings[name] = inner if isinstance(item, str) else inner.within("text")
            if not isinstance(item, str) and item.get("list"):
                self._list(f"{name}-", item["list"], inner.within("list"))

    def _table(self, name: str, table: LocatedDict, place: YamlPlace) -> None:
        if "caption" in table:
            self.found.wordings[name] = place.within("caption")
        for index, column in enumerate(table.get("columns") or ()):
            inner = place.within("columns", index)
            if isinstance(column, str) or "head" in column:
                key = f"{name}/head-{index + 1}"
                self.found.wordings[key] = inner if isinstance(column, str) else inner.within("head")
        for (row, column), cell in self._cells(table, place):
            key = f"{name}/{row}-{column + 1}" if row else f"{name}/head-{column + 1}"
            self.found.wordings[key] = cell

    def _cells(self, table: LocatedDict, place: YamlPlace) -> Iterator[tuple[tuple[int, int], WordingPlace]]:
        """The cells by row, from 1 (0: the heads that a CSV file gives), and column, from 0."""
        if "file" not in table:
            for row, cells in enumerate(table["rows"]):
                yield from (((row + 1, column), place.within("rows", row, column)) for column, _ in enumerate(cells))
            return
        path = self.folder / table["file"]
        shown = self.workspace.shown(path)
        self.found.files[shown] = path
        first = 1 if "columns" in table else 0
        for row, cells in enumerate(rows_of_file(self.workspace, path)):
            yield from (((row + first, column), CellPlace(shown, row, column)) for column, _ in enumerate(cells))
