"""A file laid between what was sent and what is there today: which piece each of its lines is on either side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from reportgen.returned.layout import Layout
from reportgen.returned.new_ids import free_id
from reportgen.returned.sides import FileSide, KnownSide, LinePair, line_pairs, with_notes_named, with_numbers_cited
from reportgen.tree.inlines import Content
from reportgen.tree.printed import PrintedPiece


@dataclass(frozen=True)
class LaidFile:
    """A file between the two sides that it is compared with, and the layout of the report today."""

    sent: KnownSide
    today: KnownSide
    file: FileSide
    layout: Layout

    @cached_property
    def sent_pairs(self) -> list[LinePair]:
        """The pieces that were sent and the lines of the file."""
        return line_pairs(self.sent, self.file)

    @cached_property
    def today_pairs(self) -> list[LinePair]:
        """The pieces of today and the lines of the file."""
        return self.sent_pairs if self.sent is self.today else line_pairs(self.today, self.file)

    @cached_property
    def today_of(self) -> Mapping[int, PrintedPiece]:
        """The piece of today that each line is."""
        return _pieces(self.today_pairs)

    @cached_property
    def today_ids(self) -> frozenset[str]:
        """The ids of all pieces of today."""
        return frozenset(each.id for each in self.today.pieces)

    @cached_property
    def sent_of(self) -> Mapping[int, PrintedPiece]:
        """The piece that was sent as each line."""
        return _pieces(self.sent_pairs)

    def is_astray(self, piece: PrintedPiece, line: int) -> bool:
        """Whether a piece that moved stands elsewhere today too."""
        return piece.id in self.today_ids and line in self._astray

    @cached_property
    def _astray(self) -> frozenset[int]:
        return frozenset(pair.line for pair in self.today_pairs if pair.moved and pair.line is not None)

    @cached_property
    def contents(self) -> list[Content]:
        """What stands in each line, with the ids of the notes that it marks."""
        lines = self.file.lines
        return [with_notes_named(with_numbers_cited(each.content, each.references), self.notes) for each in lines]

    @cached_property
    def notes(self) -> Mapping[str, str]:
        """The ids of notes by what their marks call them; new ones get one of the line that marks them."""
        names: dict[str, str] = {}
        for index, line in enumerate(self.file.lines):
            if line.line.kind == "note":
                name = self._note_id(index, names)
                names.update({key: name for key in (line.key, line.note_id) if key})
        return names

    def _note_id(self, index: int, names: Mapping[str, str]) -> str:
        piece = self.sent_of.get(index) or self.today_of.get(index)
        if piece:
            return piece.id
        marked = self.file.marked_in.get(index)
        marking = self.sent_of.get(marked) if marked is not None else None
        stem = f"{marking.id.partition('/')[0]}-note" if marking else "note"
        return free_id(stem, {*self.layout.ids, *names.values()})


def _pieces(pairs: list[LinePair]) -> Mapping[int, PrintedPiece]:
    return {pair.line: pair.piece for pair in pairs if pair.line is not None and pair.piece}
