"""Markdown as its reader sees it: numbers are text in our own files, and counted lists in those of others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from reportgen.located import normalized
from reportgen.readers.document import ReadDocument, ReadLine, ReadMark, ReadMastheadLine, ReadReference
from reportgen.readers.identity import identity_from
from reportgen.readers.letters import letters_named
from reportgen.readers.markdown import limits
from reportgen.readers.markdown.blocks import CODE_INDENT, MarkdownBlock, blocks
from reportgen.readers.markdown.inline import ReadInline
from reportgen.readers.markdown.inlines import content_of_block, masthead_of_block
from reportgen.readers.markdown.labels import MarkdownLabels
from reportgen.readers.markdown.roles import ANCHOR, Role, roles
from reportgen.readers.outline import Outline
from reportgen.readers.typed import Typed, typed_number
from reportgen.tree.line import Line, begins_text
from reportgen.tree.printed import Identity
from reportgen.tree.seen import part_of, seen_content
from reportgen.workspace import read_file

_OWN_LABEL = re.compile(r"\(?\w+(?: \w+)?(?:\\[.)]|\)| [-–])\s")
_STARS = re.compile(r"((?:\\\*)+) ")
_ATTRIBUTES = re.compile(r"\{#([\w-]{1,100})[^{}]*\}\Z")
_IDENTITY = re.compile(
    r"^<!-- reportgen "
    + " ".join(rf'{name}="([^"<>\n]{{1,100}})"' for name in ("symbol", "edition", "language", "digest"))
    + r" -->$",
    re.MULTILINE,
)
_DEEPEST = 6
"""Markdown has six levels of headings; since the title takes one, our levels five and six look the same."""


def read(path: Path, shown: str) -> ReadDocument:
    """A Markdown file; an `InputError` where it is not UTF-8 or too large."""
    limits.check_size(path, shown)
    return parse_markdown(normalized(read_file(path, shown, limits.LARGEST_MARKDOWN), shown), shown)


def parse_markdown(text: str, shown: str = "") -> ReadDocument:
    """A Markdown text; `shown` is the name of its file. An `InputError` where it has more than any report."""
    limits.check_text(text, shown)
    found = blocks(text, shown)
    limits.check_blocks(found, shown)
    return replace(_Reader(found).document(shown), identity=_identity(text))


@dataclass
class _Note:
    """A note: its text, its number once a mark of it is met, and the lines of its marks."""

    content: ReadInline
    number: int = 0
    marked_in: list[int] = field(default_factory=list)


class _Reader:
    def __init__(self, found: list[MarkdownBlock]) -> None:
        self.blocks = [block for block in found if block.kind != "note"]
        # Reversed, since of two notes with one key renderers show the first.
        self.notes = {block.key: _Note(block.content()) for block in reversed(found) if block.kind == "note"}
        self.asterisks = [note for note in map(_asterisk, self.blocks) if note]
        self.outline, self.cells = Outline(), Outline()
        self.labels = MarkdownLabels()
        self.title = _title(self.blocks)
        self.anchors: list[str] = []
        self.counted = 0

    def document(self, shown: str) -> ReadDocument:
        lines: list[ReadLine] = []
        above: list[ReadMastheadLine] = []
        has_begun = False
        for block, role in zip(self.blocks, roles(self.blocks), strict=True):
            if not _asterisk(block):
                found = list(self._block(block, role, len(lines)))
                lines += found
                has_begun = has_begun or any(begins_text(each.line) for each in found)
                above += [] if has_begun else masthead_of_block(block, [note.key for note in self.asterisks])
        notes = (*self.asterisks, *self._notes())
        return ReadDocument(shown, "accepted", letters_named(lines), notes, tuple(above))

    def _block(self, block: MarkdownBlock, role: Role, index: int) -> Iterator[ReadLine]:
        if block.kind == "heading":
            # Pandoc and others write the id of a heading as {#id} behind it.
            block.source = _ATTRIBUTES.sub(r'<a id="\1"></a>', block.source)
        content = block.content()
        self.anchors += content.anchors
        if not content.text.strip() or role == "entry":
            return
        # An anchor in an empty block belongs to the next block that has text.
        named, self.anchors = self.anchors, []
        line, typed = self._line(block, role, content, named[0] if named else "")
        marks = tuple(self._mark(key, index) for key in content.notes if key in self.notes)
        yield ReadLine(
            line,
            typed=typed,
            place="table" if block.kind == "cell" else "body",
            anchors=tuple(named),
            marks=marks,
            references=_references(content),
            content=content_of_block(block, role, content, line.text, marks),
            cell=(block.row, block.column) if block.kind == "cell" else None,
        )

    def _line(self, block: MarkdownBlock, role: Role, content: ReadInline, name: str) -> tuple[Line, bool]:
        """A block as a line, and whether its number was typed by hand; a number behind an anchor was printed by us."""
        text = _on_one_line(content.text)
        # The title stands in no series, and its level is not one of the report's.
        if block is self.title:
            return Line(name, "plain", (), "", text), False
        line = self.labels.line(block, role, name, text)
        if line:
            if line.kind in ("annex", "appendix"):
                self.outline = Outline(prefix=line.path)
            return line, bool(line.path) and not name
        if block.kind == "item":
            return self._item(block, name, text), False
        typed = typed_number(content.text, sure=_expects_a_number(block))
        if block.kind == "heading":
            line = self._heading(block, name, text, typed)
            return line, bool(line.path) and not name
        if typed:
            # Numbers in cells are counted apart, so that a list in a table does not disturb the paragraphs.
            outline = self.cells if block.kind == "cell" else self.outline
            kind, path = outline.read(typed, level=_indent(block.text))
            return Line(name, kind, path, typed.label, _on_one_line(typed.rest)), not name
        kind = "cell" if block.kind == "cell" else "quotation" if role == "quotation" else "plain"
        return Line(name, kind, (), "", text), False

    def _heading(self, block: MarkdownBlock, name: str, text: str, typed: Typed | None) -> Line:
        if typed is None:
            return Line(name, "heading", (), "", text)
        # Below a title, headings of level 2 are the chapters.
        level = max(block.level - (self.title is not None), 1)
        if not name and not self.outline.is_followed_by(typed, level):
            return Line(name, "heading", (), "", text)
        if block.level == _DEEPEST and level < _DEEPEST and self.outline.is_deeper(typed, level):
            level = _DEEPEST
        path = self.outline.heading(typed, level)
        return Line(name, "heading", path, typed.label, _on_one_line(typed.rest))

    def _item(self, block: MarkdownBlock, name: str, text: str) -> Line:
        """An item of a list that a renderer counts."""
        if not block.sign:
            return Line(name, "item", (), "", text)
        counts = tuple(count for count in block.counts if count is not None)
        kind = "paragraph" if len(counts) == 1 else "subparagraph"
        return Line(name, kind, self.outline.counted(kind, counts), f"{counts[-1]}{block.sign}", text)

    def _mark(self, key: str, index: int) -> ReadMark:
        note = self.notes[key]
        if not note.number:
            self.counted += 1
            note.number = self.counted
        note.marked_in.append(index)
        return ReadMark(key, str(note.number))

    def _notes(self) -> Iterator[ReadLine]:
        """The notes that are marked somewhere, in the order of their first marks: others are not shown."""
        # A renderer numbers notes by their first mark, whatever their keys say.
        for key, note in sorted(self.notes.items(), key=lambda item: item[1].number):
            if note.number:
                names, text = note.content.anchors, _on_one_line(note.content.text)
                line = Line(names[0] if names else "", "note", (note.number,), str(note.number), text)
                yield ReadLine(
                    line,
                    place="footnote",
                    anchors=tuple(names),
                    references=_references(note.content),
                    key=key,
                    marked_in=tuple(note.marked_in),
                    content=seen_content(part_of(note.content.on_one_line(), text)),
                )


def _identity(text: str) -> Identity | None:
    """What the file says it is, in the last comment that says so; None for the files of others."""
    said = _IDENTITY.findall(text)
    return identity_from(*said[-1]) if said else None


def _title(found: list[MarkdownBlock]) -> MarkdownBlock | None:
    """The title: the only heading of the first level, before all others and without a number."""
    headings = [block for block in found if block.kind == "heading"]
    if not headings or headings[0].level != 1 or any(block.level == 1 for block in headings[1:]):
        return None
    return None if typed_number(headings[0].content().text, sure=True) else headings[0]


def _asterisk(block: MarkdownBlock) -> ReadLine | None:
    """A note of the masthead: a paragraph that begins with asterisks."""
    match = _STARS.match(block.text) if block.kind == "text" else None
    if match is None:
        return None
    content, label = block.inline(block.text[match.end() :]), match[1].replace("\\", "")
    text = _on_one_line(content.text)
    return ReadLine(
        Line("", "note", (), label, text), key=label, content=seen_content(part_of(content.on_one_line(), text))
    )


def _expects_a_number(block: MarkdownBlock) -> bool:
    """Whether a number is set as we print it: indented, or behind an anchor and with its full stop escaped."""
    if block.kind == "heading" or _indent(block.text):
        return True
    match = ANCHOR.match(block.text)
    return match is not None and _OWN_LABEL.match(block.text, match.end()) is not None


def _indent(text: str) -> int:
    """The level of a subparagraph by the wide blanks before it, 9 at most, as in a Word list."""
    return min(len(text) - len(text.lstrip(CODE_INDENT)), 9)


def _references(content: ReadInline) -> tuple[ReadReference, ...]:
    return tuple(ReadReference(target[1:], text) for target, text in content.links if target.startswith("#"))


def _on_one_line(text: str) -> str:
    return text.replace("\t", " ").strip(f" {CODE_INDENT}")
