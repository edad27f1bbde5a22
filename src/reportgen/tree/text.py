"""The text of inlines as a reader sees it, without marks of footnotes."""

from __future__ import annotations

from typing import assert_never

from reportgen.tree.inlines import (
    Bold,
    Content,
    CrossReference,
    Inline,
    Italic,
    Link,
    ListJoin,
    NameUse,
    NoteMark,
    NumberReference,
    PrintedFact,
    Text,
)
from reportgen.wording import Marked, Words, scan


def plain_text(content: Content) -> str:
    """The text of some inlines; names that are not yet full or short are in full."""
    return "".join(_text(inline) for inline in content)


def _text(inline: Inline) -> str:
    match inline:
        case Text() | ListJoin():
            return inline.text
        case Italic() | Bold() | PrintedFact() | CrossReference():
            return plain_text(inline.content)
        case Link():
            return inline.url
        case NoteMark():
            return ""
        case NumberReference():
            return inline.label
        case NameUse():
            text = plain_text(marked_up(inline.variants.full))
            return text[:1].upper() + text[1:] if inline.raised else text
        case _:
            assert_never(inline)


def marked_up(name: str) -> Content:
    """A name of the lexicon as inlines: text and italics."""
    return tuple(_inline(piece) for piece in scan(name))


def _inline(piece: object) -> Inline:
    if isinstance(piece, Words):
        return Text(piece.text)
    if isinstance(piece, Marked):
        inner = tuple(_inline(each) for each in piece.content)
        return Italic(inner) if piece.style == "italic" else Bold(inner)
    raise ValueError(f"a name holds only text and light markup, not {piece}")
