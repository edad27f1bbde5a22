"""A report before it is worded: its parts and blocks, each piece with the lines of the file that it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal

from reportgen.readers.document import ReadPicture
from reportgen.record import record, replace
from reportgen.tree.inlines import Content

TextKey = Literal["text", "plain", "quotation"]
"""The key by which a block of text is told in the files of a report."""


@record
class DraftPiece:
    """A piece of wording to be: its id, the indexes of its lines among the blocks and notes of the file, its content.

    `labelled` says that numbers of its lines stand in the content as text, `begins_with_label` that the first line has
    one; `in_bold` that a bold text was a heading.
    """

    id: str
    lines: tuple[int, ...]
    content: Content
    labelled: bool = False
    begins_with_label: bool = False
    in_bold: bool = False


@record
class DraftText:
    """A paragraph with its subparagraphs, or a text without a number."""

    piece: DraftPiece
    key: TextKey
    parts: tuple[DraftText, ...] = ()
    notes: tuple[DraftPiece, ...] = ()


@record
class DraftList:
    """Items with bullets, each with its level from 1."""

    id: str
    items: tuple[tuple[int, DraftPiece], ...]
    notes: tuple[DraftPiece, ...] = ()


@record
class DraftTable:
    """Rows of one length, the first of which are the heads; a cell without text is None."""

    id: str
    caption: DraftPiece | None
    rows: tuple[tuple[DraftPiece | None, ...], ...]
    source: DraftPiece | None = None
    notes: tuple[DraftPiece, ...] = ()


@record
class DraftBox:
    """A heading and the paragraphs in its frame."""

    id: str
    heading: DraftPiece
    paragraphs: tuple[DraftPiece, ...]
    source: DraftPiece | None = None
    notes: tuple[DraftPiece, ...] = ()


@record
class DraftFigure:
    """A picture with its width in points; one without a caption has no number."""

    id: str
    picture: ReadPicture
    width: int
    caption: DraftPiece | None
    alternative: DraftPiece
    source: DraftPiece | None = None
    notes: tuple[DraftPiece, ...] = ()

    @property
    def file(self) -> str:
        """The name of its file in the folder of the report."""
        return f"{self.id}{PurePosixPath(self.picture.name).suffix.casefold()}"


DraftBlock = DraftText | DraftList | DraftTable | DraftBox | DraftFigure


@record
class DraftPart:
    """A section, an annex or an appendix; the first section may be text before any heading."""

    id: str
    heading: DraftPiece | None
    numbered: bool = True
    blocks: tuple[DraftBlock, ...] = ()
    sections: tuple[DraftPart, ...] = ()
    appendices: tuple[DraftPart, ...] = ()


@record
class DraftReport:
    """A whole report; `title` is what stands for the document, whether or not the file prints it as its title."""

    title: DraftPiece
    sections: tuple[DraftPart, ...]
    annexes: tuple[DraftPart, ...] = ()
    summary: tuple[DraftPiece, ...] = ()
    contents: int = 0
    agenda_title: DraftPiece | None = None


@record
class Owned:
    """What prints one set of facts: a block with its pieces, or the report with a piece of its own."""

    id: str
    pieces: tuple[DraftPiece, ...]


def owners(draft: DraftReport) -> Iterator[Owned]:
    """Every block with its pieces, in reading order; titles and headings have no facts and are left out."""
    yield from (Owned(piece.id, (piece,)) for piece in draft.summary)
    for part in all_parts((*draft.sections, *draft.annexes)):
        yield from (Owned(id_of_draft(block), tuple(pieces_of(block))) for block in part.blocks)


def headings(draft: DraftReport) -> Iterator[DraftPiece]:
    """The title and all headings."""
    yield draft.title
    yield from [draft.agenda_title] if draft.agenda_title else []
    yield from (part.heading for part in all_parts((*draft.sections, *draft.annexes)) if part.heading)


def all_parts(parts: Sequence[DraftPart]) -> Iterator[DraftPart]:
    """Parts with those inside them, in reading order."""
    for part in parts:
        yield part
        yield from all_parts((*part.sections, *part.appendices))


def figures_in(draft: DraftReport) -> Iterator[DraftFigure]:
    """The figures of a report, in reading order."""
    blocks = (block for part in all_parts((*draft.sections, *draft.annexes)) for block in part.blocks)
    return (block for block in blocks if isinstance(block, DraftFigure))


def id_of_draft(block: DraftBlock) -> str:
    """The id of a block."""
    return block.piece.id if isinstance(block, DraftText) else block.id


def pieces_of(block: DraftBlock) -> Iterator[DraftPiece]:
    """The pieces of a block in reading order, its notes last."""
    match block:
        case DraftText():
            yield block.piece
            for part in block.parts:
                yield from pieces_of(part)
        case DraftList():
            yield from (piece for _, piece in block.items)
        case DraftTable():
            yield from [block.caption] if block.caption else []
            yield from (cell for row in block.rows for cell in row if cell)
        case DraftBox():
            yield from (block.heading, *block.paragraphs)
        case DraftFigure():
            yield from [block.caption] if block.caption else []
            yield block.alternative
    if isinstance(block, DraftTable | DraftBox | DraftFigure) and block.source:
        yield block.source
    yield from block.notes


def all_pieces(draft: DraftReport) -> Iterator[DraftPiece]:
    """Every piece of a report."""
    yield from headings(draft)
    for owned in owners(draft):
        yield from owned.pieces


@dataclass
class OpenPart:
    """A part whose blocks and inner parts are still being found."""

    level: int
    part: DraftPart
    blocks: list[DraftBlock] = field(default_factory=list)
    inner: list[OpenPart] = field(default_factory=list)
    appendices: list[OpenPart] = field(default_factory=list)

    def closed(self) -> DraftPart:
        sections, appendices = (tuple(each.closed() for each in some) for some in (self.inner, self.appendices))
        return replace(self.part, blocks=tuple(self.blocks), sections=sections, appendices=appendices)
