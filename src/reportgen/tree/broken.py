"""Pieces of wording that one language cannot print: what it has to say of them."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.errors import Position


@dataclass(frozen=True, slots=True)
class BrokenPiece:
    """What is wrong with a translated piece, in whose place its source stands, marked as one that is not translated."""

    id: str
    message: str
    position: Position | None
    hint: str
