"""The last row of a table with a total is the sum of the rows above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext

from reportgen.checks.edition import Code, Edition
from reportgen.facts import Count, Money, Value
from reportgen.finding import Finding
from reportgen.language import Language, formats
from reportgen.model.blocks import Table
from reportgen.model.cells import Cell
from reportgen.model.written import Wording
from reportgen.record import record
from reportgen.wording import Fault, Placeholder, scan

CODES = {
    "RG037": Code(
        "a total is not the sum of its rows",
        "total: true says that the last row of a table is the sum of the others. It is compared in columns all of "
        "whose cells are numbers, or amounts of one currency, and are no percentages; subtotals, also of subtotals, "
        "are left out where every row belongs to one. Correct the row that is wrong, or give a column whose last cell "
        "is no sum `sum: false`.",
        proof=True,
    ),
}

_DIGITS = 200
"""Enough for sums of the longest numbers to be exact."""


@record
class _Summed:
    """A column that has a sum: its head and the numbers of its cells, the total last."""

    head: str
    numbers: tuple[Decimal, ...]


@dataclass(slots=True)
class _Run:
    """Rows that follow one another: plain ones (rank 0), subtotals (1), subtotals of those (2) …"""

    rank: int
    rows: list[int]
    sums: tuple[Decimal, ...]

    def add(self, row: int, numbers: tuple[Decimal, ...]) -> None:
        """Take one more row."""
        self.rows.append(row)
        # The sums are carried along: adding the run up anew at each row takes minutes in a long table.
        self.sums = tuple(one + other for one, other in zip(self.sums, numbers, strict=True))


def check(edition: Edition) -> Iterator[Finding]:
    """Add up the tables of a report, once: cells are the same in every language."""
    language = edition.languages.get(edition.report.language) or next(iter(edition.languages.values()))
    for item in edition.report.all_items():
        if isinstance(item, Table) and item.table.total and len(item.table.rows) > 1:
            values = edition.values_of(item)
            columns = list(_summed_columns(item, values, language))
            with localcontext(prec=_DIGITS):
                parts = _parts([each.numbers for each in columns])
                for column in columns:
                    yield from _compare(item, column, parts, language)


def _compare(item: Table, column: _Summed, parts: list[int], language: Language) -> Iterator[Finding]:
    numbers, total = [column.numbers[row] for row in parts], column.numbers[-1]
    found = sum(numbers, Decimal(0))
    if found == total:
        return
    shown = [formats.figures_text(language.conventions, number) for number in (total, found)]
    message = f"the total of '{column.head}' is {shown[0]}, and its rows add up to {shown[1]}"
    rounded = abs(total - found) <= _rounding(numbers)
    hint = "rounding may explain it" if rounded else f"write {found:f}, or correct a row"
    hint += "; a column whose last cell is no sum has `sum: false`"
    yield Finding(
        "RG037", "warning" if rounded else "error", message, "", item.id, item.table.position("rows"), hint
    )  # fmt: skip


def _rounding(numbers: list[Decimal]) -> Decimal:
    """How far a sum of rounded numbers may be off: half of the last place for each; whole numbers are not rounded."""
    places = max(max(0, -int(number.as_tuple().exponent)) for number in numbers)
    return Decimal(5).scaleb(-places - 1) * len(numbers) if places else Decimal(0)


def _summed_columns(item: Table, values: Mapping[str, Value], language: Language) -> Iterator[_Summed]:
    if item.table.caption and _is_share(item.table.caption.text, language):
        return
    for number, (_, column) in enumerate(item.heads()):
        head = column.head.text if column.head else ""
        found = [_amount(row[number], values) for row in item.table.rows]
        amounts = [each for each in found if each]
        alike = len(amounts) == len(found) and len({currency for _, currency in amounts}) == 1
        if alike and column.sum and column.numbers == "grouped" and not _is_share(head, language):
            yield _Summed(head, tuple(amount for amount, _ in amounts))


def _is_share(text: str, language: Language) -> bool:
    """Whether a head or a caption says that numbers are percentages: per cent, percentage, %."""
    words = ["%", *("".join(word.split()) for word in language.conventions.recognition.percents)]
    return any(word.casefold() in "".join(text.split()).casefold() for word in words)


def _amount(cell: Cell, values: Mapping[str, Value]) -> tuple[Decimal, str] | None:
    """The number of a cell with its currency; none for a text, a sign, an empty cell or a percentage."""
    if isinstance(cell, Decimal):
        return cell, ""
    if not isinstance(cell, Wording):
        return None
    try:
        pieces = scan(cell.text)
    except Fault:
        return None
    value = values.get(pieces[0].fact) if len(pieces) == 1 and isinstance(pieces[0], Placeholder) else None
    if isinstance(value, Count):
        return Decimal(value.number), ""
    return (value.amount, value.currency) if isinstance(value, Money) else None


def _parts(columns: list[tuple[Decimal, ...]]) -> list[int]:
    """The rows that a total is made of: all, or two or more subtotals that account for every other row.

    A row is a subtotal where it is the sum of the two or more rows before it (or behind it) in all columns that have
    a sum; subtotals have subtotals likewise.
    """
    rows = list(zip(*columns, strict=True))
    everything = list(range(len(rows) - 1))
    for order in (everything, everything[::-1]):
        runs = _runs(rows, order)
        chosen = [row for run in runs for row in run.rows]
        if all(run.rank for run in runs) and len(chosen) > 1 and rows[-1] == _sums(rows, chosen):
            return chosen
    return everything


def _runs(rows: list[tuple[Decimal, ...]], order: list[int]) -> list[_Run]:
    """The rows of which no subtotal is made, in runs of one rank."""
    runs: list[_Run] = []
    for row in order:
        rank = 0
        if runs and len(runs[-1].rows) > 1 and runs[-1].sums == rows[row]:
            rank = runs.pop().rank + 1
        if runs and runs[-1].rank == rank:
            runs[-1].add(row, rows[row])
        else:
            runs.append(_Run(rank, [row], rows[row]))
    return runs


def _sums(rows: list[tuple[Decimal, ...]], chosen: list[int]) -> tuple[Decimal, ...]:
    return tuple(sum(column, Decimal(0)) for column in zip(*(rows[row] for row in chosen), strict=True))
