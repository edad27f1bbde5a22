"""A piece as it was sent, character by character: which part of its wording each of them was printed from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from reportgen.record import record
from reportgen.recover.flat import BOLD, ITALIC, Flat, Run, flat_of_runs, runs
from reportgen.tree.inlines import Bold, Content, Deleted, Inline, Inserted, Italic, NumberReference
from reportgen.wording import (
    Address,
    FootnoteMark,
    Marked,
    Placeholder,
    ReferenceCall,
    TypedText,
    WordingPiece,
    Words,
    scan,
)

AtomPiece = Placeholder | ReferenceCall | TypedText | FootnoteMark | Address
"""A piece of wording that is no words."""

_CHARACTER = re.compile(r"\\[\\*\[\]{}<>#]|.", re.DOTALL)
"""One character of words as it is written."""


@record
class Atom:
    """What one placeholder, reference, mark or address printed, from `start` to `end` of the text."""

    piece: AtomPiece
    start: int
    end: int


@dataclass(frozen=True)
class SentText:
    """The text of a piece as it was sent.

    `sources` are the places in the wording of every character that was words there, None of all others; `emphasis` is
    the style that the wording gives a character, without the italics that a name brings.
    """

    wording: str
    flat: Flat
    atoms: tuple[Atom, ...]
    sources: tuple[tuple[int, int] | None, ...]
    emphasis: bytes

    def written(self, start: int, end: int) -> str:
        """The wording of some words, as it is."""
        return "".join(self.wording[place[0] : place[1]] for place in self.sources[start:end] if place)

    def source(self, atom: Atom) -> str:
        """The wording of an atom, as it is."""
        return self.wording[atom.piece.offset : atom.piece.end]

    @cached_property
    def covered(self) -> dict[int, Atom]:
        """The atoms by the place where they start; those that print nothing are left out."""
        return {atom.start: atom for atom in self.atoms if atom.end > atom.start}


def sent_text(wording: str, content: Content) -> SentText | None:
    """The text of a content that was printed from a wording; None where an inline has no place in it."""
    walk = _Walk(wording)
    if not walk.walk(content, 0):
        return None
    return SentText(
        wording, flat_of_runs(iter(walk.runs)), tuple(walk.atoms), tuple(walk.sources), bytes(walk.emphasis)
    )


class _Walk:
    def __init__(self, wording: str) -> None:
        self.wording = wording
        self.pieces = {piece.offset: piece for piece in _flat(scan(wording.replace("\n", " ")))}
        self.runs: list[Run] = []
        self.atoms: list[Atom] = []
        self.sources: list[tuple[int, int] | None] = []
        self.emphasis = bytearray()

    def walk(self, content: Content, style: int) -> bool:
        """Whether all inlines have their place in the wording, which then are taken down."""
        return all(self.taken(place, list(inlines), style) for place, inlines in groupby(content, key=_origin))

    def taken(self, place: tuple[int, int] | None, inlines: list[Inline], style: int) -> bool:
        piece = self.pieces.get(place[0]) if place else None
        match piece:
            case None:
                return False
            case Words():
                self.words(piece, inlines, style)
            case Marked():
                inner = BOLD if piece.style == "bold" else ITALIC
                return all(
                    self.walk(each.content, style | inner) for each in inlines if isinstance(each, Italic | Bold)
                )
            case _:
                self.atom(piece, inlines, style)
        return True

    def words(self, piece: Words, inlines: list[Inline], style: int) -> None:
        at = piece.offset
        for match in _CHARACTER.finditer(self.wording, at, piece.end):
            self.sources.append(match.span())
        self.add(inlines, style)

    def atom(self, piece: AtomPiece, inlines: list[Inline], style: int) -> None:
        start = len(self.emphasis)
        self.add(inlines, style)
        self.atoms.append(Atom(piece, start, len(self.emphasis)))
        self.sources += [None] * (len(self.emphasis) - start)

    def add(self, inlines: list[Inline], style: int) -> None:
        found = list(runs(tuple(inlines), style))
        self.runs += found
        self.emphasis += bytes([style]) * sum(len(run.text) for run in found)


def _origin(inline: Inline) -> tuple[int, int] | None:
    return None if isinstance(inline, NumberReference | Inserted | Deleted) else inline.origin


def _flat(pieces: tuple[WordingPiece, ...]) -> Iterator[WordingPiece]:
    for piece in pieces:
        yield piece
        if isinstance(piece, Marked):
            yield from _flat(piece.content)
