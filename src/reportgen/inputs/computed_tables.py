"""Cells of tables that are computed: columns from other columns, and the last row of a table from the rows above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from reportgen.computed import NotComputable, Quantity, computed
from reportgen.errors import InputError, ReportgenError
from reportgen.facts import Count, Money, Ordinal, Percent, Period, PlainNumber, Value
from reportgen.inputs.operands import Operands, column_of, plain_rows, row_name
from reportgen.model.blocks import Table
from reportgen.model.cells import Cell
from reportgen.model.computed_facts import ComputedFact
from reportgen.model.report import Annex, Report, ReportPart
from reportgen.model.tables import Column

COMPUTED = "computed"
_Part = TypeVar("_Part", bound=ReportPart)
_Rows = list[list[Cell]]


def with_computed_tables(report: Report, operands: Operands) -> tuple[Report, list[ReportgenError]]:
    """The report with the cells that its tables compute, and what is wrong with them."""
    errors: list[ReportgenError] = []
    tables: dict[str, Table] = {}
    for item in report.all_items():
        if isinstance(item, Table) and (item.table.total == COMPUTED or any(each.computed for _, each in item.heads())):
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


def _with(part: _Part, tables: Mapping[str, Table]) -> _Part:
    items = tuple(tables.get(each.id, each) for each in part.paragraphs)
    return part.changed(paragraphs=items, sections=tuple(_with(each, tables) for each in part.sections))


def _with_appendices(annex: Annex, tables: Mapping[str, Table]) -> Annex:
    appendices = tuple(_with(each, tables) for each in annex.appendices)
    return _with(annex, tables).changed(appendices=appendices)


def _filled(table: Table, operands: Operands, errors: list[ReportgenError]) -> Table:
    """The table with its computed cells: totals first, since columns are computed of those too."""
    rows: _Rows = [list(row) for row in table.table.rows]
    heads = [column for _, column in table.heads()]
    for index, column in enumerate(heads):
        if table.table.total == COMPUTED and rows[-1][index] is None and column.sum and not column.computed:
            errors += _tried(table, _total(table, rows, index, operands), rows, len(rows) - 1, index)
    for index, column in enumerate(heads):
        if column.computed:
            for line in range(len(rows)):
                errors += _tried(table, _of_row(table, rows, line, column.computed, operands), rows, line, index)
    content = table.table.changed(rows=tuple(tuple(row) for row in rows))
    return table.changed(table=content)


def _tried(table: Table, values: Iterator[Value], rows: _Rows, line: int, index: int) -> Iterator[ReportgenError]:
    """Put a value into its cell; an error where it cannot be computed, or where another number stands there."""
    name, at = f"{table.id}/{row_name(table.table, line)}/{index + 1}", table.table.position("rows")
    try:
        number = _number(next(values))
    except NotComputable as fault:
        yield InputError(f"the cell {name} cannot be computed: {fault.message}", at, fault.hint)
        return
    there = rows[line][index]
    if there is None:
        rows[line][index] = number
    elif isinstance(there, Decimal) and there != number:
        message = f"the cell {name} is {there:f}, and what is computed is {number:f}"
        yield InputError(message, at, "leave the cell empty, or correct another one")


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


def _total(table: Table, rows: _Rows, index: int, operands: Operands) -> Iterator[Value]:
    """The sum of a column, of whose cells none may be empty."""
    yield computed("sum", [_cell(table, rows, line, index, operands) for line in plain_rows(table.table)])


def _of_row(table: Table, rows: _Rows, line: int, rule: ComputedFact, operands: Operands) -> Iterator[Value]:
    names = (*rule.operands, *([rule.whole] if rule.whole else ()))
    places = [column_of(table, name)[0] for name in names]
    quantities = [_cell(table, rows, line, place, operands) for place in places]
    yield computed(rule.operation, quantities, rule.places)


def _cell(table: Table, rows: _Rows, line: int, index: int, operands: Operands) -> Quantity:
    name = f"{table.id}/{row_name(table.table, line)}/{_column_name(table, index)}"
    found = operands.cell(table, name, rows[line][index])
    # Cells of one row are of one unit where their columns say nothing else.
    return Quantity(name, Fraction(found.number), found.unit)


def _column_name(table: Table, index: int) -> str:
    column: Column = [each for _, each in table.heads()][index]
    return column.id or str(index + 1)
