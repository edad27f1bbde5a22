"""What was made of contents, by their identity: for whoever builds one document again and again, as it is edited.

Comparing two contents takes as long as making anew what is made of them, so it is asked whether they are the same one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from reportgen.tree.inlines import Content, CrossReference, NoteMark
from reportgen.tree.walk import pointers

_Made = TypeVar("_Made")


class ContentMemory:
    """What was made of contents since `begin` and between the two calls of it before; all else is forgotten."""

    def __init__(self) -> None:
        # With each content itself: as long as it is here, no other one has its identity.
        self._now: dict[tuple[int, Hashable], tuple[Content, Any]] = {}
        self._before: dict[tuple[int, Hashable], tuple[Content, Any]] = {}

    def begin(self) -> None:
        """Begin to make things once more."""
        self._before, self._now = self._now, {}

    def made(self, content: Content, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """What `make` gives for a content and all else that it depends on, which is the key."""
        place = id(content), key
        found = self._now.get(place) or self._before.get(place) or (content, make())
        self._now[place] = found
        made: _Made = found[1]
        return made


def made_of(memory: ContentMemory | None, content: Content, key: Hashable, make: Callable[[], _Made]) -> _Made:
    """What `make` gives for a content; what is remembered is not made again."""
    return make() if memory is None else memory.made(content, key, make)


def pointers_of(memory: ContentMemory | None, content: Content) -> list[NoteMark | CrossReference]:
    """The footnote marks and cross-references of a content, in reading order."""
    return made_of(memory, content, "pointers", lambda: pointers(content))
