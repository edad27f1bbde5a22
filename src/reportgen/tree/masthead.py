"""What stands above the title, with the notes and pictures that it may have."""

from __future__ import annotations

from collections.abc import Iterator

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


LINE_IDS = {
    "organ": "masthead/organ",
    "second_organ": "masthead/second-organ",
    "advance": "masthead/advance",
    "body": "masthead/body",
    "second_body": "masthead/second-body",
    "sub_body": "masthead/sub-body",
    "session": "masthead/session",
    "second_session": "masthead/second-session",
    "committee": "masthead/committee",
    "place_and_dates": "masthead/place-and-dates",
    "agenda_item": "masthead/agenda-item",
    "second_agenda_item": "masthead/second-agenda-item",
    "agenda_title": "agenda-title",
    "title": "title",
    "author": "masthead/author",
    "amendment": "masthead/amendment",
}
"""The fields of a `Masthead` that are one line, in the order in which they are printed, each with the id of its piece.

The two titles have the ids of their own that pieces of wording have.
"""


@record
class Masthead:
    """The lines above the title; lines that the report lacks are empty, and none is there where it is not `printed`.

    `amendment` says below the author what the document is to another one: Corrigendum, Addendum; `advance` that the
    text is not edited yet. The lines that begin with `second` are those of the other organ of a joint document, whose
    symbol is `second_symbol`. `further_titles` are the titles of further agenda items. `information_language` is the
    language of the information block; that of Arabic, Chinese and Russian is in English.
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
    advance: Content = ()
    sub_body: Content = ()
    committee: Content = ()
    further_titles: tuple[Content, ...] = ()
    second_symbol: str = ""
    second_organ: Content = ()
    second_body: Content = ()
    second_session: Content = ()
    second_agenda_item: Content = ()
    printed: bool = True


def further_titles(head: Masthead) -> Iterator[tuple[str, Content]]:
    """The titles of the agenda items behind the first one, with their ids: agenda-title-2 …"""
    yield from ((f"agenda-title-{number}", title) for number, title in enumerate(head.further_titles, 2))


def joint_symbol(symbol: str, second: str) -> str:
    """The two symbols of a joint document as they are printed: A/74/123–S/2019/123."""
    return f"{symbol}–{second}" if second else symbol
