"""Blocks, items and rows that are inserted, deleted or moved, as edits of files: `place_edits(operations, places)`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, assert_never

from reportgen.comparison.kept_order import unmoved
from reportgen.errors import InputError, Position
from reportgen.inputs.places import WrittenPlaces, YamlPlace
from reportgen.located import Delete, Edit, Insert, Move
from reportgen.located.cells import CellPlace, DeleteRow, InsertRow
from reportgen.located.edits import YamlData
from reportgen.record import record
from reportgen.returned.fact_edits import fact_like
from reportgen.returned.operations import (
    DeleteBlock,
    DeleteEntry,
    DeleteTableRow,
    InsertBlock,
    InsertEntry,
    InsertTableRow,
    MoveBlock,
    NewBlock,
    PlaceOperation,
)
from reportgen.returned.source_edits import SourceEdits
from reportgen.returned.value_edits import number_or_text

_BEHIND_PARAGRAPHS = ("sections", "appendices")
"""Keys of a part that stand behind its paragraphs."""


@record
class _Entry:
    """An entry of a list as it is to be: one that is there already, by its place, or a new block."""

    id: str
    place: YamlPlace | None = None
    block: NewBlock | None = None


class _Lists:
    """The lists of blocks that change, each as it is to be, by the place where it stands; `home` is that of a block."""

    def __init__(self, places: WrittenPlaces) -> None:
        self.places = places
        self.lists: dict[YamlPlace, list[_Entry]] = {}
        self.home: dict[str, YamlPlace] = {}
        self.there: dict[YamlPlace, dict[int, str]] = defaultdict(dict)
        for name, place in places.listed.items():
            self.there[_parent(place)][int(place.path[-1])] = name

    def insert(self, entry: _Entry, after: str, inside: bool) -> None:
        """Put an entry behind another one, or first into the list of its owner."""
        place = self._list_of(after) if inside else self._home_of(after)
        index = 0 if inside else self._index(place, after) + 1
        self.lists[place].insert(index, entry)
        self.home[entry.id] = place

    def take(self, name: str) -> _Entry:
        """An entry, which no longer stands where it stood."""
        place = self._home_of(name)
        del self.home[name]
        return self.lists[place].pop(self._index(place, name))

    def _index(self, place: YamlPlace, name: str) -> int:
        return next(index for index, entry in enumerate(self.lists[place]) if entry.id == name)

    def _list_of(self, owner: str) -> YamlPlace:
        # The parts of a new block are written with it.
        if owner not in self.places.owners:
            place = _within_new(owner)
            self.lists.setdefault(place, [])
            return place
        place = self.places.owners[owner]
        value = self.places.value(place)
        key = "paragraphs" if "heading" in value or "paragraphs" in value else "subparagraphs"
        self._open(place.within(key))
        return place.within(key)

    def _home_of(self, name: str) -> YamlPlace:
        if name not in self.home and name in self.places.listed:
            self._open(_parent(self.places.listed[name]))
        if name not in self.home:
            hint = "make this change by hand"
            raise InputError(f"there is no block '{name}' in a list", Position(next(iter(self.places.files))), hint)
        return self.home[name]

    def _open(self, place: YamlPlace) -> None:
        """Take up the list at a place, empty where there is none yet."""
        if place not in self.lists:
            here = self.there[place]
            self.lists[place] = [_Entry(here[index], place.within(index)) for index in sorted(here)]
            self.home.update({name: place for name in here.values() if name not in self.home})


def _within_new(block: str) -> YamlPlace:
    """The list of the parts of a block that is in no file yet."""
    return YamlPlace("", (block,))


def place_edits(operations: Sequence[PlaceOperation], places: WrittenPlaces) -> SourceEdits:
    """The edits of insertions, deletions and moves, which are made one after the other."""
    found, lists = SourceEdits(), _Lists(places)
    for operation in operations:
        match operation:
            case InsertBlock():
                lists.insert(_Entry(operation.block.id, block=operation.block), operation.after, operation.inside)
            case DeleteBlock():
                lists.take(operation.id)
            case MoveBlock():
                lists.insert(lists.take(operation.id), operation.after, operation.inside)
            case InsertEntry() | DeleteEntry():
                _entry_edit(operation, places, found)
            case InsertTableRow() | DeleteTableRow():
                _row_edit(operation, places, found)
            case _:
                assert_never(operation)
    for file, edit in _list_edits(lists):
        found.yaml[file].append(edit)
    return found


def _list_edits(lists: _Lists) -> Iterator[tuple[str, Edit]]:
    homes = {entry.place: place for place, entries in lists.lists.items() for entry in entries if entry.place}
    for place, entries in lists.lists.items():
        if not place.file:
            continue
        there = lists.places.value(place)
        if there is None:
            if entries:
                yield place.file, _new_list(place, entries, lists)
            continue
        yield from _changed(place, entries, lists)
        # What stays in its file is moved with its comments; what goes to another one is written there anew.
        for index in range(len(there)):
            home = homes.get(place.within(index))
            if home is None or home.file != place.file:
                yield place.file, Delete((*place.path, index))


def _changed(place: YamlPlace, entries: Sequence[_Entry], lists: _Lists) -> Iterator[tuple[str, Edit]]:
    """The insertions and moves that make a list what it is to be; all others keep their places."""
    here = [entry for entry in entries if entry.place and _parent(entry.place) == place]
    order = [int(entry.place.path[-1]) for entry in here if entry.place]
    kept = {here[index].place for index in unmoved(order, [1] * len(here))}
    index = 0
    for entry in entries:
        to = (*place.path, index)
        if entry.place is None or entry.place.file != place.file:
            yield place.file, Insert(to, _written(entry, lists))
        elif entry.place in kept:
            index = int(entry.place.path[-1]) + 1
        else:
            yield place.file, Move(entry.place.path, to)


def _new_list(place: YamlPlace, entries: Sequence[_Entry], lists: _Lists) -> Edit:
    owner = lists.places.value(_parent(place))
    before = next((key for key in _BEHIND_PARAGRAPHS if key in owner), "")
    return Insert(place.path, [_written(entry, lists) for entry in entries], before)


def _written(entry: _Entry, lists: _Lists) -> YamlData:
    """A block as data: a new one, or a copy of what stands in another file."""
    if entry.block is None:
        assert entry.place is not None
        return lists.places.value(entry.place)  # type: ignore[no-any-return]
    block = entry.block
    parts = [_written(each, lists) for each in lists.lists.get(_within_new(block.id), ())]
    facts = {name: fact_like(_source_of(block, name, lists.places), value) for name, value in block.facts}
    return {
        "id": block.id,
        **({"facts": facts} if facts else {}),
        block.key: block.text,
        **({"notes": dict(block.notes)} if block.notes else {}),
        **({"subparagraphs": parts} if parts else {}),
    }


def _source_of(block: NewBlock, name: str, places: WrittenPlaces) -> Mapping[str, Any] | None:
    """The fact of the same name in the block that a new one was cut from."""
    place = places.facts.get((block.source, name)) if block.source else None
    return places.value(place) if place else None


def _entry_edit(operation: InsertEntry | DeleteEntry, places: WrittenPlaces, found: SourceEdits) -> None:
    owner = places.owners[operation.owner]
    *outer, last = operation.indexes
    if "box" in places.value(owner):
        place = owner.within("box", "paragraphs", last)
    else:
        place = owner.within("list", *(step for index in outer for step in (index, "list")), last)
    if isinstance(operation, DeleteEntry):
        found.yaml[place.file].append(Delete(place.path))
    else:
        found.yaml[place.file].append(Insert(place.path, operation.text))


def _row_edit(operation: InsertTableRow | DeleteTableRow, places: WrittenPlaces, found: SourceEdits) -> None:
    first = places.wordings.get(f"{operation.table}/1-1")
    if isinstance(first, CellPlace):
        row = first.row + operation.index
        edit = DeleteRow(row) if isinstance(operation, DeleteTableRow) else InsertRow(row, operation.cells)
        found.cells[first.file].append(edit)
        return
    place = places.owners[operation.table].within("table", "rows", operation.index)
    if isinstance(operation, DeleteTableRow):
        found.yaml[place.file].append(Delete(place.path))
    else:
        found.yaml[place.file].append(Insert(place.path, [number_or_text(cell) for cell in operation.cells]))


def _parent(place: YamlPlace) -> YamlPlace:
    return YamlPlace(place.file, place.path[:-1])
