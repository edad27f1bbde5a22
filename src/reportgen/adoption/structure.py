"""The lines of a file as the parts and blocks of a report: `read_draft(document, language, standing, begin)`."""

from __future__ import annotations

from typing import Literal

from reportgen.adoption.counted import CountedNumbers, same_label
from reportgen.adoption.draft import (
    DraftBlock,
    DraftBox,
    DraftList,
    DraftPart,
    DraftPiece,
    DraftReport,
    DraftText,
    OpenPart,
    TextKey,
)
from reportgen.adoption.figures import FigureReader
from reportgen.adoption.ids import DraftIds
from reportgen.adoption.lines import (
    all_lines,
    begins_with_label,
    content_of_lines,
    in_bold,
    is_blank,
    unmarked,
    without_bold,
)
from reportgen.adoption.looks import is_heading_by_looks, is_of_summary, item_ids, same_text, with_part
from reportgen.adoption.marks import MarkedNotes
from reportgen.adoption.tables import TableReader
from reportgen.language import Language
from reportgen.readers import ReadDocument
from reportgen.record import record, replace
from reportgen.tree.text import plain_text

_DEEPEST_SECTION = 6
_DEEPEST_ITEM = 3
_BOX_TEXT, _TITLES = "box text", ("title", "subtitle")


@record
class StandingHeadings:
    """The words that a report itself prints above its summary and its contents."""

    summary: str
    contents: str


def read_draft(document: ReadDocument, language: Language, standing: StandingHeadings, begin: int = 0) -> DraftReport:
    """The report that a file is, from the line `begin` on; the lines before it are its masthead."""
    return _DraftReader(document, language, standing, begin).report()


