"""Any Word file as a reader of Word sees it: its text and the numbers that Word will show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from reportgen.readers.document import ReadDocument, ReadLine, ReadReference, View
from reportgen.readers.docx.anchors import Anchors, anchors
from reportgen.readers.docx.carried import read_carried
from reportgen.readers.docx.comments import said_comments
from reportgen.readers.docx.found import ReadContent
from reportgen.readers.docx.identity import read_identity
from reportgen.readers.docx.inlines import inlines_of, joined_inlines
from reportgen.readers.docx.labelled import Numbering, line_of
from reportgen.readers.docx.languages import Languages
from reportgen.readers.docx.lists import Numberer
from reportgen.readers.docx.masthead import masthead_lines
from reportgen.readers.docx.notes import FoundNote, ReadNotes, rules
from reportgen.readers.docx.numbering import NumberingLists
from reportgen.readers.docx.pictures import read_pictures
from reportgen.readers.docx.places import PlacedParagraph, placed_blocks, placed_changes, placed_comments, placed_note
from reportgen.readers.docx.story import Story, StoryParagraph
from reportgen.readers.docx.styles import Styles
from reportgen.readers.letters import letters_named
from reportgen.tree.line import Line, begins_text
from reportgen.word.bookmarks import id_of
from reportgen.word.names import w
from reportgen.word.package import LARGEST_FILE, open_package
from reportgen.workspace import read_file


def read(path: Path, shown: str, view: View = "accepted") -> ReadDocument:
    """A Word file as it is in a view; an `InputError` with one clear line where it cannot be read."""
    return read_word(read_file(path, shown, LARGEST_FILE), shown, view)


def read_word(data: bytes, shown: str, view: View = "accepted") -> ReadDocument:
    """The Word file that some bytes are, as of `read`."""
    package = open_package(data, shown)
    main = package.main_part()
    root = package.root(main)
    body = root.find(w("body"))
    if root.tag != w("document") or body is None:
        raise package.error("the file holds no Word document", "save it as .docx")
    style_root, settings = package.related_root(main, "styles"), package.related_root(main, "settings")
    styles = Styles(style_root, package)
    lists = NumberingLists(package.related_root(main, "numbering"), styles, package)
    languages, story = Languages(styles, style_root, settings), Story(styles, view, package)
    numbered = list(_numbered(story.read(body), Numberer(styles, lists, languages)))
    paragraphs = [paragraph for paragraph, _ in numbered]
    contents = [paragraph.content for paragraph in paragraphs]
    named = anchors(contents)
    # Numbers are counted over all paragraphs first, since empty numbered ones count in Word too.
    listed = [index for index, row in enumerate(numbered) if index in named.ids or _is_listed(*row)]
    sections = [*story.sections, body.find(w("sectPr"))]
    roots = {kind: package.related_root(main, f"{kind}s") for kind in ("footnote", "endnote")}
    notes = ReadNotes(roots, rules(settings, sections, languages.usual), Story(styles, view, package))
    blocks = _Blocks(named, notes, styles)
    lines = letters_named([blocks.line(index, *numbered[at], at) for index, at in enumerate(listed)])
    above = takewhile(lambda row: not begins_text(row[0].line), zip(lines, listed, strict=True))
    masthead = masthead_lines((numbered[at][0].content, notes.named(line.marks)) for line, at in above)
    found_notes = notes.in_order()
    read_notes = tuple(_note(note, styles) for note in found_notes)
    placed = [*placed_blocks(contents, listed, lines), *_placed_notes(found_notes, read_notes, len(lines))]
    return ReadDocument(
        shown,
        view,
        lines,
        read_notes,
        tuple(masthead),
        read_identity(package),
        read_carried(package, main),
        tuple(placed_changes(placed)),
        tuple(placed_comments(placed, said_comments(package, main, Story(styles, view, package)))),
        tuple(read_pictures(package, main, paragraphs, listed)),
    )


def _placed_notes(found: Sequence[FoundNote], lines: Sequence[ReadLine], first: int) -> Iterator[PlacedParagraph]:
    """The paragraphs of notes, whose lines are counted on from those of the body."""
    for index, (note, line) in enumerate(zip(found, lines, strict=True), first):
        yield from placed_note([paragraph.content for paragraph in note.paragraphs], index, line.line.text)


def _numbered(paragraphs: list[StoryParagraph], numberer: Numberer) -> Iterator[tuple[StoryParagraph, Numbering]]:
    """The visible paragraphs, each with its number; hidden ones may advance the count without being listed."""
    for paragraph in paragraphs:
        if paragraph.properties.hidden:
            numberer.pass_over(paragraph)
        else:
            yield paragraph, numberer.number(paragraph)


def _is_listed(paragraph: StoryParagraph, numbering: Numbering) -> bool:
    """An empty paragraph is a line only where it has a number, a note or an id."""
    return bool(numbering.text or numbering.label or paragraph.content.marks)


@dataclass(slots=True)
class _Blocks:
    """Puts the lines of the body together; `figure` is the id of the last figure."""

    anchors: Anchors
    notes: ReadNotes
    styles: Styles
    figure: str = ""

    def line(self, index: int, paragraph: StoryParagraph, numbering: Numbering, at: int) -> ReadLine:
        """The line of a paragraph: `at` counts all paragraphs, `index` those that are lines."""
        content = paragraph.content
        name = self._name(at, numbering.kind)
        marks = self.notes.marks(content.marks, index, paragraph.section)
        is_lettered = numbering.kind == "letter-note"
        return ReadLine(
            Line(name, numbering.kind, numbering.path, numbering.label, numbering.text),
            typed=numbering.typed,
            is_label_known=numbering.is_label_known,
            place=paragraph.place,
            style=self.styles.name(paragraph.properties.style),
            anchors=tuple(self.anchors.beginning.get(at, ())),
            within=tuple(self.anchors.within.get(at, ())),
            marks=marks,
            references=tuple(_references([content])),
            change=paragraph.properties.change,
            content=inlines_of(content, self.notes.named(marks), numbering.text, is_lettered),
            cell=paragraph.cell,
            table=paragraph.table,
            level=numbering.level,
        )

    def _name(self, at: int, kind: str) -> str:
        """The id of a paragraph; the alternative text of a picture takes that of the figure above it."""
        name = self.anchors.ids.get(at, "")
        if kind == "alternative" and self.figure:
            name = name or f"{self.figure}/alternative"
        self.figure = name if kind == "figure" else ""
        return name


def _note(note: FoundNote, styles: Styles) -> ReadLine:
    contents = [paragraph.content for paragraph in note.paragraphs]
    named = anchors(contents)
    text = " ".join(filter(None, (line_of(content.text()) for content in contents)))
    # A note with a mark of its own (*) repeats that mark as the beginning of its text.
    if note.number is None:
        text = text.removeprefix(note.label).lstrip()
    path = () if note.number is None else (note.number,)
    first = note.paragraphs[0].properties.style if note.paragraphs else None
    return ReadLine(
        Line(next(iter(named.ids.values()), ""), "note", path, note.label, text),
        is_label_known=note.is_label_known,
        place=note.kind,
        style=styles.name(first),
        anchors=tuple(name for each in named.beginning.values() for name in each),
        references=tuple(_references(contents)),
        key=note.key,
        marked_in=tuple(note.marked_in),
        content=joined_inlines(contents, text),
        note_id=note.id,
    )


def _references(contents: list[ReadContent]) -> Iterator[ReadReference]:
    for content in contents:
        for found in content.references:
            yield ReadReference(id_of(found.bookmark), found.text, found.field)
