"""What stands inside a paragraph: text, marks of notes, cross-references, bookmarks, as a view of the file has it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from reportgen.readers.document import View
from reportgen.readers.docx.drawings import descriptions, find_boxes, pictures_in
from reportgen.readers.docx.fields import Fields, FoundReference
from reportgen.readers.docx.found import ContentDraft, FoundLetter, FoundMark, ReadContent, found_bookmark
from reportgen.readers.docx.looks import LINK, RunLooks
from reportgen.readers.docx.revisions import (
    COMMENT_ENDS,
    DELETED,
    INSERTED,
    RUN_CHANGED,
    comments_in,
    found_change,
    found_comment,
    note_change,
    text_in,
)
from reportgen.readers.docx.sequences import Sequences
from reportgen.readers.docx.styles import Styles
from reportgen.word.names import ALTERNATE, MATH_TEXT, MATHS, alternatives, is_on, value, w

_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011",
          w("softHyphen"): "\u00ad"}  # fmt: skip
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
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


class Scanner:
    """Reads the paragraphs of a story; fields may begin in one and end in another."""

    def __init__(self, styles: Styles, view: View) -> None:
        self.styles, self.looks = styles, RunLooks(styles)
        self.look = self.link = 0
        self.kept, self.absent = (INSERTED, DELETED) if view == "accepted" else (DELETED, INSERTED)
        self.revising: list[str] = []
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
        draft = ContentDraft()
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

    def _children(self, parent: Iterable[etree._Element], draft: ContentDraft) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._run(child, draft)
            elif tag in BOOKMARKS:
                draft.bookmarks.append(found_bookmark(child, len(draft.pieces)))
            elif tag in _BETWEEN:
                self._inner(child, draft)
            elif tag in self.kept or tag in self.absent:
                self._revised(child, draft)
            elif tag in COMMENT_ENDS:
                draft.comments.append(found_comment(child, len(draft.pieces)))
            elif tag == _SIMPLE_FIELD:
                self.fields.begin(child.get(w("instr"), ""))
                self._children(child, draft)
                self._end_field(draft)
            elif tag == ALTERNATE:
                branch = alternatives(child)
                self._children(branch if branch is not None else (), draft)
            elif tag in MATHS:
                self._write("".join(each.text or "" for each in child.iter(MATH_TEXT)), None, draft)

    def _inner(self, element: etree._Element, draft: ContentDraft) -> None:
        """Read through an element between paragraph and runs; a link inside the document is a cross-reference."""
        anchor = element.get(w("anchor")) if element.tag == _HYPERLINK else None
        before, link = len(draft.pieces), self.link
        if element.tag == _HYPERLINK and not anchor:
            self.link = self.fields.next_link()
        self._children(element, draft)
        self.link = link
        if anchor:
            text = "".join(draft.pieces[before:])
            draft.references.append(FoundReference(anchor, text, "link"))

    def _revised(self, element: etree._Element, draft: ContentDraft) -> None:
        """Read through what was inserted or deleted; of what the view has not, only the change is noted."""
        at, tag = len(draft.pieces), str(element.tag)
        if tag in self.absent:
            note_change(draft.changes, found_change(element, at, text_in(element)))
            draft.comments += comments_in(element, at)
            return
        is_outer = tag not in self.revising
        self.revising.append(tag)
        self._inner(element, draft)
        self.revising.pop()
        # One inside of another of its kind says the same once more.
        if is_outer:
            change = found_change(element, at, "".join(draft.pieces[at:]))
            change.until = len(draft.pieces)
            note_change(draft.changes, change)

    def _run(self, run: etree._Element, draft: ContentDraft) -> None:
        properties: etree._Element | None = None
        hidden = self.paragraph_hidden
        self.own_mark, self.look, at = None, 0, len(draft.pieces)
        restyled: etree._Element | None = None
        for child in run:
            tag = child.tag
            if tag == _PROPERTIES:
                properties = child
                hidden, self.look, restyled = self.hidden(child), self.looks.of(child), child.find(RUN_CHANGED)
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
        if restyled is not None and len(draft.pieces) > at:
            change = found_change(restyled, at, "".join(draft.pieces[at:]))
            change.until = len(draft.pieces)
            note_change(draft.changes, change)

    def _field_mark(self, kind: str, draft: ContentDraft) -> None:
        if kind == "end":
            self._end_field(draft)
        else:
            self.fields.mark(kind)

    def _end_field(self, draft: ContentDraft) -> None:
        """The end of a field: a cross-reference is noted, and what was counted is written."""
        counted = self.fields.counted()
        draft.references += self.fields.end()
        if counted:
            draft.counted.append(counted.value)
            self._write(counted.text, None, draft)

    def _visible(self, child: etree._Element, tag: str, properties: etree._Element | None, draft: ContentDraft) -> None:
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
                draft.drawn += pictures_in(child)
        elif tag in _BETWEEN:
            self._children(child, draft)
        elif tag in COMMENT_ENDS:
            draft.comments.append(found_comment(child, len(draft.pieces)))

    def _write(self, text: str | None, properties: etree._Element | None, draft: ContentDraft) -> None:
        if not text or (self.fields.open and not self.fields.shows(text)):
            return
        if self.fields.contents and not self.keeps_contents:
            return
        if self.own_mark:
            self.own_mark.label += text
            return
        if properties is not None and len(text) <= _LONGEST_SIGN:
            if self.styles.is_letter(properties):
                if draft.begun or draft.letter:
                    draft.letters.append(FoundLetter(text.strip(), len(draft.pieces)))
                else:
                    draft.letter = text.strip()
                return
            self.set_as[len(draft.pieces)] = properties
        draft.pieces.append(text)
        # What a field counts has no properties, and no looks of its own.
        draft.looks.append((self.look if properties is not None else 0) | LINK * (self.link or self.fields.link()))
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
