"""Where a new or a moved block goes: behind which block of today, or as the first below which."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.record import record
from reportgen.returned.laid import LaidFile
from reportgen.returned.positions import indexes_of
from reportgen.tree.path import PartId, scope_of, whole_of

_IN_PARTS = ("paragraph", "plain", "quotation")
"""Kinds of blocks that stand by themselves in a part."""


@record
class Spot:
    """The place behind a block, or inside of it as the first; of an entry of a list or box, its indexes from 0."""

    after: str
    inside: bool = False
    indexes: tuple[int, ...] = ()


@dataclass
class Spots:
    """Finds places by what stands before a line; `put` says what stands there once it is placed."""

    laid: LaidFile
    placed: dict[int, str] = field(default_factory=dict)
    entries: dict[int, Spot] = field(default_factory=dict)
    blocks: dict[str, str] = field(default_factory=dict)

    def put(self, line: int, name: str, spot: Spot) -> None:
        """Remember a block that was placed at a line, behind which others may be placed."""
        self.placed[line] = name
        in_part = self.laid.file.lines[line].line.kind in _IN_PARTS
        self.blocks[name] = name if in_part and not spot.indexes else self._block_of(spot.after)
        if spot.indexes:
            self.entries[line] = spot

    def find(self, line: int) -> Spot | None:
        """The place of a line by its kind; none where nothing of today stands before it that it may follow."""
        kind = self.laid.file.lines[line].line.kind
        before = self._before(line)
        if before is None:
            return None
        if kind == "subparagraph":
            return self._part_of_paragraph(line, before)
        if kind == "item" or self._is_in_box(line, before):
            return self._entry(before)
        return self._block(before) if kind in _IN_PARTS else None

    def _before(self, line: int) -> int | None:
        """The nearest line before that stands for a block of today, or for one that is new."""
        names = range(line - 1, -1, -1)
        return next((index for index in names if self._name(index)), None)

    def _name(self, line: int) -> str:
        if line in self.placed:
            return self.placed[line]
        piece = self.laid.today_of.get(line)
        return piece.id if piece and piece.kind != "note" else ""

    def _block(self, before: int) -> Spot:
        name = self._name(before)
        is_part = name in self.laid.layout.levels
        return Spot(name, inside=True) if is_part else Spot(self._block_of(name))

    def _block_of(self, name: str) -> str:
        """The block of a part that a piece belongs to."""
        return self.blocks.get(name) or self.laid.layout.block_of(name)

    def _part_of_paragraph(self, line: int, before: int) -> Spot | None:
        """The place of a subparagraph: inside of what is one level above it, or behind one of its own level."""
        level = self._level(line)
        index: int | None = before
        while index is not None:
            kind, other = self.laid.file.lines[index].line.kind, self._level(index)
            if kind not in ("paragraph", "subparagraph"):
                return None
            if other <= level:
                return Spot(self._name(index), inside=other < level)
            index = self._before(index)
        return None

    def _level(self, line: int) -> int:
        path = self.laid.file.lines[line].line.path
        return len(path) - len(scope_of(path))

    def _is_in_box(self, line: int, before: int) -> bool:
        """Whether a line has the looks of the paragraph of a box before it."""
        lines = self.laid.file.lines
        part = PartId.of(self._name(before))
        is_box = part is not None and self.laid.layout.kinds.get(part.whole) == "box"
        return is_box and lines[line].style == lines[before].style

    def _entry(self, before: int) -> Spot | None:
        if before in self.entries:
            return self.entries[before]
        name = self._name(before)
        *outer, last = indexes_of(name) or (-1,)
        return Spot(whole_of(name), indexes=(*outer, last + 1)) if last >= 0 else None
