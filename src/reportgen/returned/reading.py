"""A file that came back, line by line, against what was sent and against today's sources: `FileReader.changes()`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reportgen.record import replace
from reportgen.recover import Question, Recovered, recover
from reportgen.returned.blocks import BlockReader
from reportgen.returned.cells import CellReader
from reportgen.returned.changes import Change
from reportgen.returned.laid import LaidFile
from reportgen.returned.merging import Merger
from reportgen.returned.pieces import PieceReader
from reportgen.returned.sides import LinePair, looks_alike, marks_of
from reportgen.tree.printed import PrintedPiece


@dataclass
class FileReader:
    """Reads one file: `pieces` its texts, `blocks` what became of its blocks, `cells` figures and fixed words."""

    laid: LaidFile
    pieces: PieceReader
    blocks: BlockReader
    cells: CellReader

    def changes(self) -> list[Change]:
        """Every place of the text that differs, in the order of the file."""
        return [each for pair in self.laid.sent_pairs for each in self._changes(pair)]

    def _changes(self, pair: LinePair) -> Iterator[Change]:
        piece, line = pair.piece, pair.line
        if piece is None:
            yield from self._inserted(line) if line is not None else ()
        elif line is None:
            yield from self._deleted(piece) if pair.merged_into is None else ()
        else:
            if pair.moved and self.laid.is_astray(piece, line):
                yield self.blocks.moved(piece, line)
            yield from self._text(piece, line)

    def _text(self, piece: PrintedPiece, line: int) -> Iterator[Change]:
        if line in self._parts:
            yield from self._split(piece, line)
        elif line in self._merged:
            merger = Merger(self.laid, self.pieces)
            yield merger.change(piece, self._merged[line], line)
        else:
            yield from self._reworded(piece, line)

    @cached_property
    def _parts(self) -> dict[int, list[int]]:
        """The lines that were cut from the piece of another line, by that line; none where today has them already."""
        kept = {piece.id: line for line, piece in self.laid.sent_of.items()}
        found: dict[int, list[int]] = defaultdict(list)
        for pair in self.laid.sent_pairs:
            if pair.split_from in kept and pair.line is not None and not self._is_there(pair.line):
                found[kept[pair.split_from]].append(pair.line)
        return dict(found)

    @cached_property
    def _merged(self) -> dict[int, list[str]]:
        """The pieces that were merged into each line, as far as today has them still."""
        found: dict[int, list[str]] = defaultdict(list)
        for pair in self.laid.sent_pairs:
            if pair.merged_into is not None and pair.piece and pair.piece.id in self.laid.today_ids:
                found[pair.merged_into].append(pair.piece.id)
        return dict(found)

    def _is_there(self, line: int) -> bool:
        """Whether today prints a line, but for what reportgen alone decides: it was inserted since."""
        piece, content = self.laid.today_of.get(line), self.laid.contents[line]
        if piece is None or looks_alike(piece.content, content, piece.kind):
            return piece is not None
        known = self.laid.today.sent.get(piece.id)
        if known is None:
            return False
        found = recover(known, content, self.pieces.language)
        return found.wording == known.wording and not (found.changed or found.proposed or found.gone or found.questions)

    def _inserted(self, line: int) -> Iterator[Change]:
        kind = self.laid.file.lines[line].line.kind
        if self._is_there(line) or any(line in parts for parts in self._parts.values()):
            return
        if kind == "cell":
            yield self.cells.inserted(line)
        # A note is a part of the line that marks it.
        elif kind != "note" or self.laid.file.marked_in.get(line) is None:
            yield self.blocks.inserted(line)

    def _deleted(self, sent: PrintedPiece) -> Iterator[Change]:
        piece = self.laid.named_now(sent)
        if piece is None:
            return
        layout, gone = self.laid.layout, self.laid.gone
        # Notes go with their marks, parts of a block with it.
        whole, above = layout.block_of(piece.id), layout.parents.get(piece.id, "")
        if piece.id in layout.notes or (whole != piece.id and whole in gone) or above in gone:
            return
        if piece.kind == "cell":
            yield from self.cells.deleted(piece)
        else:
            yield self.blocks.deleted(piece, self.laid.sent.sent.get(sent.id))

    def _reworded(self, piece: PrintedPiece, line: int) -> Iterator[Change]:
        content = self.laid.contents[line]
        now, named = self.laid.today_of.get(line), self.laid.named_now(piece)
        sent, today = self.laid.sent.sent.get(piece.id), self.laid.today.sent.get(named.id) if named else None
        if looks_alike(piece.content, content, piece.kind) and not self.pieces.is_lost(sent, today):
            return
        is_today = now and named and now.id == named.id and looks_alike(now.content, content, now.kind)
        if is_today or self.laid.is_as_printed(piece.id, content):
            return
        if sent is None:
            yield self.cells.reworded(piece, named, line)
        else:
            change = self.pieces.read(replace(sent, id=(named or piece).id), piece, content, today)
            yield self.blocks.notes.with_notes(replace(change, line=line), line)

    def _split(self, piece: PrintedPiece, line: int) -> Iterator[Change]:
        """A piece that came back in parts: each fact goes with the part that prints it."""
        sent = self.laid.sent.sent.get(piece.id)
        if sent is None:
            return
        contents = self.laid.contents
        parts = sorted([line, *self._parts[line]])
        found = {part: recover(sent, contents[part], self.pieces.language) for part in parts}
        elsewhere = frozenset(name for each in found.values() for name in sent.facts if name not in each.gone)
        elsewhere |= frozenset(note for part in parts for note in marks_of(contents[part]))
        for part in parts:
            rest = without_gone(found[part], elsewhere)
            if part == line:
                change = self.pieces.change(sent, piece, contents[part], self.laid.today.sent.get(piece.id), rest)
                yield replace(change, word="split", line=line)
            else:
                yield self.blocks.new_block(part, "split", rest, sent)


def without_gone(recovered: Recovered, elsewhere: frozenset[str]) -> Recovered:
    """The answer for a part of a piece: facts and notes that other parts print and mark are not gone."""
    gone = tuple(name for name in recovered.gone if name not in elsewhere)
    asked = tuple(each for each in recovered.questions if not _is_of(each, elsewhere))
    return replace(recovered, gone=gone, questions=asked)


def _is_of(question: Question, elsewhere: frozenset[str]) -> bool:
    """Whether a question asks for a fact or a note that another part prints or marks."""
    match question.kind:
        case "gone":
            return question.fact in elsewhere
        case "note":
            return question.what in elsewhere
        case _:
            return False
