"""Paragraphs told by their style: captions, headings of annexes, and what belongs to tables, figures and boxes."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.readers.captions import Course, Labelled, caption_number, labelled, source_text
from reportgen.readers.docx.story import StoryParagraph
from reportgen.tree.path import Path
from reportgen.word import style_names

_CAPTIONS = {
    style_names.TABLE_CAPTION.casefold(): "table",
    style_names.FIGURE_CAPTION.casefold(): "figure",
    style_names.BOX_HEADING.casefold(): "box",
    style_names.ANNEX_HEADING.casefold(): "annex",
    style_names.APPENDIX_HEADING.casefold(): "appendix",
}
_ANNEXES = ("annex", "appendix")
_NOTES = (style_names.TABLE_NOTE.casefold(), style_names.BOX_NOTE.casefold())
_KINDS = {
    style_names.QUOTE.casefold(): "quotation",
    "intense quote": "quotation",
    style_names.CONTENTS_HEADING.casefold(): "contents",
}
# Texts in these may begin with a figure that is a value and not a number.
_UNTYPED = tuple(
    name.casefold()
    for name in (style_names.TABLE_HEAD, style_names.TABLE_CELL, style_names.TABLE_TOTAL, style_names.BOX_TEXT)
)
_NOT_SHOWN = style_names.CONTENTS_COLUMNS.casefold()


@dataclass(frozen=True, slots=True)
class Numbering:
    """What a paragraph is and what number it shows; `text` is without a number that is typed.

    `is_label_known` is false where figures stand in the label for what Word shows; `level` is as of `ReadLine`.
    """

    kind: str
    path: Path
    label: str
    text: str
    typed: bool = False
    is_label_known: bool = True
    level: int = 0


def line_of(text: str) -> str:
    """The text on one line."""
    return text.replace("\t", " ").replace("\n", " ").strip(" ")


@dataclass
class LabelledParagraphs:
    """Numbers the paragraphs of the body whose style says what they are."""

    course: Course = field(default_factory=Course)

    def number(self, paragraph: StoryParagraph, style: str) -> Numbering | None:
        """The kind and number of a paragraph by the name of its style; None where the style says nothing."""
        # Programs change the case of style names (Table caption, TABLE CAPTION).
        name, content, text = style.casefold(), paragraph.content, paragraph.content.text()
        if content.pictures and not text.strip():
            return Numbering("alternative", (), "", line_of(" ".join(content.pictures)))
        if name in _CAPTIONS:
            return self._caption(_CAPTIONS[name], paragraph)
        # Word uses one built-in style for captions of tables, figures and anything else; the label decides.
        if name == "caption":
            known = labelled(text)
            return self._caption(known.kind, paragraph) if known else None
        if name in _NOTES:
            return self._note(paragraph)
        if name == _NOT_SHOWN:
            return Numbering("plain", (), "", "")
        if name in _KINDS or name.startswith(_UNTYPED):
            kind = "cell" if paragraph.place == "table" else "plain"
            return Numbering(_KINDS.get(name, kind), (), "", line_of(text))
        return None

    def annex(self, paragraph: StoryParagraph) -> Numbering | None:
        """The number of a heading that begins with the word for an annex or an appendix; None for others."""
        known = labelled(paragraph.content.text())
        return self._caption(known.kind, paragraph) if known and known.kind in _ANNEXES else None

    def counted_annex(self, label: str, value: int, text: str) -> Numbering | None:
        """The number of an annex or an appendix that a list counts; None for other labels."""
        known = labelled(label)
        if known is None or known.kind not in _ANNEXES:
            return None
        return Numbering(known.kind, self.course.annexed(known.kind, "", value), label, line_of(text))

    def _caption(self, kind: str, paragraph: StoryParagraph) -> Numbering:
        label, rest = _parts(paragraph.content.text(), bool(paragraph.content.counted))
        number, counted = caption_number(label), next(iter(paragraph.content.counted), None)
        if kind in _ANNEXES:
            path = self.course.annexed(kind, number, counted)
        else:
            path = self.course.captioned(kind, number, "", counted)
        return Numbering(kind, path, label, line_of(rest), counted is None and bool(number) and number.isascii())

    def _note(self, paragraph: StoryParagraph) -> Numbering | None:
        text, letter = paragraph.content.text(), paragraph.content.letter
        if letter:
            return Numbering("letter-note", self.course.lettered(letter), letter, line_of(text))
        source = source_text(text, sure=_is_source(paragraph))
        return None if source is None else Numbering("source", (), "", line_of(source))


def _parts(text: str, is_counted: bool) -> tuple[str, str]:
    """The label of a caption and its text, which stands on the next line or behind a label of known form."""
    label, end, rest = text.partition("\n")
    known: Labelled | None = labelled(text)
    if end and (is_counted or (known and label.strip().startswith(known.label))):
        return label.strip(), rest
    return (known.label, known.rest) if known else ("", text)


def _is_source(paragraph: StoryParagraph) -> bool:
    return any(bookmark.name.endswith("__source") for bookmark in paragraph.content.bookmarks)
