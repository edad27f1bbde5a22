"""The paragraphs of a story (the body, a note) in the order of the document, as a view of the file has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lxml import etree

from reportgen.readers.document import StoryPlace, TrackedChange, View
from reportgen.readers.docx.content import BOOKMARKS, Scanner
from reportgen.readers.docx.found import FoundBookmark, ReadContent, found_bookmark, run_together
from reportgen.readers.docx.remarks import Remarks
from reportgen.readers.docx.revisions import (
    COMMENT_ENDS,
    DELETED,
    INSERTED,
    PARAGRAPH_END,
    FoundChange,
    found_change,
    found_comment,
    note_change,
    text_in,
)
from reportgen.readers.docx.styles import Styles
from reportgen.word.names import ALTERNATE, alternatives, integer, is_on, number, value, w
from reportgen.word.package import MOST_PARAGRAPHS, Package

_PARAGRAPH, _TABLE, _ROW, _CELL = w("p"), w("tbl"), w("tr"), w("tc")
_WRAPPERS = frozenset(
    w(name) for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "del", "moveFrom", "moveTo", "dir", "bdo")
)
_BODY_TEXT = 9
_PROPERTIES, _MARK, _STYLE, _OUTLINE = w("pPr"), w("rPr"), w("pStyle"), w("outlineLvl")
_IN_LIST, _SECTION, _CHANGED = w("numPr"), w("sectPr"), w("pPrChange")
_LANGUAGE, _RIGHT_TO_LEFT = w("lang"), w("bidi")


@dataclass(slots=True)
class Properties:
    """What a paragraph says of itself; what it does not say is None.

    `gone` says that its mark is deleted in the view, so that it runs on into the next paragraph. `revisions` are the
    tracked changes of its mark and of what it says of itself.
    """

    style: str | None = None
    list_number: int | None = None
    list_level: int | None = None
    outline: int | None = None
    hidden: bool = False
    gone: bool = False
    ends_section: bool = False
    language: str | None = None
    right_to_left: bool | None = None
    change: TrackedChange = ""
    revisions: list[FoundChange] = field(default_factory=list)


@dataclass(slots=True)
class StoryParagraph:
    """A paragraph with its content; paragraphs of one `container` can run into one another."""

    properties: Properties
    content: ReadContent
    place: StoryPlace
    container: int
    section: int
    cell: tuple[int, int] | None = None
    table: int = 0


class Story:
    """Collects the paragraphs of a story and the properties of the sections that end in it.

    One object reads the stories of all notes, one after another.
    """

    def __init__(self, styles: Styles, view: View, package: Package) -> None:
        self.view, self.package, self.styles = view, package, styles
        self.scanner = Scanner(styles, view)
        self.absent = DELETED if view == "accepted" else INSERTED
        self.found: list[StoryParagraph] = []
        self.waiting: list[FoundBookmark] = []
        self.remarks = Remarks()
        self.sections: list[etree._Element] = []
        self.containers = 0
        self.cell: tuple[int, int] | None = None
        self.tables = self.table = 0
        self.count = 0

    def read(self, element: etree._Element, place: StoryPlace = "body") -> list[StoryParagraph]:
        """The paragraphs of an element; a paragraph whose end was deleted is joined to the next."""
        before, characters = len(self.sections), self.package.characters
        self.found, self.waiting, self.remarks = [], [], Remarks()
        self.scanner.begin_story()
        self._blocks(element, place, 0)
        # A table of contents whose field never ends would swallow the whole report, so it is read again as text.
        if self.scanner.fields.contents:
            self.found, self.waiting, self.remarks = [], [], Remarks()
            del self.sections[before:]
            self.package.characters = characters
            self.scanner.begin_anew()
            self._blocks(element, place, 0)
        if self.found and self.waiting:
            last = self.found[-1].content
            last.bookmarks += tuple(replace(each, at=len(last.pieces)) for each in self.waiting)
        kept = _joined(self.found)
        if kept:
            self.remarks.put_behind(kept[-1].content)
        return kept

    def _blocks(self, parent: Iterable[etree._Element], place: StoryPlace, container: int) -> None:
        for child in parent:
            tag = child.tag
            if tag == _PARAGRAPH:
                self._paragraph(child, place, container)
            elif tag == _TABLE:
                outer = self.cell, self.table
                self.tables += 1
                self.cell, self.table = (-1, 0), self.tables
                self._table(child, place)
                self.cell, self.table = outer
            elif tag in _WRAPPERS:
                if tag in self.absent:
                    self.remarks.take_absent(child, found_change(child, 0))
                else:
                    self._blocks(child, place, container)
            elif tag in BOOKMARKS:
                self.waiting.append(found_bookmark(child, 0))
            elif tag in COMMENT_ENDS:
                self.remarks.comments.append(found_comment(child, 0))
            elif tag == ALTERNATE:
                branch = alternatives(child)
                self._blocks(branch if branch is not None else (), place, container)

    def _table(self, parent: Iterable[etree._Element], place: StoryPlace) -> None:
        """The rows and cells of a table, through whatever is wrapped round them; each cell is a container."""
        for child in parent:
            if child.tag == _CELL:
                row, column = self.cell or (0, 0)
                self.cell = row, column + 1
                self._contained(child, "table" if place == "body" else place)
            elif child.tag == _ROW:
                self._row(child, place)
            elif child.tag in _WRAPPERS and child.tag not in self.absent:
                self._table(child, place)
            elif child.tag in BOOKMARKS:
                self.waiting.append(found_bookmark(child, 0))
            elif child.tag in COMMENT_ENDS:
                self.remarks.comments.append(found_comment(child, 0))

    def _contained(self, element: etree._Element, place: StoryPlace) -> None:
        self.containers += 1
        self._blocks(element, place, self.containers)

    def _row(self, row: etree._Element, place: StoryPlace) -> None:
        """A row of a table, unless the view has it not; either way, that it was inserted or deleted is noted."""
        properties = row.find(w("trPr"))
        said = [each for each in properties if each.tag in (*INSERTED, *DELETED)] if properties is not None else []
        absent = next((each for each in said if each.tag in self.absent), None)
        if absent is not None:
            self.remarks.take_absent(row, found_change(absent, 0))
            return
        for each in said:
            note_change(self.remarks.changes, found_change(each, 0, text_in(row)))
        self.cell = (self.cell[0] if self.cell else -1) + 1, 0
        self._table(row, place)

    def _paragraph(self, element: etree._Element, place: StoryPlace, container: int) -> None:
        written = element.find(_PROPERTIES)
        said = {child.tag: child for child in written} if written is not None else {}
        properties = self._properties(said)
        content = self.scanner.scan(element, properties.style)
        outline = properties.outline if properties.outline is not None else self.styles.outline(properties.style)
        if outline is not None and outline < _BODY_TEXT:
            self.scanner.sequences.heading(outline + 1)
        self.count += 1 + len(content.bookmarks) + len(content.marks) + len(self.waiting)
        self.count += len(content.changes) + len(content.comments)
        # Counted while reading, so that a hostile file is refused before it fills the memory.
        self.package.check_count(self.count, "paragraphs, bookmarks and notes")
        self.package.check_count(len(self.found) + 1, "paragraphs", MOST_PARAGRAPHS)
        self.package.check_text(sum(map(len, content.pieces)))
        if self.waiting:
            content.bookmarks, self.waiting = (*self.waiting, *content.bookmarks), []
        if properties.revisions:
            end, changes = len(content.pieces), list(content.changes)
            for each in properties.revisions:
                note_change(changes, replace(each, at=end, until=end))
            content.changes = tuple(changes)
        self.remarks.put_before(content)
        # A hidden mark under visible text does not hide the number.
        properties.hidden = not content.seen and self.scanner.hidden(said.get(_MARK))
        cell = self.cell if place == "table" else None
        sections = len(self.sections)
        self.found.append(StoryParagraph(properties, content, place, container, sections, cell, self.table))
        # After their paragraph, since text boxes count by themselves.
        for box in content.boxes:
            self._contained(box, "textbox")
        if _SECTION in said:
            properties.ends_section = True
            self.sections.append(said[_SECTION])

    def _properties(self, said: dict[str, etree._Element]) -> Properties:
        found = Properties()
        self._mark(said.get(_MARK), found)
        if _CHANGED in said:
            found.revisions.append(found_change(said[_CHANGED], 0))
        # w:pPrChange holds all properties as they were before the tracked change, and not only those that differ.
        before = said[_CHANGED].find(_PROPERTIES) if self.view == "original" and _CHANGED in said else None
        source = said if before is None else {child.tag: child for child in before}
        found.style = value(source.get(_STYLE))
        found.outline = integer(value(source.get(_OUTLINE)))
        found.right_to_left = is_on(source.get(_RIGHT_TO_LEFT))
        numbering = source.get(_IN_LIST)
        if numbering is not None and not (self.view == "original" and numbering.find(w("ins")) is not None):
            found.list_number = number(numbering, "numId")
            found.list_level = number(numbering, "ilvl")
        return found

    def _mark(self, mark: etree._Element | None, found: Properties) -> None:
        """Set what tracked changes did to the paragraph mark: in Word the numbering follows the mark, not the text."""
        if mark is None:
            return
        for child in mark:
            if child.tag in self.absent:
                found.gone = True
            elif child.tag == _LANGUAGE:
                found.language = value(child)
            elif child.tag in INSERTED:
                found.change = "moved" if child.tag == w("moveTo") else "inserted"
            elif child.tag in DELETED:
                found.change = "moved" if child.tag == w("moveFrom") else "deleted"
            if child.tag in (*INSERTED, *DELETED):
                found.revisions.append(found_change(child, 0, PARAGRAPH_END))


def _joined(paragraphs: list[StoryParagraph]) -> list[StoryParagraph]:
    """The paragraphs after each whose end is gone has run into the next one of its container.

    A paragraph of which nothing is left goes, and its bookmarks with it. One before a table or at the end of a cell
    stays, since it cannot run into anything.
    """
    kept: list[StoryParagraph] = []
    waiting: list[ReadContent] = []
    remarks = Remarks()
    for paragraph, following in zip(paragraphs, [*paragraphs, None][1:], strict=True):
        has_content = paragraph.content.seen or waiting
        if paragraph.properties.gone and not has_content:
            remarks.take_from(paragraph.content)
            continue
        remarks.put_before(paragraph.content)
        if paragraph.properties.gone and following is not None and following.container == paragraph.container:
            waiting.append(paragraph.content)
            continue
        if waiting:
            paragraph.content, waiting = run_together([*waiting, paragraph.content]), []
        kept.append(paragraph)
    if kept:
        remarks.put_behind(kept[-1].content)
    return kept
