"""What an author may write in a cell, and what it is taken for."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from reportgen.model.cells import Cell, Sign
from reportgen.model.written import Wording

CELL: TypeAdapter[Any] = TypeAdapter(Cell)


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        (12, Decimal(12)),
        (-3, Decimal(-3)),
        (0, Decimal(0)),
        (4.5, Decimal("4.5")),
        ("12", Decimal(12)),
        (" 4.50 ", Decimal("4.50")),
        ("−1.2", Decimal("-1.2")),
        ("-1.2", Decimal("-1.2")),
        (None, None),
        ("", None),
        ("  ", None),
        ("–", Sign("–")),
        ("..", Sign("..")),
        ("( )", Sign("( )")),
        ("x", Wording("x")),
        ("12 states", Wording("12 states")),
        ("1,250", Wording("1,250")),
        ("007", Sign("007")),
        ("-01", Wording("-01")),
        ("0.5", Decimal("0.5")),
        ("1.", Wording("1.")),
        (".5", Wording(".5")),
        ("--5", Wording("--5")),
        ("{{ x }}", Wording("{{ x }}")),
        ("[^n]", Wording("[^n]")),
        ("<>", Wording("<>")),
    ],
)
def test_what_a_cell_is(written: object, cell: object) -> None:
    assert CELL.validate_python(written) == cell


@pytest.mark.parametrize("written", [True, [1], {"a": 1}, b"1"])
def test_what_no_cell_is(written: object) -> None:
    with pytest.raises(ValidationError, match="a cell is a number, a text or nothing"):
        CELL.validate_python(written)


@pytest.mark.parametrize(("written", "again"), [("−1.2", "-1.2"), ("..", ".."), ("", None), ("Words", "Words")])
def test_a_cell_is_written_again(written: str, again: str | None) -> None:
    assert CELL.dump_python(CELL.validate_python(written)) == again
