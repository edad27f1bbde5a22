"""Where each printed piece stands, as a reader of the issued document finds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportgen.language import Language
from reportgen.model.corrections import CorrectedPlace
from reportgen.printing.cited_numbers import PieceLabels, cited_number, counts_in, labels_of
from reportgen.tree.path import Path, whole_of
from reportgen.tree.printed import MASTHEAD, PrintedPiece

_INFORMATION = f"{MASTHEAD}/information-"


def places_of_pieces(pieces: Sequence[PrintedPiece], language: Language) -> dict[str, CorrectedPlace]:
    """The place of every piece of a document by its id; no two are the same."""
    walk = _Walk(labels_of(pieces), language, {each.id: each for each in pieces})
    return {each.id: place for each in pieces for place in walk.place(each)}


@dataclass
class _Walk:
    """One walk in reading order; `anchor` is the last numbered text, `loose` counts text without a number behind it."""

    labels: PieceLabels
    language: Language
    pieces: dict[str, PrintedPiece]
    anchor: PrintedPiece | None = None
    loose: int = 0
    plain: int = 0
    notes: int = 0
    annexes: dict[Path, PrintedPiece] = field(default_factory=dict)

    def place(self, piece: PrintedPiece) -> Iterator[CorrectedPlace]:
        """The place of a piece; nothing for the name of the summary, which no report words."""
        match piece.kind:
            case "paragraph" | "subparagraph":
                yield self._numbered(piece, CorrectedPlace(kind="paragraph"))
            case "heading":
                yield self._numbered(piece, CorrectedPlace(kind="heading"))
            case "annex" | "appendix" as kind:
                self.annexes[piece.path] = piece
                yield self._numbered(piece, CorrectedPlace(kind=kind))
            case "table" | "figure" | "box":
                yield self._in(piece.id, CorrectedPlace(kind="caption"))
            case "note":
                yield self._note(piece)
            case "masthead":
                yield self._in_masthead(piece)
            case "contents":
                yield CorrectedPlace(kind="contents")
            case "plain" | "quotation" | "item":
                yield self._loose_text(piece)
            case "cell" | "source" | "letter-note" | "alternative":
                yield self._part(piece)

    def _numbered(self, piece: PrintedPiece, place: CorrectedPlace) -> CorrectedPlace:
        self.anchor, self.loose = piece, 0
        number = cited_number(piece, self.labels, self.language)
        return place.changed(number=number, annex=self._annex(counts_in(piece)))

    def _annex(self, scope: Path) -> tuple[str, ...]:
        """The numbers of an annex and an appendix, as they are cited."""
        parts = [scope[:end] for end in range(2, len(scope) + 1, 2)]
        return tuple(cited_number(self.annexes[each], self.labels, self.language) for each in parts)

    def _in(self, owner: str, place: CorrectedPlace) -> CorrectedPlace:
        """A place in a table, a figure or a box."""
        whole = self.pieces[owner]
        return place.changed(owner=whole.kind, number=cited_number(whole, self.labels, self.language))

    def _part(self, piece: PrintedPiece) -> CorrectedPlace:
        owner, _, part = piece.id.partition("/")
        if piece.kind == "letter-note":
            owner = self._noted(piece)
            note = piece.label.strip(" .()")
            return self._in(owner, CorrectedPlace(kind="letter-note", line=note))
        if piece.kind != "cell":
            return self._in(owner, CorrectedPlace(kind=piece.kind))
        row, _, column = part.rpartition("-")
        if row == "head":
            return self._in(owner, CorrectedPlace(kind="head", column=int(column)))
        return self._in(owner, CorrectedPlace(kind="cell", row=int(row), column=int(column)))

    def _noted(self, piece: PrintedPiece) -> str:
        """The id of the table, figure or box that a lettered note belongs to, by its path (table.2.1)."""
        kind, path = piece.path[0], piece.path[1:-1]
        return next(each.id for each in self.pieces.values() if each.kind == kind and each.path == path)

    def _note(self, piece: PrintedPiece) -> CorrectedPlace:
        if piece.path:
            return CorrectedPlace(kind="note", number=piece.label.strip())
        self.notes += 1
        return CorrectedPlace(kind="asterisk-note", nth=self.notes)

    def _in_masthead(self, piece: PrintedPiece) -> CorrectedPlace:
        if piece.id.startswith(_INFORMATION):
            return CorrectedPlace(kind="information", nth=int(piece.id.removeprefix(_INFORMATION)))
        return CorrectedPlace(kind="masthead", line=piece.id.removeprefix(f"{MASTHEAD}/"))

    def _loose_text(self, piece: PrintedPiece) -> CorrectedPlace:
        """Text without a number: in the summary, in a box, or counted behind the last numbered text."""
        owner = self.pieces.get(whole_of(piece.id))
        if owner is not None and owner.kind == "box":
            nth = int(piece.id.partition("/")[2])
            return self._in(owner.id, CorrectedPlace(kind="box-paragraph", nth=nth))
        if self.anchor is None and "summary" in (each.kind for each in self.pieces.values()):
            self.plain += 1
            return CorrectedPlace(kind="summary", nth=self.plain)
        self.loose += 1
        if self.anchor is None:
            return CorrectedPlace(kind="beginning", nth=self.loose)
        anchor = self.anchor
        place = CorrectedPlace(kind="following", owner=anchor.kind, nth=self.loose)
        number = cited_number(anchor, self.labels, self.language)
        return place.changed(number=number, annex=self._annex(counts_in(anchor)))
