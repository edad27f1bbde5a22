"""Where each printed piece stands, as a reader of the issued document finds it."""

from __future__ import annotations

from collections import Counter
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
    """One walk in reading order: the last numbered text, the last table, figure or box, and what had no number behind.

    `loose` counts by kind what stands behind the anchor without a number, text under "".
    """

    labels: PieceLabels
    language: Language
    pieces: dict[str, PrintedPiece]
    anchor: PrintedPiece | None = None
    holder: PrintedPiece | None = None
    loose: Counter[str] = field(default_factory=Counter)
    plain: int = 0
    notes: int = 0
    annexes: dict[Path, PrintedPiece] = field(default_factory=dict)

    def place(self, piece: PrintedPiece) -> Iterator[CorrectedPlace]:
        """The place of a piece; nothing for the name of the summary, which no report words."""
        match piece.kind:
            case "paragraph" | "subparagraph":
                yield self._numbered(piece, CorrectedPlace(kind="paragraph"))
            case "heading" if piece.path:
                yield self._numbered(piece, CorrectedPlace(kind="heading"))
            case "heading":
                yield self._behind_anchor("heading", CorrectedPlace(kind="heading"))
            case "annex" | "appendix" as kind:
                self.annexes[piece.path] = piece
                yield self._numbered(piece, CorrectedPlace(kind=kind))
            case "table" | "figure" | "box" as kind:
                self.holder = piece
                self.loose[kind] += not piece.path
                yield self._in(piece, CorrectedPlace(kind="caption"))
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
        self.anchor, self.loose = piece, Counter()
        number = cited_number(piece, self.labels, self.language)
        return place.changed(number=number, annex=self._annex(counts_in(piece)))

    def _annex(self, scope: Path) -> tuple[str, ...]:
        """The numbers of an annex and an appendix, as they are cited."""
        parts = [scope[:end] for end in range(2, len(scope) + 1, 2)]
        return tuple(cited_number(self.annexes[each], self.labels, self.language) for each in parts)

    def _in(self, whole: PrintedPiece, place: CorrectedPlace) -> CorrectedPlace:
        """A place in a table, a figure or a box; in one without a number, behind the last text that has one."""
        if whole.path:
            return place.changed(owner=whole.kind, number=cited_number(whole, self.labels, self.language))
        return self._behind_anchor(whole.kind, place)

    def _part(self, piece: PrintedPiece) -> CorrectedPlace:
        assert self.holder is not None  # its parts and notes stand behind it
        if piece.kind == "letter-note":
            return self._in(self.holder, CorrectedPlace(kind="letter-note", line=piece.label.strip(" .()")))
        if piece.kind != "cell":
            return self._in(self.holder, CorrectedPlace(kind=piece.kind))
        row, _, column = piece.id.partition("/")[2].rpartition("-")
        if row == "head":
            return self._in(self.holder, CorrectedPlace(kind="head", column=int(column)))
        return self._in(self.holder, CorrectedPlace(kind="cell", row=int(row), column=int(column)))

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
            return self._in(owner, CorrectedPlace(kind="box-paragraph", nth=nth))
        if self.anchor is None and "summary" in (each.kind for each in self.pieces.values()):
            self.plain += 1
            return CorrectedPlace(kind="summary", nth=self.plain)
        self.loose[""] += 1
        if self.anchor is None:
            return CorrectedPlace(kind="beginning", nth=self.loose[""])
        return self._anchored(CorrectedPlace(kind="following", nth=self.loose[""]))

    def _behind_anchor(self, kind: str, place: CorrectedPlace) -> CorrectedPlace:
        """A heading without a number, or what is in a table or figure without one; its parts count it once."""
        self.loose[kind] += kind == "heading"
        return self._anchored(place.changed(unnumbered=kind, nth=self.loose[kind]))

    def _anchored(self, place: CorrectedPlace) -> CorrectedPlace:
        """A place with the numbered text that it stands behind; in front of all of it, without."""
        anchor = self.anchor
        if anchor is None:
            return place
        number = cited_number(anchor, self.labels, self.language)
        return place.changed(owner=anchor.kind, number=number, annex=self._annex(counts_in(anchor)))
