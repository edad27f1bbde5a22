"""Bookmarks: where each begins, and which id that is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportgen.readers.docx.found import ReadContent
from reportgen.word.bookmarks import id_of, is_of_id, is_of_number

_LONGEST = 50
"""The most lines of a bookmark that is taken to name a line; users bookmark whole chapters too."""


@dataclass(slots=True)
class Anchors:
    """Bookmarks by the index of their line: its id, all that begin in it, all that reach into it from above."""

    ids: dict[int, str] = field(default_factory=dict)
    beginning: dict[int, list[str]] = field(default_factory=dict)
    within: dict[int, list[str]] = field(default_factory=dict)


def anchors(contents: Sequence[ReadContent]) -> Anchors:
    """The bookmarks of lines, by the contents of the lines.

    A bookmark belongs to the first line that has some of its text: Enter pressed before a paragraph leaves the start of
    its bookmark behind in an empty one.
    """
    found, texts = Anchors(), _Texts(contents)
    known: set[str] = set()
    for mark in _bookmarks(contents):
        # These mark a number inside a line for REF fields; they name no block.
        if is_of_number(mark.name):
            continue
        first, *others = texts.covered(mark)
        name = id_of(mark.name)
        found.beginning.setdefault(first, []).append(name)
        # Word keeps the first of two bookmarks with one name, as when a paragraph was copied.
        if is_of_id(mark.name) and name not in known:
            known.add(name)
            found.ids.setdefault(first, name)
        for index in others:
            found.within.setdefault(index, []).append(name)
    return found


@dataclass(slots=True)
class _Bookmark:
    """A bookmark: first and last line, each with the number of pieces before it; without an end, it is empty."""

    name: str
    first: int
    since: int
    last: int
    until: int


def _bookmarks(contents: Sequence[ReadContent]) -> list[_Bookmark]:
    """All bookmarks in the order of their beginnings."""
    found: list[_Bookmark] = []
    open_ones: dict[str, _Bookmark] = {}
    for index, content in enumerate(contents):
        for mark in content.bookmarks:
            if mark.name:
                begun = _Bookmark(mark.name, index, mark.at, index, mark.at)
                found.append(begun)
                open_ones[mark.key] = begun
            # Start and end are tied by w:id; the end carries no name.
            elif mark.key in open_ones:
                ended = open_ones.pop(mark.key)
                ended.last, ended.until = index, mark.at
    return found


class _Texts:
    """Where lines have text, counted once for each line: a hostile file may have thousands of bookmarks in one."""

    def __init__(self, contents: Sequence[ReadContent]) -> None:
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
