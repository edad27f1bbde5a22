"""Inlines cut in pieces at places of their text: `cut(content, places)`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.record import replace
from reportgen.tree.inlines import Bold, Content, CrossReference, Inline, Italic, PrintedFact, Text
from reportgen.tree.text import plain_text


def cut(content: Content, places: Sequence[int]) -> list[Content]:
    """The inlines in one more piece than there are places, which count characters of the plain text, in order.

    What cannot be cut (an address, the number of a block) stays whole, in the piece where it begins; a mark without
    text stays with the text before it.
    """
    pieces: list[Content] = []
    rest, before = content, 0
    for place in places:
        first, rest = _cut_once(rest, place - before)
        pieces.append(first)
        before += len(plain_text(first))
    return [*pieces, rest]


def _cut_once(content: Content, place: int) -> tuple[Content, Content]:
    first: list[Inline] = []
    for index, inline in enumerate(content):
        length = len(plain_text((inline,)))
        if length > place or (place <= 0 and length):
            left, right = _halves(inline, place)
            return (*first, *left), (*right, *content[index + 1 :])
        first.append(inline)
        place -= length
    return tuple(first), ()


def _halves(inline: Inline, place: int) -> tuple[Content, Content]:
    """The two sides of an inline that is longer than the place."""
    if place <= 0:
        return (), (inline,)
    match inline:
        case Text():
            return (Text(inline.text[:place]),), (Text(inline.text[place:]),)
        case Italic() | Bold() | PrintedFact() | CrossReference():
            left, right = _cut_once(inline.content, place)
            return tuple(_with(inline, left)), tuple(_with(inline, right))
        case _:
            return (inline,), ()


def _with(inline: Italic | Bold | PrintedFact | CrossReference, content: Content) -> Iterator[Inline]:
    if content:
        yield replace(inline, content=content)
