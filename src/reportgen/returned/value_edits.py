"""New texts and values as edits of the files that keep them: `value_edits(operations, places)`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, assert_never

from reportgen.facts import Count, Names, Ordinal, Value
from reportgen.inputs.places import WrittenPlaces, YamlPlace
from reportgen.located import Delete, Edit, Insert, Replace, YamlPath
from reportgen.located.cells import CellPlace, ReplaceCell
from reportgen.located.edits import Scalar, YamlData
from reportgen.model.blocks import BLOCK_KINDS
from reportgen.returned.fact_edits import fact_edits, fact_like
from reportgen.returned.operations import (
    AddFact,
    AddNote,
    DropFact,
    DropNote,
    SetFact,
    SetWording,
    ValueOperation,
)
from reportgen.returned.source_edits import SourceEdits

_NUMBER = re.compile(r"[-−]?\d+(?:\.\d+)?")
_TEXT_KEYS = ("text", *BLOCK_KINDS)


def value_edits(operations: Sequence[ValueOperation], places: WrittenPlaces) -> SourceEdits:
    """The edits of new texts and values; what is said twice is done once."""
    found = SourceEdits()
    mappings = _Mappings(places)
    for operation in dict.fromkeys(operations):
        match operation:
            case SetWording():
                _set_wording(operation, places, found)
            case SetFact():
                place = places.facts[operation.owner, operation.name]
                found.yaml[place.file] += _new_value(place.path, places.value(place), operation.value)
            case AddFact():
                like = places.facts.get(operation.like)
                fact = fact_like(places.value(like) if like else None, operation.value)
                mappings.add(operation.owner, "facts", operation.name, fact)
            case DropFact():
                mappings.drop(places.facts[operation.owner, operation.name])
            case AddNote():
                mappings.add(operation.owner, "notes", operation.note, operation.text)
            case DropNote():
                mappings.drop(places.owners[operation.owner].within("notes", operation.note))
            case _:
                assert_never(operation)
    for file, edit in mappings.edits():
        found.yaml[file].append(edit)
    return found


def _set_wording(operation: SetWording, places: WrittenPlaces, found: SourceEdits) -> None:
    place = places.wordings[operation.piece]
    if isinstance(place, CellPlace):
        found.cells[place.file].append(ReplaceCell(place.row, place.column, operation.text))
    else:
        found.yaml[place.file].append(Replace(place.path, _like(places.value(place), operation.text)))


def _new_value(path: YamlPath, written: Any, value: Value) -> list[Edit]:
    """The edits of a fact; a line of the masthead has its number, name or symbol alone."""
    if isinstance(written, Mapping):
        return fact_edits(path, written, value)
    match value:
        case Ordinal() | Count():
            return [Replace(path, value.number)]
        case Names():
            return [Replace(path, value.ids[0])]
        case _:
            return [Replace(path, str(value))]


def _like(old: Any, text: str) -> Scalar:
    """A text, or the number that it is where a number, a sign or nothing stood."""
    is_words = isinstance(old, bool) or (isinstance(old, str) and any(character.isalnum() for character in old))
    return text if is_words else number_or_text(text)


def number_or_text(text: str) -> Scalar:
    """A number with all the digits that are written; any other text as it is."""
    if not _NUMBER.fullmatch(text):
        return text
    return Decimal(text.replace("−", "-")) if "." in text else int(text.replace("−", "-"))


class _Mappings:
    """Keys that are added to the facts and notes of blocks, and taken from them, one mapping at a time."""

    def __init__(self, places: WrittenPlaces) -> None:
        self.places = places
        self.added: dict[tuple[YamlPlace, str], dict[str, YamlData]] = defaultdict(dict)
        self.dropped: dict[YamlPlace, list[str | int]] = defaultdict(list)

    def add(self, owner: str, key: str, name: str, value: YamlData) -> None:
        self.added[self.places.owners[owner], key][name] = value

    def drop(self, place: YamlPlace) -> None:
        self.dropped[YamlPlace(place.file, place.path[:-1])].append(place.path[-1])

    def edits(self) -> Iterator[tuple[str, Edit]]:
        """The edits with their files; a mapping that is left empty goes as a whole."""
        for (owner, key), new in self.added.items():
            there = self.places.value(owner.within(key))
            if there is None:
                yield owner.file, Insert((*owner.path, key), new, _following(self.places.value(owner), key))
            else:
                yield from ((owner.file, Insert((*owner.path, key, name), value)) for name, value in new.items())
        for place, names in self.dropped.items():
            owner, key = YamlPlace(place.file, place.path[:-1]), str(place.path[-1])
            if len(names) == len(self.places.value(place)) and (owner, key) not in self.added:
                yield place.file, Delete(place.path)
            else:
                yield from ((place.file, Delete((*place.path, name))) for name in names)


def _following(owner: Mapping[str, Any], key: str) -> str:
    """The key before which the facts of a block go: that of its words; notes go to the end."""
    return next((each for each in owner if each in _TEXT_KEYS), "") if key == "facts" else ""
