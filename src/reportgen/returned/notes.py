"""Notes that a line marks anew, or no more, and what is written of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.facts import Value
from reportgen.record import replace
from reportgen.recover import SentFact, SentPiece, recover
from reportgen.returned.alarms import alarms
from reportgen.returned.changes import Change, ReturnedNote
from reportgen.returned.laid import LaidFile
from reportgen.returned.operations import AddFact, AddNote
from reportgen.returned.pieces import PieceReader
from reportgen.returned.printed_facts import facts_in
from reportgen.returned.sides import marks_of
from reportgen.tree.text import plain_text


@dataclass
class NoteReader:
    """Reads the notes of one file."""

    laid: LaidFile
    pieces: PieceReader

    def with_notes(self, change: Change, line: int) -> Change:
        """The change with the notes that its line marks anew, or no more, and what is written of them."""
        owner = self.laid.layout.block_of(change.id)
        facts: dict[str, Value] = {each.name: each.value for each in change.operations if isinstance(each, AddFact)}
        known = set(facts)
        new = [note for note in self._new(line) if note not in self.laid.layout.notes]
        texts = {note: self.wording(note, facts) for note in new}
        operations = [AddNote(owner, note, text) for note, text in texts.items()]
        more = [AddFact(owner, name, value) for name, value in facts.items() if name not in known]
        # Nothing of a note is written unless its mark is.
        is_written = bool(change.operations) and self.pieces.is_original
        return replace(
            self._told(change, [*map(self._inserted, new), *self._deleted(change)]),
            operations=(*change.operations, *(operations if is_written else ()), *(more if is_written else ())),
        )

    def with_new(self, change: Change, line: int) -> Change:
        """The change of a new block with the notes that its line marks anew; they are written with it."""
        return self._told(change, [self._inserted(note) for note in self._new(line)])

    def _told(self, change: Change, notes: Sequence[ReturnedNote]) -> Change:
        """The change with its notes, which may say something else by themselves."""
        recognizer, said = self.pieces.language.recognizer, list(change.alarms)
        for each in notes:
            if each.line is None:
                said += [f"the fact '{name}' is printed no more" for name in self._facts_of(each.id)]
            else:
                recovered = recover(self.blank(), self.laid.contents[each.line], self.pieces.language)
                said += alarms(recovered, "", each.text, recognizer)
        return replace(change, notes=tuple(notes), alarms=tuple(said))

    def _new(self, line: int) -> Sequence[str]:
        """The notes that a line marks and that were not sent."""
        marked = dict.fromkeys(marks_of(self.laid.contents[line]))
        return [note for note in marked if note not in self.laid.sent_ids]

    def _inserted(self, note: str) -> ReturnedNote:
        line = self._line_of(note)
        return ReturnedNote(note, "inserted", plain_text(self.laid.contents[line]) if line is not None else "", line)

    def _deleted(self, change: Change) -> Iterator[ReturnedNote]:
        """The notes that a piece marked as it was sent, and that nothing in the file marks."""
        marked = {note for content in self.laid.contents for note in marks_of(content)}
        for question in change.questions:
            if question.kind == "note" and question.what not in marked:
                known = self.laid.sent.sent.get(question.what)
                yield ReturnedNote(question.what, "deleted", plain_text(known.content) if known else "")

    def _facts_of(self, note: str) -> list[str]:
        known = self.laid.sent.sent.get(note)
        return sorted(facts_in(known.wording)) if known else []

    def _line_of(self, note: str) -> int | None:
        """The index of the line of a note."""
        lines = (index for index, line in enumerate(self.laid.file.lines) if line.line.kind == "note")
        return next((index for index in lines if self.laid.notes.get(self.laid.file.lines[index].key) == note), None)

    def blank(self) -> SentPiece:
        """A piece without a wording that may print the facts of the whole report."""
        numbers = next((each.numbers for each in self.laid.sent.sent.values()), {})
        return SentPiece("", "", (), self.laid.report_facts, numbers, is_original=self.pieces.is_original)

    def wording(self, note: str, facts: dict[str, Value]) -> str:
        """The wording of a note: today's where it has moved along, else what stands in the file."""
        today = self.laid.today.sent.get(note)
        if today:
            return today.wording
        line = self._line_of(note)
        if line is None:
            return ""
        blank = self.blank()
        known = {**blank.facts, **{name: SentFact(value) for name, value in facts.items()}}
        recovered = recover(replace(blank, facts=known), self.laid.contents[line], self.pieces.language)
        facts.update({each.name: each.value for each in recovered.proposed})
        return recovered.wording
