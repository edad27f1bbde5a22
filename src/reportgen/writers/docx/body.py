"""Blocks as paragraphs of named styles, each with a bookmark of its id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import assert_never

from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content
from reportgen.tree.looks import Looks
from reportgen.tree.text import plain_text
from reportgen.word.bookmarks import bookmark_name
from reportgen.writers.docx.captions import Captions
from reportgen.writers.docx.comments import WrittenComments
from reportgen.writers.docx.contents import contents_paragraphs
from reportgen.writers.docx.geometry import INDENT
from reportgen.writers.docx.lists import WrittenLists
from reportgen.writers.docx.media import Pictures
from reportgen.writers.docx.numbering import BULLET_STYLES
from reportgen.writers.docx.runs import Runs
from reportgen.writers.docx.tables import table_xml
from reportgen.writers.docx.xml import paragraph, part

END_RULE = paragraph("EndRule", "")
"""The short rule that ends a document."""

_SEPARATOR = "_" * 18
"""The line above footnotes in UN documents: 18 underscores, as measured in issued ones."""

_COMPATIBILITY = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)

_MARK_STYLE = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'


_BLOCK_END = paragraph("BlockEnd", "")
"""An empty paragraph behind a table or a frame, since Word joins two that follow one another."""


@dataclass
class Body:
    """Writes the blocks of one document; `lists` collects lists beyond those of styles, `pictures` the figures."""

    looks: Looks
    runs: Runs
    pictures: Pictures
    comments: WrittenComments
    bookmarks: int = 0
    lists: WrittenLists = field(init=False)
    captions: Captions = field(init=False)

    def __post_init__(self) -> None:
        self.lists, self.captions = WrittenLists(self.looks), Captions(self.looks, self.runs)

    def blocks(self, document: tree.Document) -> str:
        """All blocks in reading order."""
        return "".join(self.block(block) for block in document.blocks)

    def block(self, block: tree.Block) -> str:
        """One block."""
        match block:
            case tree.Heading():
                return self.numbered(block, f"Heading{block.level}")
            case tree.Paragraph():
                return self.numbered(block, "Recommendation" if block.recommendation else "NumberedParagraph")
            case tree.Subparagraph():
                style = "RecommendationPart" if block.recommendation else "Subparagraph"
                return self.numbered(block, f"{style}{block.level}")
            case tree.PlainParagraph() | tree.Quotation() | tree.ListItem() | tree.Source() | tree.LetterNote():
                return paragraph(_style_of(block), self.text(block))
            case tree.Summary():
                return self.summary(block)
            case tree.Contents():
                return contents_paragraphs(block, self.runs, self.text(block))
            case tree.Box():
                return self.box(block)
            case tree.Table():
                return self.captioned(block, "TableCaption") + self.table(block) + self.below(block) + _BLOCK_END
            case tree.Figure():
                return self.captioned(block, "FigureCaption") + self.picture(block) + self.below(block) + _BLOCK_END
            case tree.Annex():
                return self.captioned(block, "AnnexHeading" if block.level == 1 else "AppendixHeading")
            case tree.Cell() | tree.Alternative():
                raise AssertionError(f"{block.id} stands inside another block")
            case _:
                assert_never(block)

    def text(
        self,
        block: tree.Contents
        | tree.PlainParagraph
        | tree.Quotation
        | tree.ListItem
        | tree.Source
        | tree.LetterNote
        | tree.Cell,
    ) -> str:
        """The content of a block in its bookmark, behind "Source:" or the letter of a note."""
        before = ""
        if isinstance(block, tree.Source):
            before = self.runs.text(block.label, "<w:i/><w:iCs/>") + self.runs.text(" ")
        elif isinstance(block, tree.LetterNote) and block.number:
            before = self.runs.letter(block.number.label) + self.runs.text(" ")
        return self.marked(block.id, before + self.content(block.id, block.content))

    def numbered(self, block: tree.Heading | tree.Paragraph | tree.Subparagraph, style: str) -> str:
        """A block that Word numbers by the list of its style, or by another list where that would count wrongly."""
        content = self.marked(block.id, self.content(block.id, block.content))
        return paragraph(style, content, self.lists.properties(block))

    def captioned(self, block: tree.Noted | tree.Annex, style: str) -> str:
        """The caption of a block or the heading of an annex: the label, and the text on the next line."""
        self.bookmarks += 1
        label = self.captions.label(block, self.bookmarks)
        words = self.content(block.id, block.content)
        return paragraph(style, self.marked(block.id, f"{label}<w:r><w:br/></w:r>{words}"))

    def table(self, block: tree.Table) -> str:
        """The rows of a table, as wide as the column of the text."""
        width = self.looks.page.text_width - 2 * INDENT
        return table_xml(block, lambda cell: self.text(cell) if cell.content else "", width, self.runs.rtl)

    def picture(self, block: tree.Figure) -> str:
        """The picture of a figure; no higher than fits under its caption on a page."""
        picture = block.picture
        height = block.width * picture.size[1] / picture.size[0]
        # The author gives the width; a picture shrinks only where it would not fit on a page.
        scale = min(1, _HIGHEST / height)
        size = (block.width * scale, height * scale)
        description = plain_text(block.alternative.content)
        return paragraph("FigurePicture", self.pictures.inline(picture.data, picture.suffix, size, description))

    def box(self, block: tree.Box) -> str:
        """The paragraphs of a box share one frame, since their styles have the same one."""
        rest = "".join(paragraph("BoxText", self.text(each)) for each in block.blocks)
        return self.captioned(block, "BoxHeading") + rest + self.below(block, "BoxNote") + _BLOCK_END

    def below(self, block: tree.Noted, style: str = "TableNote") -> str:
        """The source and the notes of a block."""
        return "".join(paragraph(style, self.text(each)) for each in _below(block))

    def summary(self, summary: tree.Summary) -> str:
        """The summary's paragraphs share one frame, since their styles have the same one."""
        heading = paragraph("SummaryHeading", self.marked(summary.id, self.content(summary.id, summary.heading)))
        rest = (
            paragraph("SummaryText", self.marked(each.id, self.content(each.id, each.content)))
            for each in summary.blocks
        )
        return heading + "".join(rest)

    def content(self, name: str, content: Content) -> str:
        """The runs of a piece, with what comments on it."""
        return self.comments.content(name, content, self.runs)

    def marked(self, name: str, content: str) -> str:
        """The content of a block between the ends of its bookmark."""
        self.bookmarks += 1
        number = self.bookmarks
        start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_name(name)}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