class _DraftReader:
    """Walks the lines once; `open` are the parts from the top to the one that blocks now go to."""

    def __init__(self, document: ReadDocument, language: Language, standing: StandingHeadings, begin: int) -> None:
        self.document, self.standing, self.begin = document, standing, begin
        self.lines, self.ids, self.counted = document.blocks, DraftIds(), CountedNumbers(language)
        self.notes = MarkedNotes(document, self.ids, language)
        self.tables = TableReader(document, self.ids, self.counted, self.notes)
        word = language.uncounted("figure")
        self.figures = FigureReader(document, self.ids, self.counted, self.tables, begin, word)
        self.language = language
        self.sections: list[OpenPart] = []
        self.annexes: list[OpenPart] = []
        self.open: list[OpenPart] = []
        self.summary: tuple[DraftPiece, ...] = ()
        self.contents = 0

    def report(self) -> DraftReport:
        title = self.title()
        at = self.begin
        while at < len(self.lines):
            self.figures.put_waiting(at, self.put)
            at = self.take(at)
        self.figures.put_waiting(at, self.put)
        self.leftover_notes()
        sections, annexes = (tuple(each.closed() for each in some) for some in (self.sections, self.annexes))
        return DraftReport(title, sections, annexes, self.summary, self.contents)

    def title(self) -> DraftPiece:
        """The line in the style of a title, else the first with a text."""
        named = (at for at, line in enumerate(self.lines) if line.style.casefold() == "title" and line.line.text)
        first = (at for at, line in enumerate(self.lines) if line.line.text)
        at = next(named, next(first, -1))
        if at < 0:
            return DraftPiece("title", (), ())
        return DraftPiece("title", (at,), unmarked(without_bold(self.lines[at].content)))

    def take(self, at: int) -> int:
        """Take the block that begins with a line; the index of the line behind it."""
        line = self.lines[at]
        if is_blank(line):
            return at + 1
        if line.place == "table" and line.cell:
            return self.tables.take(at, self.put)
        match line.line.kind:
            case "heading":
                self.heading(at)
            case "annex" | "appendix":
                return self.annex(at)
            case "summary":
                return self.take_summary(at)
            case "contents" if same_text(line.line.text, self.standing.contents):
                self.contents = self.depth()
            case "paragraph" if line.place == "body" and line.line.text and self.counted.takes_paragraph(line):
                self.put_text(at, "text")
            case "subparagraph" if self.part_of_paragraph(at):
                pass
            case "item":
                return self.list(at)
            case "quotation":
                self.put_text(at, "quotation")
            case "table" | "figure":
                return self.figures.take_caption(at, self.put) or self.tables.take_caption(at, self.put)
            case "box":
                return self.box(at)
            case "alternative":
                # What a picture shows is not printed; it stands with its picture.
                pass
            case _:
                self.plain(at)
        return at + 1

    def depth(self) -> int:
        """How many levels of headings the contents list: those of the file, at most two."""
        # A file says nowhere for sure how deep its contents go, and those of reports seldom go deeper.
        levels = (line.level or len(line.line.path) for line in self.lines if line.line.kind == "heading")
        return min(max(levels, default=1), 2)

    # Parts

    def heading(self, at: int) -> None:
        line = self.lines[at]
        level = line.level or len([step for step in line.line.path if isinstance(step, int)]) or 1
        if line.marks or not line.line.text.strip() or line.place != "body":
            self.plain(at, bold=True)
            return
        self.begin_section(at, level)

    def begin_section(self, at: int, level: int) -> None:
        line = self.lines[at]
        top = 1 if self.open and self.open[0] in self.annexes else 0
        while len(self.open) > top and self.open[-1].level >= level:
            self.open.pop()
        depth = min(len(self.open) - top + 1, _DEEPEST_SECTION)
        self.open = self.open[: top + depth - 1]
        is_counted = self.counted.takes_heading(line, depth)
        heading = self.piece(at, labelled=not is_counted)
        heading = replace(heading, content=without_bold(heading.content))
        section = OpenPart(level, DraftPart(heading.id, heading, is_counted))
        (self.open[-1].inner if self.open else self.sections).append(section)
        self.open.append(section)

    def annex(self, at: int) -> int:
        """An annex or an appendix that the program counts as the file does, else a section without a number."""
        line = self.lines[at]
        kind: Literal["annex", "appendix"] = "annex" if line.line.kind == "annex" else "appendix"
        family = self.annexes if kind == "annex" else self.annexes[-1].appendices if self.annexes else None
        if family is None or line.marks or not self.is_counted_annex(at, len(family) + 1):
            self.begin_section(at, 1)
            return at + 1
        piece = self.piece(at)
        heading = replace(piece, content=without_bold(piece.content)) if plain_text(piece.content).strip() else None
        part = OpenPart(0, DraftPart(piece.id, heading))
        family.append(part)
        self.open = [part] if kind == "annex" else [self.annexes[-1], part]
        self.counted.begin_annex()
        return at + 1

    def is_counted_annex(self, at: int, number: int) -> bool:
        """Whether an annex has the label that a report gives it: none but the word where it is the only one."""
        line = self.lines[at]
        kind: Literal["annex", "appendix"] = "annex" if line.line.kind == "annex" else "appendix"
        family = line.line.path[:-1]
        alone = sum(each.line.kind == kind and each.line.path[:-1] == family for each in self.lines) == 1
        label = self.language.uncounted(kind) if alone else self.language.label(kind, 1, number)
        return same_label(line.line.label, label)

    def take_summary(self, at: int) -> int:
        """The summary with its paragraphs, where the report would print its heading so; else a section."""
        end = at + 1
        while end < len(self.lines) and is_of_summary(self.lines[end]):
            end += 1
        texts = self.lines[at + 1 : end]
        is_ours = same_text(self.lines[at].line.text, self.standing.summary) and not self.summary and not self.sections
        if not texts or not is_ours or any(line.marks or line.line.label for line in texts):
            self.begin_section(at, 1)
            return at + 1
        self.summary = tuple(self.piece(index) for index in range(at + 1, end))
        return end

    # Blocks

    def put(self, block: DraftBlock) -> None:
        """Put a block into the part that is open; before any heading into a section without one."""
        if not self.open:
            self.sections.append(OpenPart(_NEVER, DraftPart(self.ids.of("", "", "opening"), None)))
            self.open = [self.sections[-1]]
        self.open[-1].blocks.append(block)

    def plain(self, at: int, bold: bool = False) -> None:
        """A text without a number, or with one that stays as text; a short one in bold is a heading."""
        line = self.lines[at]
        if not bold and is_heading_by_looks(line):
            self.begin_section(at, self.level_by_looks())
            return
        piece = self.piece(at, labelled=True)
        if bold or line.style.casefold() in _TITLES:
            piece = replace(piece, content=in_bold(piece.content), in_bold=True)
        if piece.content:
            self.put(DraftText(piece, "plain", notes=self.notes.of(piece)))

    def level_by_looks(self) -> int:
        """One below the last heading that the file calls one."""
        known = [each.level for each in self.open if each.level < _LOOKS]
        return _LOOKS + (known[-1] if known else 0)

    def put_text(self, at: int, key: TextKey) -> None:
        piece = self.piece(at)
        self.put(DraftText(piece, key, notes=self.notes.of(piece)))

    def part_of_paragraph(self, at: int) -> bool:
        """Whether a subparagraph has the next letter of the paragraph before it, to which it then goes."""
        line = self.lines[at]
        last = self.open[-1].blocks[-1] if self.open and self.open[-1].blocks else None
        if line.place != "body" or not line.line.text or not isinstance(last, DraftText) or last.key != "text":
            return False
        level = self.counted.takes_part(line)
        if not level:
            return False
        piece = self.piece(at)
        notes = (*last.notes, *self.notes.of(piece))
        self.open[-1].blocks[-1] = replace(with_part(last, DraftText(piece, "text"), level), notes=notes)
        return True

    def list(self, at: int) -> int:
        """The items that follow one another, none deeper than one level below the one before it."""
        items: list[tuple[int, DraftPiece]] = []
        end = at
        while end < len(self.lines) and self.lines[end].line.kind == "item" and self.lines[end].place == "body":
            level = min(self.lines[end].level or 1, _DEEPEST_ITEM, (items[-1][0] + 1) if items else 1)
            content = self.notes.settled(content_of_lines([self.lines[end]]))
            if content:
                items.append((level, DraftPiece("", (end,), content)))
            end += 1
        if not items:
            self.plain(at)
            return at + 1
        name = self.ids.of("", plain_text(items[0][1].content), "list")
        notes = tuple(note for _, piece in items for note in self.notes.of(piece))
        named = zip(items, item_ids(name, [level for level, _ in items]), strict=True)
        self.put(DraftList(name, tuple((level, replace(piece, id=each)) for (level, piece), each in named), notes))
        return end

    def box(self, at: int) -> int:
        """A box with its frame of paragraphs; without one its caption is text."""
        end = at + 1
        while end < len(self.lines) and self.lines[end].style.casefold() == _BOX_TEXT:
            end += 1
        if end == at + 1 or not self.lines[at].line.text or not self.counted.takes_caption(self.lines[at], "box"):
            self.plain(at)
            return at + 1
        name = self.ids.of(self.lines[at].line.id, self.lines[at].line.text, "box")
        below = self.tables.below(name, end, range(at, end))
        heading, *texts = (
            DraftPiece(f"{name}/{index - at}" if index > at else name, (index,),
                       below.marked(self.tables.content([index])))
            for index in range(at, end)
        )  # fmt: skip
        self.put(DraftBox(name, heading, tuple(texts), below.source, below.notes))
        return below.end

    def piece(self, at: int, labelled: bool = False) -> DraftPiece:
        line = self.lines[at]
        name = self.ids.of(line.line.id, line.line.text, line.line.kind if line.line.kind != "plain" else "text")
        content = self.notes.settled(content_of_lines([line], labelled))
        return DraftPiece(name, (at,), content, labelled, begins_with_label(line, labelled))

    def leftover_notes(self) -> None:
        """Notes that no mark of the text is of stand at the end, with their labels."""
        lines = all_lines(self.document)
        for at in self.notes.left(self.begin):
            name = self.ids.of("", lines[at].line.text, "note")
            content = content_of_lines([lines[at]], labelled=True)
            if content:
                is_numbered = begins_with_label(lines[at], labelled=True)
                self.put(DraftText(DraftPiece(name, (at,), content, True, is_numbered), "plain"))


_LOOKS, _NEVER = 20, 1000
"""Levels of headings that only looks tell lie below all that a file has; no heading stands in the opening text."""
