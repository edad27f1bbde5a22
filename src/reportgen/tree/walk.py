"""Walks through a tree: its blocks and inlines in reading order, and copies with changed inlines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from reportgen.tree.inlines import Bold, Content, CrossReference, Inline, Italic, NoteMark, PrintedFact
from reportgen.tree.nodes import Block, Box, Document, Figure, Leaf, Masthead, Note, Noted, Summary, Table

ContentChange = Callable[[Content], Content]


def all_blocks(document: Document) -> Iterator[Block]:
    """Every block that has text, with those inside it, in reading order."""
    for block in document.blocks:
        yield block
        if isinstance(block, Summary | Noted):
            yield from inner_blocks(block)


def inner_blocks(block: Summary | Noted) -> Iterator[Leaf]:
    """The blocks inside a block in reading order, but for cells that are empty."""
    match block:
        case Summary():
            yield from block.blocks
            return
        case Box():
            yield from block.blocks
        case Table():
            yield from (cell for row in (block.heads, *block.rows) for cell in row if cell.content)
        case Figure():
            yield block.alternative
    if block.source:
        yield block.source
    yield from block.notes


_WITH_CONTENT = (Italic, Bold, PrintedFact)


def all_inlines(content: Content) -> list[Inline]:
    """Every inline with those inside it, in reading order."""
    found: list[Inline] = []
    for inline in content:
        found.append(inline)
        if isinstance(inline, _WITH_CONTENT):
            found += all_inlines(inline.content)
    return found


_POINTERS = (NoteMark, CrossReference)


def pointers(content: Content) -> list[NoteMark | CrossReference]:
    """The footnote marks and cross-references, in reading order."""
    found: list[NoteMark | CrossReference] = []
    for inline in content:
        if isinstance(inline, _POINTERS):
            found.append(inline)
        elif isinstance(inline, _WITH_CONTENT):
            found += pointers(inline.content)
    return found


def content_of(block: Block) -> Content:
    """The inlines of a block itself: its text, its heading (summary, box) or its caption (table, figure)."""
    return block.heading if isinstance(block, Summary) else block.content


def map_block(block: Block, change: ContentChange) -> Block:
    """The block with every content changed, in reading order; a block of text stays itself where nothing changes."""
    match block:
        case Summary():
            return replace(block, heading=change(block.heading), blocks=_mapped(block.blocks, change))
        case Box():
            return _with_notes(
                replace(block, content=change(block.content), blocks=_mapped(block.blocks, change)), change
            )
        case Table():
            mapped = replace(block, content=change(block.content), heads=_mapped(block.heads, change))
            return _with_notes(replace(mapped, rows=tuple(_mapped(row, change) for row in block.rows)), change)
        case Figure():
            alternative = replace(block.alternative, content=change(block.alternative.content))
            return _with_notes(replace(block, content=change(block.content), alternative=alternative), change)
        case _:
            content = change(block.content)
            return block if content is block.content else replace(block, content=content)


_Noted = TypeVar("_Noted", Box, Table, Figure)
_Leaf = TypeVar("_Leaf", bound=Leaf)


def _with_notes(block: _Noted, change: ContentChange) -> _Noted:
    source = replace(block.source, content=change(block.source.content)) if block.source else None
    return replace(block, source=source, notes=_mapped(block.notes, change))


def _mapped(blocks: tuple[_Leaf, ...], change: ContentChange) -> tuple[_Leaf, ...]:
    return tuple(replace(each, content=change(each.content)) for each in blocks)


def map_leaves(content: Content, change: Callable[[Inline], Inline]) -> Content:
    """The content with every inline changed, those in italics, in bold and in printed facts too.

    An inline that `change` returns unchanged is walked into; a changed one is not. Where nothing changes, as in most of
    a long report, the content itself comes back.
    """
    changed: list[Inline] | None = None
    for index, inline in enumerate(content):
        new = change(inline)
        if new is inline and isinstance(inline, _WITH_CONTENT):
            inner = map_leaves(inline.content, change)
            new = inline if inner is inline.content else replace(inline, content=inner)
        if new is not inline:
            changed = changed or list(content)
            changed[index] = new
    return tuple(changed) if changed else content


def map_pointers(content: Content, change: Callable[[NoteMark | CrossReference], Inline]) -> Content:
    """The content with every footnote mark and cross-reference changed; the content itself where it has none."""
    if not pointers(content):
        return content
    return map_leaves(content, lambda inline: change(inline) if isinstance(inline, _POINTERS) else inline)


def map_notes(notes: tuple[Note, ...], change: ContentChange) -> tuple[Note, ...]:
    """The notes with every content changed."""
    return tuple(replace(note, content=change(note.content)) for note in notes)


def map_masthead(masthead: Masthead, change: ContentChange) -> Masthead:
    """The masthead with every content changed."""
    return replace(
        masthead,
        organ=change(masthead.organ),
        information=tuple(map(change, masthead.information)),
        body=change(masthead.body),
        session=change(masthead.session),
        place_and_dates=change(masthead.place_and_dates),
        agenda_item=change(masthead.agenda_item),
        agenda_title=change(masthead.agenda_title),
        title=change(masthead.title),
        author=change(masthead.author),
        notes=map_notes(masthead.notes, change),
    )
