"""How far the translations of a report are: by language, and piece by piece with what changed in its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reportgen import catalogue
from reportgen.catalogue.state import FINISHED, Review, ReviewState
from reportgen.comparison.words import changed_words
from reportgen.errors import Position
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.translations import count_reviews
from reportgen.pipeline.translators.exported import ExportedUnits
from reportgen.record import record
from reportgen.tree.citation import cited
from reportgen.tree.printed import PrintedPiece
from reportgen.tree.text import plain_text

WORDS_A_PAGE = 330
"""Of a standard page, in which translation is counted at the United Nations."""


@record
class PieceProgress:
    """A piece: its number, its state and why, the words of its source, and what changed in that since translation."""

    id: str
    where: str
    state: ReviewState
    words: int
    why: str = ""
    change: str = ""
    by: str = ""
    on: str = ""
    position: Position | None = None

    def as_json(self) -> dict[str, Any]:
        """The piece as plain data."""
        at = {"file": self.position.file, "line": self.position.line} if self.position else {}
        names = ("id", "where", "state", "words", "why", "change", "by", "on")
        return {**{name: getattr(self, name) for name in names}, **at}


@record
class LanguageProgress:
    """A language: how many pieces are in each state, and every one of them in the order of the report."""

    tag: str
    counts: Mapping[ReviewState, int]
    pieces: tuple[PieceProgress, ...]

    @property
    def words_left(self) -> int:
        """The words of the original that wait for somebody."""
        return sum(each.words for each in self.pieces if each.state not in FINISHED)

    @property
    def pages_left(self) -> float:
        """The same in pages, to one tenth."""
        return round(self.words_left / WORDS_A_PAGE, 1)

    def as_json(self) -> dict[str, Any]:
        """The language as plain data."""
        return {
            "language": self.tag,
            "states": dict(self.counts),
            "words_left": self.words_left,
            "pages_left": self.pages_left,
            "pieces": [each.as_json() for each in self.pieces],
        }


def progress(built: Built, tag: str) -> LanguageProgress:
    """How far the translation of a report into a language is."""
    return progress_of(ExportedUnits(built, tag))


def progress_of(units: ExportedUnits) -> LanguageProgress:
    """The same of units that are there already."""
    return LanguageProgress(units.tag, count_reviews(units.reviews), tuple(_pieces(units)))


def _pieces(units: ExportedUnits) -> Iterator[PieceProgress]:
    entries = catalogue.load(units.built.workspace, units.built.report.slug, units.tag).entries
    for name, piece in units.by_id.items():
        review = units.reviews[name]
        position = entries[name].position() if name in entries and review.is_fuzzy else None
        yield _piece(name, piece, review, units.wording(name), position)


def _piece(name: str, piece: PrintedPiece, review: Review, source: str, position: Position | None) -> PieceProgress:
    recorded = review.record
    before = review.made_from
    change = changed_words(before, source) if review.state == "stale" and before not in ("", source) else ""
    where, words = cited(piece.kind, piece.path), len(plain_text(piece.content).split())
    by, on = (recorded.by, recorded.on) if recorded else ("", "")
    return PieceProgress(name, where, review.state, words, review.why, change, by, on, position)
