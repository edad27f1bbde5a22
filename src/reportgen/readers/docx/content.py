"""What stands inside a paragraph: text, marks of notes, cross-references, bookmarks, as a view of the file has it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from lxml import etree

from reportgen.readers.document import View
from reportgen.readers.docx.drawings import descriptions, find_boxes
from reportgen.readers.docx.fields import Fields, FoundReference
from reportgen.readers.docx.sequences import Sequences
from reportgen.readers.docx.styles import Styles
from reportgen.word.names import ALTERNATE, MATH_TEXT, MATHS, alternatives, is_on, value, w

_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011",
          w("softHyphen"): "\u00ad"}  # fmt: skip
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_INSERTED = (w("ins"), w("moveTo"))
_DELETED = (w("del"), w("moveFrom"))
# Elements that may stand between a paragraph and its runs.
_BETWEEN = frozenset(
    w(name) for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo", "rubyBase", "ruby")
)
_DRAWN = frozenset(w(name) for name in ("drawing", "pict", "object"))
_VANISH, _RUN_STYLE, _FIELD_KIND, _BREAK = w("vanish"), w("rStyle"), w("fldCharType"), w("br")
_PROPERTIES, _RUN, _TEXT, _DELETED_TEXT = w("rPr"), w("r"), w("t"), w("delText")
_INSTRUCTION, _DELETED_INSTRUCTION, _FIELD_MARK = w("instrText"), w("delInstrText"), w("fldChar")
_SIMPLE_FIELD, _HYPERLINK = w("fldSimple"), w("hyperlink")
_BRACKETS = "()[]（） "
# Letters and brackets of notes are short; only for short runs is it worth looking up how they are set.
_LONGEST_SIGN = 8
_SYMBOL = re.compile("[0-9a-fA-F]{1,4}")

BOOKMARKS = (w("bookmarkStart"), w("bookmarkEnd"))


@dataclass(slots=True)
class FoundMark:
    """A note's mark: where it stands among the pieces, and whether it is a sign of the author's own."""

    kind: str
    note: str
    at: int
    custom: bool
    label: str = ""


@dataclass(slots=True)
class FoundBookmark:
    """The start of a bookmark, or its end where it has no name; `at` counts the pieces before it."""

    key: str
    name: str
    at: int


@dataclass(slots=True)
class ReadContent:
    """The content of one paragraph: `pieces` are the texts of its runs, `seen` says that some of it is not hidden.

    `letter` is the letter of a note below a table, `counted` are the values of its SEQ fields, `pictures` the
    alternative texts of its pictures.
    """

    pieces: tuple[str, ...] = ()
    marks: tuple[FoundMark, ...] = ()
    references: tuple[FoundReference, ...] = ()
    bookmarks: tuple[FoundBookmark, ...] = ()
    boxes: tuple[etree._Element, ...] = ()
    seen: bool = False
    letter: str = ""
    counted: tuple[int, ...] = ()
    pictures: tuple[str, ...] = ()

    def text(self) -> str:
        """The text, with tabs and line breaks."""
        return "".join(self.pieces)


def run_together(contents: Sequence[ReadContent]) -> ReadContent:
    """The content of paragraphs that run into one another; the places of marks and bookmarks move along."""
    before = 0
    for content in contents:
        for mark in content.marks:
            mark.at += before
        for bookmark in content.bookmarks:
            bookmark.at += before
        before += len(content.pieces)
    return ReadContent(
        tuple(chain.from_iterable(content.pieces for content in contents)),
        tuple(chain.from_iterable(content.marks for content in contents)),
        tuple(chain.from_iterable(content.references for content in contents)),
        tuple(chain.from_iterable(content.bookmarks for content in contents)),
        tuple(chain.from_iterable(content.boxes for content in contents)),
        any(content.seen for content in contents),
        next((content.letter for content in contents if content.letter), ""),
        tuple(chain.from_iterable(content.counted for content in contents)),
        tuple(chain.from_iterable(content.pictures for content in contents)),
    )


def found_bookmark(element: etree._Element, at: int) -> FoundBookmark:
    """The start or end of a bookmark after so many pieces of text."""
    return FoundBookmark(element.get(w("id"), ""), element.get(w("name"), ""), at)


@dataclass(slots=True)
class _Draft:
    """The content of a paragraph while it is read; `begun` says that there is more than blanks."""

    pieces: list[str] = field(default_factory=list)
    marks: list[FoundMark] = field(default_factory=list)
    references: list[FoundReference] = field(default_factory=list)
    bookmarks: list[FoundBookmark] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    seen: bool = False
    begun: bool = False
    letter: str = ""
    counted: list[int] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    def content(self) -> ReadContent:
        """The finished content; an empty tuple costs no memory, and a file has many paragraphs."""
        return ReadContent(
            tuple(self.pieces),
            tuple(self.marks),
            tuple(self.references),
            tuple(self.bookmarks),
            tuple(self.boxes),
            self.seen,
            self.letter,
            tuple(self.counted),
            tuple(self.pictures),
        )


class Scanner:
    """Reads the paragraphs of a story; fields may begin in one and end in another."""

    def __init__(self, styles: Styles, view: View) -> None:
        self.styles = styles
        self.kept = frozenset(_INSERTED if view == "accepted" else _DELETED)
        self.sequences = Sequences()
        self.fields = Fields(self.sequences)
        self.keeps_contents = False
        self.set_as: dict[int, etree._Element] = {}
        self.own_mark: FoundMark | None = None
        self.paragraph_hidden = False

    def begin_story(self) -> None:
        """No field runs on from one story into another."""
        self.fields = Fields(self.sequences)

    def begin_anew(self) -> None:
        """Read the story again with its table of contents as text, since that has no end."""
        self.sequences, self.keeps_contents = Sequences(), True
        self.begin_story()

    def scan(self, paragraph: etree._Element, style: str | None) -> ReadContent:
        """The content of a paragraph."""
        draft = _Draft()
        self.set_as = {}
        self.paragraph_hidden = bool(self.styles.hides and self.styles.hidden(style))
        self._children(paragraph, draft)
        draft.references += self.fields.end_paragraph()
        for mark in draft.marks:
            self._take_brackets(mark, draft.pieces)
        return draft.content()

    def hidden(self, properties: etree._Element | None) -> bool:
        """Whether a run with these properties is hidden."""
        if properties is None:
            return self.paragraph_hidden
        own = is_on(properties.find(_VANISH))
        if own is None and self.styles.hides:
            own = self.styles.hidden(value(properties.find(_RUN_STYLE)))
        return self.paragraph_hidden if own is None else own

    def _children(self, parent: Iterable[etree._Element], draft: _Draft) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._run(child, draft)
            elif tag in BOOKMARKS:
                draft.bookmarks.append(found_bookmark(child, len(draft.pieces)))
            elif tag in _BETWEEN or tag in self.kept:
                self._inner(child, draft)
            elif tag == _SIMPLE_FIELD:
                self.fields.begin(child.get(w("instr"), ""))
                self._children(child, draft)
                self._end_field(draft)
            elif tag == ALTERNATE:
                branch = alternatives(child)
                self._children(branch if branch is not None else (), draft)
            elif tag in MATHS:
                self._write("".join(each.text or "" for each in child.iter(MATH_TEXT)), None, draft)

    def _inner(self, element: etree._Element, draft: _Draft) -> None:
        """Read through an element between paragraph and runs; a link inside the document is a cross-reference."""
        anchor = element.get(w("anchor")) if element.tag == _HYPERLINK else None
        before = len(draft.pieces)
        self._children(element, draft)
        if anchor:
            text = "".join(draft.pieces[before:])
            draft.references.append(FoundReference(anchor, text, "link"))

    def _run(self, run: etree._Element, draft: _Draft) -> None:
        properties: etree._Element | None = None
        hidden = self.paragraph_hidden
        self.own_mark = None
        for child in run:
            tag = child.tag
            if tag == _PROPERTIES:
                properties = child
                hidden = self.hidden(child)
            elif tag == _FIELD_MARK:
                self._field_mark(child.get(_FIELD_KIND, ""), draft)
            elif tag in (_INSTRUCTION, _DELETED_INSTRUCTION):
                self.fields.instruct(child.text or "")
            # Marks of fields above are followed even in hidden runs, else a hidden field would never close.
            elif hidden:
                continue
            elif tag == _TEXT:
                self._write(child.text, properties, draft)
            else:
                self._visible(child, tag, properties, draft)

    def _field_mark(self, kind: str, draft: _Draft) -> None:
        if kind == "end":
            self._end_field(draft)
        else:
            self.fields.mark(kind)

    def _end_field(self, draft: _Draft) -> None:
        """The end of a field: a cross-reference is noted, and what was counted is written."""
        counted = self.fields.counted()
        draft.references += self.fields.end()
        if counted:
            draft.counted.append(counted.value)
            self._write(counted.text, None, draft)

    def _visible(self, child: etree._Element, tag: str, properties: etree._Element | None, draft: _Draft) -> None:
        """One thing in a run that is neither hidden nor plain text."""
        if tag == _DELETED_TEXT:
            self._write(child.text, properties, draft)
        elif tag in _SIGNS:
            sign = "" if tag == _BREAK and child.get(w("type")) in ("page", "column") else _SIGNS[tag]
            self._write(sign, properties, draft)
        elif tag == w("sym"):
            self._write(_symbol(child), properties, draft)
        elif tag in _NOTES:
            custom = child.get(w("customMarkFollows")) in ("1", "true", "on")
            note = child.get(w("id"), "")
            draft.marks.append(FoundMark(_NOTES[tag], note, len(draft.pieces), custom))
            draft.seen = True
            self.own_mark = draft.marks[-1] if custom else None
        elif tag in _DRAWN or tag == ALTERNATE:
            draft.seen = True
            boxes = len(draft.boxes)
            find_boxes(child, draft.boxes)
            if len(draft.boxes) == boxes:
                draft.pictures += descriptions(child)
        elif tag in _BETWEEN:
            self._children(child, draft)

    def _write(self, text: str | None, properties: etree._Element | None, draft: _Draft) -> None:
        if not text or (self.fields.open and not self.fields.shows(text)):
            return
        if self.fields.contents and not self.keeps_contents:
            return
        if self.own_mark:
            self.own_mark.label += text
            return
        if properties is not None and len(text) <= _LONGEST_SIGN:
            if self.styles.is_letter(properties):
                draft.letter = draft.letter or ("" if draft.begun else text.strip())
                return
            self.set_as[len(draft.pieces)] = properties
        draft.pieces.append(text)
        draft.seen = True
        draft.begun = draft.begun or not text.isspace()

    def _take_brackets(self, mark: FoundMark, pieces: list[str]) -> None:
        """Brackets round a mark that are raised like it belong to it, not to the text."""
        for at in (mark.at - 1, mark.at):
            run = self.set_as.get(at)
            if run is not None and not pieces[at].strip(_BRACKETS) and self.styles.raised(run):
                pieces[at] = ""


def _symbol(element: etree._Element) -> str:
    code = element.get(w("char"), "")
    return chr(int(code, 16)) if _SYMBOL.fullmatch(code) and 0x20 <= int(code, 16) < 0xD800 else ""
