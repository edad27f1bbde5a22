"""What an author writes of a table: heads, and rows of cells of one length."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, StrictInt, Tag, model_validator
from pydantic_core import PydanticCustomError

from reportgen.model.cells import Cell
from reportgen.model.computed_facts import ComputedFact
from reportgen.model.written import Id, Wording, Written, text_or

_FEWER_CELLS = "an empty cell is written '', in a CSV file as nothing between two separators"
_MORE_CELLS = "a cell with a separator in it stands in quotes"


class Column(Written):
    """The head of a column, its share of the table's width, how its numbers are set (plain: years, codes), and whether
    the last row of a table with a total is their `sum` (not where it is an average or a percentage)."""

    head: Wording | None = Field(default=None, description="left out over a column without a head")
    id: Id | None = Field(default=None, description="by which computed facts name it: table/column")
    currency: str | None = Field(default=None, pattern="^[A-Z]{3}$", description="what its numbers are in, for sums")
    times: Annotated[StrictInt, Field(ge=1)] = Field(default=1, description="1000 for numbers in thousands")
    computed: ComputedFact | None = Field(
        default=None, description="its cells from those of other columns: {difference: [spent, approved]}"
    )
    share: Annotated[StrictInt, Field(ge=1, le=20)] = 1
    numbers: Literal["grouped", "plain"] = "grouped"
    sum: bool = Field(default=True, description="the last row of a table with a total is the sum of the others")


AnyColumn = Annotated[Annotated[Column, Tag("<column>")] | Annotated[Wording, Tag("<text>")], text_or("<column>")]


class TableContent(Written):
    """Heads and rows; the rows stand here or in a CSV file of the report's folder, whose first row are the heads
    where no `columns` are given. `total` sets the last row off."""

    caption: Wording | None = Field(default=None, description="left out: the table has no number either")
    columns: Annotated[tuple[AnyColumn, ...], Field(min_length=1, max_length=20)]
    rows: Annotated[tuple[tuple[Cell, ...], ...], Field(min_length=1)]
    total: bool | Literal["computed"] = Field(
        default=False, description="sets the last row off; computed: its empty cells are the sums of the others"
    )
    row_ids: tuple[Id, ...] = Field(default=(), description="the ids of the rows, by which computed facts name them")
    subtotals: tuple[str | StrictInt, ...] = Field(
        default=(), description="rows that are sums of others, by id or number: no sum takes them in"
    )
    computed_rows: dict[Annotated[str, BeforeValidator(str)], ComputedFact] = Field(
        default={}, description="rows from other rows, by id or number: {net: {difference: [gross, staff]}}"
    )

    @model_validator(mode="after")
    def _as_many_cells_as_columns(self) -> Self:
        wanted = len(self.columns)
        for number, row in enumerate(self.rows, 1):
            if len(row) != wanted:
                message = "row {row} has {found}, and the table has {wanted}"
                values: dict[str, Any] = {"row": number, "at": ("rows", number - 1)}
                values |= {"found": _number_of("cell", len(row)), "wanted": _number_of("column", wanted)}
                values["hint"] = _FEWER_CELLS if len(row) < wanted else _MORE_CELLS
                raise PydanticCustomError("row", message, values)
        if self.row_ids and len(self.row_ids) != len(self.rows):
            found, rows = _number_of("id", len(self.row_ids)), _number_of("row", len(self.rows))
            context = {"found": found, "rows": rows, "hint": "give each row an id", "at": ("row_ids",)}
            raise PydanticCustomError("row", "there are {found} for {rows}", context)
        return self


def _number_of(noun: str, number: int) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
