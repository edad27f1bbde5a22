"""Pieces that came back as one: the piece that is left gets the facts and notes of those that go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportgen.record import record, replace
from reportgen.recover import Recovered, SentPiece, recover
from reportgen.returned.changes import Change, Reason
from reportgen.returned.joined import joined, with_names
from reportgen.returned.laid import LaidFile
from reportgen.returned.operations import AddFact, AddNote, DeleteBlock, DropNote, Operation
from reportgen.returned.pieces import PieceReader
from reportgen.returned.printed_facts import facts_in
from reportgen.returned.sides import marks_of
from reportgen.tree.citation import cited
from reportgen.tree.printed import PrintedPiece
from reportgen.tree.text import plain_text

_UNWORDED = "one of the pieces has no words of its own: make this change in the files of the report"


@record
class Merger:
    """Reads lines of one file that hold the text of several pieces."""

    laid: LaidFile
    pieces: PieceReader

    def change(self, piece: PrintedPiece, others: Sequence[str], line: int) -> Change:
        """The change of a piece into whose line others were merged."""
        places = {each.id: index for index, each in enumerate(self.laid.sent.pieces)}
        ids = sorted((piece.id, *others), key=lambda name: places[name])
        sent, renamed = self._joined(self.laid.sent.sent, ids, piece.id)
        today, _ = self._joined(self.laid.today.sent, ids, piece.id)
        content = self.laid.contents[line]
        if sent is None:
            refused = Change(piece.id, piece.kind, cited(piece.kind, piece.path), self.pieces.language.tag, "merged")
            texts = plain_text(piece.content), plain_text(content)
            return replace(refused, texts=texts, line=line, kin=tuple(others)).decided([("open", _UNWORDED)])
        found = recover(sent, content, self.pieces.language)
        change = self.pieces.change(sent, piece, content, today, found, self._decided(piece.id, sent, today, found))
        operations = change.operations
        if operations:
            operations = (*operations, *self._taken_in(piece.id, others, renamed, found, line))
        return replace(change, word="merged", line=line, kin=tuple(others), operations=operations)

    def _decided(self, name: str, sent: SentPiece, today: SentPiece | None, found: Recovered) -> Reason:
        """What is to be done with the words of several pieces that are one now."""
        if name in self.laid.today.sent and self.laid.today.sent[name].wording == found.wording:
            return "done", ""
        if today is None or today.wording != sent.wording:
            return "conflict", "one of the pieces was changed in the sources too, since it was sent"
        return "ready", ""

    def _joined(
        self, known: Mapping[str, SentPiece], ids: Sequence[str], name: str
    ) -> tuple[SentPiece | None, dict[tuple[str, str], str]]:
        """The pieces as one, and the new names of facts by the piece that has them."""
        if any(each not in known or known[each].of_kind for each in ids):
            return None, {}
        whole, renamed = known[ids[0]], dict[tuple[str, str], str]()
        for each in ids[1:]:
            both = joined(whole, known[each], name)
            whole = both.piece
            renamed |= {(each, old): new for old, new in both.renamed.items()}
        return replace(whole, id=name), renamed

    def _taken_in(
        self, name: str, others: Sequence[str], renamed: Mapping[tuple[str, str], str], found: Recovered, line: int
    ) -> Iterator[Operation]:
        layout = self.laid.layout
        owner = layout.block_of(name)
        marked = set(marks_of(self.laid.contents[line]))
        changed = {each.name: each.new for each in found.changed} if self.pieces.choice == "take" else {}
        for other in others:
            kept = layout.own.get(layout.block_of(other), frozenset())
            own = [fact for fact in self.laid.today.sent[other].facts if fact in kept]
            notes = {note: text for note, text in self._notes(other, renamed) if note in marked}
            needed = facts_in(" ".join((found.wording, *notes.values())))
            for fact in own if layout.block_of(other) != owner else ():
                new = renamed.get((other, fact), fact)
                if new in needed:
                    value = changed.get(new, self.laid.today.sent[other].facts[fact].value)
                    yield AddFact(owner, new, value, (layout.block_of(other), fact))
            for note, text in notes.items():
                yield DropNote(layout.notes[note], note)
                yield AddNote(owner, note, text)
            yield DeleteBlock(other)

    def _notes(self, other: str, renamed: Mapping[tuple[str, str], str]) -> Iterator[tuple[str, str]]:
        """The notes of a block with their wordings, in which facts have their new names."""
        names = {old: new for (piece, old), new in renamed.items() if piece == other}
        for note, owner in self.laid.layout.notes.items():
            known = self.laid.today.sent.get(note)
            if owner == other and known:
                yield note, with_names(known.wording, names)
