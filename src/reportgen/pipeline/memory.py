"""What a session remembers of a report in a language: its pieces as they were printed the last time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen.assemble.pieces import PiecePlace
from reportgen.facts import Value
from reportgen.record import replace
from reportgen.tree.inlines import Content, CrossReference, Inline
from reportgen.tree.kept_content import Locate
from reportgen.tree.walk import map_leaves, pointers


class RememberedPieces:
    """Pieces in memory, one for each id: the one that was printed last, with all that it was printed from."""

    def __init__(self) -> None:
        self._now: dict[Any, tuple[Any, Content, bool]] = {}
        self._before: dict[Any, tuple[Any, Content, bool]] = {}
        self._seen: dict[PiecePlace, Any] = {}
        self._values: Mapping[str, Value] = {}

    def begin(self) -> None:
        """Begin a build: pieces that the one before did not use are forgotten."""
        self._before, self._now = self._now or self._before, {}

    def find(self, key: Any, locate: Locate) -> Content | None:
        """The piece of a key, the same object each time, save for places of cross-references; None where it is new."""
        place = key[:2]
        found = self._now.get(place) or self._before.get(place)
        # Compared, and not looked up: most parts are the same objects, which takes less time than their hashes.
        if found is None or found[0] != key:
            return None
        key, content, refers = found
        self._now[place] = found = (key, _placed(content, locate), True) if refers else found
        return found[1]

    def shared(self, values: Mapping[str, Value]) -> Mapping[str, Value]:
        """The values, the same object as the last time where they are equal: pieces are compared by them."""
        if values != self._values:
            self._values = values
        return self._values

    def again(self, place: PiecePlace, seen: Any, locate: Locate) -> Content | None:
        """The piece of this place where it was printed from the same the last time; None where it is new."""
        found = self._now.get(place) or self._before.get(place)
        return self.find(found[0], locate) if found and self._seen.get(place) == seen else None

    def see(self, place: PiecePlace, seen: Any) -> None:
        """Remember what a piece was printed from."""
        self._seen[place] = seen

    def put(self, key: Any, content: Content) -> None:
        """Remember a piece."""
        refers = any(isinstance(each, CrossReference) for each in pointers(content))
        self._now[key[:2]] = key, content, refers


def _placed(content: Content, locate: Locate) -> Content:
    """The inlines with cross-references at the places that they have now; the same object where none has moved."""

    def placed(inline: Inline) -> Inline:
        if isinstance(inline, CrossReference) and inline.origin:
            position = locate(inline.origin[0])
            return inline if position == inline.position else replace(inline, position=position)
        return inline

    return map_leaves(content, placed)
