"""The table of contents, once all numbers are there: each heading with the range of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import (
    Bold,
    Content,
    CrossReference,
    Inline,
    Italic,
    Link,
    NoteMark,
    NumberReference,
    Text,
)
from reportgen.tree.text import plain_text
from reportgen.tree.walk import plain_blocks

_DEEPEST = 6
"""The lowest level of an entry; headings of an annex go one level down, below that of the annex."""


def list_contents(document: tree.Document) -> tree.Document:
    """The document with the entries of its contents."""
    blocks = tuple(
        replace(block, entries=tuple(_entries(plain_blocks(document), block.depth, block.ranges)))
        if isinstance(block, tree.Contents)
        else block
        for block in plain_blocks(document)
    )
    return replace(document, blocks=blocks)


def _entries(blocks: Sequence[tree.Block], depth: int, pattern: str) -> Iterator[tree.ContentsEntry]:
    below = 0
    for index, block in enumerate(blocks):
        if isinstance(block, tree.Annex):
            below = block.level
        if isinstance(block, tree.Annex) or (isinstance(block, tree.Heading) and block.level <= depth):
            level = block.level if isinstance(block, tree.Annex) else min(block.level + below, _DEEPEST)
            label = block.number.label if block.number else ""
            paragraphs = _range(block, islice(blocks, index + 1, None), pattern)
            yield tree.ContentsEntry(block.id, level, label, _as_entry(block.content), paragraphs)


def _range(first: tree.Block, rest: Iterable[tree.Block], pattern: str) -> str:
    """The numbers of the paragraphs from a heading to the next one that is not below it."""
    labels = []
    for block in rest:
        if _ends(first, block):
            break
        if isinstance(block, tree.Paragraph) and block.number:
            labels.append(block.number.cited)
    # A section of one paragraph shows 12, not 12–12; one without paragraphs shows nothing.
    if len(labels) < 2:
        return "".join(labels)
    return pattern.format(low=labels[0], high=labels[-1])


def _ends(first: tree.Block, block: tree.Block) -> bool:
    if isinstance(first, tree.Heading) and isinstance(block, tree.Heading):
        return block.level <= first.level
    return isinstance(block, tree.Annex)


def _as_entry(content: Content) -> Content:
    """The inlines as they stand in an entry: no marks of notes, and links and references as plain text.

    An entry is a link itself; Markdown allows no link in a link, and Word loses the inner field.
    """
    return tuple(_unmarked(inline) for inline in content if not isinstance(inline, NoteMark))


def _unmarked(inline: Inline) -> Inline:
    if isinstance(inline, Link | CrossReference | NumberReference):
        return Text(plain_text((inline,)))
    return replace(inline, content=_as_entry(inline.content)) if isinstance(inline, Bold | Italic) else inline
