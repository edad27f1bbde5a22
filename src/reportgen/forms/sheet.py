"""A form as a sheet, written with openpyxl: the rows and columns of the Word file, with lists to choose names from."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from reportgen.forms.answers import AnswerReader
from reportgen.forms.questions import ContributionForm
from reportgen.forms.rows import ENTRY, FormBlock, FormRow, form_blocks, identity_rows
from reportgen.forms.words import FormWords
from reportgen.record import field, record
from reportgen.tree.text import legal_in_xml
from reportgen.word.fixed_archive import fixed_archive
from reportgen.word.sheets import require_openpyxl, set_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FORM_SHEET, LISTS_SHEET = "Form", "Lists"
_WIDTHS = {"A": 8, "B": 44, "C": 40, "D": 60}
_WHOLE = frozenset({"count", "year", "ordinal"})


def write_sheet_form(form: ContributionForm, words: FormWords, reader: AnswerReader) -> bytes:
    """The sheet of a form; an `OutputError` with the install line where openpyxl is not there."""
    require_openpyxl()
    from openpyxl import Workbook

    book = Workbook()
    is_rtl = reader.language.conventions.direction == "rtl"
    writer = _SheetWriter(book.active, book.create_sheet(LISTS_SHEET), words)
    writer.front(form)
    for block in form_blocks(form, words, reader):
        writer.block(block)
    writer.finish(is_rtl)
    book.properties.title, book.properties.creator = words.title, ""
    buffer = io.BytesIO()
    book.save(buffer)
    return fixed_archive(buffer.getvalue(), packed=True)


@record
class _SheetWriter:
    """Writes rows into a sheet; `lists` keeps each list of names that was needed, by its names."""

    sheet: Any
    lists: Any
    words: FormWords
    ranges: dict[tuple[str, ...], str] = field(default_factory=dict)
    row: list[int] = field(default_factory=lambda: [0])

    def front(self, form: ContributionForm) -> None:
        """Write the title, what to do, and which form it is."""
        self.line((self.words.title,), is_bold=True)
        for line in self.words.instructions:
            self.line((line,))
        for name, value in identity_rows(form, self.words):
            self.line((name, value))
            if name == self.words.identity.office:
                # Where nobody was named, the sender says which office answers.
                self.unlock(2)
        self.line(())

    def block(self, block: FormBlock) -> None:
        """Write a heading, the text of a paragraph, and the rows of its answers."""
        if block.heading:
            self.line((block.heading,), is_bold=True)
            self.line((block.note,))
        if block.text:
            self.line((block.text,))
        if not block.rows:
            return
        head = self.words.columns
        self.line((head.number, head.asked, head.stands, head.entry), is_bold=True)
        for row in block.rows:
            self.answer(row)
        self.line(())

    def answer(self, row: FormRow) -> None:
        """Write a row with a cell for its answer, and what may be entered there."""
        from openpyxl.worksheet.datavalidation import DataValidation

        self.line((str(row.number), row.asked, row.stands))
        cell = self.unlock(ENTRY)
        if row.choices:
            # Where several names may be given, they can be typed too.
            rule = DataValidation("list", formula1=self.range(row.choices), allow_blank=True)
            rule.showErrorMessage = not row.many
        elif set(row.kinds) & _WHOLE:
            # A warning, since words stand beside a number now and then: more than 300.
            rule = DataValidation("whole", "greaterThanOrEqual", "0", allow_blank=True, errorStyle="warning")
            rule.showErrorMessage = True
        else:
            cell.number_format = "@"
            return
        rule.add(cell)
        self.sheet.add_data_validation(rule)

    def unlock(self, column: int) -> Any:
        """Let a cell of the last row be edited, and say so by its colour."""
        from openpyxl.styles import PatternFill, Protection

        cell = self.sheet.cell(self.row[0], column)
        cell.protection, cell.fill = Protection(locked=False), PatternFill("solid", fgColor="FFF2CC")
        return cell

    def line(self, texts: tuple[str, ...], is_bold: bool = False) -> None:
        """Write texts into the next row, always as text: a cell that begins with = is no formula."""
        from openpyxl.styles import Alignment, Font

        self.row[0] += 1
        for column, text in enumerate(texts, 1):
            cell = self.sheet.cell(self.row[0], column)
            set_text(cell, legal_in_xml(text))
            cell.font = Font(bold=is_bold)
            if len(texts) > 1:
                cell.alignment = Alignment(wrap_text=True, vertical="top")

    def range(self, names: tuple[str, ...]) -> str:
        """Where a list of names stands, written there when it is first needed."""
        from openpyxl.utils import get_column_letter

        if names not in self.ranges:
            column = len(self.ranges) + 1
            for row, name in enumerate(names, 1):
                cell = self.lists.cell(row, column)
                set_text(cell, legal_in_xml(name))
            letter = get_column_letter(column)
            self.ranges[names] = f"{LISTS_SHEET}!${letter}$1:${letter}${len(names)}"
        return self.ranges[names]

    def finish(self, is_rtl: bool) -> None:
        """Set widths and direction, hide the lists, and let only answers be edited."""
        sheet: Worksheet = self.sheet
        sheet.title, self.lists.sheet_state = FORM_SHEET, "hidden"
        for letter, width in _WIDTHS.items():
            sheet.column_dimensions[letter].width = width
        sheet.sheet_view.rightToLeft = is_rtl
        sheet.protection.sheet = True
