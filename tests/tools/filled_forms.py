"""A program that acts as a field office: it fills in the forms that reportgen writes, and reads what they ask."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.oxml.ns import qn
from docx.table import _Row

ENTRY = 3
"""The index of the column with the answers."""


def asked_rows(form: bytes) -> dict[int, tuple[str, str]]:
    """What each number of a form in Word asks, and what stands there."""
    return {number: (row.cells[1].text, row.cells[2].text) for number, row in _rows(docx.Document(io.BytesIO(form)))}


def fill_word(form: bytes, answers: Mapping[int, str]) -> bytes:
    """A form in Word with answers by the numbers of their rows."""
    document = docx.Document(io.BytesIO(form))
    for number, row in _rows(document):
        if number in answers:
            write_answer(row, answers[number])
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def write_answer(row: _Row, answer: str) -> None:
    """Write an answer where its content control is; a line break in it is one of Word's."""
    [text] = row.cells[ENTRY]._tc.iter(qn("w:t"))
    text.text = answer
    for control in row.cells[ENTRY]._tc.iter(qn("w:showingPlcHdr")):
        control.getparent().remove(control)


def fill_sheet(form: bytes, answers: Mapping[int, Any]) -> bytes:
    """A form as a sheet with answers by the numbers of their rows: texts, numbers, days and formulas."""
    book = openpyxl.load_workbook(io.BytesIO(form))
    for row in book["Form"].iter_rows():
        number = str(row[0].value or "")
        if number.isdigit() and int(number) in answers:
            row[ENTRY].value = answers[int(number)]
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def number_of(form: bytes, stands: str) -> int:
    """The number of the first row in which this stands today."""
    return next(number for number, (_, here) in asked_rows(form).items() if here == stands)


def fill_file(path: Path, answers: Mapping[int, str], target: Path) -> None:
    """Fill in the form in a file."""
    target.write_bytes(fill_word(path.read_bytes(), answers))


def _rows(document: Any) -> list[tuple[int, _Row]]:
    rows = [row for table in document.tables for row in table.rows if len(row.cells) == 4]
    return [(int(row.cells[0].text), row) for row in rows if row.cells[0].text.isdigit()]
