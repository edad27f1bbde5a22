"""The blocks of a document. Every block has an id, the same in all languages, and a number where it is numbered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from reportgen.errors import Position
from reportgen.tree.inlines import Content
from reportgen.tree.looks import Looks

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Number:
    """`path` is the same in all languages and formats; `label` is how the language prints it: "41.", "(b)", "一."."""

    path: tuple[int | str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6."""

    id: str
    level: int
    content: Content
    number: Number | None = None
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph."""

    id: str
    content: Content
    number: Number | None = None
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Subparagraph:
    """A lettered part of a paragraph, of level 1 to 4."""

    id: str
    level: int
    content: Content
    number: Number | None = None
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PlainParagraph:
    """A paragraph without a number."""

    id: str
    content: Content
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Summary:
    """The boxed summary before the first section."""

    id: str
    heading: Content
    blocks: tuple[PlainParagraph, ...]
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; an `asterisk` note belongs to the masthead and takes no number."""

    id: str
    content: Content
    number: Number | None = None
    asterisk: bool = False
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a picture, the ending of its file's name, its size in pixels, and what it shows."""

    data: bytes = field(repr=False)
    suffix: str
    size: tuple[int, int]
    description: str


@dataclass(frozen=True, slots=True)
class Masthead:
    """The lines above the title; a line that the report has not is empty."""

    united_nations: str
    organ: str
    information: tuple[str, ...]
    body: str
    session: str
    place_and_dates: str
    agenda_item: Content
    agenda_title: Content
    title: Content
    author: str
    job_number: str
    qr_code: bool = True
    barcode: bool = True
    emblem: Picture | None = None
    notes: tuple[Note, ...] = ()


Block = Heading | Paragraph | Subparagraph | PlainParagraph | Summary


@dataclass(frozen=True, slots=True)
class Document:
    """One report in one language."""

    symbol: str
    slug: str
    language: str
    direction: Direction
    masthead: Masthead
    blocks: tuple[Block, ...]
    looks: Looks
    notes: tuple[Note, ...] = ()
