"""The sides of what came back: pieces as they were sent or are today, and the lines of a file, known to one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportgen.comparison.compare import compare
from reportgen.comparison.difference import Difference
from reportgen.comparison.sides import of_lines
from reportgen.readers.document import ReadDocument, ReadLine, ReadReference
from reportgen.readers.typed import is_typed_again, typed_number
from reportgen.record import field, record, replace
from reportgen.recover import SentPiece
from reportgen.tree.cut import cut
from reportgen.tree.inlines import Content, Inline, NoteMark, Text
from reportgen.tree.line import Line, begins_text
from reportgen.tree.printed import MASTHEAD, PrintedPiece
from reportgen.tree.seen import seen
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_inlines, map_leaves

_WITHOUT_WORDS = ("figure", "table", "box", "contents", "annex", "appendix")
"""Kinds of lines that stand for what is below them, whatever words they have."""

_LABEL_ENDS = ". -–"
"""What ends the number of a block and is no part of it (tree.Number.cited)."""


@record
class KnownSide:
    """A report in one language as it was sent, or as it is today: `name` is how messages call it.

    `pieces` are all that is printed, in order; `sent` has, by id, those that have a wording, `sources` the wordings of
    the original at that time.
    """

    name: str
    pieces: tuple[PrintedPiece, ...]
    sent: Mapping[str, SentPiece]
    sources: Mapping[str, str] = field(default_factory=dict)

    def text(self) -> tuple[PrintedPiece, ...]:
        """The pieces without the lines of the masthead, those of the title and of the agenda included."""
        first = next((index for index, each in enumerate(self.pieces) if each.kind != MASTHEAD), len(self.pieces))
        return self.pieces[first:]

    def masthead(self) -> tuple[PrintedPiece, ...]:
        """The lines of the masthead."""
        return self.pieces[: len(self.pieces) - len(self.text())]


@record
class FileSide:
    """A file that came back: the lines of its text, then its notes; of a note, the index of the line that marks it.

    `places` gives the index of each line by that among all blocks and notes of the file.
    """

    name: str
    lines: tuple[ReadLine, ...]
    marked_in: Mapping[int, int] = field(default_factory=dict)
    places: Mapping[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, document: ReadDocument) -> FileSide:
        """The side of a file, without the masthead, which has lines of its own."""
        first = next((index for index, each in enumerate(document.blocks) if begins_text(each.line)), 0)
        shown = [at for at, each in enumerate(document.blocks) if at >= first and _has_words(each.line)]
        notes = range(len(document.blocks), len(document.blocks) + len(document.notes))
        places = {at: index for index, at in enumerate((*shown, *notes))}
        marked = {
            index: places[note.marked_in[0]]
            for index, note in enumerate(document.notes, len(shown))
            if note.marked_in and note.marked_in[0] in places
        }
        lines = (*(_without_typed_number(document.blocks[at]) for at in shown), *document.notes)
        return cls(document.file, lines, marked, places)


@record
class LinePair:
    """A piece and the line of a file that it is; `None` where one of the two is not there.

    `kin` is the piece that an inserted line was split from, or the index of the line that a deleted piece was merged
    into.
    """

    piece: PrintedPiece | None
    line: int | None
    moved: bool = False
    split_from: str = ""
    merged_into: int | None = None


def _without_typed_number(each: ReadLine) -> ReadLine:
    """A line without a number that somebody typed beside the counted one: numbers are no wording, and would stay."""
    text = each.line.text
    typed = typed_number(text) if each.typed and is_typed_again(each.line.label, text) else None
    if typed is None:
        return each
    rest = typed.rest.lstrip()
    return replace(each, line=replace(each.line, text=rest), content=cut(each.content, [len(text) - len(rest)])[1])


def _has_words(line: Line) -> bool:
    """Whether a line is more than an empty one, or a rule that somebody drew with underscores."""
    if not line.text.strip():
        return line.kind in _WITHOUT_WORDS
    return bool(line.id or line.path) or any(character.isalnum() for character in line.text)


def line_pairs(known: KnownSide, file: FileSide) -> list[LinePair]:
    """Every piece of the text and every line of the file once, in the order of the file."""
    pieces = known.text()
    names = {each.id: each for each in pieces}
    old = of_lines([_line(each) for each in pieces], "", _note_owners(pieces))
    new = of_lines([each.line for each in file.lines], "", file.marked_in)
    found, index = [], 0
    for each in compare(old, new, sure=False):
        if each.place == "deleted":
            found.append(LinePair(names[each.id], None, merged_into=each.kin))
            continue
        found.append(_pair(each, index, names, pieces))
        index += 1
    return found


def _pair(each: Difference, index: int, names: Mapping[str, PrintedPiece], pieces: Sequence[PrintedPiece]) -> LinePair:
    if each.place == "inserted":
        return LinePair(None, index, split_from=pieces[each.kin].id if each.kin is not None else "")
    return LinePair(names[each.old_id or each.id], index, moved=each.place == "moved")


def _line(piece: PrintedPiece) -> Line:
    return Line(piece.id, piece.kind, piece.path, piece.label, plain_text(piece.content))


def _note_owners(pieces: Sequence[PrintedPiece]) -> dict[int, int]:
    """The index of the piece that marks each note, by the index of the note."""
    marked: dict[str, int] = {}
    for index, piece in enumerate(pieces):
        for inline in all_inlines(piece.content):
            if isinstance(inline, NoteMark):
                marked.setdefault(inline.note, index)
    return {index: marked[each.id] for index, each in enumerate(pieces) if each.id in marked}


def with_notes_named(content: Content, names: Mapping[str, str]) -> Content:
    """The inlines with other names for the notes that they mark, and without labels, which follow from the order."""

    def named(inline: Inline) -> Inline:
        if isinstance(inline, NoteMark):
            return replace(inline, note=names.get(inline.note, inline.note), label="")
        return inline

    return map_leaves(content, named)


def with_numbers_cited(content: Content, references: Sequence[ReadReference]) -> Content:
    """The inlines with numbers in fields as they are cited: LibreOffice prints the sign behind a number too (41 -)."""
    labels = [each.text for each in references if each.field.startswith("REF") and each.text != _cited(each.text)]

    def cited_in(inline: Inline) -> Inline:
        if not isinstance(inline, Text):
            return inline
        text = inline.text
        for label in labels:
            text = text.replace(label, _cited(label), 1)
        return inline if text == inline.text else Text(text)

    return map_leaves(content, cited_in) if labels else content


def _cited(label: str) -> str:
    """A number as it is cited, without the sign that ends it."""
    return label.rstrip(_LABEL_ENDS)


def looks_alike(one: Content, other: Content, kind: str = "") -> bool:
    """Whether two contents look alike to a reader, but for the labels of notes; what a picture shows has no looks."""
    if kind == "alternative":
        return plain_text(one) == plain_text(other)
    return with_notes_named(seen(one), {}) == with_notes_named(seen(other), {})


def marks_of(content: Content) -> Iterator[str]:
    """The notes that are marked, in their order."""
    return (each.note for each in all_inlines(content) if isinstance(each, NoteMark))
