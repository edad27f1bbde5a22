"""The States, Goals and topics that the paragraphs of a report print as facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from reportgen.facts import NAME_KINDS
from reportgen.language import Language
from reportgen.record import record
from reportgen.tree import nodes as tree
from reportgen.tree.citation import cited
from reportgen.tree.inlines import PrintedFact
from reportgen.tree.printed import PrintedPiece, printed_pieces
from reportgen.tree.walk import all_inlines

_TEXT = ("paragraph", "subparagraph", "plain", "item", "cell", "note", "quotation")


@record
class CoveredName:
    """Something that a report names: its id, what it is called, and the pieces that print it with their numbers."""

    id: str
    name: str
    region: str
    pieces: tuple[tuple[str, str], ...]

    def as_json(self) -> dict[str, Any]:
        """The name as plain data."""
        pieces = [{"id": name, "where": where} for name, where in self.pieces]
        return {"id": self.id, "name": self.name, "region": self.region, "pieces": pieces}


@record
class Coverage:
    """The States, Goals and topics of a report, each list by its names; `regions` gives the States of each region."""

    states: tuple[CoveredName, ...]
    goals: tuple[CoveredName, ...]
    topics: tuple[CoveredName, ...]

    @property
    def regions(self) -> Mapping[str, tuple[CoveredName, ...]]:
        """The States that are named, by region, and how many there are in each."""
        return {region: tuple(each for each in self.states if each.region == region) for region in states_of_regions()}

    def as_json(self) -> dict[str, Any]:
        """The coverage as plain data."""
        lists = {"states": self.states, "goals": self.goals, "topics": self.topics}
        return {name: [each.as_json() for each in found] for name, found in lists.items()}


def coverage_of(document: tree.Document, language: Language) -> Coverage:
    """What a document covers, in the order of the names in its language."""
    found: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for piece in printed_pieces(document):
        for key in _names(piece):
            found[key][piece.id] = cited(piece.kind, piece.path)
    regions = {state: region for region, states in states_of_regions().items() for state in states}
    named = {
        key: CoveredName(key[1], _name(language, *key), regions.get(key[1], ""), tuple(pieces.items()))
        for key, pieces in found.items()
    }
    by_name = sorted(named.items(), key=lambda each: each[1].name)
    states = tuple(each for (kind, name), each in by_name if kind == "place" and name in regions)
    goals = tuple(sorted((each for (kind, _), each in by_name if kind == "sdg"), key=lambda each: _number(each.id)))
    return Coverage(states, goals, tuple(each for (kind, _), each in by_name if kind == "topic"))


def _names(piece: PrintedPiece) -> Iterator[tuple[str, str]]:
    """Kind and id of each name that a piece of the text prints."""
    if piece.kind not in _TEXT:
        return
    for each in all_inlines(piece.content):
        if isinstance(each, PrintedFact) and each.kind in NAME_KINDS:
            yield from ((each.kind, name) for name in each.value.split())


def _name(language: Language, kind: str, name: str) -> str:
    try:
        return language.name(kind, name).forms[""].full.replace("*", "")
    except KeyError:
        return name


def _number(name: str) -> tuple[int, str]:
    figures = "".join(filter(str.isdigit, name))
    return int(figures) if figures else 0, name


@cache
def tiles() -> Mapping[str, tuple[int, int]]:
    """The column and the row of each State on the map, from 0."""
    rows = (line.split() for line in _lines("tiles.txt"))
    return {name: (column, row) for row, names in enumerate(rows) for column, name in enumerate(names) if name != ".."}


@cache
def states_of_regions() -> Mapping[str, tuple[str, ...]]:
    """The States of each region (Statistics Division, M49)."""
    parts = (line.partition(":") for line in _lines("regions.txt"))
    return {region: tuple(states.split()) for region, _, states in parts}


def _lines(name: str) -> list[str]:
    text = Path(__file__).with_name(name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
