"""Edits of CSV files: only the edited cells change, whatever the file looks like."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import InputError
from reportgen.located.cells import CellEdit, DeleteRow, InsertRow, ReplaceCell, separator_of, splice_cells
from reportgen.located.kept_text import digest_of

KEPT = b'\xef\xbb\xbfPlace;Visits\r\n\r\n"Kenya; coast" ; 12 \r\nPeru;"1""3"\r\n;;\nTotal;25'


@pytest.mark.parametrize(
    ("edit", "before", "after"),
    [
        (ReplaceCell(1, 1, "14"), b"; 12 \r\n", b"; 14 \r\n"),
        (ReplaceCell(1, 0, "Kenya"), b'"Kenya; coast"', b'"Kenya"'),
        (ReplaceCell(2, 1, "15"), b'"1""3"', b'"15"'),
        (ReplaceCell(2, 0, "Peru; Lima"), b"Peru;", b'"Peru; Lima";'),
        (ReplaceCell(3, 1, "26"), b"Total;25", b"Total;26"),
        (DeleteRow(2), b'Peru;"1""3"\r\n', b""),
        (InsertRow(2, ("Chile", "4")), b"Peru;", b"Chile;4\r\nPeru;"),
        (InsertRow(4, ("More", "4")), b"Total;25", b"Total;25\nMore;4"),
    ],
)
def test_one_edit(edit: CellEdit, before: bytes, after: bytes) -> None:
    assert splice_cells(KEPT, [edit], "x.csv") == KEPT.replace(before, after)


def test_several_edits_at_once() -> None:
    edits = [DeleteRow(1), InsertRow(1, ("Chile", "4")), ReplaceCell(3, 1, "17"), ReplaceCell(3, 0, "Sum")]
    found = splice_cells(KEPT, edits, "x.csv").decode("utf-8-sig")
    assert [row for row in csv.reader(io.StringIO(found), delimiter=";") if any(row)] == [
        ["Place", "Visits"],
        ["Chile", "4"],
        ["Peru", '1"3'],
        ["Sum", "17"],
    ]


def test_no_edit_changes_nothing() -> None:
    assert splice_cells(KEPT, [], "x.csv") == KEPT


@pytest.mark.parametrize("edit", [ReplaceCell(9, 0, "a"), ReplaceCell(1, 2, "a"), DeleteRow(4)])
def test_a_cell_that_is_not_there(edit: CellEdit) -> None:
    with pytest.raises(InputError):
        splice_cells(KEPT, [edit], "x.csv")


def test_a_file_that_has_changed_is_left_alone() -> None:
    text = "a,b\n"
    assert splice_cells(text.encode(), [ReplaceCell(0, 0, "c")], "x.csv", digest_of(text)) == b"c,b\n"
    with pytest.raises(InputError, match="has changed since it was read"):
        splice_cells(b"a,c\n", [ReplaceCell(0, 0, "c")], "x.csv", digest_of(text))


def test_the_separator_is_the_most_frequent_sign_of_the_first_line() -> None:
    assert [separator_of(text) for text in ("a;b,c;d", '"a;b;c",d', "a\tb", "a")] == [";", ",", "\t", ","]


CELLS = st.text(alphabet='ab1 ,;"\n\t', max_size=5)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=2, max_size=5), CELLS, st.sampled_from(",;\t"))
def test_any_file_reads_back_with_the_new_cell(rows: list[list[str]], new: str, separator: str) -> None:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator, lineterminator="\n").writerows([["head", "head"], *rows])
    found = splice_cells(buffer.getvalue().encode(), [ReplaceCell(0, 1, new)], "x.csv").decode()
    read = list(csv.reader(io.StringIO(found, newline=""), delimiter=separator))
    assert read[0] == ["head", read[0][1]]
    assert read[0][1].strip() == new.strip()
    assert read[1:] == list(csv.reader(io.StringIO(buffer.getvalue(), newline=""), delimiter=separator))[1:]
