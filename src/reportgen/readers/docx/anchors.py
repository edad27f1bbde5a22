"""Bookmarks: where each begins, and which id that is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportgen.readers.docx.content import Content
from reportgen.word.bookmarks import id_of, is_of_id, is_of_number

_LONGEST = 50
"""A bookmark that covers more lines than this says nothing about a line."""


@dataclass(slots=True)
class Anchors:
    """The bookmarks of some lines by index: the id of each, all that begin in it, those that reach into it."""

    ids: dict[int, str] = field(default_factory=dict)
    beginning: dict[int, list[str]] = field(default_factory=dict)
    within: dict[int, list[str]] = field(default_factory=dict)


def anchors(contents: Sequence[Content]) -> Anchors:
    """The bookmarks of lines, by the contents of the lines.

    A bookmark belongs to the first line that has some of its text: who presses Enter before a paragraph leaves the
    beginning of its bookmark in an empty one.
    """
    found, texts = Anchors(), _Texts(contents)
    known: set[str] = set()
    for mark in _bookmarks(contents):
        if is_of_number(mark.name):
            continue
        first, *others = texts.covered(mark)
        name = id_of(mark.name)
        found.beginning.setdefault(first, []).append(name)
        if is_of_id(mark.name) and name not in known:
            known.add(name)
            found.ids.setdefault(first, name)
        for index in others:
            found.within.setdefault(index, []).append(name)
    return found


@dataclass(slots=True)
class _Bookmark:
    """A bookmark from one line to another, each with the pieces of text before; one without an end is empty."""

    name: str
    first: int
    since: int
    last: int
    until: int


def _bookmarks(contents: Sequence[Content]) -> list[_Bookmark]:
    """All bookmarks in the order of their beginnings."""
    found: list[_Bookmark] = []
    open_ones: dict[str, _Bookmark] = {}
    for index, content in enumerate(contents):
        for mark in content.bookmarks:
            if mark.name:
                begun = _Bookmark(mark.name, index, mark.at, index, mark.at)
                found.append(begun)
                open_ones[mark.key] = begun
            elif mark.key in open_ones:
                ended = open_ones.pop(mark.key)
                ended.last, ended.until = index, mark.at
    return found


class _Texts:
    """Where lines have text; what is counted of a line is counted once, however many bookmarks it has."""

    def __init__(self, contents: Sequence[Content]) -> None:
        self.contents = contents
        self.places: dict[int, list[int]] = {}

    def covered(self, mark: _Bookmark) -> list[int]:
        """The lines that have some of the text of a bookmark; else the one where it begins."""
        if mark.last - mark.first > _LONGEST:
            return [mark.first]
        return [index for index in range(mark.first, mark.last + 1) if self._is_in(index, mark)] or [mark.first]

    def _is_in(self, index: int, mark: _Bookmark) -> bool:
        pieces = self.contents[index].pieces
        since = mark.since if index == mark.first else 0
        until = mark.until if index == mark.last else len(pieces)
        if since < until and pieces[since].strip():
            return True
        if index not in self.places:
            self.places[index] = [place for place, piece in enumerate(pieces) if piece.strip()]
        places = self.places[index]
        following = bisect_left(places, since)
        return following < len(places) and places[following] < until
