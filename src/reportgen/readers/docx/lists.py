"""The number of each paragraph of the body: which list and level it has, what that shows, what kind of line it is."""

from __future__ import annotations

import re
from dataclasses import replace

from reportgen.readers.document import StoryPlace
from reportgen.readers.docx.contents import TypedContents
from reportgen.readers.docx.counters import Counters, label
from reportgen.readers.docx.labelled import LabelledParagraphs, Numbering, line_of
from reportgen.readers.docx.languages import Languages
from reportgen.readers.docx.numbering import LEVELS, NumberedLevel, NumberingLists
from reportgen.readers.docx.story import Properties, StoryParagraph
from reportgen.readers.docx.styles import ReadStyle, Styles
from reportgen.readers.outline import Outline
from reportgen.readers.typed import Typed, is_typed_again, label_number, typed_number
from reportgen.tree.path import Path
from reportgen.word.style_names import SUMMARY_HEADING

_PLACEHOLDER = re.compile("%[1-9]")
_PARENTS = tuple(re.compile(f"%[1-{level}]" if level else r"\Z.") for level in range(LEVELS))
"""By level: the placeholders of levels above, whose presence means that the label shows its parents."""

# w:outlineLvl counts headings from 0 to 8; 9 is body text (ISO/IEC 29500, 17.3.1.20).
_BODY_TEXT = 9
_SUMMARY = SUMMARY_HEADING.casefold()


class Numberer:
    """Numbers the paragraphs of the body, one after the other; text boxes count by themselves, all together."""

    def __init__(self, styles: Styles, lists: NumberingLists, languages: Languages) -> None:
        self.styles, self.lists, self.languages = styles, lists, languages
        self.counters = {"body": Counters(), "textbox": Counters()}
        self.outlines: dict[StoryPlace, Outline] = {"body": Outline(), "table": Outline(), "textbox": Outline()}
        self.linked: dict[str | None, tuple[NumberedLevel, int] | None] = {}
        self.labelled = LabelledParagraphs()
        self.contents = TypedContents()

    def pass_over(self, paragraph: StoryParagraph) -> None:
        """Count an empty hidden paragraph: Word's "Advance value" writes such paragraphs to skip a number."""
        if self._list_level(paragraph.properties):
            self.number(paragraph)

    def number(self, paragraph: StoryParagraph) -> Numbering:
        """The number of the next paragraph that can be seen."""
        found = self._number(paragraph)
        # What follows an annex is numbered anew, below its path.
        if found.kind in ("annex", "appendix"):
            self.outlines["body"] = Outline(prefix=found.path)
        if found.kind == "plain" and paragraph.place == "table":
            return replace(found, kind="cell")
        if found.kind == "heading":
            return replace(found, level=self._heading_level(paragraph.properties))
        if found.kind == "item" and (listed := self._list_level(paragraph.properties)):
            return replace(found, level=listed[1] + 1)
        return found

    def _number(self, paragraph: StoryParagraph) -> Numbering:
        properties, text = paragraph.properties, paragraph.content.text()
        outline = self.outlines[paragraph.place]
        heading, style = self._heading_level(properties), self.styles.name(properties.style)
        repeats = self.contents.holds(paragraph, style, heading)
        found = None if _is_section_break(paragraph) else self._list_level(properties)
        if found:
            numbered, level = found
            # Table cells count on with the body, in the order of the document; text boxes do not.
            story = "textbox" if paragraph.place == "textbox" else "body"
            values = self.counters[story].advance(numbered, level)
            language = self.languages.of(numbered.levels.get(level), properties)
            written, is_known = label(numbered, level, values, language)
            shown = self._counted(numbered, values, written, heading, text, outline)
            # A number typed beside Word's own will be wrong after the next renumbering, so it is reported.
            if shown.path and is_typed_again(shown.label, text):
                shown = replace(shown, typed=True)
            if shown.label and paragraph.place == "body" and heading:
                shown = self.labelled.counted_annex(shown.label, values[-1], text) or shown
            if shown.label or shown.kind == "item":
                if repeats:
                    shown = replace(shown, kind=self._plain_kind(properties, heading), path=())
                return shown if is_known else replace(shown, is_label_known=False)
        if paragraph.place in ("body", "table"):
            told = self.labelled.number(paragraph, style)
            told = told or (self.labelled.annex(paragraph) if heading and paragraph.place == "body" else None)
            if told:
                return told
        if repeats:
            return Numbering(self._plain_kind(properties, heading), (), "", line_of(text))
        return self._typed(properties, heading, text, outline)

    def _heading_level(self, properties: Properties) -> int:
        """1 for a chapter; 0 for text."""
        outline = properties.outline
        if outline is None:
            outline = self.styles.outline(properties.style)
        return outline + 1 if outline is not None and outline < _BODY_TEXT else 0

    def _list_level(self, properties: Properties) -> tuple[NumberedLevel, int] | None:
        """The list of a paragraph and its level there; None where it has none."""
        if properties.list_number is None:
            found = self._of_style(properties.style)
            if found is None or properties.list_level is None:
                return found
            numbered, level = found[0], properties.list_level
        else:
            direct = self.lists.get(properties.list_number)
            if direct is None:
                return None
            # A direct list without a level means level 0, whatever level the style has.
            numbered, level = direct, properties.list_level or 0
        return (numbered, level) if 0 <= level < LEVELS else None

    def _of_style(self, style: str | None) -> tuple[NumberedLevel, int] | None:
        if style not in self.linked:
            self.linked[style] = self._read_style(style)
        return self.linked[style]

    def _read_style(self, style: str | None) -> tuple[NumberedLevel, int] | None:
        """The list and level of a style, its own or inherited; None where it has none."""
        chain = self.styles.chain(style)
        # The first style that says anything decides; 0 means that the list of a base style is taken away.
        said = next((each.list_number for each in chain if each.list_number is not None), None)
        numbered = self.lists.get(said) if said is not None else None
        if numbered is None:
            return None
        level = _level_of(chain, numbered)
        return (numbered, level) if 0 <= level < LEVELS else None

    def _counted(
        self, numbered: NumberedLevel, values: tuple[int, ...], shown: str, heading: int, text: str, outline: Outline
    ) -> Numbering:
        """The number that Word counts; for a literal label without a counter, the number that its text means."""
        level = len(values) - 1
        own = numbered.levels.get(level)
        if own is None or own.format == "bullet" or not shown:
            kind = "item" if own is not None and own.format == "bullet" and shown else "plain"
            return Numbering("heading" if heading else kind, (), "", line_of(text))
        # Word has no counter for Arabic headings in words, so their level text is the whole label.
        is_counted = _PLACEHOLDER.search(own.text) is not None
        literal = None if is_counted else label_number(shown)
        if literal is None and not (is_counted or heading):
            return Numbering("plain", (), shown, line_of(text))
        first = self._first_level(numbered, level)
        kind = "heading" if heading else "paragraph" if level == first else "subparagraph"
        if literal:
            return Numbering(kind, _said(outline, kind, literal, level, first), shown, line_of(text))
        path = _path(outline, kind, values, first, has_parents=_PARENTS[level].search(own.text) is not None)
        return Numbering(kind, path, shown, line_of(text))

    def _first_level(self, numbered: NumberedLevel, level: int) -> int:
        """The level of numbered paragraphs: the first that is not linked to headings; deeper ones are subparagraphs."""
        first = 0
        while first < level and self._is_of_headings(numbered, first):
            first += 1
        return first

    def _is_of_headings(self, numbered: NumberedLevel, level: int) -> bool:
        own = numbered.levels.get(level)
        return own is not None and own.style is not None and self.styles.outline(own.style) is not None

    def _typed(self, properties: Properties, heading: int, text: str, outline: Outline) -> Numbering:
        """The number that stands in the text, where there is one."""
        typed = typed_number(text, sure=heading > 0)
        if typed is None or (heading and not outline.is_followed_by(typed, heading)):
            return Numbering(self._plain_kind(properties, heading), (), "", line_of(text))
        if heading:
            return Numbering("heading", outline.heading(typed, heading), typed.label, line_of(typed.rest), True)
        kind, path = outline.read(typed)
        return Numbering(kind, path, typed.label, line_of(typed.rest), True)

    def _plain_kind(self, properties: Properties, heading: int) -> str:
        if heading:
            return "heading"
        return "summary" if self.styles.name(properties.style).casefold() == _SUMMARY else "plain"


