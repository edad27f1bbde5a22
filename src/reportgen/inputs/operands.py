"""What the operands of computed facts name: facts of a block, of a section or of the report, columns and cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from reportgen.computed import NotComputable, Quantity, in_unit, quantity_of
from reportgen.errors import suggestion
from reportgen.facts import Names, Value, is_country
from reportgen.model.blocks import Item, Paragraph, ReportItem, Table, all_subparagraphs
from reportgen.model.cells import Cell, Sign
from reportgen.model.computed_facts import COUNTRIES, ComputedFact
from reportgen.model.report import Report, ReportPart
from reportgen.model.tables import Column, TableContent
from reportgen.model.written import Wording
from reportgen.model.written_fact import PLURALS, WrittenFact
from reportgen.wording import Fault, Placeholder, scan

_NIL = ("–", "—", "-", "−")

ValueOf = Callable[[WrittenFact], Value]
"""Gives the value of a fact, which may have to be computed first."""


class Operands:
    """Finds what operands name in one report."""

    def __init__(self, report: Report, value_of: ValueOf) -> None:
        self.report, self.value_of = report, value_of
        self.items: dict[str, ReportItem] = {item.id: item for item in report.all_items()}
        self.facts: dict[str, dict[str, WrittenFact]] = {item.id: item.all_facts() for item in self.items.values()}
        for item in self.items.values():
            if isinstance(item, Paragraph):
                self.facts |= {part.id: {**part.facts} for _, part in all_subparagraphs(item)}
        self.sections: dict[str, list[ReportItem]] = {}
        for _, part in report.all_parts():
            self.sections[part.id] = [each for inner in _with_inner(part) for each in inner.paragraphs]
        if report.summary:
            self.sections[report.summary.id] = [*report.summary.paragraphs]

    def of(self, fact: ComputedFact, owner: Item | None) -> list[Quantity]:
        """The quantities of a computed fact, in the order in which its operation takes them."""
        if fact.operation == "distinct":
            return [Quantity(name, Fraction(1)) for name in self._distinct(fact)]
        names = (*fact.operands, *([fact.whole] if fact.whole else ()), *fact.among)
        found = [self._named(name, fact, owner) for name in names]
        if fact.operation in ("sum", "mean"):
            return [each for quantities in found for each in quantities]
        if fact.operation == "rank":
            one = _one(names[0], found[0])
            return [one, *(each for quantities in found[1:] for each in quantities if each.name != one.name)]
        return [_one(name, quantities) for name, quantities in zip(names, found, strict=True)]

    def _named(self, name: str, fact: ComputedFact, owner: Item | None) -> list[Quantity]:
        """The quantities that a name stands for."""
        parts = name.split("/")
        if len(parts) == 1:
            return self._plain(name, fact, owner)
        item = self.items.get(parts[0])
        if isinstance(item, Table):
            return [*self._cells(item, parts[1:], fact)]
        if len(parts) == 2 and parts[0] in self.sections:
            return [*self._in_section(parts[0], parts[1])]
        if len(parts) == 2 and parts[0] in self.facts:
            return [self._fact(parts[0], parts[1], self.facts[parts[0]], name)]
        known = [*self.facts, *self.sections, *(key for key, each in self.items.items() if isinstance(each, Table))]
        message = f"there is no block and no section '{parts[0]}'"
        raise NotComputable(message, suggestion(parts[0], known) or "an operand is fact, block/fact or table/column")

    def _plain(self, name: str, fact: ComputedFact, owner: Item | None) -> list[Quantity]:
        if fact.sections:
            return [each for section in fact.sections for each in self._in_section(section, name)]
        return [self._fact(owner.id if owner else "", name, self.report.facts_of(owner), name)]

    def _fact(self, block: str, name: str, known: dict[str, WrittenFact], shown: str) -> Quantity:
        if name not in known:
            where = f"in '{block}'" if block else "of the report"
            hint = suggestion(name, known) or "write the fact of another block as block/fact"
            raise NotComputable(f"there is no fact '{name}' {where}", hint)
        return quantity_of(shown, self.value_of(known[name]))

    def _section(self, name: str) -> list[ReportItem]:
        if name not in self.sections:
            hint = suggestion(name, self.sections) or "write the id of a section, an annex or the summary"
            raise NotComputable(f"there is no section '{name}'", hint)
        return self.sections[name]

    def _in_section(self, section: str, name: str) -> Iterator[Quantity]:
        """Every fact of a name in the blocks of a section."""
        found = [(item.id, item.all_facts()) for item in self._section(section) if name in item.all_facts()]
        if not found:
            hint = f"no block of '{section}' has a fact of this name"
            raise NotComputable(f"there is no fact '{name}' in the section '{section}'", hint)
        for block, facts in found:
            yield quantity_of(f"{block}/{name}", self.value_of(facts[name]))

    def _distinct(self, fact: ComputedFact) -> list[str]:
        """The names of a kind that the blocks of some sections, or of the report, have as facts, each once."""
        wanted = fact.operands[0]
        kind = "place" if wanted == COUNTRIES else PLURALS[wanted]
        blocks = [item for name in fact.sections for item in self._section(name)] or list(self.items.values())
        facts = [each for item in blocks for each in item.all_facts().values()]
        if not fact.sections:
            facts += self.report.facts.values()
        ids: dict[str, None] = {}
        for each in facts:
            # A country that stands only inside a name is not what the text is about.
            if not isinstance(each, ComputedFact) and each.inside is None and isinstance(each.value, Names):
                ids |= dict.fromkeys(each.value.ids if each.value.kind == kind else ())
        return [name for name in ids if wanted != COUNTRIES or is_country(name)]

    def _cells(self, table: Table, parts: Sequence[str], fact: ComputedFact) -> Iterator[Quantity]:
        """The cells of a column, without subtotals and totals, or one cell of it."""
        column, head = column_of(table, parts[-1])
        content = table.table
        rows = [row_of(table, parts[0])] if len(parts) == 2 else plain_rows(content)
        for row in rows:
            name = f"{table.id}/{row_name(content, row)}/{parts[-1]}"
            quantity = self.cell(table, name, content.rows[row][column])
            unit, times = fact.currency or head.currency or "", fact.times if fact.times > 1 else head.times
            yield in_unit(quantity, unit, times) if unit or times > 1 else quantity

    def cell(self, table: Table, name: str, cell: Cell) -> Quantity:
        """The number of a cell, or of the fact that it prints; `NotComputable` for any other."""
        if isinstance(cell, Decimal):
            return Quantity(name, Fraction(cell))
        if is_nil(cell):
            return Quantity(name, Fraction(0))
        if isinstance(cell, Wording):
            fact = fact_in_cell(cell)
            facts = self.report.facts_of(table)
            if fact in facts:
                return quantity_of(name, self.value_of(facts[fact]))
        what = "empty" if cell is None else f"'{cell.text}'" if isinstance(cell, Sign) else "a text"
        raise NotComputable(f"the cell {name} is {what}, and no number", "write 0 for nothing, or name another operand")


def column_of(table: Table, name: str) -> tuple[int, Column]:
    """The place and the head of a column by its id or its number, from 1."""
    heads = [column for _, column in table.heads()]
    for index, column in enumerate(heads):
        if name in (column.id, str(index + 1)):
            return index, column
    known = [column.id for column in heads if column.id]
    hint = suggestion(name, known) or f"give the column an id, or write its number, 1 to {len(heads)}"
    raise NotComputable(f"the table '{table.id}' has no column '{name}'", hint)


def row_of(table: Table, name: str) -> int:
    """The place of a row by its id or its number, from 1."""
    content = table.table
    for index in range(len(content.rows)):
        if name in (row_name(content, index), str(index + 1)):
            return index
    hint = suggestion(name, content.row_ids) or f"write the number of a row, 1 to {len(content.rows)}, or give row_ids"
    raise NotComputable(f"the table '{table.id}' has no row '{name}'", hint)


def row_name(content: TableContent, index: int) -> str:
    """The id of a row, else its number."""
    return content.row_ids[index] if index < len(content.row_ids) else str(index + 1)


def plain_rows(content: TableContent) -> list[int]:
    """The rows of a table that are neither subtotals nor its total."""
    last = len(content.rows) - 1
    sums = {*map(str, content.subtotals), *content.computed_rows}
    marked = {index for index in range(last + 1) if sums & {row_name(content, index), str(index + 1)}}
    marked |= {index for index, row in enumerate(content.rows) if is_heading(row)}
    return [index for index in range(last + 1) if index not in marked and not (content.total and index == last)]


def is_nil(cell: Cell) -> bool:
    """Whether a cell is the dash of United Nations tables: the amount is nil or negligible."""
    return isinstance(cell, Sign) and cell.text in _NIL


def is_heading(row: Sequence[Cell]) -> bool:
    """Whether a row is the heading of those below it: it has nothing but its label."""
    return len(row) > 2 and isinstance(row[0], Wording) and not any(row[1:])


def fact_in_cell(cell: Wording) -> str:
    """The fact that a cell prints and nothing else; empty where it holds anything else."""
    try:
        pieces = scan(cell.text)
    except Fault:
        return ""
    return pieces[0].fact if len(pieces) == 1 and isinstance(pieces[0], Placeholder) else ""


def _one(name: str, quantities: list[Quantity]) -> Quantity:
    if len(quantities) != 1:
        hint = "write the sum as a fact of its own, or one cell as table/row/column"
        raise NotComputable(f"'{name}' is {len(quantities)} numbers, and one is wanted", hint)
    return quantities[0]


def _with_inner(part: ReportPart) -> Iterator[ReportPart]:
    yield part
    for inner in part.sections:
        yield from _with_inner(inner)
