"""What was sent, by the file itself that was sent: its texts over the wordings that they were printed from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.language import Language
from reportgen.readers.document import ReadMastheadLine
from reportgen.record import replace
from reportgen.recover import SentFact, SentPiece, recover
from reportgen.returned.laid import LaidFile
from reportgen.returned.sides import KnownSide, looks_alike
from reportgen.tree.printed import PrintedPiece


@dataclass(frozen=True)
class FileAsSent:
    """A file as it was sent, laid on the side that knows the wordings: what it carries, else today's sources."""

    laid: LaidFile
    masthead: Sequence[ReadMastheadLine]
    language: Language

    def side(self) -> KnownSide:
        """The known side with the texts of the file; itself where all look alike."""
        known = self.laid.today
        pieces = (*self._of_masthead(), *self._of_text())
        if len(pieces) == len(known.pieces) and all(map(_is_alike, known.pieces, pieces)):
            return known
        sent = (self._as_it_was(known.sent[piece.id], piece) for piece in pieces if piece.id in known.sent)
        return replace(known, name="the file as it was sent", pieces=pieces, sent={each.id: each for each in sent})

    def _of_masthead(self) -> Iterator[PrintedPiece]:
        """The lines of the masthead; where the file does not name them, the known ones."""
        there = {line.id: line.content for line in self.masthead if line.id}
        for piece in self.laid.today.masthead():
            content = there.get(piece.id, piece.content)
            yield piece if looks_alike(piece.content, content) else replace(piece, content=content)

    def _of_text(self) -> Iterator[PrintedPiece]:
        """The lines of the text; those that nothing known prints have ids that nothing else has."""
        for index, (each, content) in enumerate(zip(self.laid.file.lines, self.laid.contents, strict=True)):
            line, piece = each.line, self.laid.today_of.get(index)
            if piece is None:
                yield PrintedPiece(f"_line {index}", line.kind, line.path, line.label, content)
            elif looks_alike(piece.content, content, piece.kind):
                yield replace(piece, path=line.path, label=line.label)
            else:
                yield replace(piece, path=line.path, label=line.label, content=content)

    def _as_it_was(self, known: SentPiece, piece: PrintedPiece) -> SentPiece:
        """A piece with the wording and the facts that print what stands in the file."""
        if looks_alike(known.content, piece.content, piece.kind):
            return known
        found = recover(known, piece.content, self.language)
        values = {
            **{each.name: each.new for each in found.changed},
            **{each.name: each.value for each in found.proposed},
        }
        before = {
            name: replace(known.facts.get(name) or SentFact(value), value=value) for name, value in values.items()
        }
        return replace(known, wording=found.wording, content=piece.content, facts={**known.facts, **before})


def _is_alike(one: PrintedPiece, other: PrintedPiece) -> bool:
    return one.id == other.id and (one.content is other.content or looks_alike(one.content, other.content, one.kind))
