"""Cells of tables that are computed: columns from other columns, rows from other rows, a last row from all above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from reportgen.computed import Arithmetic, NotComputable, Quantity, computed
from reportgen.errors import InputError, ReportgenError
from reportgen.facts import Count, Money, Ordinal, Percent, Period, PlainNumber, Value
from reportgen.inputs.operands import (
    Operands,
    column_of,
    fact_in_cell,
    is_heading,
    is_nil,
    plain_rows,
    row_name,
    row_of,
)
from reportgen.model.blocks import Table
from reportgen.model.cells import Cell, Sign
from reportgen.model.computed_facts import ComputedFact, ProvedFact
from reportgen.model.figure_facts import NumberFact
from reportgen.model.report import Annex, Report, ReportPart
from reportgen.model.tables import Column
from reportgen.model.written import Wording

COMPUTED = "computed"
NIL = Sign("–")
_Part = TypeVar("_Part", bound=ReportPart)
_Rows = list[list[Cell]]


def with_computed_tables(report: Report, operands: Operands) -> tuple[Report, list[ReportgenError]]:
    """The report with the cells that its tables compute, and what is wrong with them."""
    errors: list[ReportgenError] = []
    tables: dict[str, Table] = {}
    for item in report.all_items():
        if isinstance(item, Table) and _has_computed_cells(item):
            tables[item.id] = _filled(item, operands, errors)
    if not tables:
        return report, errors
    parts = {
        "sections": tuple(_with(each, tables) for each in report.sections),
        "annexes": tuple(_with_appendices(each, tables) for each in report.annexes),
    }
    changed = report.changed(**parts)
    changed._slug, changed._workspace = report._slug, report._workspace
    return changed, errors


def _has_computed_cells(item: Table) -> bool:
    table = item.table
    return table.total == COMPUTED or bool(table.computed_rows) or any(each.computed for _, each in item.heads())


def _with(part: _Part, tables: Mapping[str, Table]) -> _Part:
    items = tuple(tables.get(each.id, each) for each in part.paragraphs)
    return part.changed(paragraphs=items, sections=tuple(_with(each, tables) for each in part.sections))


def _with_appendices(annex: Annex, tables: Mapping[str, Table]) -> Annex:
    appendices = tuple(_with(each, tables) for each in annex.appendices)
    return _with(annex, tables).changed(appendices=appendices)


def _filled(table: Table, operands: Operands, errors: list[ReportgenError]) -> Table:
    """The table with its computed cells: rows first, since columns are computed of those too."""
    rows: _Rows = [list(row) for row in table.table.rows]
    heads = [column for _, column in table.heads()]
    summed = [index for index, column in enumerate(heads) if column.sum and not column.computed]
    for name, rule in table.table.computed_rows.items():
        errors += _row(table, name, rule, rows, summed, operands)
    for index in summed:
        if table.table.total == COMPUTED and rows[-1][index] is None:
            errors += _tried(table, _total(table, rows, index, operands), rows, len(rows) - 1, index)
    for index, column in enumerate(heads):
        if column.computed:
            for line in range(len(rows)):
                errors += _tried(table, _of_row(table, rows, line, column.computed, operands), rows, line, index)
    content = table.table.changed(rows=tuple(tuple(row) for row in rows))
    return table.changed(table=content)


def _row(
    table: Table, name: str, rule: ComputedFact, rows: _Rows, columns: list[int], operands: Operands
) -> Iterator[ReportgenError]:
    """Compute a row from others, in every column in which these have figures."""
    try:
        line = row_of(table, name)
        others = [row_of(table, each) for each in (*rule.operands, *([rule.whole] if rule.whole else ()))]
    except NotComputable as fault:
        at = rule.position() or table.table.position("computed_rows")
        yield InputError(f"the row '{name}' cannot be computed: {fault.message}", at, fault.hint)
        return
    for index in columns:
        cells = [rows[each][index] for each in others]
        if any(_is_figure(table, cell, operands) for cell in cells):
            yield from _tried(table, _of_cells(table, rows, others, index, rule, operands), rows, line, index)


def _is_figure(table: Table, cell: Cell, operands: Operands) -> bool:
    if isinstance(cell, Wording):
        fact = operands.report.facts_of(table).get(fact_in_cell(cell))
        return isinstance(fact, ComputedFact | ProvedFact | NumberFact)
    return isinstance(cell, Decimal) or is_nil(cell)


def _tried(table: Table, values: Iterator[Decimal | Sign], rows: _Rows, line: int, index: int) -> Iterator[InputError]:
    """Put a value into its cell; an error where it cannot be computed, or where another number stands there."""
    name, at = f"{table.id}/{row_name(table.table, line)}/{index + 1}", table.table.position("rows")
    try:
        found = next(values, None)
    except NotComputable as fault:
        yield InputError(f"the cell {name} cannot be computed: {fault.message}", at, fault.hint)
        return
    there = rows[line][index]
    if there is None:
        rows[line][index] = found
    elif found is not None and not _is_same(there, found):
        message = f"the cell {name} is {_shown(there)}, and what is computed is {_shown(found)}"
        yield InputError(message, at, "leave the cell empty, or correct another one")


def _is_same(there: Cell, found: Decimal | Sign) -> bool:
    """Whether a cell says what is computed; a dash says nought."""
    one, other = (Decimal(0) if is_nil(each) else each for each in (there, found))
    return one == other or not isinstance(one, Decimal)


def _shown(cell: Cell) -> str:
    return f"{cell:f}" if isinstance(cell, Decimal) else cell.text if cell else ""


def _number(value: Value) -> Decimal:
    """The number of a computed value, with the decimals to which it was rounded."""
    match value:
        case Percent() | PlainNumber():
            return value.number
        case Money():
            return value.amount
        case Count() | Period() | Ordinal():
            return Decimal(value.number)
        case _:
            raise AssertionError(f"a {value.kind} is never computed")


def _total(table: Table, rows: _Rows, index: int, operands: Operands) -> Iterator[Decimal | Sign]:
    """The sum of a column, of whose cells none may be empty."""
    places = [(line, index) for line in plain_rows(table.table)]
    yield from _result(table, rows, places, "sum", None, operands)


def _of_row(table: Table, rows: _Rows, line: int, rule: ComputedFact, operands: Operands) -> Iterator[Decimal | Sign]:
    """The cell of a computed column; nothing in a row that is a heading."""
    if not is_heading(rows[line]):
        names = (*rule.operands, *([rule.whole] if rule.whole else ()))
        places = [(line, column_of(table, name)[0]) for name in names]
        yield from _result(table, rows, places, rule.operation, rule.places, operands)


def _of_cells(
    table: Table, rows: _Rows, lines: list[int], index: int, rule: ComputedFact, operands: Operands
) -> Iterator[Decimal | Sign]:
    """The cell of a computed row."""
    yield from _result(table, rows, [(line, index) for line in lines], rule.operation, rule.places, operands)


def _result(
    table: Table,
    rows: _Rows,
    cells: list[tuple[int, int]],
    operation: Arithmetic,
    places: int | None,
    operands: Operands,
) -> Iterator[Decimal | Sign]:
    """What an operation makes of some cells, with as many decimals as these have; of dashes alone a dash."""
    if cells and all(is_nil(rows[line][index]) for line, index in cells):
        yield NIL
        return
    quantities = [_cell(table, rows, line, index, operands) for line, index in cells]
    if places is None and operation in ("sum", "difference"):
        places = max((_decimals(table, rows[line][index], operands) for line, index in cells), default=0)
    yield _number(computed(operation, quantities, places))


def _decimals(table: Table, cell: Cell, operands: Operands) -> int:
    """How many decimals are written in a cell, or in the fact that it prints."""
    if isinstance(cell, Wording):
        cell = _number(operands.value_of(operands.report.facts_of(table)[fact_in_cell(cell)]))
    return max(0, -int(cell.as_tuple().exponent)) if isinstance(cell, Decimal) else 0


def _cell(table: Table, rows: _Rows, line: int, index: int, operands: Operands) -> Quantity:
    name = f"{table.id}/{row_name(table.table, line)}/{_column_name(table, index)}"
    found = operands.cell(table, name, rows[line][index])
    # Cells of one row are of one unit where their columns say nothing else.
    return Quantity(name, Fraction(found.number), found.unit)


def _column_name(table: Table, index: int) -> str:
    column: Column = [each for _, each in table.heads()][index]
    return column.id or str(index + 1)
