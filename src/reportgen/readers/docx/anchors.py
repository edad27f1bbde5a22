"""Bookmarks: where each begins, and which id that is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportgen.readers.docx.content import Content

_ID = re.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_LONGEST = 50
"""A bookmark that covers more lines than this says nothing about a line."""


@dataclass(slots=True)
class Anchors:
    """The bookmarks of a line: its id, all that begin in it, and those that reach into it from above."""

    id: str = ""
    beginning: list[str] = field(default_factory=list)
    within: list[str] = field(default_factory=list)


def anchors(contents: Sequence[Content]) -> list[Anchors]:
    """The bookmarks of each line, by the contents of the lines.

    A bookmark belongs to the first line that has some of its text: who presses Enter before a paragraph leaves the
    beginning of its bookmark in an empty one.
    """
    found = [Anchors() for _ in contents]
    ids: set[str] = set()
    for mark in _bookmarks(contents):
        covered = _covered(contents, mark)
        first = found[covered[0]]
        first.beginning.append(id_of(mark.name))
        if _ID.fullmatch(mark.name) and mark.name not in ids:
            ids.add(mark.name)
            first.id = first.id or id_of(mark.name)
        for index in covered[1:]:
            found[index].within.append(id_of(mark.name))
    return found


def id_of(bookmark: str) -> str:
    """The id that a bookmark is the name of; another bookmark by its own name."""
    return bookmark.replace("_", "-") if _ID.fullmatch(bookmark) else bookmark


@dataclass(slots=True)
class _Bookmark:
    """A bookmark with its ends, each as (line, pieces of text before); one that never ends ends where it begins."""

    name: str
    start: tuple[int, int]
    end: tuple[int, int]


def _bookmarks(contents: Sequence[Content]) -> list[_Bookmark]:
    """All bookmarks in the order of their beginnings."""
    found: list[_Bookmark] = []
    open_ones: dict[str, _Bookmark] = {}
    for index, content in enumerate(contents):
        for mark in content.bookmarks:
            if mark.name:
                begun = _Bookmark(mark.name, (index, mark.at), (index, mark.at))
                found.append(begun)
                open_ones[mark.key] = begun
            elif mark.key in open_ones:
                open_ones.pop(mark.key).end = (index, mark.at)
    return found


def _covered(contents: Sequence[Content], mark: _Bookmark) -> list[int]:
    """The lines that have some of the text of a bookmark; else the one where it begins."""
    first, last = mark.start[0], mark.end[0]
    if last - first > _LONGEST:
        return [first]
    return [index for index in range(first, last + 1) if _has_text(contents[index], index, mark)] or [first]


def _has_text(content: Content, index: int, mark: _Bookmark) -> bool:
    since = mark.start[1] if index == mark.start[0] else 0
    until = mark.end[1] if index == mark.end[0] else len(content.pieces)
    return any(piece.strip() for piece in content.pieces[since:until])
