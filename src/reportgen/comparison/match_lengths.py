"""Pairs between two known places where neither id nor text helps, as between two languages: by kind and length."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from reportgen.comparison.sides import Piece

_SKIP = 0.75
"""What it costs to leave one out: as much as to pair two texts of which one is about twice as long."""

# The table of costs has old x new cells and is filled in plain Python, so that larger gaps are paired by number.
_MOST = 250_000
# Dearer than leaving out both sides, so that blocks of two kinds are never paired.
_NEVER = 1e9


def aligned(old: Sequence[Piece], new: Sequence[Piece], comparable: bool) -> list[tuple[int, int]]:
    """The indexes of those that are one block, in order.

    Where both sides are in one language, earlier steps found their texts unlike, so they are paired only if their kinds
    are the same one by one.
    """
    if [piece.kind for piece in old] == [piece.kind for piece in new]:
        return [(index, index) for index in range(len(old))]
    if comparable:
        return []
    if len(old) * len(new) > _MOST:
        return _by_number(old, new)
    return _cheapest(old, new)


def _by_number(old: Sequence[Piece], new: Sequence[Piece]) -> list[tuple[int, int]]:
    places = {(piece.kind, piece.path): index for index, piece in enumerate(old) if piece.path}
    pairs = {
        places[piece.kind, piece.path]: index for index, piece in enumerate(new) if (piece.kind, piece.path) in places
    }
    return sorted(pairs.items())


def _cheapest(old: Sequence[Piece], new: Sequence[Piece]) -> list[tuple[int, int]]:
    """The alignment of least cost (after Gale and Church, by the lengths of the texts)."""
    # One language is longer than another as a whole (English has more letters than Chinese), so a length is judged
    # against this ratio.
    ratio = log((_length(new) + 1) / (_length(old) + 1))
    costs = [[column * _SKIP for column in range(len(new) + 1)]]
    for row, one in enumerate(old, 1):
        above, line = costs[-1], [row * _SKIP]
        for column, other in enumerate(new):
            both = above[column] + _cost(one, other, ratio)
            line.append(min(both, above[column + 1] + _SKIP, line[column] + _SKIP))
        costs.append(line)
    return _path(old, new, costs, ratio)


def _path(old: Sequence[Piece], new: Sequence[Piece], costs: list[list[float]], ratio: float) -> list[tuple[int, int]]:
    row, column, pairs = len(old), len(new), []
    while row and column:
        here = costs[row][column]
        if here == costs[row - 1][column - 1] + _cost(old[row - 1], new[column - 1], ratio):
            row, column = row - 1, column - 1
            pairs.append((row, column))
        elif here == costs[row - 1][column] + _SKIP:
            row -= 1
        else:
            column -= 1
    return pairs[::-1]


def _cost(old: Piece, new: Piece, ratio: float) -> float:
    if old.kind != new.kind:
        return _NEVER
    return abs(log((len(new.text) + 1) / (len(old.text) + 1)) - ratio)


def _length(side: Sequence[Piece]) -> int:
    return sum(len(piece.text) for piece in side)
