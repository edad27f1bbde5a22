"""Tracked changes in a paragraph, and the ends of comments: who changed what and when, and where a comment stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from reportgen.readers.document import ChangeKind
from reportgen.word.names import w

INSERTED = (w("ins"), w("moveTo"))
DELETED = (w("del"), w("moveFrom"))
RUN_CHANGED = w("rPrChange")
PARAGRAPH_END = "\n"
"""The text of a change to the end of a paragraph, which was inserted or deleted with it or alone."""

_KINDS: dict[str, ChangeKind] = {
    w("ins"): "inserted",
    w("moveTo"): "moved here",
    w("del"): "deleted",
    w("moveFrom"): "moved away",
}
_ENDS: dict[str, Literal["start", "end", "mark"]] = {
    w("commentRangeStart"): "start",
    w("commentRangeEnd"): "end",
    w("commentReference"): "mark",
}
COMMENT_ENDS = frozenset(_ENDS)
_TEXTS, _PARAGRAPH = (w("t"), w("delText")), w("p")
_BREAKS = (w("tab"), w("br"), w("cr"))
_LONGEST = 200


@dataclass(slots=True)
class FoundChange:
    """A tracked change from one place among the pieces of a paragraph to another: `text` is what was changed."""

    kind: ChangeKind
    author: str
    date: str
    at: int
    until: int
    text: str = ""

    def goes_on(self, other: FoundChange) -> bool:
        """Whether another change is more of this one: Word parts a change wherever the looks of the text change."""
        same = (self.kind, self.author, self.date, self.until) == (other.kind, other.author, other.date, other.at)
        return same and not self.text.endswith(PARAGRAPH_END)


@dataclass(slots=True)
class FoundComment:
    """The start of what a comment is about, its end, or its mark; `at` counts the pieces before it."""

    key: str
    what: Literal["start", "end", "mark"]
    at: int


def found_change(element: etree._Element, at: int, text: str = "", kind: ChangeKind | None = None) -> FoundChange:
    """The change of an element that says its author and date."""
    author, date = (element.get(w(name), "")[:_LONGEST] for name in ("author", "date"))
    return FoundChange(kind or _KINDS.get(element.tag, "formatted"), author, date, at, at, text)


def found_comment(element: etree._Element, at: int) -> FoundComment:
    """The end of a comment after so many pieces of text."""
    return FoundComment(element.get(w("id"), ""), _ENDS[element.tag], at)


def comments_in(element: etree._Element, at: int) -> Iterator[FoundComment]:
    """The ends of comments inside of what a view has not."""
    return (found_comment(each, at) for each in element.iter(*COMMENT_ENDS))


def text_in(element: etree._Element) -> str:
    """The text inside of what a view has not; paragraphs are parted by blanks."""
    parts: list[str] = []
    for each in element.iter(*_TEXTS, *_BREAKS, _PARAGRAPH):
        if each.tag in _TEXTS:
            parts.append(each.text or "")
        elif parts or each.tag != _PARAGRAPH:
            parts.append(" ")
    return "".join(parts)


def note_change(changes: list[FoundChange], change: FoundChange) -> None:
    """Add a change to those of a paragraph, or make the last one longer where it goes on."""
    if changes and changes[-1].goes_on(change):
        changes[-1].until = change.until
        changes[-1].text += change.text
    elif change.text or change.kind == "formatted":
        changes.append(change)
