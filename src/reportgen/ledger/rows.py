"""Parts that have no name but their place: rows of tables, items of lists, paragraphs of boxes.

Who inserts a row moves all below it, and the place of a part is its id: so rows are known again by what they hold.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.ledger.pieces import Piece
from reportgen.ledger.text import digest

Row = dict[str, int]
"""The indexes of the parts of a row by their columns."""

Pair = tuple[Row, Row]
Gap = tuple[Sequence[Row], Sequence[Row]]

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
    """The language that the texts of a side are in, as far as its digests tell: translations follow later."""
    for piece in side:
        if piece.text and piece.base:
            printed = digest(piece.text)
            found = [tag for tag in tags if tag in piece.digests and piece.digests[tag].printed == printed]
            if len(found) == 1:
                return found[0]
    return tags[0]


def _groups(side: Sequence[Piece]) -> dict[str, list[Row]]:
    """The rows of each table, list or box; an item and a paragraph are rows of their own."""
    found: dict[str, dict[str, Row]] = {}
    for index, piece in enumerate(side):
        match = _PLACE.fullmatch(piece.id) if "/" in piece.id else None
        if match:
            row, column = (match["row"], match["rest"]) if piece.kind == "cell" else (match["row"] + match["rest"], "")
            found.setdefault(match["base"], {}).setdefault(row, {})[column] = index
    return {base: list(rows.values()) for base, rows in found.items()}


class _Table:
    """One table on both sides; texts are compared in one language."""

    def __init__(self, old: Sequence[Piece], new: Sequence[Piece], tag: str) -> None:
        self.old, self.new, self.tag = old, new, tag

    def pairs(self, olds: Sequence[Row], news: Sequence[Row]) -> Iterator[tuple[int, int]]:
        for old, new in self._rows(olds, news):
            yield from ((old[column], new[column]) for column in old.keys() & new.keys())

    def _rows(self, olds: Sequence[Row], news: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
        """Rows that hold the same; between them those that begin with the same; between those the rest, in order."""
        for old_rest, new_rest in (yield from self._alike(olds, news, whole=True)):
            for gap in (yield from self._alike(old_rest, new_rest, whole=False)):
                yield from zip(*gap, strict=False)

    def _alike(self, olds: Sequence[Row], news: Sequence[Row], whole: bool) -> Generator[Pair, None, list[Gap]]:
        """The rows with the same cells, or the same first cell; what is left between them is returned."""
        keys = [self._key(self.old, row, whole) for row in olds], [self._key(self.new, row, whole) for row in news]
        gaps, at, there = [], 0, 0
        for first, second, size in SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks():
            gaps.append((olds[at:first], news[there:second]))
            at, there = first + size, second + size
            yield from zip(olds[first:at], news[second:there], strict=True)
        return [gap for gap in gaps if all(gap)]

    def _key(self, side: Sequence[Piece], row: Row, whole: bool) -> tuple[str, ...]:
        cells = [(column, side[index]) for column, index in sorted(row.items())]
        known = (f"{column}:{piece.digests[self.tag].printed}" for column, piece in cells if self.tag in piece.digests)
        return tuple(known) if whole else tuple(known)[:1]
