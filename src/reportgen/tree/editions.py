"""A tree that carries two editions, and each of them on its own: `newer(document)`, `older(document)`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

from reportgen.model.report import REISSUE_NOTE
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
    Text,
)
from reportgen.tree.nodes import (
    Block,
    Box,
    Changes,
    Contents,
    Document,
    Figure,
    Leaf,
    ListItem,
    Note,
    Noted,
    Number,
    Summary,
    Table,
    Tracked,
)
from reportgen.tree.path import Step, whole_of
from reportgen.tree.walk import content_of, map_block, map_masthead, part_of

_Numbered = TypeVar("_Numbered", bound=Block | Note)
Kind = type[Inserted[Any]] | type[Deleted[Any]]
"""What one of two editions has alone: `Inserted` the newer one, `Deleted` the older one."""


def newer(document: Document) -> Document:
    """The newer edition alone, as if all changes were accepted."""
    if document.changes is None:
        return document
    return _alone(document, document.changes, Inserted)


def older(document: Document) -> Document:
    """The older edition alone, as if all changes were rejected; its looks are those of the newer one."""
    if document.changes is None:
        return document
    return _alone(document, document.changes, Deleted)


def each_block(document: Document) -> Iterator[tuple[Kind | None, Block]]:
    """Every block that has text, with those inside it, in reading order, each with the edition that alone has it."""
    for each in document.blocks:
        kind = edition_of(each)
        block = each.part if isinstance(each, Inserted | Deleted) else each
        yield kind, block
        if isinstance(block, Summary | Noted):
            yield from ((inner or kind, leaf) for inner, leaf in _inner(block))


def edition_of(part: Tracked[Any]) -> Kind | None:
    """Which edition alone has a part, as the kind of what stands round it; None where both have it."""
    return type(part) if isinstance(part, Inserted | Deleted) else None


def inserted_notes(document: Document) -> frozenset[str]:
    """The footnotes that only the newer edition has: all their marks in it stand in inserted text."""
    alone, others = set[str](), set[str]()
    for kind, block in each_block(document) if document.changes else ():
        for note, inside in _marks(content_of(block), kind is Inserted) if kind is not Deleted else ():
            (alone if inside else others).add(note)
    head = document.masthead
    for line in (head.agenda_item, head.second_agenda_item, head.title, head.author):
        for note, inside in _marks(line, False):
            (alone if inside else others).add(note)
    # The mark of a reissue stands at the symbol, which is exchanged as a whole.
    was = document.changes.symbol if document.changes else document.symbol
    come = {note.id for note in document.masthead.notes if note.id == REISSUE_NOTE and not was.endswith("*")}
    return frozenset(come | alone - others)


def gone_notes(document: Document) -> tuple[Note, ...]:
    """The footnotes that only the older edition has."""
    return document.changes.notes if document.changes else ()


def list_of(block: Tracked[Block]) -> str:
    """The id of the list that an item stands in, and nothing for other blocks."""
    item = part_of(block)
    return whole_of(item.id) if isinstance(item, ListItem) else ""


def shared_ids(document: Document) -> list[str]:
    """The ids that a block of the older edition and another one of the newer edition both have, in reading order."""
    found = [(kind, block.id) for kind, block in each_block(document)] if document.changes else []
    there = {name for kind, name in found if kind is not Deleted}
    return [name for name in dict.fromkeys(name for kind, name in found if kind is Deleted) if name in there]


def whole_change(content: Content) -> Kind | None:
    """Which edition alone has the inlines, all of them; None where both have some, or each has others."""
    if content and all(isinstance(each, Inserted) for each in content):
        return Inserted
    return Deleted if content and all(isinstance(each, Deleted) for each in content) else None


def last_rows(table: Table) -> frozenset[int]:
    """The places of the last row, or of the last ones of two editions."""
    return frozenset(
        max((index for index, row in enumerate(table.rows) if not isinstance(row, other)), default=-1)
        for other in (Deleted, Inserted)
    )


def joined_texts(content: Iterable[Inline]) -> Content:
    """The inlines with texts that stand side by side made one."""
    found: list[Inline] = []
    for each in content:
        last = found[-1] if found else None
        if isinstance(each, Text) and isinstance(last, Text):
            found[-1] = Text(last.text + each.text)
        else:
            found.append(each)
    return tuple(found)


def _alone(document: Document, changes: Changes, kind: Kind) -> Document:
    """The edition that has what is of a kind, `Inserted` or `Deleted`, beside what both have."""
    content, is_older = partial(content_in, kind), kind is Deleted
    masthead = replace(
        map_masthead(document.masthead, content),
        job_number=changes.job_number if is_older else document.masthead.job_number,
        notes=_notes(document, kind, document.masthead.notes, [note for note in changes.notes if note.asterisk]),
    )
    return replace(
        document,
        symbol=changes.symbol if is_older else document.symbol,
        masthead=masthead,
        blocks=tuple(map_block(_block(kind, each), content) for each in _of(kind, document.blocks)),
        notes=_notes(document, kind, document.notes, [note for note in changes.notes if not note.asterisk]),
        changes=None,
    )


def _notes(document: Document, kind: Kind, notes: Sequence[Note], gone: Sequence[Note]) -> tuple[Note, ...]:
    """The footnotes of one edition in the order of their numbers; `gone` are those that the older one has alone."""
    if kind is Deleted:
        come = inserted_notes(document)
        notes = [*(note for note in notes if note.id not in come), *gone]
    shown = (_numbered(kind, replace(note, content=content_in(kind, note.content))) for note in notes)
    return tuple(sorted(shown, key=_place))


def _place(note: Note) -> int:
    """The number of a footnote, or how many asterisks it has."""
    if note.number is None:
        return 0
    return Step.of(note.number.path[-1]).figure if note.number.path else len(note.number.label)


def _of(kind: Kind, parts: Iterable[Tracked[Any]]) -> Iterator[Any]:
    """Those of some parts that one edition has."""
    for each in parts:
        if isinstance(each, kind):
            yield each.part
        elif not isinstance(each, Inserted | Deleted):
            yield each


def content_in(kind: Kind, content: Content) -> Content:
    """The inlines of the edition that has what is of a kind beside what both have."""
    found: list[Inline] = []
    for each in content:
        if isinstance(each, Inserted | Deleted):
            found += content_in(kind, each.part) if isinstance(each, kind) else ()
        else:
            found.append(_inline(kind, each))
    return joined_texts(found)


def _inline(kind: Kind, inline: Inline) -> Inline:
    match inline:
        case Italic() | Bold() | PrintedFact() | CrossReference():
            return replace(inline, content=content_in(kind, inline.content))
        case NoteMark() if inline.was:
            return replace(inline, label=inline.was if kind is Deleted else inline.label, was="")
        case _:
            return inline


def _block(kind: Kind, block: Block) -> Block:
    """The block with its number and the parts inside it that one edition has."""
    alone = partial(_of, kind)
    match block:
        case Summary():
            return replace(block, blocks=tuple(alone(block.blocks)))
        case Contents():
            return replace(block, entries=tuple(alone(block.entries)))
        case Box():
            return _noted(kind, replace(block, blocks=tuple(alone(block.blocks))))
        case Table():
            return _noted(kind, replace(block, rows=tuple(alone(block.rows))))
        case Figure():
            shown = block.replaced if kind is Deleted and block.replaced else block
            same = replace(block, picture=shown.picture, width=shown.width, alternative=shown.alternative)
            return _noted(kind, replace(same, replaced=None))
        case _:
            return _numbered(kind, block)


def _noted(kind: Kind, block: Noted) -> Noted:
    sources = tuple(_of(kind, (block.source,))) if block.source else ()
    notes = tuple(_numbered(kind, note) for note in _of(kind, block.notes))
    return _numbered(kind, replace(block, source=next(iter(sources), None), notes=notes))


def _numbered(kind: Kind, block: _Numbered) -> _Numbered:
    """The block with the number that it has in one edition."""
    number: Number | None = getattr(block, "number", None)
    if number is None or number.was is None:
        return block
    mine = number.was if kind is Deleted else replace(number, was=None)
    return replace(block, number=mine)  # type: ignore[arg-type]


def _inner(block: Summary | Noted) -> Iterator[tuple[Kind | None, Leaf]]:
    """The blocks inside a block, but for cells that are empty, each with the edition that alone has it."""
    match block:
        case Summary() | Box():
            yield from ((edition_of(each), part_of(each)) for each in block.blocks)
        case Table():
            rows = [(None, block.heads), *((edition_of(row), part_of(row)) for row in block.rows)]
            yield from ((kind, cell) for kind, row in rows for cell in row if cell.content)
        case Figure():
            yield None, block.alternative
    if isinstance(block, Summary):
        return
    if block.source:
        yield edition_of(block.source), part_of(block.source)
    yield from ((edition_of(each), part_of(each)) for each in block.notes)


def _marks(content: Content, inside: bool) -> Iterator[tuple[str, bool]]:
    """The footnotes that are marked in the newer edition, and whether the older one lacks the mark."""
    for each in content:
        match each:
            case NoteMark():
                yield each.note, inside
            case Inserted():
                yield from _marks(each.part, True)
            case Italic() | Bold() | PrintedFact():
                yield from _marks(each.content, inside)
