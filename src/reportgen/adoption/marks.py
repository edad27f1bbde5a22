"""The notes of a file and their marks: each counted note belongs to the block that marks it first."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.adoption.counted import same_label
from reportgen.adoption.draft import DraftPiece
from reportgen.adoption.ids import DraftIds
from reportgen.adoption.lines import with_named_marks
from reportgen.adoption.masthead import is_of_masthead
from reportgen.language import Language
from reportgen.readers import ReadDocument
from reportgen.tree.inlines import Content, NoteMark
from reportgen.tree.walk import pointers


@dataclass
class MarkedNotes:
    """Which notes are marked already; `pieces` are those of each text, by the id of the note."""

    document: ReadDocument
    ids: DraftIds
    language: Language
    pieces: dict[str, DraftPiece] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        first = len(self.document.blocks)
        for at, note in enumerate(self.document.notes, first):
            self.places.update(dict.fromkeys(filter(None, (note.note_id, note.key)), at))

    def settled(self, content: Content) -> Content:
        """The content with the marks that the text may have; a second mark of a note, or one of none, is text."""
        return with_named_marks(content, self._name)

    def of(self, piece: DraftPiece) -> tuple[DraftPiece, ...]:
        """The notes that a piece marks."""
        return tuple(self.pieces[name] for name in marks_in(piece.content) if name in self.pieces)

    def left(self, begin: int) -> list[int]:
        """The indexes of the notes that no mark of the text is of; those of the masthead are not asked for."""
        first = len(self.document.blocks)
        return [
            at
            for at, note in enumerate(self.document.notes, first)
            if at not in self.used and not is_of_masthead(note, begin)
        ]

    def _name(self, mark: NoteMark) -> str:
        at = self.places.get(mark.note, -1)
        note = self.document.notes[at - len(self.document.blocks)] if at >= 0 else None
        # A mark of the author's own (*) and notes that are counted otherwise (i, ii) would get another number.
        label = self.language.label("note", 1, len(self.used) + 1)
        if note is None or at in self.used or not note.content or not same_label(note.line.label, label):
            return ""
        self.used.add(at)
        name = self.ids.of(note.note_id, note.line.text, "note")
        self.pieces[name] = DraftPiece(name, (at,), note.content)
        return name


def marks_in(content: Content) -> list[str]:
    """The ids of the notes that are marked in a content, in reading order."""
    return [each.note for each in pointers(content) if isinstance(each, NoteMark)]