def _is_section_break(paragraph: StoryParagraph) -> bool:
    """Whether a paragraph holds nothing but a section break; Word shows no number there."""
    return paragraph.properties.ends_section and not paragraph.content.seen


def _level_of(chain: tuple[ReadStyle, ...], numbered: NumberedLevel) -> int:
    """The level of a style in its list: the level linked to it, else its own, else that of its base style.

    The link (w:pStyle of a level) wins over the level that the style itself states: ISO/IEC 29500, 17.9.23.
    """
    for style in chain:
        linked = numbered.level_of(style.id)
        level = style.list_level if linked is None else linked
        if level is not None:
            return level
        if style.list_number is not None:
            break
    return 0


def _path(outline: Outline, kind: str, values: tuple[int, ...], first: int, has_parents: bool) -> Path:
    """The path of a counted number: under the parents that its label shows, else under what stands before it."""
    level = len(values) - 1
    if kind == "paragraph" or has_parents:
        return outline.counted(kind, values)
    if kind == "heading":
        return outline.heading_at(level + 1, values[-1])
    return outline.part_at(level - first, values[-1])


def _said(outline: Outline, kind: str, literal: Typed, level: int, first: int) -> Path:
    """The path of a literal label: its meaning, under what stands before it."""
    if kind == "heading":
        return outline.heading(literal, level + 1)
    return outline.numbered(literal) if kind == "paragraph" else outline.part(literal, level - first)
