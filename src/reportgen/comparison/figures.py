"""Figures of two reports, one written from the other: what is new, what was dropped, and how each one moved.

A figure is known by its id, which next year's report keeps: a fact of a block, or a cell of a table by row and column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

from reportgen.facts import (
    Age,
    Count,
    Money,
    Names,
    Percent,
    Period,
    PlainNumber,
    Range,
    Rate,
    Ratio,
    Spread,
    Value,
    value_said,
)  # fmt: skip
from reportgen.model.blocks import Table
from reportgen.model.cells import Cell
from reportgen.model.report import WHOLE_REPORT, Report
from reportgen.model.written import Wording
from reportgen.record import record

FigureChange = Literal["new", "dropped", "moved", "unlike", "same"]
"""unlike: both reports have it, in different units or of another kind, so that no difference can be told."""

_PLACES = Decimal("0.1")


@record
class ReportedFigure:
    """A number with its unit, as a report has it; `said` is the value with its qualifier, `of` what it counts.

    A range or a ratio is no single number, and nothing can be subtracted from it.
    """

    key: str
    number: Decimal | None
    unit: str
    said: str
    of: str = ""


@record
class FigureMove:
    """What became of a figure from one report to the other; `where` is its block's number in the later one, or ''."""

    key: str
    last: ReportedFigure | None
    this: ReportedFigure | None
    where: str = ""

    @property
    def change(self) -> FigureChange:
        """What became of it."""
        if self.last is None or self.this is None:
            return "dropped" if self.last else "new"
        if self.last.unit != self.this.unit:
            return "unlike"
        return "same" if self.last.said == self.this.said else "moved"

    @property
    def difference(self) -> Decimal | None:
        """By how much it moved, in its own unit."""
        if self.change != "moved" or not self.last or not self.this:
            return None
        before, now = self.last.number, self.this.number
        return None if before is None or now is None else now - before

    @property
    def percent(self) -> Decimal | None:
        """By how much it moved in per cent of what it was, to one decimal; none of nought, and none of percentages."""
        if self.difference is None or self.last is None or not self.last.number or self.last.unit == "%":
            return None
        return (100 * self.difference / self.last.number).quantize(_PLACES, ROUND_HALF_UP)

    @property
    def of(self) -> str:
        """What it counts, as the later report says it."""
        return next((each.of for each in (self.this, self.last) if each and each.of), "")

    def as_json(self) -> dict[str, Any]:
        """The move as plain data, numbers as texts, so that none is rounded."""
        sides = {"last": self.last and self.last.said, "this": self.this and self.this.said}
        unit = (self.this or self.last or ReportedFigure("", Decimal(), "", "")).unit
        moved = {name: None if value is None else f"{value:f}" for name, value in self._moved().items()}
        return {
            "what": self.key,
            "where": self.where,
            "of": self.of,
            "change": self.change,
            "unit": unit,
            **sides,
            **moved,
        }

    def _moved(self) -> dict[str, Decimal | None]:
        return {"difference": self.difference, "percent": self.percent}


def figure_moves(
    last: Iterable[ReportedFigure], this: Iterable[ReportedFigure], places: Mapping[str, str] | None = None
) -> list[FigureMove]:
    """What became of every figure: those of the later report in its reading order, then what was dropped.

    `places` are the numbers of the later report's blocks as they are cited, by id.
    """
    before, after = ({each.key: each for each in figures} for figures in (last, this))
    where = places or {}
    keys = [*after, *(key for key in before if key not in after)]
    return [FigureMove(key, before.get(key), after.get(key), where.get(key.partition("/")[0], "")) for key in keys]


def figures_of(report: Report) -> Iterator[ReportedFigure]:
    """The figures of a report in reading order: its facts, computed ones too, and the cells of its tables."""
    yield from _of_facts(WHOLE_REPORT, report.facts)
    for item in report.all_items():
        yield from _of_facts(item.id, item.all_facts())
        if isinstance(item, Table):
            yield from _of_table(item)


def figures_kept(values: Mapping[str, Mapping[str, Value]]) -> Iterator[ReportedFigure]:
    """The figures of an edition, which keeps the values of facts by block, and not what they count nor its tables."""
    for owner, facts in values.items():
        for name, value in facts.items():
            yield from _figure(owner or WHOLE_REPORT, name, value, "")


def _of_facts(owner: str, facts: Mapping[str, Any]) -> Iterator[ReportedFigure]:
    for name, fact in facts.items():
        yield from _figure(owner, name, fact.value, fact.of)


def _figure(owner: str, name: str, value: Value, of: str) -> Iterator[ReportedFigure]:
    measured = _measured(value)
    if measured:
        yield ReportedFigure(f"{owner}/{name}", *measured, value_said(value), of)


def _measured(value: Value) -> tuple[Decimal | None, str] | None:
    """The number of a value and its unit; of a list of names how many there are; none of what measures nothing."""
    match value:
        case Count():
            return Decimal(value.number), ""
        case Percent():
            return value.number, "%"
        case Money():
            return value.amount, value.currency
        case PlainNumber():
            return value.number, "number"
        case Rate():
            return value.number, f"per {value.per}"
        case Period():
            return Decimal(value.number), value.unit
        case Age():
            return (Decimal(value.low), "age") if value.high is None else None
        case Range() | Ratio() | Spread():
            return None, value.kind
        case Names() if value.many:
            return Decimal(len(value.ids)), value.kind
        case _:
            return None


def _of_table(item: Table) -> Iterator[ReportedFigure]:
    table = item.table
    heads = _names([column.id or (column.head.text if column.head else "") for _, column in item.heads()])
    first = [_text_of(row[0]) for row in table.rows]
    rows = _names(list(table.row_ids) or first)
    for row, cells in zip(rows, table.rows, strict=True):
        for (_, column), head, cell in zip(item.heads(), heads, cells, strict=True):
            if isinstance(cell, Decimal) and column.numbers == "grouped":
                unit = " ".join(filter(None, (column.currency, f"times {column.times}" if column.times > 1 else "")))
                yield ReportedFigure(f"{item.id}/{row}/{head}", cell, unit, f"{cell:f}", f"{row}, {head}")


def _names(names: Sequence[str]) -> list[str]:
    """A name for each row or column: its own, else, where it has none or shares it, its number."""
    return [name if name and names.count(name) == 1 else str(number) for number, name in enumerate(names, 1)]


def _text_of(cell: Cell) -> str:
    return cell.text if isinstance(cell, Wording) else ""
