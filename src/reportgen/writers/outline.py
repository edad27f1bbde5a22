"""The outline: one line a block with its number, kind, id and text. Small enough to be a golden file."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.tree import nodes as tree
from reportgen.tree.line import Line, lines


def write(document: tree.Document) -> bytes:
    """The outline as UTF-8 text."""
    return "".join(f"{line}\n" for line in _outline(document)).encode()


def _outline(document: tree.Document) -> Iterator[str]:
    yield f"{document.symbol} [{document.language}]"
    for line in lines(document):
        yield _row(line)


def _row(line: Line) -> str:
    path = ".".join(str(step) for step in line.path) or "-"
    # Enough to see which block it is; golden files stay small.
    text = line.text if len(line.text) <= 60 else line.text[:59] + "…"
    return f"{line.kind:<12} {path:<8} {line.label:<6} {line.id}: {text}"
