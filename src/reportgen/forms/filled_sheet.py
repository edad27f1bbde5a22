"""A sheet that came back, read with openpyxl within the limits that hold for Word files."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from reportgen.errors import InputError, OutputError, Position
from reportgen.facts import Date
from reportgen.forms.answers import FormAnswer
from reportgen.forms.filled import MOST_ROWS, FilledForm, FormCells, form_of_rows
from reportgen.forms.rows import ENTRY
from reportgen.forms.sheet import FORM_SHEET
from reportgen.word.package import open_package
from reportgen.word.sheets import require_openpyxl

_HINT = "save the sheet anew as .xlsx"


def read_sheet_form(data: bytes, shown: str) -> FilledForm:
    """What came back in a sheet; an `InputError` with one line where it is damaged, or no form."""
    _require_sound(data, shown)
    return form_of_rows(shown, _rows(data, shown))


def _require_sound(data: bytes, shown: str) -> None:
    """Raise an `InputError` where a part is too large, is no XML, or has a document type."""
    if not data.startswith(b"PK"):
        raise InputError("this is no sheet (.xlsx)", Position(shown), _HINT)
    package = open_package(data, shown)
    if "xl/workbook.xml" not in package.archive.NameToInfo:
        raise InputError("this is no sheet (.xlsx)", Position(shown), _HINT)
    for name in package.archive.NameToInfo:
        if name.endswith((".xml", ".rels")):
            package.root(name)


def _rows(data: bytes, shown: str) -> Iterator[FormCells]:
    # openpyxl raises what it likes where parts do not fit one another.
    try:
        yield from [_row(cells) for cells in _sheet(data).iter_rows(max_row=MOST_ROWS, max_col=ENTRY)]
    except OutputError:
        raise
    except Exception as error:
        message = f"the sheet cannot be read: {type(error).__name__}"
        raise InputError(message, Position(shown), _HINT) from None


def _sheet(data: bytes) -> Any:
    require_openpyxl()
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    return book[FORM_SHEET] if FORM_SHEET in book.sheetnames else book.worksheets[0]


def _row(cells: tuple[Any, ...]) -> FormCells:
    return FormCells({number: _answer(cell) for number, cell in enumerate(cells, 1) if cell.value is not None})


def _answer(cell: Any) -> FormAnswer:
    """What stands in a cell: a formula as the text that it is, a share (0.12) as the percentage that is shown.

    A percentage has no number of its own here, so that nobody takes it for a count.
    """
    value = cell.value
    if cell.data_type == "f":
        return FormAnswer(str(value), is_formula=True)
    if isinstance(value, bool):
        return FormAnswer(str(value))
    if isinstance(value, datetime | date):
        return FormAnswer(f"{value:%Y-%m-%d}", day=Date(value.year, value.month, value.day))
    if isinstance(value, int | float):
        number = Decimal(repr(value))
        if "%" in str(cell.number_format):
            return FormAnswer(f"{(number * 100).normalize():f}%")
        return FormAnswer(f"{number:f}" if number != number.to_integral_value() else str(int(number)), number)
    return FormAnswer(str(value))
