"""Pieces of wording that one language cannot print: what it has to say of them."""

from __future__ import annotations

from reportgen.errors import Position
from reportgen.record import record


@record
class BrokenPiece:
    """What is wrong with a translated piece, in whose place its source stands, marked as one that is not translated."""

    id: str
    message: str
    position: Position | None
    hint: str
