"""Markdown: literal paragraph numbers that no renderer renumbers, anchors by id, real footnotes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby
from typing import assert_never
from urllib.parse import quote

from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Bold, Content
from reportgen.tree.path import whole_of
from reportgen.tree.text import left_to_right, plain_text
from reportgen.writers.markdown.contents import contents_list
from reportgen.writers.markdown.inlines import content_text, emphasized, escaped, letter
from reportgen.writers.markdown.tables import pipe_table

_LIST = re.compile(r"\A(?:(\(?(?:\d+|[A-Za-z]+))(?=[.)](?:\s|\Z))|(?=[-+:=%]))")
_INDENT = "\u2003"


def write(document: tree.Document) -> bytes:
    """The document as UTF-8 Markdown, every paragraph on a line of its own."""
    parts = [*_masthead(document), *_blocks(document), *_notes(document)]
    text = "\n\n".join(parts) + "\n"
    # Markdown has no direction of its own; blank lines around let the text inside be read as Markdown.
    if document.direction == "rtl":
        text = f'<div dir="rtl" lang="{html.escape(document.looks.locale)}">\n\n{text}\n</div>\n'
    return text.encode()


def files_beside(document: tree.Document) -> dict[str, bytes]:
    """The pictures that the Markdown refers to, by their names from its folder."""
    figures = (block for block in document.blocks if isinstance(block, tree.Figure))
    return {_picture_name(document, figure): figure.picture.data for figure in figures}


def _picture_name(document: tree.Document, figure: tree.Figure) -> str:
    return f"{document.slug}/{figure.id}.{figure.picture.suffix}"


def _masthead(document: tree.Document) -> Iterator[str]:
    head = document.masthead
    yield f"{escaped(head.united_nations)} {_INDENT} **{escaped(document.symbol)}**"
    # The lines are in English inside an Arabic document.
    lines = [plain_text(line) for line in head.information if line]
    information = [left_to_right(line) if document.direction == "rtl" else line for line in lines]
    yield _lines([_bold_line(head.organ), *map(escaped, information)])
    if session := _session(head):
        yield _lines(session)
    yield f"# {content_text(head.title)}"
    yield f"**{content_text(head.author)}**"
    for note in head.notes:
        yield f"{escaped(note.number.label if note.number else '')} {content_text(note.content)}"


def _session(head: tree.Masthead) -> list[str]:
    lines = [_bold_line(head.body), _bold_line(head.session)]
    lines += [escaped(plain_text(head.place_and_dates)), content_text(head.agenda_item)]
    lines += [f"**{content_text(head.agenda_title)}**" if head.agenda_title else ""]
    return [line for line in lines if line]


def _bold_line(content: Content) -> str:
    return f"**{escaped(plain_text(content))}**" if content else ""


def _lines(lines: list[str]) -> str:
    """Lines of one paragraph, each broken by a backslash."""
    return "\\\n".join(lines)


def _blocks(document: tree.Document) -> Iterator[str]:
    """The blocks in reading order; a comment between two lists keeps renderers from joining them."""
    before = ""
    for name, blocks in groupby(document.blocks, _list_of):
        if name:
            yield from ["<!-- -->"] if before else []
            yield "\n".join(_item(block) for block in blocks if isinstance(block, tree.ListItem))
        else:
            yield from (text for block in blocks for text in _block(block, document))
        before = name


def _list_of(block: tree.Block) -> str:
    """The id of the list that an item stands in."""
    return whole_of(block.id) if isinstance(block, tree.ListItem) else ""


def _item(item: tree.ListItem) -> str:
    return f"{'  ' * (item.level - 1)}- {_anchored(item)}"


def _block(block: tree.Block, document: tree.Document) -> Iterator[str]:
    match block:
        case tree.Heading() | tree.Annex():
            # The title is the only heading of level 1, and Markdown has six levels.
            yield f"{'#' * min(block.level + 1, 6)} {_anchor(block.id)}{_label(block)}{content_text(block.content)}"
        case tree.Paragraph() | tree.Subparagraph():
            indent = _INDENT * block.level if isinstance(block, tree.Subparagraph) else ""
            text = emphasized(block.content, Bold) if block.recommendation else content_text(block.content)
            yield f"{indent}{_anchor(block.id)}{_number(block.number.label) if block.number else ''} {text}"
        case tree.PlainParagraph() | tree.ListItem():
            yield _anchored(block)
        case tree.Quotation():
            yield f"> {_anchored(block)}"
        case tree.Summary():
            yield _quoted([f"{_anchor(block.id)}*{content_text(block.heading)}*", *map(_anchored, block.blocks)])
        case tree.Contents():
            yield f"{_anchor(block.id)}**{content_text(block.content)}**{_INDENT}*{escaped(block.columns[0])}*"
            yield from [contents_list(block.entries)] if block.entries else []
        case tree.Box():
            yield _quoted([_caption(block), *map(_anchored, block.blocks), *_below(block)])
        case tree.Table():
            yield from (_caption(block), pipe_table(block), *_below(block))
        case tree.Figure():
            yield from (_caption(block), _picture(block, document), *_below(block))
        case tree.Cell() | tree.Alternative() | tree.Source() | tree.LetterNote():
            raise AssertionError(f"{block.id} stands inside another block")
        case _:
            assert_never(block)


def _label(block: tree.Heading | tree.Annex) -> str:
    """The number of a heading; of an annex its word and number and an em space, by which it is read back."""
    if block.number is None:
        return ""
    label = block.number.label.rstrip()
    return f"{escaped(label)}{_INDENT}" if isinstance(block, tree.Annex) else f"{_number(label)} "


def _caption(block: tree.Noted) -> str:
    """The label of a table, a figure or a box, and its caption on the next line."""
    label = escaped(block.number.label) if block.number else ""
    return _lines([f"{_anchor(block.id)}{label}", emphasized(block.content, Bold)])


def _picture(figure: tree.Figure, document: tree.Document) -> str:
    shown = escaped(plain_text(figure.alternative.content))
    return f"![{shown}]({quote(_picture_name(document, figure))})"


def _below(block: tree.Noted) -> Iterator[str]:
    """The source and the notes of a block."""
    if block.source:
        yield f"{_anchor(block.source.id)}*{escaped(block.source.label)}* {content_text(block.source.content)}"
    for note in block.notes:
        yield f"{_anchor(note.id)}{letter(note.number.label if note.number else '')} {content_text(note.content)}"


def _quoted(parts: list[str]) -> str:
    """Paragraphs of one quotation block."""
    return "\n>\n".join("> " + part.replace("\n", "\n> ") for part in parts)


def _anchored(block: tree.PlainParagraph | tree.Quotation | tree.ListItem) -> str:
    return f"{_anchor(block.id)}{content_text(block.content)}"


def _notes(document: tree.Document) -> Iterator[str]:
    for note in document.notes:
        # A note that begins like a list ("1.", "-") would be rendered as one.
        yield f"[^{_note_label(note)}]: " + _LIST.sub(r"\1\\", content_text(note.content))


def _note_label(note: tree.Note) -> str:
    return str(note.number.path[0]) if note.number else note.id


def _anchor(name: str) -> str:
    return f'<a id="{name}"></a>'


def _number(label: str) -> str:
    """A label that no renderer takes for a list: `41\\.`, `(a)`, `b\\)`."""
    return re.sub(r"^(\w+)([.)])$", r"\1\\\2", escaped(label))
