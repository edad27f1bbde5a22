"""The blocks of a document. Every block has an id, the same in all languages, and a number where it is numbered."""

from __future__ import annotations

from typing import Literal, TypeAlias, TypeVar

from reportgen.errors import Position
from reportgen.record import field, record
from reportgen.tree.broken import BrokenPiece
from reportgen.tree.inlines import Content, Deleted, Inserted
from reportgen.tree.looks import Looks
from reportgen.tree.masthead import Masthead as Masthead
from reportgen.tree.masthead import Note as Note
from reportgen.tree.masthead import Picture as Picture
from reportgen.tree.number import Number as Number
from reportgen.tree.printed_from import PrintedFrom

Direction = Literal["ltr", "rtl"]

_Part = TypeVar("_Part")
Tracked: TypeAlias = _Part | Inserted[_Part] | Deleted[_Part]
"""A part of both editions that a tree carries, or of one of them."""


@record
class Heading:
    """A heading of level 1 to 6; one that is not `numbered` counts for no other."""

    id: str
    level: int
    content: Content
    number: Number | None = None
    numbered: bool = True
    position: Position | None = field(default=None, compare=False)


@record
class Paragraph:
    """A numbered paragraph; a `recommendation` is set in bold."""

    id: str
    content: Content
    number: Number | None = None
    recommendation: bool = False
    position: Position | None = field(default=None, compare=False)


@record
class Subparagraph:
    """A lettered part of a paragraph, of level 1 to 4."""

    id: str
    level: int
    content: Content
    number: Number | None = None
    recommendation: bool = False
    position: Position | None = field(default=None, compare=False)


@record
class PlainParagraph:
    """A paragraph without a number."""

    id: str
    content: Content
    position: Position | None = field(default=None, compare=False)


@record
class Quotation:
    """A passage set off from the text."""

    id: str
    content: Content
    position: Position | None = field(default=None, compare=False)


@record
class ListItem:
    """An item with a bullet, of level 1 to 3."""

    id: str
    level: int
    content: Content
    position: Position | None = field(default=None, compare=False)


@record
class LetterNote:
    """A note below a table, a figure or a box, marked with a letter."""

    id: str
    content: Content
    number: Number | None = None
    position: Position | None = field(default=None, compare=False)


@record
class Source:
    """Where a table, a figure or a box is from, below it; `label` is the word before it ("Source:")."""

    id: str
    label: str
    content: Content
    position: Position | None = field(default=None, compare=False)


@record
class Box:
    """Text in a frame, with a heading and a number of its own."""

    id: str
    content: Content
    blocks: tuple[Tracked[PlainParagraph], ...]
    source: Tracked[Source] | None = None
    notes: tuple[Tracked[LetterNote], ...] = ()
    number: Number | None = None
    position: Position | None = field(default=None, compare=False)


@record
class Cell:
    """A head or a cell of a table; its content is empty where it is."""

    id: str
    content: Content
    position: Position | None = field(default=None, compare=False)


Row = tuple[Cell, ...]


@record
class Table:
    """Rows of cells under heads, all of one length; `content` is its caption, without which it is not `numbered`.

    `shares` are the parts of the width that columns have, `numeric` tells which hold numbers alone, `total` that the
    last row is set off.
    """

    id: str
    content: Content
    heads: tuple[Cell, ...]
    rows: tuple[Tracked[Row], ...]
    shares: tuple[int, ...]
    numeric: tuple[bool, ...]
    total: bool = False
    source: Tracked[Source] | None = None
    notes: tuple[Tracked[LetterNote], ...] = ()
    number: Number | None = None
    numbered: bool = True
    position: Position | None = field(default=None, compare=False)


@record
class Alternative:
    """What a picture shows, for those who do not see it; it is not printed."""

    id: str
    content: Content
    position: Position | None = field(default=None, compare=False)


@record
class Figure:
    """A picture under its caption, which is its `content`, as of a table; `width` is in points.

    `replaced` is what the older one of two editions shows under this caption, where that is another picture.
    """

    id: str
    content: Content
    picture: Picture
    width: int
    alternative: Alternative
    source: Tracked[Source] | None = None
    notes: tuple[Tracked[LetterNote], ...] = ()
    number: Number | None = None
    numbered: bool = True
    replaced: Figure | None = None
    position: Position | None = field(default=None, compare=False)


@record
class Annex:
    """The beginning of an annex (level 1) or an appendix (level 2); numbers restart behind it."""

    id: str
    level: int
    content: Content
    number: Number | None = None
    position: Position | None = field(default=None, compare=False)


@record
class ContentsEntry:
    """A line of the contents: a heading or an annex, the range of its paragraphs ("12–68") if it has any, and its
    page where someone has laid out the document."""

    target: str
    level: int
    label: str
    content: Content
    paragraphs: str = ""
    page: str = ""


@record
class Contents:
    """The table of contents: `content` is its heading, `columns` the heads over paragraphs and pages, `ranges` how a
    range is written ({low}–{high}), `depth` the lowest level of heading in it."""

    id: str
    content: Content
    columns: tuple[str, str]
    ranges: str
    depth: int
    entries: tuple[Tracked[ContentsEntry], ...] = ()
    position: Position | None = field(default=None, compare=False)


@record
class Summary:
    """The boxed summary before the first section."""

    id: str
    heading: Content
    blocks: tuple[Tracked[PlainParagraph], ...]
    position: Position | None = field(default=None, compare=False)


@record
class Comment:
    """What somebody says beside the text of a piece: `quote` are the words it is about, empty for all of them.

    `date` is a date and time of ISO 8601, empty where none is known; a line break in the text begins a paragraph.
    """

    piece: str
    text: str
    author: str
    date: str = ""
    quote: str = ""


Numbered = Heading | Paragraph | Subparagraph | Box | Table | Figure | Annex
"""Blocks that have a number."""

Noted = Box | Table | Figure
"""Blocks with notes of their own, marked with letters."""

Leaf = (
    Heading | Paragraph | Subparagraph | PlainParagraph | Quotation | ListItem | Annex | Contents
    | Cell | Alternative | Source | LetterNote
)  # fmt: skip
"""Blocks with nothing inside but their content."""

Block = Leaf | Summary | Noted


@record
class Changes:
    """Who signs the changes between the two editions that a document carries, and when (ISO 8601).

    `symbol` and `job_number` are those of the older edition, `notes` the footnotes that only it has.
    """

    author: str
    date: str
    symbol: str
    job_number: str
    notes: tuple[Note, ...] = ()


@record
class Document:
    """One report in one language; `comments` are for formats that have such, and print nothing.

    `edition` is the number of the freeze that the language is held to, 0 for a draft. With `changes` it carries two
    editions, what both have once; its own symbol and numbers are those of the newer one.
    """

    symbol: str
    slug: str
    language: str
    direction: Direction
    masthead: Masthead
    blocks: tuple[Tracked[Block], ...]
    looks: Looks
    notes: tuple[Note, ...] = ()
    broken: tuple[BrokenPiece, ...] = ()
    comments: tuple[Comment, ...] = ()
    changes: Changes | None = None
    edition: int = 0
    printed_from: PrintedFrom = field(default_factory=PrintedFrom, repr=False, compare=False)
