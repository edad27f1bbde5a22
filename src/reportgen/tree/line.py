"""A numbered line: what readers, ledger, checks and `numbers show` exchange."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, assert_never

from reportgen.tree.inlines import Content
from reportgen.tree.nodes import (
    Block,
    Document,
    Heading,
    Note,
    Number,
    Paragraph,
    PlainParagraph,
    Subparagraph,
    Summary,
)
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, content_of


@dataclass(frozen=True, slots=True)
class Line:
    """One block as a reader sees it; `path` and `label` are empty where it has no number."""

    id: str
    kind: str
    path: tuple[int | str, ...]
    label: str
    text: str

    def as_json(self) -> dict[str, Any]:
        """The line as `numbers show --format json` prints it."""
        return {"id": self.id, "kind": self.kind, "path": list(self.path), "label": self.label, "text": self.text}


def kind_of(block: Block) -> str:
    """The kind of a block as lines and manifests name it."""
    match block:
        case Heading():
            return "heading"
        case Paragraph():
            return "paragraph"
        case Subparagraph():
            return "subparagraph"
        case PlainParagraph():
            return "plain"
        case Summary():
            return "summary"
        case _:
            assert_never(block)


def lines(document: Document) -> Iterator[Line]:
    """Every block of a document in reading order, then its footnotes."""
    for block in all_blocks(document):
        yield _line(block.id, kind_of(block), getattr(block, "number", None), content_of(block))
    for note in document.notes:
        yield note_line(note)


def note_line(note: Note) -> Line:
    """A footnote as a line."""
    return _line(note.id, "note", note.number, note.content)


def _line(name: str, kind: str, number: Number | None, content: Content) -> Line:
    path, label = (number.path, number.label) if number else ((), "")
    return Line(name, kind, path, label, plain_text(content))
