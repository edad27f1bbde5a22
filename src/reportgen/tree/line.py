"""A numbered line: what readers, ledger, checks and `numbers show` exchange."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportgen.language.language import LabelKind
from reportgen.record import record
from reportgen.tree.inlines import Content
from reportgen.tree.nodes import (
    Alternative,
    Annex,
    Block,
    Box,
    Cell,
    Contents,
    Document,
    Figure,
    Heading,
    LetterNote,
    ListItem,
    Note,
    Noted,
    Number,
    Paragraph,
    PlainParagraph,
    Quotation,
    Source,
    Subparagraph,
    Summary,
    Table,
)
from reportgen.tree.path import Path
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, content_of

_KINDS: dict[type[Block], str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    Subparagraph: "subparagraph",
    PlainParagraph: "plain",
    Quotation: "quotation",
    ListItem: "item",
    Summary: "summary",
    Contents: "contents",
    Box: "box",
    Table: "table",
    Cell: "cell",
    Figure: "figure",
    Alternative: "alternative",
    Source: "source",
    LetterNote: "letter-note",
}


@record
class Line:
    """One block as a reader sees it; `path` and `label` are empty where it has no number."""

    id: str
    kind: str
    path: Path
    label: str
    text: str

    def as_json(self) -> dict[str, Any]:
        """The line as `numbers show --format json` prints it."""
        return {"id": self.id, "kind": self.kind, "path": list(self.path), "label": self.label, "text": self.text}


def begins_text(line: Line) -> bool:
    """Whether a line of a file is the first below the masthead: it has an id or a number, or is a heading."""
    return bool(line.id or line.path) or line.kind in ("summary", "heading", "contents")


def kind_of(block: Block) -> str:
    """The kind of a block as lines and manifests name it."""
    if isinstance(block, Annex):
        return label_kind(block)
    return _KINDS[type(block)]


def label_kind(block: Annex | Noted) -> LabelKind:
    """The kind of a block that is counted and captioned, as the labels of a language name it."""
    match block:
        case Annex():
            return "annex" if block.level == 1 else "appendix"
        case Table():
            return "table"
        case Figure():
            return "figure"
        case Box():
            return "box"


def lines(document: Document) -> Iterator[Line]:
    """Every block of a document in reading order, then its footnotes."""
    for block in all_blocks(document):
        yield block_line(block)
    for note in document.notes:
        yield note_line(note)


def block_line(block: Block) -> Line:
    """A block as a line."""
    return _line(block.id, kind_of(block), getattr(block, "number", None), content_of(block))


def note_line(note: Note) -> Line:
    """A footnote as a line."""
    return _line(note.id, "note", note.number, note.content)


def _line(name: str, kind: str, number: Number | None, content: Content) -> Line:
    path, label = (number.path, number.label) if number else ((), "")
    return Line(name, kind, path, label, plain_text(content))
