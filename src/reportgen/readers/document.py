"""What a reader gives back: the lines of a file, with what a comparison needs beside them."""

from __future__ import annotations

from typing import Literal

from reportgen.record import field, record
from reportgen.tree.inlines import Content
from reportgen.tree.line import Line
from reportgen.tree.printed import Identity

View = Literal["accepted", "original"]
"""A file with tracked changes as it is once they are accepted, or as it was before they were made."""

StoryPlace = Literal["body", "table", "textbox", "footnote", "endnote"]
TrackedChange = Literal["", "inserted", "deleted", "moved"]
ChangeKind = Literal["inserted", "deleted", "moved here", "moved away", "formatted"]


@record
class ReadMark:
    """A footnote's mark in a block: `note` is the key of the note in the file, `label` what a reader sees."""

    note: str
    label: str


@record
class ReadReference:
    """A cross-reference with the text that stands in the file.

    `target` is the id that is pointed to, or the name of the bookmark where that is no id (_Ref123); `field` is the
    instruction of the field (REF opening \\w \\h), or "link".
    """

    target: str
    text: str
    field: str = "link"


@record
class ReadLine:
    """A line as it stands in a file.

    `typed` says that its number is plain text that no program counts, or is typed again beside the counted one.
    `is_label_known` is false where the label has figures for what Word shows, as ordinals and words in other languages.
    `anchors` are the ids and other bookmarks that begin here, the id of the line among them; `within` are those that
    began in an earlier line and reach into this one.
    `change` is what the view has of a tracked change to the line as a whole. A note has the `key` by which its marks
    name it, and the indexes of the blocks where they stand. `content` is the text of the line in its looks, with
    addresses and marks of notes; a mark names a note by its id where the file knows it, else by its key. `cell` is the
    row of its table, from 0, and the column, from 1, in which it stands; `table` tells the tables of a file apart.
    `level` is that of a heading or of an item of a list, from 1, where the file says it.
    """

    line: Line
    typed: bool = False
    is_label_known: bool = True
    place: StoryPlace = "body"
    style: str = ""
    anchors: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    marks: tuple[ReadMark, ...] = ()
    references: tuple[ReadReference, ...] = ()
    change: TrackedChange = ""
    key: str = ""
    marked_in: tuple[int, ...] = ()
    content: Content = ()
    note_id: str = ""
    cell: tuple[int, int] | None = None
    table: int = 0
    level: int = 0


@record
class ReadMastheadLine:
    """A line above the text; `id` is that of a printed piece where the file knows it (masthead/symbol, title)."""

    id: str
    content: Content


@record
class ReadChange:
    """A tracked change: who made it when (ISO 8601, as the file says), and what.

    `text` is what was inserted, deleted, moved or set otherwise; "\\n" where the end of a paragraph was. It stands from
    `start` to `end` in the text of a line, by its index among blocks and notes; text that the view has not stands
    between two characters. The index is -1 where the file has no line at all.
    """

    kind: ChangeKind
    text: str
    author: str
    date: str
    line: int
    start: int = 0
    end: int = 0


@record
class ReadComment:
    """A comment: what was said by whom and when, and what it is about, as of `ReadChange`.

    `quote` are the words it is about, cut where they are long. `parent` is the index of the comment that it answers.
    """

    text: str
    author: str
    date: str
    line: int
    start: int = 0
    end: int = 0
    quote: str = ""
    resolved: bool = False
    parent: int = -1


@record
class ReadPicture:
    """A picture of a file: the index of the line that it is or stands before, its name, its bytes, its width.

    The bytes are empty where the file has none or too many, the width, in points, is 0 where the file says none.
    `description` is what it shows, `is_line` whether that is a line of its own, `in_text` whether it stands between
    paragraphs and not in a table or a box.
    """

    line: int
    name: str
    data: bytes = field(repr=False)
    width: int
    description: str
    is_line: bool
    in_text: bool


@record
class ReadDocument:
    """A file as a reader sees it: its blocks in reading order, then its notes in the order of their marks.

    The lines of the `masthead` are the blocks above the text once more, parted where tabs and breaks part them.
    `identity` is what the file says it is; none in the files of others. `carried` is what a Word file was printed from,
    for `tree.sent.read_sent`. Nobody should trust either.
    """

    file: str
    view: View
    blocks: tuple[ReadLine, ...]
    notes: tuple[ReadLine, ...] = ()
    masthead: tuple[ReadMastheadLine, ...] = ()
    identity: Identity | None = None
    carried: str = ""
    changes: tuple[ReadChange, ...] = ()
    comments: tuple[ReadComment, ...] = ()
    pictures: tuple[ReadPicture, ...] = ()

    def lines(self) -> list[Line]:
        """The blocks and then the notes as plain lines."""
        return [each.line for each in (*self.blocks, *self.notes)]
