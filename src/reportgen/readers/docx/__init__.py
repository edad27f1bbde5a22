"""Any Word file as a reader of Word sees it: its text and the numbers that Word will show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportgen.readers.document import ReadDocument, ReadLine, Reference, View
from reportgen.readers.docx.anchors import Anchors, anchors, id_of
from reportgen.readers.docx.content import Content
from reportgen.readers.docx.lists import Numberer, Numbering, line_of
from reportgen.readers.docx.names import w
from reportgen.readers.docx.notes import FoundNote, Notes, rules
from reportgen.readers.docx.numbering import Lists
from reportgen.readers.docx.package import open_package
from reportgen.readers.docx.story import Paragraph, Story
from reportgen.readers.docx.styles import Styles
from reportgen.tree.line import Line


def read(path: Path, shown: str, view: View = "accepted") -> ReadDocument:
    """A Word file as it is in a view; an `InputError` with one clear line where it cannot be read."""
    package = open_package(path, shown)
    main = package.main_part()
    root = package.root(main)
    body = root.find(w("body"))
    if root.tag != w("document") or body is None:
        raise package.error("the file holds no Word document", "save it as .docx")
    styles = Styles(package.related_root(main, "styles"), package)
    lists = Lists(package.related_root(main, "numbering"), styles, package)
    story = Story(styles, view, package)
    numbered = list(_numbered(story.read(body), Numberer(styles, lists)))
    named = anchors([paragraph.content for paragraph, _ in numbered])
    listed = [(*row, found) for row, found in zip(numbered, named, strict=True) if _is_listed(*row, found)]
    sections = [*story.sections, body.find(w("sectPr"))]
    settings = package.related_root(main, "settings")
    roots = {kind: package.related_root(main, f"{kind}s") for kind in ("footnote", "endnote")}
    notes = Notes(roots, rules(settings, sections), Story(styles, view, package))
    blocks = tuple(_block(index, *row, notes, styles) for index, row in enumerate(listed))
    return ReadDocument(shown, view, blocks, tuple(_note(note, styles) for note in notes.in_order()))


def _numbered(paragraphs: list[Paragraph], numberer: Numberer) -> Iterator[tuple[Paragraph, Numbering]]:
    for paragraph in paragraphs:
        if not paragraph.properties.hidden:
            yield paragraph, numberer.number(paragraph)


def _is_listed(paragraph: Paragraph, numbering: Numbering, found: Anchors) -> bool:
    """An empty paragraph is a line only where it has a number, an id or a note."""
    return bool(numbering.text or numbering.label or found.id or paragraph.content.marks)


def _block(
    index: int, paragraph: Paragraph, numbering: Numbering, found: Anchors, notes: Notes, styles: Styles
) -> ReadLine:
    content = paragraph.content
    return ReadLine(
        Line(found.id, numbering.kind, numbering.path, numbering.label, numbering.text),
        typed=numbering.typed,
        place=paragraph.place,
        style=styles.name(paragraph.properties.style),
        anchors=tuple(found.beginning),
        within=tuple(found.within),
        marks=notes.marks(content.marks, index, paragraph.section),
        references=tuple(_references([content])),
        change=paragraph.properties.change,
    )


def _note(note: FoundNote, styles: Styles) -> ReadLine:
    contents = [paragraph.content for paragraph in note.paragraphs]
    named = anchors(contents)
    text = " ".join(filter(None, (line_of(content.text()) for content in contents)))
    if note.number is None:
        text = text.removeprefix(note.label).lstrip()
    path = () if note.number is None else (note.number,)
    first = note.paragraphs[0].properties.style if note.paragraphs else None
    return ReadLine(
        Line(next((each.id for each in named if each.id), ""), "note", path, note.label, text),
        place=note.kind,
        style=styles.name(first),
        anchors=tuple(name for each in named for name in each.beginning),
        references=tuple(_references(contents)),
        key=note.key,
        marked_in=tuple(note.marked_in),
    )


def _references(contents: list[Content]) -> Iterator[Reference]:
    for content in contents:
        for found in content.references:
            yield Reference(id_of(found.bookmark), found.text, found.field)
