"""Another language of a document: which of its lines say what the original's say, and what they say of each piece."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from reportgen.adoption.draft import DraftPiece, DraftReport, all_parts, all_pieces, headings
from reportgen.adoption.lines import (
    all_lines,
    begins_with_label,
    content_of_lines,
    in_bold,
    is_blank,
    with_named_marks,
    without_bold,
)
from reportgen.adoption.masthead import is_of_masthead
from reportgen.comparison.sides import Piece, of_lines
from reportgen.comparison.versions.lined_up import lined_up
from reportgen.readers import ReadDocument, ReadLine
from reportgen.record import replace
from reportgen.tree.inlines import Content, NoteMark


@dataclass(frozen=True)
class ReadVersion:
    """A file with its language, and the index of the first line below its masthead."""

    document: ReadDocument
    language: str
    begin: int = 0

    def listed(self) -> list[int]:
        """The indexes of its lines below the masthead that say something, notes of the masthead left out."""
        return [
            at
            for at, line in enumerate(all_lines(self.document))
            if not is_blank(line)
            and (at >= self.begin or at >= len(self.document.blocks))
            and not (at >= len(self.document.blocks) and is_of_masthead(line, self.begin))
        ]


def paired_lines(original: ReadVersion, other: ReadVersion) -> dict[int, int]:
    """The lines of the original with those of another language that say the same, by their indexes."""
    ones, others = original.listed(), other.listed()
    lines, other_lines = all_lines(original.document), all_lines(other.document)
    if [_shape(lines[at]) for at in ones] == [_shape(other_lines[at]) for at in others]:
        return dict(zip(ones, others, strict=True))
    pairs = lined_up(_pieces(original, ones), _pieces(other, others))
    return {ones[one]: others[another] for one, another in pairs}


def translated_drafts(
    draft: DraftReport, other: ReadVersion, pairs: Mapping[int, int], titles: Mapping[str, Content]
) -> Iterator[DraftPiece]:
    """The pieces of a draft with what another language says, so far as all of their lines have one there.

    `titles` are those of its masthead by their ids, none where the title stands in the text.
    """
    lines = all_lines(other.document)
    named = _Marks(draft, other, {theirs: ours for ours, theirs in pairs.items()})
    are_headings = {piece.id for piece in headings(draft)}
    contents: dict[str, Content] = {}
    for piece in all_pieces(draft):
        found = [pairs[at] for at in piece.lines if at in pairs]
        if titles.get(piece.id):
            yield replace(piece, lines=(), content=titles[piece.id])
        elif found and len(found) == len(piece.lines):
            content = content_of_lines((lines[at] for at in found), piece.labelled)
            content = with_named_marks(content, partial(named.of, line=found[0]))
            content = without_bold(content) if piece.id in are_headings else content
            content = in_bold(content) if piece.in_bold else content
            is_numbered = begins_with_label(lines[found[0]], piece.labelled)
            contents[piece.id] = content
            yield replace(piece, lines=tuple(found), content=content, begins_with_label=is_numbered)
        elif not piece.lines and (owner := _captioned(piece)) in contents:
            # Of a picture of which the file does not say what it shows, that is its caption.
            yield replace(piece, content=tuple(each for each in contents[owner] if not isinstance(each, NoteMark)))


def _captioned(piece: DraftPiece) -> str:
    """The id of the figure whose picture a piece describes; empty for all others."""
    name, _, part = piece.id.partition("/")
    return name if part == "alternative" else ""


def _shape(line: ReadLine) -> tuple[object, ...]:
    return line.line.id, line.line.kind, line.line.path, line.cell


def _pieces(version: ReadVersion, listed: Sequence[int]) -> list[Piece]:
    lines = all_lines(version.document)
    at_of = {at: index for index, at in enumerate(listed)}
    owners = {
        at_of[at]: at_of[lines[at].marked_in[0]]
        for at in listed
        if lines[at].marked_in and lines[at].marked_in[0] in at_of
    }
    return of_lines([lines[at].line for at in listed], version.language, owners)


class _Marks:
    """The ids of the notes that the marks of another language are of."""

    def __init__(self, draft: DraftReport, other: ReadVersion, ours: Mapping[int, int]) -> None:
        self.lines, self.ours, self.first = all_lines(other.document), ours, len(other.document.blocks)
        self.names = {piece.lines[0]: piece.id for piece in all_pieces(draft) if len(piece.lines) == 1}
        self.places = {
            name: at
            for at, note in enumerate(other.document.notes, self.first)
            for name in (note.note_id, note.key)
            if name
        }
        self.notes = {note.id for note in _notes(draft)}

    def of(self, mark: NoteMark, line: int) -> str:
        """The id of the note of a mark in a line; empty where it is of no note that the original has."""
        at = self.places.get(mark.note, -1)
        if at < 0:
            letters = (index for index in range(line, self.first) if self._is_letter(index, mark.label))
            at = next(letters, -1)
        name = self.names.get(self.ours.get(at, -1), "")
        return name if name in self.notes else ""

    def _is_letter(self, at: int, label: str) -> bool:
        return self.lines[at].line.kind == "letter-note" and self.lines[at].line.label == label


def _notes(draft: DraftReport) -> Iterator[DraftPiece]:
    """The notes of all blocks."""
    for part in all_parts((*draft.sections, *draft.annexes)):
        for block in part.blocks:
            yield from block.notes
