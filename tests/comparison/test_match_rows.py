"""Rows of tables are known again by what they hold, however many there are."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reportgen.comparison.match_rows import row_pairs
from reportgen.comparison.sides import Piece, of_lines
from reportgen.tree.line import Line

Rows = Sequence[Sequence[str]]


def pieces(rows: Rows) -> list[Piece]:
    found = [
        Line(f"t/{number}-{column}", "cell", (), "", text)
        for number, row in enumerate(rows, 1)
        for column, text in enumerate(row, 1)
    ]
    return of_lines([Line("t", "table", (1,), "Table 1", "Caption"), *found], "", {})


def paired(old: Rows, new: Rows) -> list[tuple[int, int]]:
    """The numbers of the rows that are one row on both sides."""
    sides = pieces(old), pieces(new)
    ids = ((sides[0][before].id, sides[1][after].id) for before, after in row_pairs(*sides))
    return sorted({(int(one[2:].split("-")[0]), int(other[2:].split("-")[0])) for one, other in ids})


@pytest.mark.parametrize("length", [5, 1000])
def test_a_row_more_or_less_moves_those_below(length: int) -> None:
    rows = [[f"Place {number}", "1"] for number in range(length)]
    less = [*rows[:2], *rows[3:]]
    expected = [(1, 1), (2, 2), *((number, number - 1) for number in range(4, length + 1))]
    assert paired(rows, less) == expected
    assert paired(less, rows) == sorted((after, before) for before, after in expected)


@pytest.mark.parametrize("length", [6, 1000])
def test_rows_that_hold_the_same_are_one_after_the_other(length: int) -> None:
    rows = [["yes", ".."], ["no", ".."]] * (length // 2)
    assert paired(rows, [["new", "1"], *rows]) == [(number, number + 1) for number in range(1, length + 1)]
    apart = paired(rows, sorted(rows))
    assert len(apart) >= length // 2
    assert [after for _, after in apart] == sorted({after for _, after in apart})


def test_many_rows_in_which_all_but_the_first_cell_changed() -> None:
    rows = [[f"Place {number % 7}", str(number)] for number in range(900)]
    other = [[place, f"{text} more"] for place, text in rows]
    assert paired(rows, other) == [(number, number) for number in range(1, 901)]
    assert paired(rows, [["Elsewhere", "1"], *other])[:3] == [(1, 2), (2, 3), (3, 4)]
