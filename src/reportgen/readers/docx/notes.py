"""Footnotes and endnotes, counted again in the order of their marks, by the rules of settings and sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from reportgen.readers.document import ReadMark, StoryPlace
from reportgen.readers.docx.found import FoundMark
from reportgen.readers.docx.story import Story, StoryParagraph
from reportgen.readers.numerals import is_numeral_known, numeral
from reportgen.tree.inlines import NoteMark
from reportgen.word.bookmarks import hidden_id
from reportgen.word.names import number, value, w
from reportgen.word.package import MOST_NOTES

_KINDS: tuple[StoryPlace, ...] = ("footnote", "endnote")
# What Word uses where a file says nothing: figures for footnotes, small roman for endnotes.
_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(frozen=True, slots=True)
class NoteNumbering:
    """How the notes of a section are counted."""

    format: str
    start: int = 1
    each_section: bool = False
    language: str = ""


@dataclass(slots=True)
class FoundNote:
    """A note with its number, its paragraphs, its id if it is ours, and the indexes of the lines where it is marked."""

    key: str
    kind: StoryPlace
    number: int | None
    label: str
    paragraphs: list[StoryParagraph]
    is_label_known: bool = True
    id: str = ""
    marked_in: list[int] = field(default_factory=list)


class ReadNotes:
    """The notes of a file, numbered while the lines are read."""

    def __init__(
        self, roots: dict[str, etree._Element | None], rules: list[dict[str, NoteNumbering]], story: Story
    ) -> None:
        self.story = story
        self.rules, self.section = rules, 0
        count = sum(len(root) for root in roots.values() if root is not None)
        story.package.check_count(count, "footnotes and endnotes", MOST_NOTES)
        self.elements = {kind: _elements(roots.get(kind), kind) for kind in _KINDS}
        self.found: dict[str, FoundNote] = {}
        self.count = dict.fromkeys(_KINDS, 0)

    def marks(self, marks: Sequence[FoundMark], line: int, section: int) -> tuple[ReadMark, ...]:
        """The marks of a line of a section, each with its number."""
        if section != self.section:
            self._begin_section(section)
        return tuple(self._mark(mark, line, self.rules[section][mark.kind]) for mark in marks)

    def named(self, marks: Sequence[ReadMark]) -> list[NoteMark]:
        """Marks as inlines: each names its note by its id, else by its key."""
        return [NoteMark(self.found[mark.note].id or mark.note, mark.label) for mark in marks]

    def in_order(self) -> list[FoundNote]:
        """Footnotes and then endnotes, in the order of their first marks."""
        return [note for kind in _KINDS for note in self.found.values() if note.kind == kind]

    def _begin_section(self, section: int) -> None:
        self.section = section
        for kind in _KINDS:
            if self.rules[section][kind].each_section:
                self.count[kind] = 0

    def _mark(self, mark: FoundMark, line: int, rules: NoteNumbering) -> ReadMark:
        kind: StoryPlace = "footnote" if mark.kind == "footnote" else "endnote"
        # Footnotes and endnotes have ids of their own, and the same ones.
        key = mark.note if kind == "footnote" else f"endnote {mark.note}"
        label, counted, is_known = mark.label, None, True
        # A mark of the author's own (*) is not counted, so the next note has the number it would have without it.
        if not mark.custom:
            self.count[kind] += 1
            counted = self.count[kind] + rules.start - 1
            label = numeral(counted, rules.format, rules.language)
            is_known = is_numeral_known(counted, rules.format, rules.language)
        if key not in self.found:
            paragraphs = self._read(kind, mark.note)
            self.found[key] = FoundNote(key, kind, counted, label, paragraphs, is_known, _id(paragraphs))
        self.found[key].marked_in.append(line)
        return ReadMark(key, label)

    def _read(self, kind: StoryPlace, name: str) -> list[StoryParagraph]:
        element = self.elements[kind].get(name)
        return self.story.read(element, kind) if element is not None else []


def _id(paragraphs: Sequence[StoryParagraph]) -> str:
    names = (hidden_id(bookmark.name) for paragraph in paragraphs for bookmark in paragraph.content.bookmarks)
    return next(filter(None, names), "")


def rules(
    settings: etree._Element | None, sections: Sequence[etree._Element | None], language: str
) -> list[dict[str, NoteNumbering]]:
    """How the notes of each section are counted: as it says itself, else as the settings say; in the language of the
    file."""
    usual = _rules_of([settings], language)
    return [_rules_of([section, settings], language) if _says_something(section) else usual for section in sections]


def _says_something(section: etree._Element | None) -> bool:
    return section is not None and any(section.find(w(f"{kind}Pr")) is not None for kind in _KINDS)


def _rules_of(sources: Sequence[etree._Element | None], language: str) -> dict[str, NoteNumbering]:
    return {kind: _rules(kind, [each for each in sources if each is not None], language) for kind in _KINDS}


def _rules(kind: StoryPlace, sources: list[etree._Element], language: str) -> NoteNumbering:
    said = [each for source in sources if (each := source.find(w(f"{kind}Pr"))) is not None]
    formats = [name for each in said if (name := value(each.find(w("numFmt"))))]
    starts = [start for each in said if (start := number(each, "numStart")) is not None]
    restarts = [name for each in said if (name := value(each.find(w("numRestart"))))]
    return NoteNumbering(
        format=next(iter(formats), _FORMATS[kind]),
        start=next(iter(starts), 1),
        each_section=next(iter(restarts), "") == "eachSect",
        language=language,
    )


def _elements(root: etree._Element | None, kind: StoryPlace) -> dict[str, etree._Element]:
    """The notes by id, without the separators, which are stored as notes of another type (ids -1 and 0)."""
    return dict(_notes(root, kind)) if root is not None else {}


def _notes(root: etree._Element, kind: StoryPlace) -> Iterator[tuple[str, etree._Element]]:
    for element in root.iterchildren(w(kind)):
        if element.get(w("type"), "normal") == "normal":
            yield element.get(w("id"), ""), element
