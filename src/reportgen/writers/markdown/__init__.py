"""Markdown: literal paragraph numbers that no renderer renumbers, anchors by id, real footnotes."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import assert_never
from urllib.parse import quote

from reportgen.tree import nodes as tree
from reportgen.tree.editions import (
    Kind,
    content_in,
    each_block,
    edition_of,
    gone_notes,
    inserted_notes,
    list_of,
    whole_change,
)
from reportgen.tree.inlines import Bold, Content, Deleted, Inserted, Italic
from reportgen.tree.masthead import LINE_IDS, further_titles, joint_symbol
from reportgen.tree.memory import ContentMemory
from reportgen.tree.printed import identity_of
from reportgen.tree.text import left_to_right, plain_text
from reportgen.tree.walk import part_of
from reportgen.writers.markdown.contents import contents_list
from reportgen.writers.markdown.critic import exchanged, joined_lines, marked, tracked_texts
from reportgen.writers.markdown.inlines import MEMORY, content_text, emphasized, escaped, letter
from reportgen.writers.markdown.tables import pipe_table

_LIST = re.compile(r"\A(?:(\(?(?:\d+|[A-Za-z]+))(?=[.)](?:\s|\Z))|(?=[-+:=%]))")
_INDENT = "\u2003"


def write(document: tree.Document, memory: ContentMemory | None = None) -> bytes:
    """The document as UTF-8 Markdown, every paragraph on a line of its own."""
    before = MEMORY.set(memory)
    try:
        return _text(document).encode()
    finally:
        MEMORY.reset(before)


def _text(document: tree.Document) -> str:
    parts = [*_masthead(document), _identity(document), *_blocks(document), *_notes(document)]
    text = "\n\n".join(parts) + "\n"
    # Markdown has no direction of its own; blank lines around let the text inside be read as Markdown.
    if document.direction == "rtl":
        text = f'<div dir="rtl" lang="{html.escape(document.looks.locale)}">\n\n{text}\n</div>\n'
    return text


def files_beside(document: tree.Document) -> dict[str, bytes]:
    """The pictures that the Markdown refers to, by their names from its folder."""
    return {
        _picture_name(document, shown, is_gone): shown.picture.data
        for kind, figure in each_block(document)
        if isinstance(figure, tree.Figure)
        for shown, is_gone in ((figure, kind is Deleted), (figure.replaced, True))
        if shown
    }


def _picture_name(document: tree.Document, figure: tree.Figure, is_gone: bool = False) -> str:
    """The path of a picture; what only the older edition shows may stand beside another one of the same figure."""
    return f"{document.slug}/{figure.id}{'.was' if is_gone else ''}.{figure.picture.suffix}"


def _identity(document: tree.Document) -> str:
    """A comment that says what the file is; it stands between the masthead and the text, and nobody sees it."""
    said = identity_of(document)
    values = {"symbol": said.symbol, "edition": said.edition, "language": said.language, "digest": said.digest}
    words = (f'{name}="{html.escape(str(value))}"' for name, value in values.items())
    return f"<!-- reportgen {' '.join(words)} -->"


def _masthead(document: tree.Document) -> Iterator[str]:
    head = document.masthead
    if not head.printed:
        return
    before = document.changes.symbol if document.changes else document.symbol
    symbols = (escaped(joint_symbol(each, head.second_symbol)) for each in (before, document.symbol))
    yield f"{escaped(head.united_nations)} {_INDENT} **{exchanged(*symbols)}**"
    organ = [_line(line, _bold) for line in (head.organ, head.second_organ, head.advance) if line] or [(None, "")]
    yield joined_lines([*organ, *(_information(line, document) for line in head.information if line)], _BREAK)
    if session := [_line(line, write) for line, write in _below_the_rule(head) if line]:
        yield joined_lines(session, _BREAK)
    yield f"# {content_text(head.title)}"
    yield from (f"**{content_text(line)}**" for line in (head.author, head.amendment) if line)
    come = inserted_notes(document)
    yield from (marked(Inserted if note.id in come else None, _masthead_note(note)) for note in head.notes)
    yield from (marked(Deleted, _masthead_note(note)) for note in gone_notes(document) if note.asterisk)


def _below_the_rule(head: tree.Masthead) -> Iterator[tuple[Content, Callable[[Content], str]]]:
    """The lines between the rule and the title, each with what writes it; those of a joint organ behind its others."""
    for field in LINE_IDS:
        if field in _BELOW:
            yield getattr(head, field), _BELOW[field]
    yield from ((title, _bold) for _, title in further_titles(head))


_BREAK = "\\\n"
"""Between lines of one paragraph."""


def _line(line: Content, write: Callable[[Content], str]) -> tuple[Kind | None, str]:
    """A line of the masthead, and which edition alone has it."""
    kind = whole_change(line)
    return kind, write(content_in(kind, line) if kind else line)


def _bold(content: Content) -> str:
    return f"**{content_text(content)}**"


_BELOW: dict[str, Callable[[Content], str]] = {
    "body": _bold,
    "second_body": _bold,
    "sub_body": _bold,
    "session": _bold,
    "second_session": _bold,
    "committee": _bold,
    "place_and_dates": content_text,
    "agenda_item": content_text,
    "second_agenda_item": content_text,
    "agenda_title": _bold,
}


def _information(line: Content, document: tree.Document) -> tuple[Kind | None, str]:
    """A line of the information block; inside an Arabic document it is in English, and exchanged as a whole."""
    if document.direction == "ltr":
        return _line(line, content_text)
    before, now = (left_to_right(plain_text(content_in(kind, line))) for kind in (Deleted, Inserted))
    kind = whole_change(line)
    return kind, escaped(before or now) if kind else exchanged(escaped(before), escaped(now))


def _masthead_note(note: tree.Note) -> str:
    return f"{_numbered(note.number, escaped)} {content_text(note.content)}"


def _blocks(document: tree.Document) -> Iterator[str]:
    """The blocks in reading order; a comment between two lists keeps renderers from joining them."""
    before = ""
    for name, blocks in groupby(document.blocks, list_of):
        if name:
            yield from ["<!-- -->"] if before else []
            yield joined_lines([_item(block) for block in blocks])
        else:
            yield from (text for block in blocks for text in _tracked_block(block, document))
        before = name


def _item(tracked_block: tree.Tracked[tree.Block]) -> tuple[Kind | None, str]:
    """An item of a list, and which edition alone has it."""
    item = part_of(tracked_block)
    assert isinstance(item, tree.ListItem)
    return edition_of(tracked_block), f"{'  ' * (item.level - 1)}- {_anchored(item)}"


def _tracked_block(block: tree.Tracked[tree.Block], document: tree.Document) -> Iterator[str]:
    """The paragraphs of a block, each inserted or deleted where one edition alone has the block."""
    if isinstance(block, Inserted | Deleted):
        yield from (
            marked(edition_of(block), text) for text in _block(block.part, document, isinstance(block, Deleted))
        )
    else:
        yield from _block(block, document)


def _block(block: tree.Block, document: tree.Document, is_gone: bool = False) -> Iterator[str]:
    match block:
        case tree.Heading() | tree.Annex():
            # The title is the only heading of level 1, and Markdown has six levels.
            yield f"{'#' * min(block.level + 1, 6)} {_anchor(block.id)}{_label(block)}{content_text(block.content)}"
        case tree.Paragraph() | tree.Subparagraph():
            indent = _INDENT * block.level if isinstance(block, tree.Subparagraph) else ""
            text = emphasized(block.content, Bold) if block.recommendation else content_text(block.content)
            yield f"{indent}{_anchor(block.id)}{_numbered(block.number, _number)} {text}"
        case tree.PlainParagraph() | tree.ListItem():
            yield _anchored(block)
        case tree.Quotation():
            yield f"> {_anchored(block)}"
        case tree.Summary():
            heading = f"{_anchor(block.id)}{emphasized(block.heading, Italic)}"
            yield _quoted([heading, *tracked_texts(block.blocks, _anchored)])
        case tree.Contents():
            yield f"{_anchor(block.id)}**{content_text(block.content)}**{_INDENT}*{escaped(block.columns[0])}*"
            yield from [contents_list(block.entries)] if block.entries else []
        case tree.Box():
            yield _quoted([_caption(block), *tracked_texts(block.blocks, _anchored), *_below(block)])
        case tree.Table():
            yield from (*_caption_of(block), pipe_table(block), *_below(block))
        case tree.Figure():
            picture = _picture(block, document, is_gone)
            before = _picture(block.replaced, document, True) if block.replaced else picture
            yield from (*_caption_of(block), exchanged(before, picture), *_below(block))
        case tree.Cell() | tree.Alternative() | tree.Source() | tree.LetterNote():
            raise AssertionError(f"{block.id} stands inside another block")
        case _:
            assert_never(block)


def _label(block: tree.Heading | tree.Annex) -> str:
    """The number of a heading; of an annex its word and number and an em space, by which it is read back."""
    if block.number is None:
        return ""
    if isinstance(block, tree.Annex):
        return f"{_numbered(block.number, escaped)}{_INDENT}"
    return f"{_numbered(block.number, _number)} "


def _caption_of(block: tree.Noted) -> Iterator[str]:
    """The caption of a table or a figure, if it has one."""
    if block.content:
        yield _caption(block)


def _caption(block: tree.Noted) -> str:
    """The label of a table, a figure or a box, and its caption on the next line; a figure alone has no label."""
    label = _numbered(block.number, escaped)
    return f"{_anchor(block.id)}{label + _BREAK if label else ''}{emphasized(block.content, Bold)}"


def _picture(figure: tree.Figure, document: tree.Document, is_gone: bool) -> str:
    shown = escaped(plain_text(figure.alternative.content))
    return f"![{shown}]({quote(_picture_name(document, figure, is_gone))})"


def _below(block: tree.Noted) -> Iterator[str]:
    """The source and the notes of a block."""
    yield from tracked_texts((block.source,) if block.source else (), _source)
    yield from tracked_texts(block.notes, _letter_note)


def _source(source: tree.Source) -> str:
    return f"{_anchor(source.id)}*{escaped(source.label)}* {content_text(source.content)}"


def _letter_note(note: tree.LetterNote) -> str:
    return f"{_anchor(note.id)}{_numbered(note.number, letter)} {content_text(note.content)}"


def _quoted(parts: list[str]) -> str:
    """Paragraphs of one quotation block."""
    return "\n>\n".join("> " + part.replace("\n", "\n> ") for part in parts)


def _anchored(block: tree.PlainParagraph | tree.Quotation | tree.ListItem) -> str:
    return f"{_anchor(block.id)}{content_text(block.content)}"


def _notes(document: tree.Document) -> Iterator[str]:
    come = inserted_notes(document)
    yield from (marked(Inserted if note.id in come else None, _note(note)) for note in document.notes)
    yield from (marked(Deleted, _note(note)) for note in gone_notes(document) if not note.asterisk)


def _note(note: tree.Note) -> str:
    # A note that begins like a list ("1.", "-") would be rendered as one.
    text = _LIST.sub(r"\1\\", content_text(note.content))
    before = note.number.was if note.number else None
    label = f"[^{note.number.path[0] if note.number else note.id}]"
    return f"{exchanged(f'[^{before.path[0]}]' if before else label, label)}: {text}"


def _anchor(name: str) -> str:
    return f'<a id="{name}"></a>'


def _numbered(number: tree.Number | None, write: Callable[[str], str]) -> str:
    """The label of a number, empty where there is none; of two editions, of both."""
    if number is None:
        return ""
    return exchanged(*(write(each.label.rstrip()) for each in (number.was or number, number)))


def _number(label: str) -> str:
    """A label that no renderer takes for a list: `41\\.`, `(a)`, `b\\)`."""
    return re.sub(r"^(\w+)([.)])$", r"\1\\\2", escaped(label))
