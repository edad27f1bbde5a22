"""Parts that are named by their place (row 2 of a table, item 4 of a list), found again where others came or went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from reportgen.tree.path import PartId, whole_of
from reportgen.tree.printed import PrintedPiece
from reportgen.tree.text import plain_text

_Group = list[PrintedPiece]
"""The cells of a row, or one item of a list."""


def indexes_of(name: str) -> tuple[int, ...]:
    """The indexes of a cell, an item of a list or a paragraph of a box, from 0; none for any other id."""
    part = PartId.of(name)
    if part is None or not part.place.replace("-", "").isdigit():
        return ()
    return tuple(int(step) - 1 for step in part.place.split("-"))


def ids_now(sent: Sequence[PrintedPiece], today: Sequence[PrintedPiece]) -> dict[str, str]:
    """The ids that parts have today by those that they had when they were sent; those that are gone are left out."""
    before, now = _groups(sent), _groups(today)
    return {old: new for whole in before.keys() & now.keys() for old, new in _matched(before[whole], now[whole])}


def _groups(pieces: Sequence[PrintedPiece]) -> dict[str, list[_Group]]:
    """The rows and items of each table, list and box, in their order."""
    found: defaultdict[str, dict[Hashable, _Group]] = defaultdict(dict)
    for each in pieces:
        indexes = indexes_of(each.id)
        if indexes:
            key = indexes[0] if each.kind == "cell" else indexes
            found[whole_of(each.id)].setdefault(key, []).append(each)
    return {whole: list(groups.values()) for whole, groups in found.items()}


def _matched(before: list[_Group], now: list[_Group]) -> Iterator[tuple[str, str]]:
    old, new = list(map(_said, before)), list(map(_said, now))
    for _, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for each, other in zip(before[start:end], now[first:last], strict=False):
            yield from _parts(each, other)


def _parts(group: _Group, other: _Group) -> Iterator[tuple[str, str]]:
    """The cells of two rows column by column, or the two items."""
    places: Mapping[Hashable, str] = {_column(each): each.id for each in other}
    yield from ((each.id, places[_column(each)]) for each in group if _column(each) in places)


def _column(piece: PrintedPiece) -> Hashable:
    return indexes_of(piece.id)[1:] if piece.kind == "cell" else ()


def _said(group: _Group) -> Hashable:
    return tuple((len(indexes_of(each.id)), _column(each), plain_text(each.content)) for each in group)
