"""What stands above the title, with the notes and pictures that it may have."""

from __future__ import annotations

from reportgen.errors import Position
from reportgen.record import field, record
from reportgen.tree.inlines import Content
from reportgen.tree.number import Number


@record
class Note:
    """A footnote; an `asterisk` note belongs to the masthead and takes no number."""

    id: str
    content: Content
    number: Number | None = None
    asterisk: bool = False
    position: Position | None = field(default=None, compare=False)


@record
class Picture:
    """The bytes of a picture, the ending of its file's name, its size in pixels, and what it shows."""

    data: bytes = field(repr=False)
    suffix: str
    size: tuple[int, int]
    description: str


@record
class Masthead:
    """The lines above the title; lines that the report lacks are empty, and none is there where it is not `printed`.

    `amendment` says below the author what the document is to another one: Corrigendum, Addendum. `information_language`
    is the language of the information block; that of Arabic, Chinese and Russian is in English.
    """

    united_nations: str
    organ: Content
    information: tuple[Content, ...]
    information_language: str
    body: Content
    session: Content
    place_and_dates: Content
    agenda_item: Content
    agenda_title: Content
    title: Content
    author: Content
    job_number: str
    qr_code: bool = True
    barcode: bool = True
    emblem: Picture | None = None
    notes: tuple[Note, ...] = ()
    amendment: Content = ()
    printed: bool = True
