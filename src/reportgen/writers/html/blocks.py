"""Blocks as HTML: paragraphs with their number, tables with heads and scope, pictures inside the page."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar, assert_never

from reportgen.tree import nodes as tree
from reportgen.tree.editions import edition_of, list_of
from reportgen.tree.inlines import Bold, Deleted, Inserted
from reportgen.tree.text import plain_text, text_html
from reportgen.tree.walk import part_of
from reportgen.writers.html.inlines import both_html, content_html, edition_html
from reportgen.writers.html.tables import table_html

_Part = TypeVar("_Part")
_MEDIA_TYPES = {"jpg": "jpeg"}
"""Endings of pictures by which no media type is called, with the one that is meant."""

_LAST_HEADING = 6


def flow(blocks: Sequence[tree.Tracked[tree.Block]]) -> Iterator[tuple[str, str]]:
    """The blocks with their anchors, in reading order; items of one list stand in one list, whose anchor is its id.

    What the older edition alone has keeps no anchor: it is empty.
    """
    for name, group in groupby(blocks, list_of):
        together = tuple(group)
        if name:
            yield text_html(name), _list(together)
        else:
            yield from ((_anchor(each), _tracked_block(each)) for each in together)


def _anchor(tracked_block: tree.Tracked[tree.Block]) -> str:
    if isinstance(tracked_block, Deleted):
        return ""
    return text_html((tracked_block.part if isinstance(tracked_block, Inserted) else tracked_block).id)


def _tracked_block(block: tree.Tracked[tree.Block]) -> str:
    if isinstance(block, Inserted | Deleted):
        return edition_html(edition_of(block), _block(block.part))
    return _block(block)


def tracked_html(parts: Iterable[tree.Tracked[_Part]], write: Callable[[_Part], str]) -> Iterator[str]:
    """The HTML of some parts, each as its edition has it."""
    for part in parts:
        yield edition_html(edition_of(part), write(part_of(part)))


def _list(items: Sequence[tree.Tracked[tree.Block]]) -> str:
    """The items of one list, with those of a lower level inside the item above them."""
    parts, depth = [], 0
    for each in items:
        item = part_of(each)
        assert isinstance(item, tree.ListItem)
        if item.level > depth:
            parts.append("<ul><li>" * (item.level - depth))
        else:
            parts.append("</li></ul>" * (depth - item.level) + "</li><li>")
        depth = item.level
        parts.append(
            edition_html(edition_of(each), f'<span id="{text_html(item.id)}">{content_html(item.content)}</span>')
        )
    return "".join(parts) + "</li></ul>" * depth


def _block(block: tree.Block) -> str:
    match block:
        case tree.Heading() | tree.Annex():
            level = min(block.level + 1, _LAST_HEADING)
            return f"<h{level}{_id(block)}>{_label(block.number)}{content_html(block.content)}</h{level}>"
        case tree.Paragraph() | tree.Subparagraph():
            level = block.level if isinstance(block, tree.Subparagraph) else 0
            content = (Bold(block.content),) if block.recommendation else block.content
            return f'<p{_id(block)} class="numbered level-{level}">{_label(block.number)}{content_html(content)}</p>'
        case tree.PlainParagraph() | tree.ListItem():
            return _plain(block)
        case tree.Quotation():
            return f"<blockquote{_id(block)}><p>{content_html(block.content)}</p></blockquote>"
        case tree.Summary():
            inside = "\n".join([_heading(block, content_html(block.heading)), *tracked_html(block.blocks, _plain)])
            return f'<section class="summary"{_named(block)}>{inside}</section>'
        case tree.Contents():
            return _contents(block)
        case tree.Box():
            inside = "\n".join([*tracked_html(block.blocks, _plain), *_below(block)])
            return f'<div class="box" role="group"{_named(block)}>{_caption(block, "p")}\n{inside}</div>'
        case tree.Table():
            return "\n".join([table_html(block, _caption(block, "caption")), *_below(block)])
        case tree.Figure():
            return _figure(block)
        case tree.Cell() | tree.Alternative() | tree.Source() | tree.LetterNote():
            raise AssertionError(f"{block.id} stands inside another block")
        case _:
            assert_never(block)


def _plain(block: tree.PlainParagraph | tree.ListItem) -> str:
    return f"<p{_id(block)}>{content_html(block.content)}</p>"


def _id(block: tree.Block) -> str:
    return f' id="{text_html(block.id)}"'


def _named(block: tree.Block) -> str:
    """That a part of the page is named by its heading or caption, whose anchor is the block's id."""
    return f' aria-labelledby="{text_html(block.id)}"'


