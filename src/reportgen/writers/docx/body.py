"""Blocks as paragraphs of named styles, each with a bookmark of its id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar, assert_never

from reportgen.tree import nodes as tree
from reportgen.tree.editions import content_in, gone_notes, inserted_notes, whole_change
from reportgen.tree.inlines import Content, Deleted, Inserted
from reportgen.tree.looks import Looks
from reportgen.tree.text import plain_text
from reportgen.writers.docx.captions import Captions
from reportgen.writers.docx.comments import WrittenComments
from reportgen.writers.docx.contents import contents_paragraphs
from reportgen.writers.docx.geometry import INDENT
from reportgen.writers.docx.lists import WrittenLists
from reportgen.writers.docx.media import Pictures
from reportgen.writers.docx.numbering import BULLET_STYLES
from reportgen.writers.docx.revisions import RevisionKind
from reportgen.writers.docx.runs import Runs
from reportgen.writers.docx.tables import RowWriters, table_xml
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


_Part = TypeVar("_Part")


@dataclass
class Body:
    """Writes the blocks of one document; `lists` collects lists beyond those of styles, `pictures` the figures.

    `older` writes the blocks that only the older one of two editions has.
    """

    looks: Looks
    runs: Runs
    pictures: Pictures
    comments: WrittenComments
    lists: WrittenLists
    older: Body | None = None
    captions: Captions = field(init=False)

    def __post_init__(self) -> None:
        self.captions = Captions(self.looks, self.runs)

    def blocks(self, document: tree.Document) -> Iterator[str]:
        """All blocks in reading order."""
        return (self.tracked_block(block) for block in document.blocks)

    def tracked_block(self, block: tree.Tracked[tree.Block]) -> str:
        """A block of both editions or of one."""
        # Written out, since mypy takes the union of all blocks for `object` here.
        match block:
            case Inserted():
                return self.runs.revisions.blocks("ins", replace(self, older=None).block(block.part))
            case Deleted():
                return self.runs.revisions.blocks("del", (self.older or self).block(block.part))
            case _:
                return self.block(block)

    def tracked(self, parts: Iterable[tree.Tracked[_Part]], write: Callable[[Body, _Part], str]) -> str:
        """Some blocks, or parts of one, those of one edition alone as inserted or deleted."""
        return "".join(self._tracked(part, write) for part in parts)

    def _tracked(self, part: tree.Tracked[_Part], write: Callable[[Body, _Part], str]) -> str:
        match part:
            case Inserted():
                # The older edition does not count what it has not.
                return self.runs.revisions.blocks("ins", write(replace(self, older=None), part.part))
            case Deleted():
                return self.runs.revisions.blocks("del", write(self.older or self, part.part))
            case _:
                return write(self, part)

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
            was = (block.number.was or block.number).label
            letter = self.runs.revisions.exchanged(self.runs.letter(was), self.runs.letter(block.number.label))
            before = letter + self.runs.text(" ")
        return self.marked(block.id, before + self.content(block.id, block.content))

    def numbered(self, block: tree.Heading | tree.Paragraph | tree.Subparagraph, style: str) -> str:
        """A block that Word numbers by the list of its style, or by another list where that would count wrongly."""
        content = self.marked(block.id, self.content(block.id, block.content))
        return paragraph(style, content, self.list_properties(block, style))

    def list_properties(self, block: tree.Heading | tree.Paragraph | tree.Subparagraph, style: str) -> str:
        """The properties that number a block; of one of two editions that its style numbers otherwise, both."""
        since = len(self.lists.own)
        now = self.lists.properties(block)
        if self.older is None:
            return now
        return self.runs.revisions.properties(style, self.older.lists.older_properties(block, self.lists, since), now)

    def captioned(self, block: tree.Noted | tree.Annex, style: str) -> str:
        """The caption of a block or the heading of an annex: the label, and the text on the next line."""
        label = self.captions.label(block)
        if not block.content:
            # The words of an annex may be its label alone; a table without a caption has no line above it.
            return paragraph(style, self.marked(block.id, label)) if label else ""
        words = self.content(block.id, block.content)
        # A figure that stands alone has no label, and its caption no line above it.
        line_break = "<w:r><w:br/></w:r>" if label else ""
        return paragraph(style, self.marked(block.id, f"{label}{line_break}{words}"))

    def table(self, block: tree.Table) -> str:
        """The rows of a table, as wide as the column of the text."""
        width = self.looks.page.text_width - 2 * INDENT
        writers = RowWriters(self.cell, (self.older or self).cell, self.runs.revisions)
        return table_xml(block, writers, width, self.runs.rtl)

    def cell(self, cell: tree.Cell) -> str:
        """The content of a cell; where it is empty in one of two editions, its bookmark is in the text of the other."""
        kind = whole_change(cell.content)
        if kind is None:
            return self.text(cell) if cell.content else ""
        alone = replace(cell, content=content_in(kind, cell.content))
        body = self if kind is Inserted else self.older or self
        return self.runs.revisions.runs("ins" if kind is Inserted else "del", body.text(alone))

    def picture(self, block: tree.Figure) -> str:
        """The picture of a figure, and the one that it replaces."""
        shown = self.picture_run(block)
        if block.replaced:
            shown = self.runs.revisions.exchanged(self.picture_run(block.replaced), shown)
        return paragraph("FigurePicture", shown)

    def picture_run(self, block: tree.Figure) -> str:
        """The run of a picture; no higher than fits under its caption on a page."""
        picture = block.picture
        height = block.width * picture.size[1] / picture.size[0]
        # The author gives the width; a picture shrinks only where it would not fit on a page.
        scale = min(1, _HIGHEST / height)
        size = (block.width * scale, height * scale)
        description = plain_text(block.alternative.content)
        return self.pictures.inline(picture.data, picture.suffix, size, description)

    def box(self, block: tree.Box) -> str:
        """The paragraphs of a box share one frame, since their styles have the same one."""
        rest = self.tracked(block.blocks, lambda body, each: paragraph("BoxText", body.text(each)))
        return self.captioned(block, "BoxHeading") + rest + self.below(block, "BoxNote") + _BLOCK_END

    def below(self, block: tree.Noted, style: str = "TableNote") -> str:
        """The source and the notes of a block."""

        def write(body: Body, part: tree.Source | tree.LetterNote) -> str:
            return paragraph(style, body.text(part))

        source = (block.source,) if block.source else ()
        return self.tracked(source, write) + self.tracked(block.notes, write)

    def summary(self, summary: tree.Summary) -> str:
        """The summary's paragraphs share one frame, since their styles have the same one."""
        heading = paragraph("SummaryHeading", self.marked(summary.id, self.content(summary.id, summary.heading)))
        return heading + self.tracked(summary.blocks, lambda body, each: paragraph("SummaryText", body.text(each)))

    def content(self, name: str, content: Content) -> str:
        """The runs of a piece, with what comments on it."""
        return self.comments.content(name, content, self.runs)

    def marked(self, name: str, content: str) -> str:
        """The content of a block between the ends of its bookmark."""
        return self.runs.bookmarks.marked(self.runs.bookmarks.name(name), content)


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


