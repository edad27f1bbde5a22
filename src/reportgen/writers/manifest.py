"""The manifest: every block with its number, printed facts, notes and cross-references, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypeVar

from reportgen.tree import nodes as tree
from reportgen.tree.editions import Kind, content_in, each_block, gone_notes, inserted_notes
from reportgen.tree.inlines import Content, CrossReference, Deleted, Inserted, NoteMark, PrintedFact
from reportgen.tree.line import kind_of
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_inlines, content_of, part_of

_Part = TypeVar("_Part")


def write(document: tree.Document) -> bytes:
    """The manifest as UTF-8 JSON."""
    # Indented by one, so that git shows which block changed.
    return (json.dumps(manifest(document), ensure_ascii=False, indent=1) + "\n").encode()


def manifest(document: tree.Document) -> dict[str, Any]:
    """The manifest as plain data; of two editions, what only one has says so, and `was` is what the older one has."""
    come = inserted_notes(document)
    notes = [(Inserted if note.id in come else None, note) for note in (*document.masthead.notes, *document.notes)]
    gone = gone_notes(document)
    return {
        "symbol": document.symbol,
        "language": document.language,
        "direction": document.direction,
        "title": plain_text(document.masthead.title),
        **({"amendment": plain_text(document.masthead.amendment)} if document.masthead.amendment else {}),
        **_changes(document.changes),
        "blocks": [_block(kind, block) for kind, block in each_block(document)],
        "notes": [_note(kind, note) for kind, note in (*notes, *((Deleted, note) for note in gone))],
    }


def _changes(changes: tree.Changes | None) -> dict[str, Any]:
    """Who signs the changes, and the symbol of the older edition."""
    if changes is None:
        return {}
    return {"changes": {"author": changes.author, "date": changes.date, "symbol": changes.symbol}}


def _block(kind: Kind | None, block: tree.Block) -> dict[str, Any]:
    number = getattr(block, "number", None)
    content = content_of(block)
    more = {**_more(block), **_change(kind, number, content)}
    shown = _content(content_in(Inserted, content))
    return {"id": block.id, "kind": kind_of(block), **_number(number), **shown, **more}


def _change(kind: Kind | None, number: tree.Number | None, content: Content) -> dict[str, Any]:
    """Which edition alone has a block; of one that both have, its number and text in the older one if they differ."""
    if kind is not None:
        return {"change": "inserted" if kind is Inserted else "deleted"}
    before = number.was if number and number.was else number
    text = plain_text(content_in(Deleted, content))
    if before == number and text == plain_text(content):
        return {}
    return {"change": "changed", "was": {**_number(before), "text": text}}


def _more(block: tree.Block) -> dict[str, Any]:
    """Fields that only blocks of some kinds have."""
    match block:
        case tree.ListItem():
            return {"level": block.level}
        case tree.Paragraph() | tree.Subparagraph():
            return {"recommendation": True} if block.recommendation else {}
        case tree.Table():
            shown = [block.heads, *(row for each in block.rows for row in _newer(each))]
            rows = [[cell.id if cell.content else None for cell in row] for row in shown]
            return {"heads": rows[0], "rows": rows[1:], "numeric": list(block.numeric), "total": block.total}
        case tree.Figure():
            picture = {"format": block.picture.suffix, "pixels": list(block.picture.size)}
            return {"picture": picture, "width": block.width}
        case tree.Source():
            return {"label": block.label}
        case tree.Contents():
            return {"entries": [_entry(entry) for each in block.entries for entry in _newer(each)]}
        case _:
            return {}


def _newer(part: tree.Tracked[_Part]) -> Iterator[_Part]:
    """The part where the newer edition has it."""
    if not isinstance(part, Deleted):
        yield part_of(part)


def _entry(entry: tree.ContentsEntry) -> dict[str, Any]:
    return {
        "target": entry.target,
        "level": entry.level,
        "label": entry.label,
        "text": plain_text(entry.content),
        "paragraphs": entry.paragraphs,
    }


def _note(kind: Kind | None, note: tree.Note) -> dict[str, Any]:
    change = _change(kind, note.number, note.content)
    shown = _content(content_in(Inserted, note.content))
    return {"id": note.id, "kind": "note", **_number(note.number), **shown, **change}


def _number(number: tree.Number | None) -> dict[str, Any]:
    return {"path": list(number.path) if number else [], "label": number.label if number else ""}


def _content(content: Content) -> dict[str, Any]:
    inlines = list(all_inlines(content))
    facts = [
        {"id": each.fact, "kind": each.kind, "value": each.value, "text": plain_text(each.content)}
        for each in inlines
        if isinstance(each, PrintedFact) and each.fact
    ]
    notes = [{"id": each.note, "label": each.label} for each in inlines if isinstance(each, NoteMark)]
    references = [_reference(each) for each in inlines if isinstance(each, CrossReference)]
    return {"text": plain_text(content), "facts": facts, "notes": notes, "references": references}


def _reference(reference: CrossReference) -> dict[str, Any]:
    targets = [*reference.targets, *([reference.to] if reference.to else [])]
    return {"targets": targets, "text": plain_text(reference.content)}
