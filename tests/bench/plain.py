"""A built document as plain data that every peer reads: `[{"kind": "paragraph", "text": ["…", {"note": "…"}]}]`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content, NoteMark
from reportgen.tree.text import plain_text


def write_plain(document: tree.Document, path: Path) -> None:
    """Write the text of a document with the places of its footnotes."""
    notes = {note.id: plain_text(note.content) for note in document.notes}
    title = plain_text(document.masthead.title)
    data = {"title": title, "blocks": list(_blocks(document, notes))}
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def _blocks(document: tree.Document, notes: dict[str, str]) -> Iterator[dict[str, Any]]:
    for block in document.blocks:
        match block:
            case tree.Heading():
                yield {"kind": "heading", "level": block.level, "text": _pieces(block.content, notes)}
            case tree.Paragraph():
                yield {"kind": "paragraph", "text": _pieces(block.content, notes)}
            case tree.Subparagraph():
                yield {"kind": "subparagraph", "text": _pieces(block.content, notes)}
            case tree.Summary():
                for each in block.blocks:
                    yield {"kind": "plain", "text": _pieces(each.content, notes)}
            case _:
                raise AssertionError(f"the sample report has no {type(block).__name__}")


def _pieces(content: Content, notes: dict[str, str]) -> list[Any]:
    """Texts and notes, in order."""
    pieces: list[Any] = []
    for inline in content:
        if isinstance(inline, NoteMark):
            pieces.append({"note": notes[inline.note]})
        elif pieces and isinstance(pieces[-1], str):
            pieces[-1] += plain_text((inline,))
        else:
            pieces.append(plain_text((inline,)))
    return pieces
