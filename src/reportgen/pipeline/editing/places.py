"""Blocks that are added, deleted or moved, by the rules of the ledger: refused where frozen, but for a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path

from reportgen.errors import UsageError
from reportgen.model.new_ids import new_id
from reportgen.pipeline.editing.opened import copy_reader, layout_now, piece_reader
from reportgen.pipeline.editing.pieces import planned_files
from reportgen.pipeline.session import Session
from reportgen.record import record
from reportgen.recover import Recovered, SentPiece, recover
from reportgen.returned.decisions import questions_decided
from reportgen.returned.operations import DeleteBlock, InsertBlock, MoveBlock, NewBlock, Operation
from reportgen.tree.inlines import Content
from reportgen.tree.text import plain_text


@record
class BlockEdit:
    """The id of a block that was added, deleted or moved, why it was not, and the files to write."""

    id: str
    files: dict[Path, bytes]
    why: tuple[str, ...] = ()


def added_block(
    session: Session, report: str, after: str, content: Content, name: str = "", why: str = ""
) -> BlockEdit:
    """A new paragraph behind a block, or as the first below a heading; its id is made of its words where none is given.

    A `UsageError` where it has no words, or the id is taken.
    """
    slug = session.now.slug(report)
    tag = session.now.report(slug).language
    layout, reader = layout_now(session.now, slug, tag), piece_reader(session.now, slug, tag, why)
    text = plain_text(content).strip()
    if not text:
        raise UsageError("a new paragraph needs words", hint="write what it says")
    if name in layout.ids:
        raise UsageError(f"the id '{name}' is taken", hint="give the paragraph another one, or none")
    name = name or new_id(text, after, layout.ids)
    found = recover(_blank(session, slug, tag), content, reader.language)
    reasons = [why for state, why in questions_decided(found, "take", True) if state != "ready"]
    place = _place(session, slug, tag, after)
    return _edit(session, slug, tag, why, name, lambda: InsertBlock(_block(name, found), *place), reasons)


def deleted_block(session: Session, report: str, name: str, why: str = "") -> BlockEdit:
    """A block taken away; what refers to it is told as an error."""
    slug = session.now.slug(report)
    tag = session.now.report(slug).language
    layout = layout_now(session.now, slug, tag)
    is_part = name in layout.levels or name not in layout.owners
    reasons = ["a section is deleted in the files of the report"] if is_part else []
    return _edit(session, slug, tag, why, name, lambda: DeleteBlock(name), reasons)


def moved_block(session: Session, report: str, name: str, after: str, why: str = "") -> BlockEdit:
    """A block moved behind another one, or to the first place below a heading."""
    slug = session.now.slug(report)
    tag = session.now.report(slug).language
    layout = layout_now(session.now, slug, tag)
    if name == after or name in layout.levels or name not in layout.kinds:
        raise UsageError(f"'{name}' cannot be moved there", hint="a paragraph moves behind another one, or a heading")
    place = _place(session, slug, tag, after)
    return _edit(session, slug, tag, why, name, lambda: MoveBlock(name, *place), [])


def proposed_id(session: Session, report: str, after: str, text: str) -> str:
    """The id that a new paragraph with these words would get."""
    slug = session.now.slug(report)
    layout = layout_now(session.now, slug, session.now.report(slug).language)
    return new_id(text, after, layout.ids)


def _edit(
    session: Session, slug: str, tag: str, why: str, name: str, operation: Callable[[], Operation], reasons: list[str]
) -> BlockEdit:
    holds = copy_reader(session.now, slug, tag, why).pieces(tag, {}).holds
    said = tuple(filter(None, (holds.issued, holds.frozen, *reasons)))
    if said:
        return BlockEdit(name, {}, said)
    return BlockEdit(name, planned_files(session, slug, [operation()], why))


def _block(name: str, found: Recovered) -> NewBlock:
    return NewBlock(name, "text", found.wording, tuple((each.name, each.value) for each in found.proposed))


def _blank(session: Session, slug: str, tag: str) -> SentPiece:
    """A piece without a wording that may print the facts of the whole report."""
    sent = session.now.side(slug, tag).sent
    facts = chain.from_iterable(each.facts.items() for each in sent.values())
    of_report = {name: fact for name, fact in facts if fact.scope == "report"}
    return SentPiece("", "", (), of_report, _numbers(sent.values()))


def _numbers(pieces: Iterable[SentPiece]) -> dict[tuple[str, str], str]:
    return dict(next((each.numbers for each in pieces), {}))


def _place(session: Session, slug: str, tag: str, after: str) -> tuple[str, bool]:
    """Behind which block of a part, and whether as the first in it; a `UsageError` where there is none."""
    layout = layout_now(session.now, slug, tag)
    if after in layout.levels:
        return after, True
    block = layout.block_of(after)
    while layout.parents.get(block) and layout.parents[block] not in layout.levels:
        block = layout.parents[block]
    if block not in layout.kinds:
        raise UsageError(f"no paragraph can stand behind '{after}'", hint="choose a paragraph or a heading")
    return block, False
