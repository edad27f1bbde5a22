"""Inlines as Markdown: signs for emphasis, links and marks of notes; what would be taken for markup is escaped."""

from __future__ import annotations

import re
from contextvars import ContextVar
from typing import assert_never
from unicodedata import category

from reportgen.tree import inlines
from reportgen.tree.memory import ContentMemory, made_of
from reportgen.tree.text import legal_in_xml, plain_text
from reportgen.writers.markdown.critic import exchanged, marked

_SPECIAL = re.compile(
    r"""[\\`*_\[\]<>{}#~^|$@"']     # signs of markup, and those that pandoc would make nicer
      | &(?=\#?\w+;)                # entities
      | :(?=[\w+-]+:)               # emoji
      | :(?=//) | (?<=www)\.         # an address is a link only where the author makes it one
      | -(?=-) | (?<=-)- | \.(?=\.) | (?<=\.)\.
    """,
    re.VERBOSE,
)
_BREAKS = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]")


MEMORY: ContextVar[ContentMemory | None] = ContextVar("MEMORY", default=None)
"""What was written of contents before, for whoever writes a document again and again."""


def content_text(content: inlines.Content, in_change: bool = False) -> str:
    """The inlines as Markdown; HTML tags stand for emphasis where its signs would not be read as such."""
    return made_of(MEMORY.get(), content, in_change, lambda: _content_text(content, in_change))


def _content_text(content: inlines.Content, in_change: bool) -> str:
    parts: list[str] = []
    for index, inline in enumerate(content):
        if isinstance(inline, inlines.Italic | inlines.Bold):
            parts.append(_emphasis(inline, content[:index], content[index + 1 :], in_change))
        else:
            parts.append(_inline(inline))
    return "".join(parts)


def emphasized(content: inlines.Content, kind: type[inlines.Italic] | type[inlines.Bold]) -> str:
    """The inlines in italics or bold, without the marks of notes at the end: **…**[^1] and not **…[^1]**."""
    end = len(content)
    while end and isinstance(content[end - 1], inlines.NoteMark):
        end -= 1
    return content_text((kind(content[:end]), *content[end:])) if end else content_text(content)


def _emphasis(
    inline: inlines.Italic | inlines.Bold, before: inlines.Content, after: inlines.Content, in_change: bool = False
) -> str:
    sign, tag = ("*", "em") if isinstance(inline, inlines.Italic) else ("**", "strong")
    inside, text = plain_text(inline.content), content_text(inline.content)
    if not inside.strip():
        return text
    # Signs that touch (*a***b**) are read otherwise by different programs; tags are read alike by all, and whatever
    # becomes of changes beside them.
    touching = (inlines.Italic, inlines.Bold, inlines.Inserted, inlines.Deleted)
    nested = in_change or any(_has_signs(each) for each in inline.content)
    nested = nested or any(isinstance(each, touching) for each in (*before[-1:], *after[:1]))
    flanked = _is_flanked(inside[0], plain_text(before)[-1:]) and _is_flanked(inside[-1], plain_text(after)[:1])
    return f"{sign}{text}{sign}" if flanked and not nested else f"<{tag}>{text}</{tag}>"


def _has_signs(inline: inlines.Inline) -> bool:
    """Whether an inline is written with signs of emphasis, as the letters of notes are too."""
    return isinstance(inline, inlines.Italic | inlines.Bold | inlines.Inserted | inlines.Deleted) or (
        isinstance(inline, inlines.NoteMark) and not inline.label.isdecimal()
    )


def _is_flanked(edge: str, outside: str) -> bool:
    """Whether a sign between these two characters can begin or end emphasis (CommonMark, 6.2: flanking)."""
    return not edge.isspace() and (edge.isalnum() or not outside.strip() or category(outside)[0] in "PS")


def _inline(inline: inlines.Inline) -> str:
    match inline:
        case inlines.Text():
            return escaped(inline.text)
        case inlines.PrintedFact() | inlines.CrossReference():
            return content_text(inline.content)
        case inlines.Italic() | inlines.Bold():
            return _emphasis(inline, (), ())
        case inlines.Link():
            # A bar in an address would end the cell of a table.
            return f"<{inline.url.replace('|', '%7C')}>"
        case inlines.NoteMark():
            return exchanged(_mark(inline.was or inline.label), _mark(inline.label))
        case inlines.NumberReference():
            return f"[{escaped(inline.label)}](#{inline.target})"
        case inlines.Inserted() | inlines.Deleted():
            return marked(type(inline), content_text(inline.part, in_change=True))
        case inlines.NameUse() | inlines.ListJoin():
            raise AssertionError(f"{inline} is not settled")
        case _:
            assert_never(inline)


def letter(label: str) -> str:
    """The letter of a note below a table, a figure or a box."""
    return f"<sup>*{escaped(label)}*</sup>"


def _mark(label: str) -> str:
    """The mark of a footnote, which has a number, of a note with a letter, or of one of the masthead."""
    if label.startswith("*"):
        return escaped(label)
    return f"[^{label}]" if label.isdecimal() else letter(label)


def escaped(text: str) -> str:
    """The text on one line, with what Markdown would take for markup escaped."""
    return _SPECIAL.sub(r"\\\g<0>", _BREAKS.sub(" ", legal_in_xml(text)))
