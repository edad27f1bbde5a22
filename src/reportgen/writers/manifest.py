"""The manifest: every block with its number, printed facts, notes and cross-references, as JSON."""

from __future__ import annotations

import json
from typing import Any

from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content, CrossReference, NoteMark, PrintedFact
from reportgen.tree.line import kind_of
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, all_inlines, content_of


def write(document: tree.Document) -> bytes:
    """The manifest as UTF-8 JSON."""
    # Indented by one, so that git shows which block changed.
    return (json.dumps(manifest(document), ensure_ascii=False, indent=1) + "\n").encode()


def manifest(document: tree.Document) -> dict[str, Any]:
    """The manifest as plain data."""
    return {
        "symbol": document.symbol,
        "language": document.language,
        "direction": document.direction,
        "title": plain_text(document.masthead.title),
        "blocks": [_block(block) for block in all_blocks(document)],
        "notes": [_note(note) for note in (*document.masthead.notes, *document.notes)],
    }


def _block(block: tree.Block) -> dict[str, Any]:
    number = getattr(block, "number", None)
    return {"id": block.id, "kind": kind_of(block), **_number(number), **_content(content_of(block)), **_more(block)}


def _more(block: tree.Block) -> dict[str, Any]:
    """Fields that only blocks of some kinds have."""
    match block:
        case tree.ListItem():
            return {"level": block.level}
        case tree.Paragraph() | tree.Subparagraph():
            return {"recommendation": True} if block.recommendation else {}
        case tree.Table():
            rows = [[cell.id if cell.content else None for cell in row] for row in (block.heads, *block.rows)]
            return {"heads": rows[0], "rows": rows[1:], "numeric": list(block.numeric), "total": block.total}
        case tree.Figure():
            picture = {"format": block.picture.suffix, "pixels": list(block.picture.size)}
            return {"picture": picture, "width": block.width}
        case tree.Source():
            return {"label": block.label}
        case tree.Contents():
            return {"entries": [_entry(each) for each in block.entries]}
        case _:
            return {}


def _entry(entry: tree.ContentsEntry) -> dict[str, Any]:
    return {
        "target": entry.target,
        "level": entry.level,
        "label": entry.label,
        "text": plain_text(entry.content),
        "paragraphs": entry.paragraphs,
    }


def _note(note: tree.Note) -> dict[str, Any]:
    return {"id": note.id, "kind": "note", **_number(note.number), **_content(note.content)}


def _number(number: tree.Number | None) -> dict[str, Any]:
    return {"path": list(number.path) if number else [], "label": number.label if number else ""}


def _content(content: Content) -> dict[str, Any]:
    inlines = list(all_inlines(content))
    facts = [
        {"id": each.fact, "kind": each.kind, "value": each.value, "text": plain_text(each.content)}
        for each in inlines
        if isinstance(each, PrintedFact)
    ]
    notes = [{"id": each.note, "label": each.label} for each in inlines if isinstance(each, NoteMark)]
    references = [_reference(each) for each in inlines if isinstance(each, CrossReference)]
    return {"text": plain_text(content), "facts": facts, "notes": notes, "references": references}


def _reference(reference: CrossReference) -> dict[str, Any]:
    targets = [*reference.targets, *([reference.to] if reference.to else [])]
    return {"targets": targets, "text": plain_text(reference.content)}
