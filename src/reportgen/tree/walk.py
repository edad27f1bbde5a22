"""Walks through a tree: its blocks and inlines in reading order, and copies with changed inlines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from reportgen.record import replace
from reportgen.tree.inlines import (
    Bold,
    Content,
    CrossReference,
    Deleted,
    Inline,
    Inserted,
    Italic,
    NoteMark,
    PrintedFact,
)
from reportgen.tree.masthead import LINE_IDS
from reportgen.tree.nodes import (
    Block,
    Box,
    Document,
    Figure,
    Leaf,
    Masthead,
    Note,
    Noted,
    Row,
    Summary,
    Table,
    Tracked,
)

ContentChange = Callable[[Content], Content]
_Part = TypeVar("_Part")


def plain_blocks(document: Document) -> tuple[Block, ...]:
    """The blocks of a document that carries one edition alone."""
    return tuple(map(_plain, document.blocks))


def _plain(block: Tracked[Block]) -> Block:
    if isinstance(block, Inserted | Deleted):
        raise AssertionError("a tree of two editions is for writers alone")
    return block


def either_blocks(document: Document) -> Iterator[Block]:
    """The blocks of a document; of two editions, those of both and of either, in reading order."""
    for each in document.blocks:
        yield each.part if isinstance(each, Inserted | Deleted) else each


def map_blocks(document: Document, change: Callable[[Block], Block]) -> Document:
    """The document with every block changed; each stays in the same edition."""
    blocks = tuple(
        replace(each, part=change(each.part)) if isinstance(each, Inserted | Deleted) else change(each)
        for each in document.blocks
    )
    return replace(document, blocks=blocks)


def part_of(tracked: Tracked[_Part]) -> _Part:
    """What stands in one edition or in both, whichever it is."""
    return tracked.part if isinstance(tracked, Inserted | Deleted) else tracked


def map_part(tracked: Tracked[_Part], change: Callable[[_Part], _Part]) -> Tracked[_Part]:
    """What stands in one edition or in both, changed; it stays in the same edition."""
    if isinstance(tracked, Inserted | Deleted):
        return replace(tracked, part=change(tracked.part))
    return change(tracked)


def all_blocks(document: Document) -> Iterator[Block]:
    """Every block that has text, with those inside it, in reading order; of two editions, those of both."""
    for block in either_blocks(document):
        yield block
        if isinstance(block, Summary | Noted):
            yield from inner_blocks(block)


def inner_blocks(block: Summary | Noted) -> Iterator[Leaf]:
    """The blocks inside a block in reading order, but for cells that are empty."""
    match block:
        case Summary():
            yield from map(part_of, block.blocks)
            return
        case Box():
            yield from map(part_of, block.blocks)
        case Table():
            yield from (cell for row in (block.heads, *map(part_of, block.rows)) for cell in row if cell.content)
        case Figure():
            yield block.alternative
    if block.source:
        yield part_of(block.source)
    yield from map(part_of, block.notes)


_WITH_CONTENT = (Italic, Bold, PrintedFact)


def all_inlines(content: Content) -> list[Inline]:
    """Every inline with those inside it, in reading order."""
    found: list[Inline] = []
    for inline in content:
        found.append(inline)
        if isinstance(inline, _WITH_CONTENT):
            found += all_inlines(inline.content)
        elif isinstance(inline, Inserted | Deleted):
            found += all_inlines(inline.part)
    return found


def without_emphasis(content: Content) -> Iterator[Inline]:
    """The inlines in reading order, those in italics and bold among them; facts and references stay whole."""
    for inline in content:
        if isinstance(inline, Italic | Bold):
            yield from without_emphasis(inline.content)
        else:
            yield inline


_POINTERS = (NoteMark, CrossReference)


def pointers(content: Content) -> list[NoteMark | CrossReference]:
    """The footnote marks and cross-references, in reading order."""
    found: list[NoteMark | CrossReference] = []
    for inline in content:
        if isinstance(inline, _POINTERS):
            found.append(inline)
        elif isinstance(inline, _WITH_CONTENT):
            found += pointers(inline.content)
        elif isinstance(inline, Inserted | Deleted):
            found += pointers(inline.part)
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
            mapped = replace(block, content=change(block.content), heads=_cells(block.heads, change))
            rows = tuple(map_part(row, lambda cells: _cells(cells, change)) for row in block.rows)
            return _with_notes(replace(mapped, rows=rows), change)
        case Figure():
            alternative = replace(block.alternative, content=change(block.alternative.content))
            return _with_notes(replace(block, content=change(block.content), alternative=alternative), change)
        case _:
            content = change(block.content)
            return block if content is block.content else replace(block, content=content)


_Noted = TypeVar("_Noted", Box, Table, Figure)
_Leaf = TypeVar("_Leaf", bound=Leaf)


def _with_notes(block: _Noted, change: ContentChange) -> _Noted:
    source = map_part(block.source, lambda each: _leaf(each, change)) if block.source else None
    return replace(block, source=source, notes=_mapped(block.notes, change))


def _mapped(blocks: tuple[Tracked[_Leaf], ...], change: ContentChange) -> tuple[Tracked[_Leaf], ...]:
    return tuple(map_part(each, lambda leaf: _leaf(leaf, change)) for each in blocks)


def _cells(cells: Row, change: ContentChange) -> Row:
    return tuple(_leaf(cell, change) for cell in cells)


def _leaf(leaf: _Leaf, change: ContentChange) -> _Leaf:
    return replace(leaf, content=change(leaf.content))


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
        elif new is inline and isinstance(inline, Inserted | Deleted):
            part = map_leaves(inline.part, change)
            new = inline if part is inline.part else replace(inline, part=part)
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
    lines: dict[str, Any] = {field: change(getattr(masthead, field)) for field in LINE_IDS}
    return replace(
        masthead,
        **lines,
        information=tuple(map(change, masthead.information)),
        further_titles=tuple(map(change, masthead.further_titles)),
        notes=map_notes(masthead.notes, change),
    )
