"""The text of inlines as a reader sees it, without marks of footnotes."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import assert_never

from reportgen.errors import WordingError
from reportgen.record import replace
from reportgen.tree.inlines import (
    Bold,
    Content,
    CrossReference,
    Deleted,
    Inline,
    Inserted,
    Italic,
    Link,
    ListJoin,
    NameUse,
    NoteMark,
    NumberReference,
    PrintedFact,
    Text,
)
from reportgen.wording import Fault, Marked, Words, scan

UNTRANSLATED = ("⟦", "⟧")
"""The brackets around source text whose translation is missing."""


_ARABIC = re.compile("[\u0600-\u06ff]")
# XML 1.0 allows tab, line feed and carriage return of the control characters, and no lone surrogates.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal_in_xml(text: str) -> str:
    """The text without the characters that no XML file can hold."""
    return _ILLEGAL.sub("", text)


def text_html(text: str) -> str:
    """The text without what HTML would take for markup, in values of attributes too."""
    return html.escape(legal_in_xml(text))


def plain_text(content: Content) -> str:
    """The text of some inlines, of two editions that of the newer one; names not yet settled are printed in full."""
    return "".join(_text(inline) for inline in content)


def _text(inline: Inline) -> str:
    match inline:
        case Text() | ListJoin():
            return inline.text
        case Italic() | Bold() | PrintedFact() | CrossReference():
            return plain_text(inline.content)
        case Inserted():
            return plain_text(inline.part)
        case Deleted():
            return ""
        case Link():
            return inline.url
        case NoteMark():
            return ""
        case NumberReference():
            return inline.label
        case NameUse():
            text = plain_text(marked_up(inline.variants.full))
            return raised(text) if inline.raised else text
        case _:
            assert_never(inline)


def left_to_right(text: str) -> str:
    """A line in Latin letters with a mark of direction where it begins with a figure.

    Without the mark, a right-to-left paragraph would put the figure behind the words: February 2021 26.
    """
    return f"\u200e{text}" if text[:1].isdigit() and not _ARABIC.search(text) else text


def raised(text: str) -> str:
    """The text with its first letter raised, unless a figure comes first."""
    for index, character in enumerate(text):
        if character.isalpha():
            return text[:index] + character.upper() + text[index + 1 :]
        if character.isdigit():
            return text
    return text


def raised_content(content: Content) -> Content:
    """The inlines with their first letter raised, unless a figure comes first."""
    for index, inline in enumerate(content):
        if any(character.isalnum() for character in _text(inline)):
            return (*content[:index], _raised_inline(inline), *content[index + 1 :])
    return content


def _raised_inline(inline: Inline) -> Inline:
    if isinstance(inline, Text):
        return replace(inline, text=raised(inline.text))
    if isinstance(inline, Italic | Bold):
        return replace(inline, content=raised_content(inline.content))
    return inline


@lru_cache(maxsize=8192)
def marked_up(name: str) -> Content:
    """A name of the lexicon as inlines: text and italics; a `WordingError` where it holds anything else."""
    try:
        return tuple(_inline(piece) for piece in scan(name))
    except Fault as fault:
        raise WordingError(f"{fault.message}, in the name '{name}' of the lexicon", hint=fault.hint) from None


def _inline(piece: object) -> Inline:
    if isinstance(piece, Words):
        return Text(piece.text)
    if isinstance(piece, Marked):
        inner = tuple(_inline(each) for each in piece.content)
        return Italic(inner) if piece.style == "italic" else Bold(inner)
    raise Fault(0, "a placeholder, a footnote mark or an address", "names are text, *italic* or **bold**")
