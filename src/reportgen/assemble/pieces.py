"""Pieces that were printed before: a piece is the same while all that it is printed from is the same.

That is the language, the wording, the values of the facts that it names, the series that stand in figures, and the
notes that it may mark. Who keeps pieces hands them over as an object with `find` and `put`; nothing here knows where
they are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from reportgen.facts import Count, Value
from reportgen.language import Language
from reportgen.tree.inlines import Content
from reportgen.tree.kept_content import Locate

PiecePlace = tuple[str, str]
"""The tag of a language and the id of a piece."""


class KeptPieces(Protocol):
    """Where pieces are kept, by keys that tell apart all they are printed from."""

    def find(self, key: Any, locate: Locate) -> Content | None:
        """The piece of a key, its cross-references placed by `locate`; None where it is not kept."""

    def put(self, key: Any, content: Content) -> None:
        """Keep a piece."""

    def shared(self, values: Mapping[str, Value]) -> Mapping[str, Value]:
        """The values of the facts of a report, the same object as the last time where they are equal."""

    def again(self, place: PiecePlace, seen: Any, locate: Locate) -> Content | None:
        """The piece of this place where it was printed from the same the last time; None where nobody knows."""

    def see(self, place: PiecePlace, seen: Any) -> None:
        """Remember what the piece of a place was printed from, which is compared sooner than its key is made."""


def piece_key(
    language: Language,
    name: str,
    text: str,
    facts: Mapping[str, Value],
    figured: frozenset[str],
    notes: frozenset[str],
) -> tuple[Any, ...]:
    """All that a piece is printed from; of the facts those whose names stand in its text.

    Language and id come first: no two pieces share their inlines.
    """
    # A name that only happens to be a part of a word makes the key longer, and not wrong.
    named = tuple((name, value) for name, value in facts.items() if name in text)
    series = {value.series for _, value in named if isinstance(value, Count)} & figured
    return language.tag, name, text, named, tuple(sorted(series)), tuple(sorted(notes)) if "[^" in text else ()


def printed_or_kept(
    pieces: KeptPieces | None, key: tuple[Any, ...], locate: Locate, print_piece: Callable[[], Content]
) -> Content:
    """The piece of a key, printed where it is not kept."""
    found = pieces.find(key, locate) if pieces else None
    if found is None:
        found = print_piece()
        if pieces:
            pieces.put(key, found)
    return found
