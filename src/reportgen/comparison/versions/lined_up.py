"""Pairs of paragraphs of two versions: by ids, and between these by numbers, figures and lengths taken together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log

from reportgen.comparison.kept_order import unmoved
from reportgen.comparison.match_lengths import aligned
from reportgen.comparison.sides import Piece
from reportgen.record import record

_MOST = 400_000
"""The table of costs is filled in plain Python; larger gaps are parted by the numbers that stand once on both sides."""

_SKIP = 0.8
_OTHER_NUMBER, _OTHER_FIGURES, _OTHER_LENGTH, _OTHER_KIND = 0.45, 0.7, 0.5, 0.4
"""What it costs to leave a paragraph out, and to pair two that differ; pairing the unlike costs more than to skip both.

So a paragraph that one version lacks moves no others: their figures outweigh their numbers.
"""

_SAME_STEP = 0.05
"""What other numbers cost that both go on from those before them: behind a missing paragraph Word counts so."""

_NEVER = 1e9
_FIGURES = re.compile(r"\d{2,}")
_STORIES = frozenset({"note", "cell", "letter-note", "table", "figure", "box", "annex", "appendix"})


@record
class _Looks:
    """What of a paragraph is the same in every language; `step` is by how much it counts on, where it has a number."""

    story: str
    kind: str
    path: tuple[object, ...]
    step: int | None
    figures: frozenset[str]
    length: float


def lined_up(old: Sequence[Piece], new: Sequence[Piece]) -> list[tuple[int, int]]:
    """The pairs of indexes, in the order of the old side; each piece is in one pair at most."""
    ids = _by_ids(old, new)
    taken_old, taken_new = {one for one, _ in ids}, {other for _, other in ids}
    if len(ids) == min(len(old), len(new)):
        return ids
    # Blocks that moved are pairs by their ids, but say nothing of where the others are.
    kept = [ids[at] for at in unmoved([new_at for _, new_at in ids], [1] * len(ids))]
    edges = [(-1, -1), *kept, (len(old), len(new))]
    pairs = list(ids)
    for (old_start, new_start), (old_end, new_end) in pairwise(edges):
        olds = [at for at in range(old_start + 1, old_end) if at not in taken_old and not _is_marked(old[at])]
        news = [at for at in range(new_start + 1, new_end) if at not in taken_new and not _is_marked(new[at])]
        pairs += _between(old, new, olds, news)
    return sorted([*pairs, *_notes(old, new, pairs)])


def _is_marked(piece: Piece) -> bool:
    """Whether a piece is a note and known to be marked in a paragraph."""
    return piece.kind == "note" and piece.owner >= 0


def _notes(old: Sequence[Piece], new: Sequence[Piece], pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The notes of paragraphs that are pairs, first with first; what is left, in order."""
    taken_old, taken_new = {one for one, _ in pairs}, {other for _, other in pairs}
    marked_old, marked_new = _by_owner(old, taken_old), _by_owner(new, taken_new)
    for one, other in pairs:
        for found in zip(marked_old.get(one, ()), marked_new.get(other, ()), strict=False):
            taken_old.add(found[0])
            taken_new.add(found[1])
            yield found
    olds, news = (
        [at for at, piece in enumerate(side) if _is_marked(piece) and at not in taken]
        for side, taken in ((old, taken_old), (new, taken_new))
    )
    yield from _between(old, new, olds, news)


def _by_owner(side: Sequence[Piece], taken: set[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for at, piece in enumerate(side):
        if _is_marked(piece) and at not in taken:
            found.setdefault(piece.owner, []).append(at)
    return found


def _by_ids(old: Sequence[Piece], new: Sequence[Piece]) -> list[tuple[int, int]]:
    places = {piece.id: index for index, piece in reversed(list(enumerate(old))) if piece.id}
    found: dict[int, int] = {}
    for index, piece in enumerate(new):
        if piece.id in places:
            found.setdefault(places[piece.id], index)
    return sorted(found.items())


def _between(
    old: Sequence[Piece], new: Sequence[Piece], olds: Sequence[int], news: Sequence[int]
) -> list[tuple[int, int]]:
    if len(olds) * len(news) > _MOST:
        sides = [old[index] for index in olds], [new[index] for index in news]
        return [(olds[one], news[other]) for one, other in aligned(*sides, False)]
    ratio = log((_length(old, olds) + 1) / (_length(new, news) + 1))
    ones, others = (_looks([side[index] for index in indexes]) for side, indexes in ((old, olds), (new, news)))
    return [(olds[one], news[other]) for one, other in _cheapest(ones, others, ratio)]


def _cheapest(old: Sequence[_Looks], new: Sequence[_Looks], ratio: float) -> list[tuple[int, int]]:
    """The pairs in order of least cost together."""
    best = [column * _SKIP for column in range(len(new) + 1)]
    steps: list[bytearray] = []
    for row, one in enumerate(old, 1):
        line, step = [row * _SKIP], bytearray(len(new) + 1)
        for column, other in enumerate(new):
            choices = (best[column] + _cost(one, other, ratio), best[column + 1] + _SKIP, line[column] + _SKIP)
            least = min(choices)
            step[column + 1] = choices.index(least)
            line.append(least)
        steps.append(step)
        best = line
    return _walked_back(steps, len(new))


def _walked_back(steps: Sequence[bytearray], column: int) -> list[tuple[int, int]]:
    pairs, row = [], len(steps)
    while row and column:
        step = steps[row - 1][column]
        if step == 0:
            pairs.append((row - 1, column - 1))
        row -= step != 2
        column -= step != 1
    return pairs[::-1]


def _cost(one: _Looks, other: _Looks, ratio: float) -> float:
    if one.story != other.story:
        return _NEVER
    cost = _OTHER_LENGTH * min(abs(one.length - other.length - ratio), 2.0)
    if one.path != other.path:
        cost += _SAME_STEP if one.step is not None and one.step == other.step else _OTHER_NUMBER
    cost += _OTHER_KIND * (one.kind != other.kind)
    everything = one.figures | other.figures
    if everything:
        cost += _OTHER_FIGURES * (1 - len(one.figures & other.figures) / len(everything))
    return cost


def _looks(pieces: Sequence[Piece]) -> list[_Looks]:
    found, before = list[_Looks](), dict[tuple[str, int], int]()
    for piece in pieces:
        story = piece.kind if piece.kind in _STORIES else ""
        figures = frozenset(_FIGURES.findall(piece.text))
        step = _step(piece, before)
        found.append(_Looks(story, piece.kind, tuple(piece.path), step, figures, log(len(piece.text) + 1)))
    return found


def _step(piece: Piece, before: dict[tuple[str, int], int]) -> int | None:
    """By how much a piece counts on from the last one of its kind and depth, whose number it replaces in `before`."""
    number = piece.path[-1] if piece.path else None
    if not isinstance(number, int):
        return None
    counted = (piece.kind, len(piece.path))
    step = number - before.get(counted, 0)
    before[counted] = number
    return step


def _length(side: Sequence[Piece], indexes: Sequence[int]) -> int:
    return sum(len(side[index].text) for index in indexes)
