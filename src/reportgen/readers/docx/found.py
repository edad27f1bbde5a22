"""What is found in one paragraph of a Word file: its texts and looks, marks of notes, references and bookmarks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from lxml import etree

from reportgen.readers.docx.drawings import FoundPicture
from reportgen.readers.docx.fields import FoundReference
from reportgen.readers.docx.revisions import FoundChange, FoundComment
from reportgen.word.names import w


@dataclass(slots=True)
class FoundMark:
    """A note's mark: where it stands among the pieces, and whether it is a sign of the author's own."""

    kind: str
    note: str
    at: int
    custom: bool
    label: str = ""


@dataclass(slots=True)
class FoundLetter:
    """The letter of a note below a table, where it marks something; `at` counts the pieces before it."""

    label: str
    at: int


@dataclass(slots=True)
class FoundBookmark:
    """The start of a bookmark, or its end where it has no name; `at` counts the pieces before it."""

    key: str
    name: str
    at: int


@dataclass(slots=True)
class ReadContent:
    """The content of one paragraph: `pieces` are the texts of its runs, `seen` says that some of it is not hidden.

    `looks` has a number for each piece, as `looks.RunLooks` gives it. `letter` is the letter of a note below a table,
    `letters` are those that mark such notes, `counted` the values of its SEQ fields, `pictures` the alternative texts
    of its pictures, `drawn` the pictures themselves.
    """

    pieces: tuple[str, ...] = ()
    marks: tuple[FoundMark, ...] = ()
    references: tuple[FoundReference, ...] = ()
    bookmarks: tuple[FoundBookmark, ...] = ()
    boxes: tuple[etree._Element, ...] = ()
    seen: bool = False
    letter: str = ""
    counted: tuple[int, ...] = ()
    pictures: tuple[str, ...] = ()
    looks: tuple[int, ...] = ()
    letters: tuple[FoundLetter, ...] = ()
    changes: tuple[FoundChange, ...] = ()
    comments: tuple[FoundComment, ...] = ()
    drawn: tuple[FoundPicture, ...] = ()

    def text(self) -> str:
        """The text, with tabs and line breaks."""
        return "".join(self.pieces)


def run_together(contents: Sequence[ReadContent]) -> ReadContent:
    """The content of paragraphs that run into one another; the places of marks and bookmarks move along."""
    before = 0
    for content in contents:
        for mark in content.marks:
            mark.at += before
        for bookmark in content.bookmarks:
            bookmark.at += before
        for letter in content.letters:
            letter.at += before
        for comment in content.comments:
            comment.at += before
        for change in content.changes:
            change.at, change.until = change.at + before, change.until + before
        before += len(content.pieces)
    return ReadContent(
        tuple(chain.from_iterable(content.pieces for content in contents)),
        tuple(chain.from_iterable(content.marks for content in contents)),
        tuple(chain.from_iterable(content.references for content in contents)),
        tuple(chain.from_iterable(content.bookmarks for content in contents)),
        tuple(chain.from_iterable(content.boxes for content in contents)),
        any(content.seen for content in contents),
        next((content.letter for content in contents if content.letter), ""),
        tuple(chain.from_iterable(content.counted for content in contents)),
        tuple(chain.from_iterable(content.pictures for content in contents)),
        tuple(chain.from_iterable(content.looks for content in contents)),
        tuple(chain.from_iterable(content.letters for content in contents)),
        tuple(chain.from_iterable(content.changes for content in contents)),
        tuple(chain.from_iterable(content.comments for content in contents)),
        tuple(chain.from_iterable(content.drawn for content in contents)),
    )


def found_bookmark(element: etree._Element, at: int) -> FoundBookmark:
    """The start or end of a bookmark after so many pieces of text."""
    return FoundBookmark(element.get(w("id"), ""), element.get(w("name"), ""), at)


@dataclass(slots=True)
class ContentDraft:
    """The content of a paragraph while it is read; `begun` says that there is more than blanks."""

    pieces: list[str] = field(default_factory=list)
    marks: list[FoundMark] = field(default_factory=list)
    references: list[FoundReference] = field(default_factory=list)
    bookmarks: list[FoundBookmark] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    seen: bool = False
    begun: bool = False
    letter: str = ""
    counted: list[int] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    looks: list[int] = field(default_factory=list)
    letters: list[FoundLetter] = field(default_factory=list)
    changes: list[FoundChange] = field(default_factory=list)
    comments: list[FoundComment] = field(default_factory=list)
    drawn: list[FoundPicture] = field(default_factory=list)

    def content(self) -> ReadContent:
        """The finished content; an empty tuple costs no memory, and a file has many paragraphs."""
        return ReadContent(
            tuple(self.pieces),
            tuple(self.marks),
            tuple(self.references),
            tuple(self.bookmarks),
            tuple(self.boxes),
            self.seen,
            self.letter,
            tuple(self.counted),
            tuple(self.pictures),
            tuple(self.looks),
            tuple(self.letters),
            tuple(self.changes),
            tuple(self.comments),
            tuple(self.drawn),
        )
