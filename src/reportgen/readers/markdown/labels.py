"""Lines of blocks that have a role: captions, annexes, and what belongs to tables, figures and boxes."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.readers.captions import Course, caption_number, labelled, source_text
from reportgen.readers.markdown.blocks import MarkdownBlock
from reportgen.readers.markdown.roles import CAPTION, LABEL_END, LETTER, Role, bare
from reportgen.tree.line import Line
from reportgen.tree.path import PartId


@dataclass
class MarkdownLabels:
    """Makes the lines of such blocks; `table` is the id of the table whose cells come next, `row` where those are."""

    course: Course = field(default_factory=Course)
    table: str = ""
    row: int = 0

    def line(self, block: MarkdownBlock, role: Role, name: str, text: str) -> Line | None:
        """The line of a block with a role, or of a cell of a table with an id; None for all others."""
        if block.kind == "cell":
            # A row number that goes back means that another table has begun, which has no caption of its own.
            self.table = self.table if block.row >= self.row else ""
            self.row = block.row
            return Line(self._cell(block), "cell", (), "", text) if self.table else None
        self.table, self.row = name if role == "table" else "", 0
        match role:
            case "annex" | "appendix":
                return self._annex(role, name, text)
            case "table" | "figure" | "box":
                return self._caption(block, role, name, text)
            case "alternative":
                return Line(name or self._inside("alternative"), role, (), "", text)
            case "source":
                return Line(name, role, (), "", source_text(text, sure=True) or text)
            case "letter-note":
                return self._letter_note(block, name)
            case "contents":
                return Line(name, role, (), "", block.inline(bare(block.text).partition(LABEL_END)[0]).text)
            case "summary":
                return Line(name, role, (), "", text)
            case "quotation" | "inside":
                return Line(name, "quotation" if role == "quotation" else "plain", (), "", text) if name else None
            case _:
                return None

    def _cell(self, block: MarkdownBlock) -> str:
        place = f"{block.row}-{block.column}" if block.row else f"head-{block.column}"
        return str(PartId(self.table, place))

    def _inside(self, part: str) -> str:
        return str(PartId(self.course.name, part)) if self.course.kind == "figure" and self.course.name else ""

    def _annex(self, kind: str, name: str, text: str) -> Line:
        label, end, rest = text.partition(LABEL_END)
        known = labelled(text)
        # Our labels end in an em space; those of others are known by their words.
        if known and not end:
            label, rest = known.label, known.rest
        return Line(name, kind, self.course.annexed(kind, caption_number(label)), label, rest.strip())

    def _caption(self, block: MarkdownBlock, kind: str, name: str, text: str) -> Line:
        source, known = bare(block.text), labelled(text)
        match = CAPTION.match(source)
        if match and name:
            label, rest = block.inline(match[1]).text, block.inline(source[match.end() :]).text
        else:
            label, rest = (known.label, known.rest) if known else ("", text)
        return Line(name, kind, self.course.captioned(kind, caption_number(label), name), label, rest)

    def _letter_note(self, block: MarkdownBlock, name: str) -> Line:
        source = bare(block.text)
        match = LETTER.match(source)
        label = match[1] if match else ""
        text = block.inline(source[match.end() :] if match else source).text
        return Line(name, "letter-note", self.course.lettered(label), label, text.strip())