def _heading(block: tree.Block, text: str) -> str:
    return f"<h2{_id(block)}>{text}</h2>"


def _label(number: tree.Number | None) -> str:
    """The number as it is printed; of two editions, both."""
    if number is None:
        return ""
    labels = (text_html(each.label.rstrip()) for each in (number.was or number, number))
    return f'<span class="number">{both_html(*labels)}</span> '


def _caption(block: tree.Noted, element: str) -> str:
    """The label of a table, a figure or a box and its caption; nothing where it has none."""
    if not block.content:
        return ""
    label = f"{_label(block.number).rstrip()}<br>" if block.number and block.number.label else ""
    return f"<{element}{_id(block)}>{label}<strong>{content_html(block.content)}</strong></{element}>"


def _below(block: tree.Noted) -> Iterator[str]:
    """The source and the notes of a block."""
    yield from tracked_html((block.source,) if block.source else (), _source)
    yield from tracked_html(block.notes, _letter_note)


def _source(source: tree.Source) -> str:
    return f'<p{_id(source)} class="below"><em>{text_html(source.label)}</em> {content_html(source.content)}</p>'


def _letter_note(note: tree.LetterNote) -> str:
    label = f"<sup><i>{text_html(note.number.label)}</i></sup> " if note.number else ""
    return f'<p{_id(note)} class="below">{label}{content_html(note.content)}</p>'


def _figure(figure: tree.Figure) -> str:
    picture = _picture(figure)
    if figure.replaced:
        picture = edition_html(Deleted, _picture(figure.replaced)) + edition_html(Inserted, picture)
    name = "" if figure.content else _id(figure)
    return "\n".join([f"<figure{name}>{_caption(figure, 'figcaption')}", picture, *_below(figure), "</figure>"])


def _picture(figure: tree.Figure) -> str:
    """The picture itself, so that the page needs no other file."""
    suffix = figure.picture.suffix.lower()
    data = base64.b64encode(figure.picture.data).decode("ascii")
    shown = text_html(plain_text(figure.alternative.content))
    width, height = figure.picture.size
    return (
        f'<img src="data:image/{_MEDIA_TYPES.get(suffix, suffix)};base64,{data}" alt="{shown}" '
        f'width="{width}" height="{height}" style="max-width: min(100%, {figure.width}pt)">'
    )


def _contents(contents: tree.Contents) -> str:
    """The table of contents as a list of links, each with the range of its paragraphs."""
    lines = "\n".join(map(_entry, contents.entries))
    heads = f'<p class="columns">{text_html(contents.columns[0])}</p>'
    heading = _heading(contents, content_html(contents.content))
    return f'<nav{_named(contents)}>{heading}{heads}<ul class="contents">\n{lines}\n</ul></nav>'


def _entry(tracked_entry: tree.Tracked[tree.ContentsEntry]) -> str:
    entry, kind = part_of(tracked_entry), edition_of(tracked_entry)
    label = f"{text_html(entry.label.rstrip())} " if entry.label else ""
    paragraphs = f'<span class="paragraphs">{text_html(entry.paragraphs)}</span>' if entry.paragraphs else ""
    link = f'<a href="#{text_html(entry.target)}">{label}{content_html(entry.content)}</a>'
    # A list may hold items alone; the two sides of the line are marked apart, which keeps them at its two ends.
    return f'<li class="level-{entry.level}">{edition_html(kind, link)}{edition_html(kind, paragraphs)}</li>'
