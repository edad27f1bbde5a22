"""A form as a Word file without macros, written with python-docx: tables with a content control in each answer's cell.

Every answer has three ways to be found again: the number of its row, a bookmark, and the tag of its content control.
The last is lost in other programs, and the first two are not.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from reportgen.forms.answers import AnswerReader
from reportgen.forms.questions import ContributionForm
from reportgen.forms.rows import BOOKMARK, FormBlock, FormRow, form_blocks, identity_rows
from reportgen.forms.words import FormWords
from reportgen.record import record
from reportgen.tree.text import legal_in_xml
from reportgen.word.fixed_archive import fixed_archive

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

BLANK = "………"
"""What stands in a cell that waits for its answer; it is no answer."""

_WIDTHS = (0.5, 2.0, 1.7, 2.6)
"""Widths of the columns in inches."""


def write_word_form(form: ContributionForm, words: FormWords, reader: AnswerReader) -> bytes:
    """The Word file of a form."""
    import docx

    document: Document = docx.Document()
    rule = reader.language.conventions
    writer = _Writer(document, words, rule.direction == "rtl")
    writer.set_look(form.language, rule.fonts)
    writer.front(form)
    for block in form_blocks(form, words, reader):
        writer.block(block)
    buffer = io.BytesIO()
    document.save(buffer)
    return fixed_archive(buffer.getvalue(), packed=True)


@record
class _Writer:
    """Writes the parts of a form into an open document."""

    document: Any
    words: FormWords
    is_rtl: bool

    def set_look(self, tag: str, fonts: Mapping[str, str]) -> None:
        """Set fonts, language and margins, and take out what the template says of its author."""
        from docx.shared import Inches, Pt

        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = fonts["latin"], Pt(10)
        properties = normal.element.get_or_add_rPr()
        properties.rFonts.set(_w("eastAsia"), fonts["cjk"])
        properties.rFonts.set(_w("cs"), fonts["complex"])
        properties.append(_element("w:lang", val=tag, eastAsia=tag, bidi=tag))
        for section in self.document.sections:
            section.left_margin = section.right_margin = Inches(0.8)
        core = self.document.core_properties
        core.author, core.comments, core.title, core.language = "", "", self.words.title, tag

    def front(self, form: ContributionForm) -> None:
        """Write the title, what to do, and which form it is."""
        self.heading(self.words.title, 1)
        for line in self.words.instructions:
            self.paragraph(line)
        rows = identity_rows(form, self.words)
        table = self.table(2)
        for name, value in rows:
            cells = table.add_row().cells
            self.fill(cells[0], name)
            self.fill(cells[1], value)

    def block(self, block: FormBlock) -> None:
        """Write a heading, the text of a paragraph, and the rows of its answers."""
        if block.heading:
            self.heading(block.heading, 2)
            self.paragraph(block.note)
        if block.text:
            self.paragraph(block.text).paragraph_format.keep_with_next = True
        if not block.rows:
            return
        table = self.table(4)
        head = self.words.columns
        self.row(table, (head.number, head.asked, head.stands, head.entry), is_head=True)
        for row in block.rows:
            cells = self.row(table, (str(row.number), row.asked, row.stands, ""))
            cells[3].paragraphs[0]._p.extend(_answer(row))
        self.paragraph("")

    def heading(self, text: str, level: int) -> None:
        """Write a heading."""
        self.directed(self.document.add_heading(legal_in_xml(text), level))

    def paragraph(self, text: str) -> Paragraph:
        """Write a paragraph."""
        return self.directed(self.document.add_paragraph(legal_in_xml(text)))

    def table(self, columns: int) -> Any:
        """An empty table with the columns of a form, or those of the lines that say which it is."""
        from docx.shared import Inches

        table = self.document.add_table(rows=0, cols=columns, style="Table Grid")
        table.autofit = False
        widths = _WIDTHS if columns == len(_WIDTHS) else (1.5, 5.3)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Inches(width)
        if self.is_rtl:
            table._tbl.tblPr.append(_element("w:bidiVisual"))
        return table

    def row(self, table: Any, texts: tuple[str, ...], is_head: bool = False) -> Any:
        """Add a row; a head is set in bold and stands on every page of the table."""
        row = table.add_row()
        for cell, column, text in zip(row.cells, table.columns, texts, strict=True):
            cell.width = column.width
            self.fill(cell, text, is_head)
        if is_head:
            row._tr.get_or_add_trPr().append(_element("w:tblHeader"))
        return row.cells

    def fill(self, cell: _Cell, text: str, is_bold: bool = False) -> None:
        """Write the text of a cell."""
        paragraph = self.directed(cell.paragraphs[0])
        if text:
            paragraph.add_run(legal_in_xml(text)).bold = is_bold or None
            self.directed(paragraph)

    def directed(self, paragraph: Paragraph) -> Paragraph:
        """The paragraph, set from the right where the language is written so."""
        if self.is_rtl:
            properties = paragraph._p.get_or_add_pPr()
            if properties.find(_w("bidi")) is None:
                properties.append(_element("w:bidi"))
            for run in paragraph.runs:
                run.font.rtl = True
        return paragraph


def _answer(row: FormRow) -> list[Any]:
    """The content control of an answer between the two ends of its bookmark."""
    start = _element("w:bookmarkStart", id=str(row.number), name=BOOKMARK.format(number=row.number))
    control, properties = _element("w:sdt"), _element("w:sdtPr")
    properties.append(_element("w:alias", val=row.asked[:60]))
    properties.append(_element("w:tag", val=row.tag[:60]))
    properties.append(_element("w:id", val=str(row.number)))
    properties.append(_element("w:lock", val="sdtLocked"))
    properties.append(_element("w:showingPlcHdr"))
    properties.append(_choices(row) if row.choices else _element("w:richText"))
    content, run, text = _element("w:sdtContent"), _element("w:r"), _element("w:t")
    text.text = BLANK
    run.append(text)
    content.append(run)
    control.append(properties)
    control.append(content)
    return [start, control, _element("w:bookmarkEnd", id=str(row.number))]


def _choices(row: FormRow) -> Any:
    """The names to choose from; where several may be given, they can be typed too."""
    found = _element("w:comboBox" if row.many else "w:dropDownList")
    for name in row.choices:
        found.append(_element("w:listItem", value=legal_in_xml(name)))
    return found


def _element(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    found = OxmlElement(tag)
    for key, value in attributes.items():
        found.set(_w(key), value)
    return found


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
