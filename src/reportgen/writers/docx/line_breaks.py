"""Lines broken by the estimated width of their text, since no font is at hand to measure it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

from reportgen.tree.inlines import Content, Inline, Text
from reportgen.tree.text import plain_text
from reportgen.tree.walk import map_leaves

BREAK = "\n"
"""Stands in the text where a line is broken."""

_PIECE = re.compile(r"[⺀-〿぀-鿿＀-￯][、-〃〉》」』】！），．：；？”’]*|[^ ⺀-〿぀-鿿＀-￯]+| +")
_NARROW = frozenset("fijlrstI .,:;!'’‘()[]/-|")
_BROAD = frozenset("mwMWШЩЮЖФшщюжфмы—")
_NARROWEST = 1200
"""The narrowest room in twips in which lines are broken at all."""


def text_width(text: str) -> int:
    """The width in twips of a text of 10 points, rather over- than underestimated: a line too short does no harm."""
    return sum(map(_width, text))


def _width(sign: str) -> int:
    """The width of a character in twips: Times New Roman, 3 per cent wider and 0.2 pt apart as in New York."""
    # A Chinese character is as wide as its size, and is not widened.
    if east_asian_width(sign) in "WF":
        return 200
    if "\u0600" <= sign <= "\u06ff":
        return 130
    if sign in _NARROW:
        return 73
    return 170 if sign in _BROAD else 150 if sign.isupper() else 107


def with_breaks(content: Content, first: int, rest: int) -> Content:
    """The inlines with breaks, for a room of `first` twips in the first line and of `rest` in those behind it."""
    if min(first, rest) < _NARROWEST:
        return content
    breaks = set(_breaks(plain_text(content), first, rest))
    at = 0

    def broken(inline: Inline) -> Inline:
        nonlocal at
        if isinstance(inline, Text):
            signs = [_before(sign, place in breaks) for place, sign in enumerate(inline.text, at)]
            at += len(inline.text)
            return Text("".join(signs))
        return inline

    return map_leaves(content, broken) if breaks else content


def _before(sign: str, is_break: bool) -> str:
    """A blank becomes the break, another character stands behind it."""
    if not is_break:
        return sign
    return BREAK if sign == " " else BREAK + sign


def _breaks(text: str, first: int, rest: int) -> Iterator[int]:
    """The places of the characters that a line is broken at."""
    room, used, blank = first, 0, -1
    for piece in _PIECE.finditer(text):
        width = text_width(piece[0])
        if piece[0].startswith(" "):
            blank = piece.start()
        elif used and used + width > room:
            # A break replaces the blank before the word, which would else begin the next line.
            yield blank if blank == piece.start() - 1 else piece.start()
            room, used = rest, 0
        used += width