_HIGHEST = 560
"""The greatest height of a picture in points."""

_STYLES: dict[type[tree.Block], str] = {
    tree.PlainParagraph: "PlainText",
    tree.Quotation: "Quote",
    tree.Source: "TableNote",
    tree.LetterNote: "TableNote",
}


def _style_of(block: tree.PlainParagraph | tree.Quotation | tree.ListItem | tree.Source | tree.LetterNote) -> str:
    if isinstance(block, tree.ListItem):
        return tuple(BULLET_STYLES)[block.level - 1]
    return _STYLES[type(block)]


def _below(block: tree.Noted) -> Iterator[tree.Source | tree.LetterNote]:
    if block.source:
        yield block.source
    yield from block.notes


def footnotes(document: tree.Document, runs: Runs) -> bytes:
    """The footnotes part: the separators that Word wants, then the notes."""
    notes = (*document.masthead.notes, *document.notes)
    return part("footnotes", _separators() + "".join(_note(note, runs) for note in notes), _COMPATIBILITY)


def _separators() -> str:
    # settings.xml names the two separators by these ids.
    kinds = ((-1, "separator"), (0, "continuationSeparator"))
    rule = paragraph("FootnoteSeparator", f"<w:r><w:t>{_SEPARATOR}</w:t></w:r>")
    return "".join(f'<w:footnote w:type="{kind}" w:id="{number}">{rule}</w:footnote>' for number, kind in kinds)


def _for_word(content: str) -> str:
    """Content that only programs which know Word 2013 show (markup compatibility, ISO/IEC 29500-3, 7.5).

    Word does not print the author's own mark (*) before the note, so it must be written there. LibreOffice does print
    it, and would show it twice.
    """
    return f'<mc:AlternateContent><mc:Choice Requires="w15">{content}</mc:Choice><mc:Fallback/></mc:AlternateContent>'


def _note(note: tree.Note, runs: Runs) -> str:
    mark = f"<w:r>{_MARK_STYLE}<w:footnoteRef/></w:r>"
    # Notes of the masthead have a mark of their own, which w:footnoteRef would replace by a number.
    if note.asterisk and note.number:
        mark = f"<w:r>{_MARK_STYLE}{_for_word(f'<w:t>{note.number.label}</w:t>')}</w:r>"
    text = paragraph("FootnoteText", f"{mark}<w:r><w:tab/></w:r>{runs.content(note.content)}")
    return f'<w:footnote w:id="{runs.notes[note.id]}">{text}</w:footnote>'
