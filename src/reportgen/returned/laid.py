"""A file laid between what was sent and what is there today: which piece each of its lines is on either side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from reportgen.model.new_ids import free_id
from reportgen.record import replace
from reportgen.recover import SentFact
from reportgen.returned.layout import Layout
from reportgen.returned.positions import ids_now, indexes_of
from reportgen.returned.sides import (
    FileSide,
    KnownSide,
    LinePair,
    line_pairs,
    looks_alike,
    with_notes_named,
    with_numbers_cited,
)
from reportgen.tree.inlines import Content
from reportgen.tree.printed import PrintedPiece

_FEWEST = 0.2
"""The share of the pieces of a report that a file of it has at least."""


@dataclass(frozen=True)
class LaidFile:
    """A file between the two sides that it is compared with, and the layout of the report today.

    `printed` is what stood in the file when it was sent, where that is in another language than what came back.
    """

    sent: KnownSide
    today: KnownSide
    file: FileSide
    layout: Layout
    printed: KnownSide | None = None

    def is_of_report(self) -> bool:
        """Whether the file has as many pieces of the report as could be expected of a copy."""
        found, known = len(self.sent_of), len(self.sent.text())
        return found >= max(_FEWEST * min(known, len(self.file.lines)), 1)

    @property
    def sources(self) -> Mapping[str, str]:
        """The wordings of the original, by id, that the file was made from."""
        return (self.printed or self.sent).sources

    def is_as_printed(self, name: str, content: Content) -> bool:
        """Whether a piece still stands as it was sent in another language, so that nobody has translated it."""
        known = self._printed.get(name)
        return known is not None and looks_alike(known.content, content, known.kind)

    @cached_property
    def _printed(self) -> Mapping[str, PrintedPiece]:
        return {each.id: each for each in self.printed.pieces} if self.printed else {}

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
    def report_facts(self) -> Mapping[str, SentFact]:
        """The facts of the whole report today; not every piece may print them."""
        pieces = self.today.sent.values()
        return {name: fact for each in pieces for name, fact in each.facts.items() if fact.scope != "piece"}

    @cached_property
    def today_ids(self) -> frozenset[str]:
        """The ids of all pieces of today."""
        return frozenset(each.id for each in self.today.pieces)

    def named_now(self, piece: PrintedPiece) -> PrintedPiece | None:
        """A piece that was sent with the id that it has today; none where it is there no more."""
        if indexes_of(piece.id):
            name = self._ids_now.get(piece.id)
            return replace(piece, id=name) if name else None
        return piece if piece.id in self.today_ids else None

    @cached_property
    def gone(self) -> frozenset[str]:
        """The pieces of today that were sent and are in the file no more."""
        gone = (self.named_now(pair.piece) for pair in self.sent_pairs if pair.piece and pair.line is None)
        return frozenset(piece.id for piece in gone if piece)

    @cached_property
    def _ids_now(self) -> Mapping[str, str]:
        if self.sent is self.today:
            return {each.id: each.id for each in self.sent.pieces}
        return ids_now(self.sent.pieces, self.today.pieces)

    @cached_property
    def sent_ids(self) -> frozenset[str]:
        """The ids of all pieces that were sent."""
        return frozenset(each.id for each in self.sent.pieces)

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
