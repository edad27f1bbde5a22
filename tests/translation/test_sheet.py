"""The sheet out and in, as a spreadsheet sees it."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from reportgen.errors import InputError
from reportgen.translation.sheet import read_sheet, write_sheet
from reportgen.translation.units import GuardedPart, Job, ReturnedJob, TranslationUnit, WordsPart

SOURCE = (WordsPart("= "), GuardedPart(1, "figure", "trained", "313", "{{ trained }}"), WordsPart(" men"))
UNIT = TranslationUnit(
    "one", "para. 1", "+1 heading", "d" * 64, "e" * 64, SOURCE, (WordsPart("@ fait"),), "stale", "-old"
)
ARABIC = Job("A/99/1", "en", "ar", (UNIT,), is_right_to_left=True)


def sheet(data: bytes):
    return load_workbook(io.BytesIO(data)).worksheets[0]


def edited(**cells: object) -> ReturnedJob:
    book = load_workbook(io.BytesIO(write_sheet(ARABIC)))
    for place, value in cells.items():
        book.worksheets[0][place] = value
    stream = io.BytesIO()
    book.save(stream)
    return read_sheet(stream.getvalue(), "job.xlsx")


def test_cells_are_text_whatever_they_begin_with() -> None:
    row = sheet(write_sheet(ARABIC))[3]
    assert [cell.value for cell in row[:6]] == ["para. 1", "+1 heading", "= 313 men", "@ fait", "stale", "-old"]
    assert {cell.data_type for cell in row} == {"s"}
    assert [bool(cell.quotePrefix) for cell in row[:4]] == [False, True, True, True]


def test_what_identifies_a_unit_is_hidden_and_arabic_runs_from_right_to_left() -> None:
    found = sheet(write_sheet(ARABIC))
    assert [found.column_dimensions[column].hidden for column in "DGHI"] == [False, True, True, True]
    assert found["D3"].alignment.readingOrder == 2


def test_a_sheet_comes_back_as_it_went() -> None:
    found = edited()
    assert (found.symbol, found.source, found.target) == ("A/99/1", "en", "ar")
    [unit] = found.units
    assert (unit.id, unit.digest, unit.text_digest, unit.line) == ("one", "d" * 16, "e" * 16, 3)
    assert (unit.target, unit.is_done) == ((WordsPart("@ fait"),), False)


def test_the_state_says_whether_a_text_is_finished() -> None:
    assert edited(E3="translated").units[0].is_done


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), (313, "313"), ("two\nlines", "two lines"), ("  blanks ", "blanks")]
)  # fmt: skip
def test_what_people_type_into_a_cell(value: object, text: str) -> None:
    assert "".join(part.text for part in edited(D3=value).units[0].target) == text


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04nothing", b"<xml/>"])
def test_a_file_that_is_no_sheet_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="the file is no sheet that can be read"):
        read_sheet(data, "job.xlsx")


def test_another_sheet_is_refused() -> None:
    with pytest.raises(InputError, match="not exported for translators"):
        edited(A1="Budget")
    with pytest.raises(InputError, match="no column 'target'"):
        edited(D2="cible")
