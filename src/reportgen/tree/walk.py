"""Ways through a tree: its blocks and inlines in reading order, and a copy with other inlines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from operator import is_
from typing import assert_never

from reportgen.tree.inlines import Bold, Content, Inline, Italic, PrintedFact
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

Leaf = Heading | Paragraph | Subparagraph | PlainParagraph


def all_blocks(document: Document) -> Iterator[Block]:
    """Every block with those inside it, in reading order."""
    for block in document.blocks:
        yield block
        if isinstance(block, Summary):
            yield from block.blocks


def all_inlines(content: Content) -> Iterator[Inline]:
    """Every inline with those inside it, in reading order."""
    for inline in content:
        yield inline
        if isinstance(inline, Italic | Bold | PrintedFact):
            yield from all_inlines(inline.content)


def content_of(block: Block) -> Content:
    """The inlines of a block: of a summary, those of its heading."""
    return block.heading if isinstance(block, Summary) else block.content


def map_block(block: Block, change: Callable[[Content], Content]) -> Block:
    """The block with every content changed; the same block where nothing changes."""
    match block:
        case Summary():
            inner = tuple(replace(each, content=change(each.content)) for each in block.blocks)
            return replace(block, heading=change(block.heading), blocks=inner)
        case Heading() | Paragraph() | Subparagraph() | PlainParagraph():
            content = change(block.content)
            return block if content is block.content else replace(block, content=content)
        case _:
            assert_never(block)


def map_inlines(content: Content, change: Callable[[Inline], Inline]) -> Content:
    """The content with every inline changed; the same content where nothing changes, as in most of a long report."""
    changed = tuple(map(change, content))
    return content if all(map(is_, changed, content)) else changed


def map_notes(notes: tuple[Note, ...], change: Callable[[Content], Content]) -> tuple[Note, ...]:
    """The notes with every content changed."""
    return tuple(replace(note, content=change(note.content)) for note in notes)


def map_masthead(masthead: Masthead, change: Callable[[Content], Content]) -> Masthead:
    """The masthead with every content changed."""
    return replace(
        masthead,
        agenda_item=change(masthead.agenda_item),
        agenda_title=change(masthead.agenda_title),
        title=change(masthead.title),
        notes=map_notes(masthead.notes, change),
    )
