"""The outline: one line a block with its number, kind, id and text. Small enough to be a golden file."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.tree import nodes as tree
from reportgen.tree.editions import Kind, each_block, inserted_notes
from reportgen.tree.inlines import Deleted, Inserted
from reportgen.tree.line import Line, block_line, lines, note_line


def write(document: tree.Document) -> bytes:
    """The outline as UTF-8 text."""
    return "".join(f"{line}\n" for line in _outline(document)).encode()


def _outline(document: tree.Document) -> Iterator[str]:
    yield f"{document.symbol} [{document.language}]"
    if document.changes is None:
        yield from map(_row, lines(document))
        return
    for kind, block in each_block(document):
        yield f"{_SIGNS[kind]} {_row(block_line(block))}"
    come = inserted_notes(document)
    for note in document.notes:
        yield f"{_SIGNS[Inserted if note.id in come else None]} {_row(note_line(note))}"
    yield from (f"{_SIGNS[Deleted]} {_row(note_line(note))}" for note in document.changes.notes)


_SIGNS: dict[Kind | None, str] = {Inserted: "+", Deleted: "-", None: " "}
"""What stands before a line of two editions that only one has."""


def _row(line: Line) -> str:
    path = ".".join(str(step) for step in line.path) or "-"
    # Enough to see which block it is; golden files stay small.
    text = line.text if len(line.text) <= 60 else line.text[:59] + "…"
    return f"{line.kind:<12} {path:<8} {line.label:<6} {line.id}: {text}"
