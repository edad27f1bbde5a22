"""Inlines as they are assembled, with their origins, as plain data for the store, and back.

What names and numbers print is not settled in them yet. A text is a pair that begins with it, all else begins with the
number of its class.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportgen.errors import Position
from reportgen.language.lexicon_entry import NameVariants
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
    PrintedFact,
    Text,
)

Locate = Callable[[int], Position | None]
"""The place in the files of a character of the wording."""


def kept_content(content: Content) -> tuple[Any, ...]:
    """The inlines as plain data."""
    return tuple(_kept(inline) for inline in content)


def content_of_kept(data: tuple[Any, ...], locate: Locate) -> Content:
    """The inlines of such data; cross-references get the places that they have now."""
    return tuple(_inline(each, locate) for each in data)


def _kept(inline: Inline) -> tuple[Any, ...]:
    match inline:
        case Text():
            return inline.text, inline.origin
        case PrintedFact():
            return 0, inline.fact, inline.kind, inline.value, kept_content(inline.content), inline.origin
        case NameUse():
            words = inline.variants.full, inline.variants.short, inline.variants.third
            use = inline.introduction, inline.introduce, inline.style, inline.raised
            return 1, inline.fact, inline.kind, inline.id, words, *use, inline.origin
        case ListJoin():
            return 2, inline.text, inline.before, inline.origin
        case Italic():
            return 3, kept_content(inline.content), inline.origin
        case Bold():
            return 4, kept_content(inline.content), inline.origin
        case Link():
            return 5, inline.url, inline.origin
        case NoteMark():
            return 6, inline.note, inline.origin
        case CrossReference():
            return 7, inline.function, inline.targets, inline.to, inline.form, inline.origin
        case _:
            raise AssertionError(f"{inline} is not made when a piece is assembled")


def _inline(data: tuple[Any, ...], locate: Locate) -> Inline:
    match data:
        case (str(text), origin):
            return Text(text, origin)
        case (0, fact, kind, value, content, origin):
            return PrintedFact(fact, kind, value, content_of_kept(content, locate), origin)
        case (1, fact, kind, name, words, introduction, introduce, style, raised, origin):
            return NameUse(fact, kind, name, NameVariants(*words), introduction, introduce, style, raised, origin)
        case (2, text, before, origin):
            return ListJoin(text, before, origin)
        case (3, content, origin):
            return Italic(content_of_kept(content, locate), origin)
        case (4, content, origin):
            return Bold(content_of_kept(content, locate), origin)
        case (5, url, origin):
            return Link(url, origin)
        case (6, note, origin):
            return NoteMark(note, origin=origin)
        case (7, function, targets, to, form, origin):
            position = locate(origin[0]) if origin else None
            return CrossReference(function, targets, to, form, position=position, origin=origin)
        case _:
            raise AssertionError(f"{data[0]!r} is no class of inlines")
