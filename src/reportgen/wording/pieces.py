"""What wording is made of, and what can be wrong with it. A piece knows where it stands in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from reportgen.record import field, record


class Fault(Exception):
    """A fault at one character of a text, without the file, which the scanner does not know."""

    def __init__(self, offset: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.offset, self.message, self.hint = offset, message, hint


@record
class Filter:
    """`name(arguments, key=option)` behind a bar; all values are constant strings."""

    name: str
    arguments: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()


class Placed:
    """A piece at a place of the wording; `end` is -1 where it is not known, and does not count for equality."""

    __slots__ = ()
    offset: int
    end: int

    @property
    def origin(self) -> tuple[int, int]:
        """Where it begins and ends in the wording, in characters."""
        return self.offset, self.end


@record
class Words(Placed):
    """Literal text."""

    text: str
    offset: int
    end: int = field(default=-1, compare=False)


@record
class Placeholder(Placed):
    """`{{ fact.item | filter }}`."""

    fact: str
    item: str
    filters: tuple[Filter, ...]
    offset: int
    end: int = field(default=-1, compare=False)


@record
class ReferenceCall(Placed):
    """`{{ paras("a", to="d") | filter }}`."""

    function: str
    ids: tuple[str, ...]
    to: str
    filters: tuple[Filter, ...]
    offset: int
    end: int = field(default=-1, compare=False)


@record
class TypedText(Placed):
    """`{{ typed("Sentinel-1", why="the name of a satellite") }}`: figures that are no fact, at this place alone."""

    text: str
    why: str
    offset: int
    end: int = field(default=-1, compare=False)


@record
class Marked(Placed):
    """Text between `*` (italic) or `**` (bold)."""

    style: Literal["italic", "bold"]
    content: tuple[WordingPiece, ...]
    offset: int
    end: int = field(default=-1, compare=False)


@record
class FootnoteMark(Placed):
    """`[^note]`: the place of a footnote's number."""

    note: str
    offset: int
    end: int = field(default=-1, compare=False)


@record
class Address(Placed):
    """`<https://…>`."""

    url: str
    offset: int
    end: int = field(default=-1, compare=False)


WordingPiece = Words | Placeholder | ReferenceCall | TypedText | Marked | FootnoteMark | Address


def placeholders(pieces: tuple[WordingPiece, ...]) -> Iterator[Placeholder]:
    """All placeholders of facts, in reading order."""
    for piece in pieces:
        if isinstance(piece, Placeholder):
            yield piece
        elif isinstance(piece, Marked):
            yield from placeholders(piece.content)


_WORDLESS = frozenset({"figures", "full", "short", "third"})
"""Filters that any language knows and that hold no words of one."""


def needs_no_words(pieces: tuple[WordingPiece, ...]) -> bool:
    """Whether some pieces are facts with signs between them, and so the same wording in every language."""
    facts = [piece for piece in pieces if isinstance(piece, Placeholder)]
    signs = [piece for piece in pieces if isinstance(piece, Words)]
    filters = {each.name for piece in facts for each in piece.filters}
    letters = any(character.isalnum() for piece in signs for character in piece.text)
    return bool(facts) and len(facts) + len(signs) == len(pieces) and filters <= _WORDLESS and not letters


def printed_facts(placeholder: Placeholder) -> Iterator[str]:
    """The facts that a placeholder prints: its own, unless it chooses a word, and the group that of() names."""
    if not any(each.name in ("plural", "agree") for each in placeholder.filters):
        yield placeholder.fact
    yield from (each.arguments[0] for each in placeholder.filters if each.name == "of" and each.arguments)


def marks(pieces: tuple[WordingPiece, ...]) -> Iterator[FootnoteMark]:
    """All footnote marks, in reading order."""
    for piece in pieces:
        if isinstance(piece, FootnoteMark):
            yield piece
        elif isinstance(piece, Marked):
            yield from marks(piece.content)


def references(pieces: tuple[WordingPiece, ...]) -> Iterator[ReferenceCall]:
    """All cross-references, in reading order."""
    for piece in pieces:
        if isinstance(piece, ReferenceCall):
            yield piece
        elif isinstance(piece, Marked):
            yield from references(piece.content)
