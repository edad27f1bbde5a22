"""Blocks that came back inserted, deleted or moved, and what is written of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from reportgen.facts import Value
from reportgen.model.new_ids import NewIds
from reportgen.recover import Recovered, SentPiece, recover
from reportgen.returned.alarms import alarms
from reportgen.returned.changes import Change, ChangeWord, Reason, ReturnedFact
from reportgen.returned.decisions import questions_decided
from reportgen.returned.laid import LaidFile
from reportgen.returned.notes import NoteReader
from reportgen.returned.operations import (
    DeleteBlock,
    DeleteEntry,
    DropNote,
    InsertBlock,
    InsertEntry,
    MoveBlock,
    NewBlock,
    Operation,
)
from reportgen.returned.pieces import PieceReader
from reportgen.returned.positions import indexes_of
from reportgen.returned.printed_facts import facts_in
from reportgen.returned.sides import marks_of
from reportgen.returned.spots import Spot, Spots
from reportgen.tree.citation import cited
from reportgen.tree.path import whole_of
from reportgen.tree.printed import PrintedPiece
from reportgen.tree.text import plain_text

BY_HAND = "make this change in the files of the report"
_ORIGINAL = "the blocks of a report are those of its original: make this change there"
_KEYS = {"paragraph": "text", "subparagraph": "text", "plain": "plain", "quotation": "quotation"}


@dataclass
class BlockReader:
    """Reads what became of the blocks of one file; `times` counts how often it has a text that is new."""

    laid: LaidFile
    pieces: PieceReader
    ids: NewIds
    notes: NoteReader = field(init=False)
    spots: Spots = field(init=False)
    times: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.notes = NoteReader(self.laid, self.pieces)
        self.spots = Spots(self.laid)

    def inserted(self, line: int) -> Change:
        """The change of a line that was not sent: a block whose facts are found by recognition alone."""
        blank = self.notes.blank()
        return self.new_block(line, "inserted", recover(blank, self.laid.contents[line], self.pieces.language), blank)

    def new_block(self, line: int, word: ChangeWord, recovered: Recovered, source: SentPiece) -> Change:
        """The change of a line that becomes a block of its own, with those facts of its source that it prints."""
        text = plain_text(self.laid.contents[line])
        name = self.ids.of(text, source.id or self._before(line), self.times[text])
        self.times[text] += 1
        spot = self.spots.find(line)
        if spot:
            self.spots.put(line, name, spot)
        reasons = [*self.of_structure(), *questions_decided(recovered, self.pieces.choice, self.pieces.is_original)]
        reasons.append(("ready", "") if spot else ("open", BY_HAND))
        found = self.laid.file.lines[line].line
        change = Change(
            name,
            found.kind,
            cited(found.kind, found.path),
            self.pieces.language.tag,
            word,
            texts=("", text),
            facts=tuple(ReturnedFact(each.name, "typed", None, each.value) for each in recovered.proposed),
            questions=recovered.questions,
            settled=recovered.settled,
            alarms=tuple(alarms(recovered, "", text, self.pieces.language.recognizer)),
            operations=tuple(self._insertion(name, line, spot, recovered, source)) if spot else (),
            line=line,
            kin=(source.id,) if source.id else (),
        ).decided(reasons)
        return self.notes.with_new(change, line)

    def deleted(self, piece: PrintedPiece, sent: SentPiece | None) -> Change:
        """The change of a piece of today that is in the file no more, and what it was when it was sent."""
        today = self.laid.today.sent.get(piece.id)
        reasons = [*self.of_structure(), ("ready", "")]
        if piece.id in self.laid.layout.levels or piece.id not in self.laid.layout.owners:
            reasons.append(("open", f"what stands below a heading would belong to another one: {BY_HAND}"))
        elif sent and today and sent.wording != today.wording:
            reasons.append(("conflict", "its words were changed in the sources too, since it was sent"))
        indexes = indexes_of(piece.id)
        operation = DeleteEntry(whole_of(piece.id), indexes) if indexes else DeleteBlock(piece.id)
        printed = sorted(facts_in(sent.wording)) if sent else []
        return replace(
            self._of(piece, "deleted"),
            texts=(plain_text(piece.content), ""),
            alarms=tuple(f"the fact '{name}' is printed no more" for name in printed),
            operations=(operation,),
        ).decided(reasons)

    def moved(self, piece: PrintedPiece, line: int) -> Change:
        """The change of a piece that stands elsewhere."""
        text = plain_text(self.laid.contents[line])
        spot = self.spots.find(line)
        reasons = [*self.of_structure(), ("ready", "")]
        if spot is None or spot.indexes or piece.id in self.laid.layout.levels:
            reasons.append(("open", BY_HAND))
        return replace(
            self._of(piece, "moved"),
            texts=(text, text),
            operations=(MoveBlock(piece.id, spot.after, spot.inside),) if spot else (),
            line=line,
        ).decided(reasons)

    def _of(self, piece: PrintedPiece, word: ChangeWord) -> Change:
        return Change(piece.id, piece.kind, cited(piece.kind, piece.path), self.pieces.language.tag, word)

    def of_structure(self) -> list[Reason]:
        """Why the blocks of the report may not change, if so."""
        if not self.pieces.is_original:
            return [("open", _ORIGINAL)]
        held = self.pieces.holds.issued or self.pieces.holds.frozen
        return [("conflict", held)] if held else []

    def _insertion(
        self, name: str, line: int, spot: Spot, recovered: Recovered, source: SentPiece
    ) -> Iterator[Operation]:
        if spot.indexes:
            yield InsertEntry(spot.after, spot.indexes, recovered.wording)
            return
        facts = {each.name: each.value for each in recovered.proposed}
        notes = {note: self.notes.wording(note, facts) for note in marks_of(self.laid.contents[line])}
        # A block that was cut from another one takes what it prints of the other's own facts with it.
        needed = set().union(*map(facts_in, (recovered.wording, *notes.values())))
        changed = {each.name: each.new for each in recovered.changed} if self.pieces.choice == "take" else {}
        own = {fact: known.value for fact, known in source.facts.items() if known.scope == "piece" and fact in needed}
        taken: Mapping[str, Value] = {**own, **{fact: changed[fact] for fact in own if fact in changed}, **facts}
        yield from (DropNote(kept, note) for note in notes if (kept := self.laid.layout.notes.get(note)))
        owner = self.laid.layout.block_of(source.id)
        block = NewBlock(
            name, self._key(line, spot), recovered.wording, tuple(taken.items()), tuple(notes.items()), owner
        )
        yield InsertBlock(block, spot.after, spot.inside)

    def _key(self, line: int, spot: Spot) -> str:
        """The key of the wording of a new block; paragraphs of a summary have no number, and are `text` too."""
        layout = self.laid.layout
        in_summary = layout.summary and layout.summary in (spot.after, layout.parents.get(spot.after))
        return "text" if in_summary else _KEYS[self.laid.file.lines[line].line.kind]

    def _before(self, line: int) -> str:
        """The id of the nearest piece of today before a line."""
        before = (self.laid.today_of.get(index) for index in range(line - 1, -1, -1))
        return next((piece.id for piece in before if piece), "")