def footnotes(document: tree.Document, runs: Runs) -> bytes:
    """The footnotes part: the separators that Word wants, then the notes."""
    come = inserted_notes(document)
    older = runs.older or runs
    written = [
        _note(note, runs, "ins" if note.id in come else "") for note in (*document.masthead.notes, *document.notes)
    ]
    written += [_note(note, older, "del") for note in gone_notes(document)]
    return part("footnotes", _separators() + "".join(written), _COMPATIBILITY)


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


def _note(note: tree.Note, runs: Runs, change: RevisionKind | Literal[""]) -> str:
    """A footnote; where one edition alone has it, all that stands in its paragraph is inserted or deleted."""
    mark = f"<w:r>{_MARK_STYLE}<w:footnoteRef/></w:r>"
    # Notes of the masthead have a mark of their own, which w:footnoteRef would replace by a number.
    if note.asterisk and note.number:
        mark = f"<w:r>{_MARK_STYLE}{_for_word(f'<w:t>{note.number.label}</w:t>')}</w:r>"
    words = runs.content(note.content)
    # What the newer edition lacks comes back as deleted, so nothing has to know it again.
    marked = words if change == "del" else runs.bookmarks.hidden(note.id, words)
    content = f"{mark}<w:r><w:tab/></w:r>{marked}"
    text = paragraph("FootnoteText", runs.revisions.runs(change, content) if change else content)
    return f'<w:footnote w:id="{runs.notes[note.id]}">{text}</w:footnote>'
