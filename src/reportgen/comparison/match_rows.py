"""Parts that have no name but their place: rows of tables, items of lists, paragraphs of boxes.

The id of a part is its place, and an inserted row moves all rows below it, so rows are recognised by what they hold.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.comparison.fingerprints import digest
from reportgen.comparison.kept_order import unmoved
from reportgen.comparison.sides import Piece

PieceRow = dict[str, int]
"""The indexes of the parts of a row by their columns."""

RowPair = tuple[PieceRow, PieceRow]
Gap = tuple[Sequence[PieceRow], Sequence[PieceRow]]
RowKey = tuple[str, ...]

_MOST = 40_000
"""The most pairs of rows for which `SequenceMatcher`, with its square or worse cost, is used."""

_PLACE = re.compile(r"(?P<base>[^/]+)/(?P<row>\d+)(?P<rest>(?:-\d+)*)")


def row_pairs(old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """The indexes of parts of one table, list or box that are one part on both sides."""
    tags = sorted({tag for piece in old for tag in piece.digests} & {tag for piece in new for tag in piece.digests})
    olds, news = _groups(old), _groups(new)
    common = sorted(olds.keys() & news.keys()) if tags else []
    tag = _original(new, tags) if common else ""
    for base in common:
        yield from _Table(old, new, tag).pairs(olds[base], news[base])


def _original(side: Sequence[Piece], tags: Sequence[str]) -> str:
    """The language of the texts of a side, told from its digests; the first known one where they do not tell.

    The original decides what a row is, since its translations follow later.
    """
    for piece in side:
        if piece.text and piece.base:
            printed = digest(piece.text)
            found = [tag for tag in tags if tag in piece.digests and piece.digests[tag].printed == printed]
            if len(found) == 1:
                return found[0]
    return tags[0]


def _groups(side: Sequence[Piece]) -> dict[str, list[PieceRow]]:
    """The rows of each table, list or box; an item and a paragraph are rows of their own."""
    found: dict[str, dict[str, PieceRow]] = {}
    for index, piece in enumerate(side):
        match = _PLACE.fullmatch(piece.id) if "/" in piece.id else None
        if match:
            row, column = (match["row"], match["rest"]) if piece.kind == "cell" else (match["row"] + match["rest"], "")
            found.setdefault(match["base"], {}).setdefault(row, {})[column] = index
    return {base: list(rows.values()) for base, rows in found.items()}


def _matching(old: Sequence[RowKey], new: Sequence[RowKey]) -> Iterator[tuple[int, int, int]]:
    """Runs of equal keys in both, as (place in old, place in new, length), and an empty one at the end.

    Long tables in which one key stands often would cost `SequenceMatcher` the square of their rows and more. There the
    first row of a key is matched with the first of that key on the other side, the second with the second, and so on.
    """
    shared = min(len(old), len(new))
    # What both begin and end with needs no matching; most tables that came back differ in a row or two.
    start = next((at for at in range(shared) if old[at] != new[at]), shared)
    rest = shared - start
    end = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    yield 0, 0, start
    inside = old[start : len(old) - end], new[start : len(new) - end]
    if len(inside[0]) * len(inside[1]) <= _MOST:
        found: Iterable[tuple[int, int, int]] = SequenceMatcher(None, *inside, autojunk=False).get_matching_blocks()
    else:
        found = _matching_by_count(*inside)
    yield from ((start + first, start + second, size) for first, second, size in found if size)
    yield len(old) - end, len(new) - end, end
    yield len(old), len(new), 0


def _matching_by_count(old: Sequence[RowKey], new: Sequence[RowKey]) -> Iterator[tuple[int, int, int]]:
    places = {key: at for at, key in enumerate(_counted(old))}
    pairs = [(places[key], at) for at, key in enumerate(_counted(new)) if key in places]
    kept = unmoved([before for before, _ in pairs], [1] * len(pairs))
    yield from ((*pair, 1) for index, pair in enumerate(pairs) if index in kept)


def _counted(keys: Sequence[RowKey]) -> Iterator[tuple[RowKey, int]]:
    """Each key with how often it stood before."""
    times: Counter[RowKey] = Counter()
    for key in keys:
        yield key, times[key]
        times[key] += 1


class _Table:
    """One table on both sides; texts are compared in one language."""

    def __init__(self, old: Sequence[Piece], new: Sequence[Piece], tag: str) -> None:
        self.old, self.new, self.tag = old, new, tag

    def pairs(self, olds: Sequence[PieceRow], news: Sequence[PieceRow]) -> Iterator[tuple[int, int]]:
        for old, new in self._rows(olds, news):
            yield from ((old[column], new[column]) for column in old.keys() & new.keys())

    def _rows(self, olds: Sequence[PieceRow], news: Sequence[PieceRow]) -> Iterator[tuple[PieceRow, PieceRow]]:
        """Rows with the same cells; between them, rows with the same first cell; between those, the rest in order."""
        for old_rest, new_rest in (yield from self._alike(olds, news, whole=True)):
            for gap in (yield from self._alike(old_rest, new_rest, whole=False)):
                yield from zip(*gap, strict=False)

    def _alike(
        self, olds: Sequence[PieceRow], news: Sequence[PieceRow], whole: bool
    ) -> Generator[RowPair, None, list[Gap]]:
        """Yields rows with the same cells, or the same first cell, and returns what is left between them."""
        keys = [self._key(self.old, row, whole) for row in olds], [self._key(self.new, row, whole) for row in news]
        gaps, at, there = [], 0, 0
        for first, second, size in _matching(*keys):
            gaps.append((olds[at:first], news[there:second]))
            at, there = first + size, second + size
            yield from zip(olds[first:at], news[second:there], strict=True)
        return [gap for gap in gaps if all(gap)]

    def _key(self, side: Sequence[Piece], row: PieceRow, whole: bool) -> RowKey:
        cells = [(column, side[index]) for column, index in sorted(row.items())]
        known = (f"{column}:{piece.digests[self.tag].printed}" for column, piece in cells if self.tag in piece.digests)
        return tuple(known) if whole else tuple(known)[:1]
