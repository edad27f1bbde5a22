"""Markdown: literal paragraph numbers that no renderer renumbers, anchors by id, real footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never
from unicodedata import category

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
from reportgen.tree.nodes import (
    Block,
    Document,
    Heading,
    Masthead,
    Note,
    Paragraph,
    PlainParagraph,
    Subparagraph,
    Summary,
)
from reportgen.tree.text import plain_text, printable

_SPECIAL = re.compile(
    r"""[\\`*_\[\]<>{}#~^|$@"']     # signs of markup, and those that pandoc would make nicer
      | &(?=\#?\w+;)                # entities
      | :(?=[\w+-]+:)               # emoji
      | :(?=//) | (?<=www)\.         # an address is a link only where the author makes it one
      | -(?=-) | (?<=-)- | \.(?=\.) | (?<=\.)\.
    """,
    re.VERBOSE,
)
_LIST = re.compile(r"\A(?:(\(?(?:\d+|[A-Za-z]+))(?=[.)](?:\s|\Z))|(?=[-+:=%]))")
_BREAKS = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]")
_INDENT = "\u2003"


def write(document: Document) -> bytes:
    """The document as UTF-8 Markdown, every paragraph on a line of its own."""
    parts = [*_masthead(document), *(text for block in document.blocks for text in _block(block)), *_notes(document)]
    text = "\n\n".join(parts) + "\n"
    if document.direction == "rtl":
        text = f'<div dir="rtl" lang="{document.looks.locale}">\n\n{text}\n</div>\n'
    return text.encode()


def _masthead(document: Document) -> Iterator[str]:
    head = document.masthead
    yield f"{_escaped(head.united_nations)} {_INDENT} **{_escaped(document.symbol)}**"
    yield _lines([f"**{_escaped(head.organ)}**", *(_escaped(line) for line in head.information if line)])
    if session := _session(head):
        yield _lines(session)
    yield f"# {_content(head.title)}"
    yield f"**{_content(head.author)}**"
    for note in head.notes:
        yield f"{_escaped(note.number.label if note.number else '')} {_content(note.content)}"


def _session(head: Masthead) -> list[str]:
    lines = [f"**{_escaped(head.body)}**" if head.body else "", f"**{_escaped(head.session)}**" if head.session else ""]
    lines += [_escaped(head.place_and_dates), _content(head.agenda_item)]
    lines += [f"**{_content(head.agenda_title)}**" if head.agenda_title else ""]
    return [line for line in lines if line]


def _lines(lines: list[str]) -> str:
    """Lines of one paragraph, each broken by a backslash."""
    return "\\\n".join(lines)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            label = f"{_number(block.number.label.rstrip())} " if block.number else ""
            yield f"{'#' * min(block.level + 1, 6)} {_anchor(block.id)}{label}{_content(block.content)}"
        case Paragraph():
            yield f"{_anchor(block.id)}{_number(block.number.label) if block.number else ''} {_content(block.content)}"
        case Subparagraph():
            label = _number(block.number.label) if block.number else ""
            yield f"{_INDENT * block.level}{_anchor(block.id)}{label} {_content(block.content)}"
        case PlainParagraph():
            yield f"{_anchor(block.id)}{_content(block.content)}"
        case Summary():
            yield from _summary(block)
        case _:
            assert_never(block)


def _summary(summary: Summary) -> Iterator[str]:
    parts = [f"{_anchor(summary.id)}*{_content(summary.heading)}*"]
    parts += [f"{_anchor(each.id)}{_content(each.content)}" for each in summary.blocks]
    yield "\n>\n".join(f"> {part}" for part in parts)


def _notes(document: Document) -> Iterator[str]:
    for note in document.notes:
        yield f"[^{_note_label(note)}]: " + _LIST.sub(r"\1\\", _content(note.content))


def _note_label(note: Note) -> str:
    return str(note.number.path[0]) if note.number else note.id


def _anchor(name: str) -> str:
    return f'<a id="{name}"></a>'


def _number(label: str) -> str:
    """A label that no renderer takes for a list: `41\\.`, `(a)`, `b\\)`."""
    return re.sub(r"^(\w+)([.)])$", r"\1\\\2", _escaped(label))


def _content(content: Content) -> str:
    """The inlines with signs for emphasis, or tags where signs would not be taken for any."""
    parts: list[str] = []
    for index, inline in enumerate(content):
        if isinstance(inline, Italic | Bold):
            parts.append(_emphasis(inline, content[:index], content[index + 1 :]))
        else:
            parts.append(_inline(inline))
    return "".join(parts)


def _emphasis(inline: Italic | Bold, before: Content, after: Content) -> str:
    sign, tag = ("*", "em") if isinstance(inline, Italic) else ("**", "strong")
    inside, text = plain_text(inline.content), _content(inline.content)
    if not inside.strip():
        return text
    nested = any(isinstance(each, Italic | Bold) for each in (*before[-1:], *inline.content, *after[:1]))
    flanked = _is_flanked(inside[0], plain_text(before)[-1:]) and _is_flanked(inside[-1], plain_text(after)[:1])
    return f"{sign}{text}{sign}" if flanked and not nested else f"<{tag}>{text}</{tag}>"


def _is_flanked(edge: str, outside: str) -> bool:
    """Whether a sign between these two characters begins or ends emphasis (CommonMark, 6.2)."""
    return not edge.isspace() and (edge.isalnum() or not outside.strip() or category(outside)[0] in "PS")


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return _escaped(inline.text)
        case PrintedFact() | CrossReference():
            return _content(inline.content)
        case Italic() | Bold():
            return _emphasis(inline, (), ())
        case Link():
            return f"<{inline.url}>"
        case NoteMark():
            return _escaped(inline.label) if inline.label.startswith("*") else f"[^{inline.label}]"
        case NumberReference():
            return f"[{_escaped(inline.label)}](#{inline.target})"
        case NameUse() | ListJoin():
            raise AssertionError(f"{inline} is not settled")
        case _:
            assert_never(inline)


def _escaped(text: str) -> str:
    """The text on one line, with what Markdown would take for markup escaped."""
    return _SPECIAL.sub(r"\\\g<0>", _BREAKS.sub(" ", printable(text)))
