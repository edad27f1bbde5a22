"""What next year's report takes over from this one: `carried_from(report)`; `unconfirmed(report)` is what still stands.

Every value is taken over, and every one has to be looked at: a figure that nobody changed may be right, or forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from reportgen.errors import Position
from reportgen.located.json_line import json_line
from reportgen.model.blocks import Item, Table
from reportgen.model.carried_over import CarriedOver, MastheadLine
from reportgen.model.cells import Sign
from reportgen.model.computed_facts import ComputedFact
from reportgen.model.facts import Facts
from reportgen.model.masthead import BodySession, FurtherItem
from reportgen.model.notation import written_fact
from reportgen.model.report import WHOLE_REPORT, Report
from reportgen.model.written import Wording
from reportgen.record import record
from reportgen.tree.printed import MASTHEAD

_LINES: tuple[MastheadLine, ...] = ("symbol", "session", "meeting", "agenda", "joint")


@record
class CarriedValue:
    """A value that still stands as it was taken over; `said` is the value, `owner` the id of what declares it."""

    owner: str
    name: str
    said: str
    position: Position | None = None

    @property
    def key(self) -> str:
        """How commands name it: kenya-training/officers, masthead/session; a table by its id alone."""
        return f"{self.owner}/{self.name}" if self.name else self.owner


def carried_from(report: Report, moved: Report) -> CarriedOver:
    """All that `moved`, which is a report after it was moved on by a year, has of that report."""
    masthead = {line: value for line in _LINES if (value := _line(moved, line)) is not None}
    tables = {item.id: rows for item in moved.all_items() if isinstance(item, Table) and (rows := _rows_of(item))}
    return CarriedOver(
        report=report.slug,
        symbol=report.symbol,
        masthead=masthead,
        report_facts=_written_alone(moved.facts),
        facts={item.id: facts for item in moved.all_items() if (facts := _written_alone(item.all_facts()))},
        tables=tables,
    )


def unconfirmed(report: Report) -> Iterator[CarriedValue]:
    """The values of a report that are those that it took over, in reading order."""
    carried = report.carried_over
    if carried is None:
        return
    for line, kept in carried.masthead.items():
        if _line(report, line) == kept:
            at = report.masthead.position(line) or report.position(line)
            yield CarriedValue(MASTHEAD, line, _said(kept), at)
    yield from _unchanged(WHOLE_REPORT, report.facts, carried.report_facts)
    for item in report.all_items():
        yield from _unchanged(item.id, item.all_facts(), carried.facts.get(item.id, {}))
        if item.id in carried.tables and isinstance(item, Table):
            yield from _unchanged_rows(item, carried.tables[item.id])


def only(carried: CarriedOver, left: frozenset[tuple[str, str]]) -> CarriedOver:
    """What is left when only some values, by owner and name, are still to be confirmed."""

    def of(owner: str, facts: Facts) -> Facts:
        return {name: fact for name, fact in facts.items() if (owner, name) in left}

    return carried.changed(
        masthead={line: each for line, each in carried.masthead.items() if (MASTHEAD, line) in left},
        report_facts=of(WHOLE_REPORT, carried.report_facts),
        facts={owner: facts for owner, every in carried.facts.items() if (facts := of(owner, every))},
        tables={owner: rows for owner, rows in carried.tables.items() if (owner, "") in left},
    )


def dump_carried_over(carried: CarriedOver) -> bytes:
    """The text of the file: one line a value, so that git shows what was confirmed."""
    lines = [
        f"# What was taken over from {carried.symbol or carried.report} and nobody has confirmed yet.",
        "# reportgen confirm takes a line out; so does another value in the report, which confirms itself.",
        f"report: {carried.report}",
        *([f"symbol: {carried.symbol}"] if carried.symbol else []),
        *_block("masthead", "  ", {line: json_line(each) for line, each in carried.masthead.items()}),
        *_block("report_facts", "  ", _fact_lines(carried.report_facts)),
    ]
    for head, owners in (
        ("facts", {owner: _fact_lines(facts) for owner, facts in carried.facts.items()}),
        (
            "tables",
            {owner: [json_line(list(map(_cell, row))) for row in rows] for owner, rows in carried.tables.items()},
        ),
    ):
        lines += [f"{head}:"] if owners else []
        for owner, values in owners.items():
            if isinstance(values, dict):
                lines += _block(owner, "    ", values, "  ")
            else:
                lines += [f"  {owner}:", *(f"    - {each}" for each in values)]
    return "".join(f"{line}\n" for line in lines).encode()


def _written_alone(facts: Any) -> Facts:
    """Facts that somebody wrote: computed ones follow the others, and are nothing to confirm."""
    return {name: fact for name, fact in facts.items() if not isinstance(fact, ComputedFact)}


def _unchanged(owner: str, facts: Any, kept: Facts) -> Iterator[CarriedValue]:
    for name, before in kept.items():
        fact = facts.get(name)
        if fact is None or isinstance(fact, ComputedFact):
            continue
        if written_fact(fact.value) == written_fact(before.value):
            yield CarriedValue(owner, name, str(fact.value), fact.place_of_value())


def _rows_of(table: Item) -> tuple[tuple[Any, ...], ...]:
    """The rows of a table that have figures; its words are text, which is carried over as all text is."""
    rows = table.table.rows if isinstance(table, Table) else ()
    return tuple(row for row in rows if any(isinstance(cell, Decimal) for cell in row))


def _unchanged_rows(table: Table, kept: tuple[tuple[Any, ...], ...]) -> Iterator[CarriedValue]:
    rows = [list(map(_cell, row)) for row in _rows_of(table)]
    before = [list(map(_cell, row)) for row in kept]
    same = sum(row in before for row in rows)
    if same:
        yield CarriedValue(table.id, "", f"{same} of {len(rows)} rows", table.position("table"))


def _line(report: Report, line: MastheadLine) -> Any:
    """A line of the masthead as plain data; None where it is not there. Its words are translated as all text is."""
    masthead = report.masthead
    match line:
        case "symbol":
            return report.symbol or None
        case "session":
            return _session(masthead.session)
        case "meeting":
            meeting = masthead.meeting
            place = {"place": meeting.place} if meeting and meeting.place else {}
            return {**place, "dates": str(meeting.dates.value)} if meeting else None
        case "agenda":
            agenda = masthead.agenda
            note = {"note": agenda.note.symbol} if agenda and agenda.note else {}
            return {"items": " ".join(map(_item, agenda.items)), **note} if agenda else None
        case "joint":
            joint = masthead.joint
            session = {"session": _session(joint.session)} if joint and joint.session else {}
            return {"symbol": joint.symbol, **session} if joint else None


def _session(session: BodySession | int | None) -> Any:
    if isinstance(session, BodySession):
        return f"{session.number or session.year} {session.kind}"
    return session


def _item(item: FurtherItem) -> str:
    return f"{item.item} ({', '.join(item.parts)})" if item.parts else str(item.item)


def _cell(cell: Any) -> str:
    match cell:
        case Wording() | Sign():
            return cell.text
        case Decimal():
            return f"{cell:f}"
        case _:
            return ""


def _said(value: Any) -> str:
    return ", ".join(map(str, value.values())) if isinstance(value, dict) else str(value)


def _fact_lines(facts: Facts) -> dict[str, str]:
    return {name: json_line(written_fact(fact.value)) for name, fact in facts.items()}


def _block(head: str, indent: str, values: dict[str, str], before: str = "") -> list[str]:
    return [f"{before}{head}:", *(f"{indent}{name}: {value}" for name, value in values.items())] if values else []
