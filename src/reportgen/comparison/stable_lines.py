"""A document's lines in a form that stays the same when numbers change or a name is introduced elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reportgen.facts import NAME_KINDS
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import (
    Content,
    CrossReference,
    Inline,
    NoteMark,
    NumberReference,
    PrintedFact,
    Text,
)
from reportgen.tree.line import Line, lines, note_line
from reportgen.tree.text import plain_text
from reportgen.tree.walk import (
    all_blocks,
    all_inlines,
    content_of,
    map_block,
    map_leaves,
    map_masthead,
    map_notes,
    plain_blocks,
)

TITLE = "title"
"""Id and kind of the report's title, which no block has."""

_NAMES = frozenset((*NAME_KINDS, *NAME_KINDS.values()))


def document_lines(document: tree.Document) -> list[Line]:
    """The title, the blocks and the notes; in their texts ids stand for the numbers of other blocks."""
    return _lines(document, _without_numbers)


def worded_lines(document: tree.Document) -> list[Line]:
    """The same lines with ids also for names and for all words of a cross-reference.

    Whether a name is full or short, and whether a cross-reference says "below" or "of the annex", follows from where
    they stand, not from the wording.
    """
    return _lines(document, _without_names)


def note_owners(document: tree.Document) -> dict[str, str]:
    """The block that marks each note first."""
    owners: dict[str, str] = {}
    for block in all_blocks(document):
        for inline in all_inlines(content_of(block)):
            if isinstance(inline, NoteMark):
                owners.setdefault(inline.note, block.id)
    return owners


def _lines(document: tree.Document, change: Callable[[Content], Content]) -> list[Line]:
    masthead = map_masthead(document.masthead, change)
    steady = replace(
        document,
        blocks=tuple(map_block(block, change) for block in plain_blocks(document)),
        notes=map_notes(document.notes, change),
    )
    found = list(lines(steady))
    blocks = len(found) - len(document.notes)
    title = Line(TITLE, TITLE, (), "", plain_text(masthead.title))
    return [title, *found[:blocks], *map(note_line, masthead.notes), *found[blocks:]]


def _without_numbers(content: Content) -> Content:
    return map_leaves(content, _without_number)


def _without_number(inline: Inline) -> Inline:
    if isinstance(inline, CrossReference):
        return replace(inline, content=tuple(_named(part) for part in inline.content))
    return inline


def _named(part: Inline) -> Inline:
    return replace(part, label=f"#{part.target}") if isinstance(part, NumberReference) else part


def _without_names(content: Content) -> Content:
    return map_leaves(content, _without_name)


def _without_name(inline: Inline) -> Inline:
    match inline:
        case PrintedFact() if inline.kind in _NAMES:
            return Text(f"#{inline.value}")
        case CrossReference():
            return Text("#" + " #".join((inline.function, *inline.targets, inline.to, inline.form)))
        case _:
            return _without_number(inline)
