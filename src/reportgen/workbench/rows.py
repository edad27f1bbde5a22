"""A report as rows, one a block of its original, each with the same block in the other languages beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from reportgen.pipeline.session import SessionView
from reportgen.record import record
from reportgen.tree import nodes as tree
from reportgen.tree.line import kind_of
from reportgen.tree.text import text_html
from reportgen.tree.walk import part_of, plain_blocks
from reportgen.workbench.markup import marked_html

Shown = tree.Block | tree.Note
_Inner = TypeVar("_Inner", tree.PlainParagraph, tree.Source, tree.LetterNote)
_TOP = "title"


@record
class RowBlocks:
    """A block or a note by its id, in every language that has it."""

    id: str
    kind: str
    level: int
    blocks: dict[str, Shown]


MOST_HELD = 2_000
"""Paragraphs up to which all languages of a report are held: each needs 200 MB for 7,600, and few are looked at."""


def held_tags(view: SessionView, slug: str, shown: Sequence[str]) -> tuple[str, ...]:
    """The languages that are built for pages: all of a report, or of a long one its original and those shown."""
    tags = view.tags(slug)
    return tuple(tag for tag in tags if tag in shown or tag == tags[0]) if is_long(view, slug) else tags


def is_long(view: SessionView, slug: str) -> bool:
    """Whether a report has so many paragraphs that what takes longer, or more memory, waits until it is asked for."""
    return view.once(("is long", slug), lambda: sum(1 for _ in view.report(slug).all_items()) > MOST_HELD)


def report_rows(view: SessionView, slug: str, shown: Sequence[str]) -> list[RowBlocks]:
    """All rows of a report in the order of its original, in the languages that are held for those shown."""
    tags = held_tags(view, slug, shown)
    return view.once(("rows", slug, tags), lambda: _rows(view, slug, tags))


def _rows(view: SessionView, slug: str, tags: Sequence[str]) -> list[RowBlocks]:
    own = tags[0]
    found = {tag: _by_id(view.document(slug, tag)) for tag in tags}
    return [
        RowBlocks(name, _kind(block), getattr(block, "level", 0), _in_languages(found, name))
        for name, block in found[own].items()
    ]


def _in_languages(found: Mapping[str, Mapping[str, Shown]], name: str) -> dict[str, Shown]:
    return {tag: blocks[name] for tag, blocks in found.items() if name in blocks}


def _by_id(document: tree.Document) -> dict[str, Shown]:
    title = tree.PlainParagraph(_TOP, document.masthead.title)
    blocks: dict[str, Shown] = {_TOP: title} if document.masthead.title else {}
    blocks |= {block.id: block for block in plain_blocks(document) if not isinstance(block, tree.Contents)}
    return blocks | {f"note-{note.id}": note for note in document.notes}


def _kind(block: Shown) -> str:
    if isinstance(block, tree.Note):
        return "note"
    return "title" if block.id == _TOP else kind_of(block)


def label_of(block: Shown) -> str:
    """The number that is printed before a block; empty where it has none."""
    number = getattr(block, "number", None)
    return number.label.strip() if number else ""


def cell_html(block: Shown) -> str:
    """A block in one language, every piece of it an element that can be opened."""
    return "\n".join(_cell(block))


def _cell(block: Shown) -> Iterator[str]:
    match block:
        case tree.Summary():
            yield f'<p class="head"><strong>{marked_html(block.heading)}</strong></p>'
            yield from _pieces(block.blocks)
        case tree.Table():
            yield from _caption(block)
            yield _table(block)
            yield from _below(block)
        case tree.Figure():
            yield from _caption(block)
            yield _piece(block.alternative.id, f"<em>{marked_html(block.alternative.content)}</em>")
            yield from _below(block)
        case tree.Box():
            yield from _caption(block)
            yield from _pieces(block.blocks)
            yield from _below(block)
        case _:
            yield _piece(block.id, marked_html(block.content))


def _piece(name: str, text: str, element: str = "p", more: str = "") -> str:
    return f'<{element} class="piece" data-piece="{text_html(name)}"{more}>{text or "&nbsp;"}</{element}>'


def _pieces(blocks: Iterable[tree.Tracked[_Inner]]) -> Iterator[str]:
    for tracked in blocks:
        each = part_of(tracked)
        yield _piece(each.id, marked_html(each.content))


def _caption(block: tree.Table | tree.Figure | tree.Box) -> Iterator[str]:
    if block.content:
        yield _piece(block.id, f"<strong>{marked_html(block.content)}</strong>")


def _below(block: tree.Table | tree.Figure | tree.Box) -> Iterator[str]:
    yield from _pieces((block.source,) if block.source else ())
    yield from _pieces(block.notes)


def _table(table: tree.Table) -> str:
    heads = "".join(map(_head, table.heads))
    rows = "".join(f"<tr>{''.join(map(_data, part_of(row)))}</tr>" for row in table.rows)
    return f'<div class="scroll"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'


def _head(cell: tree.Cell) -> str:
    if not cell.content:
        return "<td></td>"
    return _piece(cell.id, marked_html(cell.content), "th", ' scope="col"')


def _data(cell: tree.Cell) -> str:
    return _piece(cell.id, marked_html(cell.content), "td")
