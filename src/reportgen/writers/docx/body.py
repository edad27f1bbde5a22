"""Blocks as paragraphs of named styles, each with a bookmark of its id."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from reportgen.tree.looks import Looks
from reportgen.tree.nodes import Block, Document, Heading, Note, Paragraph, PlainParagraph, Subparagraph, Summary
from reportgen.writers.docx.lists import Lists
from reportgen.writers.docx.runs import Runs
from reportgen.writers.docx.xml import bookmark_name, paragraph, part

END_RULE = paragraph("EndRule", "")
"""The short rule that ends a document."""

_SEPARATOR = "_" * 18
"""What stands above footnotes in UN documents."""

_MARK_STYLE = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'


@dataclass
class Body:
    """Writes the blocks of one document; `lists` collects the lists that no style has."""

    looks: Looks
    runs: Runs
    bookmarks: int = 0
    lists: Lists = field(init=False)

    def __post_init__(self) -> None:
        self.lists = Lists(self.looks)

    def blocks(self, document: Document) -> str:
        """All blocks in reading order."""
        return "".join(self.block(block) for block in document.blocks)

    def block(self, block: Block) -> str:
        """One block."""
        match block:
            case Heading():
                return self.numbered(block, f"Heading{block.level}")
            case Paragraph():
                return self.numbered(block, "NumberedParagraph")
            case Subparagraph():
                return self.numbered(block, f"Subparagraph{block.level}")
            case PlainParagraph():
                return paragraph("PlainText", self.marked(block.id, self.runs.content(block.content)))
            case Summary():
                return self.summary(block)
            case _:
                assert_never(block)

    def numbered(self, block: Heading | Paragraph | Subparagraph, style: str) -> str:
        """A block that Word numbers, by the list of its style or by one that is said."""
        content = self.marked(block.id, self.runs.content(block.content))
        return paragraph(style, content, self.lists.properties(block))

    def summary(self, summary: Summary) -> str:
        """The summary's paragraphs share one frame, since their styles have the same one."""
        heading = paragraph("SummaryHeading", self.marked(summary.id, self.runs.content(summary.heading)))
        rest = (
            paragraph("SummaryText", self.marked(each.id, self.runs.content(each.content))) for each in summary.blocks
        )
        return heading + "".join(rest)

    def marked(self, name: str, content: str) -> str:
        """The content of a block between the ends of its bookmark."""
        self.bookmarks += 1
        number = self.bookmarks
        start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_name(name)}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


def footnotes(document: Document, runs: Runs) -> bytes:
    """The footnotes part: the separators that Word wants, then the notes."""
    notes = (*document.masthead.notes, *document.notes)
    return part("footnotes", _separators() + "".join(_note(note, runs) for note in notes))


def _separators() -> str:
    kinds = ((-1, "separator"), (0, "continuationSeparator"))
    rule = paragraph("FootnoteSeparator", f"<w:r><w:t>{_SEPARATOR}</w:t></w:r>")
    return "".join(f'<w:footnote w:type="{kind}" w:id="{number}">{rule}</w:footnote>' for number, kind in kinds)


def _note(note: Note, runs: Runs) -> str:
    mark = f"<w:r>{_MARK_STYLE}<w:footnoteRef/></w:r>"
    if note.asterisk and note.number:
        mark = f"<w:r>{_MARK_STYLE}<w:t>{note.number.label}</w:t></w:r>"
    text = paragraph("FootnoteText", f"{mark}<w:r><w:tab/></w:r>{runs.content(note.content)}")
    return f'<w:footnote w:id="{runs.notes[note.id]}">{text}</w:footnote>'
