"""An older edition as every source of one gives it: its pieces in reading order, each as it was printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from reportgen.record import field, record
from reportgen.tree.inlines import Content
from reportgen.tree.printed import MASTHEAD, PrintedPiece
from reportgen.tree.symbols import symbol_text


@record
class OlderPiece(PrintedPiece):
    """A block, a cell or a note of an older edition, and where it stood; its id is empty where none is known.

    `level` is that of an item, or of a heading without a number. `cell` is the row of a cell, from 1 and 0 for the
    heads, and its column from 1; `inside` says in what a paragraph stands where its source knows.
    """

    level: int = 0
    cell: tuple[int, int] | None = None
    inside: Literal["", "text", "summary", "box"] = ""


@record
class OlderEdition:
    """An older edition of a document in one language.

    `masthead` has its lines by name (title, masthead/session, masthead/information-2), none where they are not known;
    `sure` says that the ids are those of an author.
    """

    symbol: str
    pieces: tuple[OlderPiece, ...]
    masthead: Mapping[str, Content] = field(default_factory=dict)
    sure: bool = True


def of_printed(pieces: Iterable[PrintedPiece], sure: bool = True) -> OlderEdition:
    """The edition of printed pieces: those that were kept, that a file carries, or that a build prints."""
    found = list(pieces)
    masthead = {piece.id: piece.content for piece in found if piece.kind == MASTHEAD}
    symbol = symbol_text(masthead.get(f"{MASTHEAD}/symbol", ()))
    return OlderEdition(symbol, tuple(map(_older, filter(_is_text, found))), masthead, sure)


def _is_text(piece: PrintedPiece) -> bool:
    return piece.kind != MASTHEAD


def _older(piece: PrintedPiece) -> OlderPiece:
    return OlderPiece(piece.id, piece.kind, piece.path, piece.label, piece.content)
