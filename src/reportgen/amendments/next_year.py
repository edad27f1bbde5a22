"""Next year's report from this one: its first file moved on by a year, and what has to be confirmed.

Sessions, dates, symbols and the reporting year move on; what belongs to the day of one document is taken out.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator
from typing import Any

from reportgen.amendments.carried import carried_from, dump_carried_over
from reportgen.facts.symbols import base_symbol
from reportgen.located import Delete, Edit, Insert, Replace, parse
from reportgen.located.splice import splice
from reportgen.model.date_facts import DateFact
from reportgen.model.masthead import BodySession
from reportgen.model.report import Report, reporting_period_name
from reportgen.model.written_fact import WrittenFact

_OF_ONE_DOCUMENT = (
    ("masthead", "date"), ("masthead", "late"), ("masthead", "reissued"), ("masthead", "advance"),
    ("masthead", "job_numbers"), ("length",), ("amends",),
)  # fmt: skip
"""What belongs to one document alone: its day, its job numbers, the waiver of its length."""

_MOVED_KEYS = ("year", "date", "to", "fiscal_year")
"""The keys of a fact that hold years."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def next_years_files(report: Report, first: bytes, symbol: str = "") -> dict[str, bytes]:
    """`report.yaml` and `carried-over.yaml` of next year's report; `first` is report.yaml of this one.

    Without a symbol, that of this report is moved on, and is to be confirmed like all that was.
    """
    moved = _moved_on(report, symbol)
    edits = [*_edits(report, moved), *_deletions(first)]
    carried = carried_from(report, moved)
    if symbol:
        # Whoever gave the symbol has confirmed it.
        carried = carried.changed(masthead={line: each for line, each in carried.masthead.items() if line != "symbol"})
    return {"report.yaml": splice(first, edits, "report.yaml"), "carried-over.yaml": dump_carried_over(carried)}


def _moved_on(report: Report, symbol: str) -> Report:
    masthead = report.masthead
    number = _number_of(masthead.session)
    fields: dict[str, Any] = {}
    if masthead.session:
        fields["session"] = _next_session(masthead.session)
    if masthead.meeting:
        fields["meeting"] = masthead.meeting.changed(dates=_next(masthead.meeting.dates))
    if masthead.agenda and masthead.agenda.note:
        note = masthead.agenda.note
        fields["agenda"] = masthead.agenda.changed(note=note.changed(symbol=_next_symbol(note.symbol, number)))
    if masthead.joint:
        joint = masthead.joint
        session = _next_session(joint.session) if joint.session else None
        fields["joint"] = joint.changed(symbol=_next_symbol(joint.symbol, _number_of(joint.session)), session=session)
    facts = dict(report.facts)
    period = reporting_period_name(report)
    if period:
        facts[period] = _next(facts[period])
    return report.changed(
        symbol=symbol or _next_symbol(base_symbol(report.symbol), number),
        masthead=masthead.changed(**fields),
        facts=facts,
    )


_EVERY_YEAR = ("regular", "meeting", "year")
"""Kinds of sessions whose next one is a year later; special and resumed ones follow no calendar."""


def _number_of(session: BodySession | int | None) -> int | None:
    """The number of a session that comes every year, which the symbol of its documents may have."""
    if isinstance(session, BodySession):
        return session.number if session.kind in _EVERY_YEAR else None
    return session


def _next_session(session: BodySession | int) -> BodySession | int:
    """The session a year later."""
    if isinstance(session, int):
        return session + 1
    number = _number_of(session)
    if number:
        return session.changed(number=number + 1)
    return session.changed(year=session.year + 1) if session.year else session


def _next(fact: Any) -> Any:
    """A fact whose years are one later: dates, years, fiscal years."""
    fields = {key: _next_years(getattr(fact, key)) for key in _MOVED_KEYS if getattr(fact, key, None) is not None}
    return fact.changed(**fields)


def _next_years(value: Any) -> Any:
    if isinstance(value, int):
        return value + 1
    text = _YEAR.sub(lambda match: str(int(match[0]) + 1), str(value))
    # 2024/25 is a fiscal year, whose second half has two figures.
    text = re.sub(r"(?<=/)(\d\d)\Z", lambda match: f"{(int(match[1]) + 1) % 100:02}", text)
    is_gone = text.endswith("-02-29") and not isleap(int(text[:4]))
    return text[:-2] + "28" if is_gone else text


def _next_symbol(symbol: str, session: int | None) -> str:
    """The symbol of the series a year later: the year in it, else the number of the session; 0 where it has neither."""
    parts = symbol.split("/")
    for index, part in enumerate(parts):
        if _YEAR.fullmatch(part) or (session and index and part == str(session)):
            return "/".join([*parts[:index], str(int(part) + 1), *parts[index + 1 :]])
    return symbol


def _edits(report: Report, moved: Report) -> Iterator[Edit]:
    """What stands otherwise in the first file."""
    before, after = report.masthead, moved.masthead
    if report.symbol != moved.symbol:
        yield Replace(("symbol",), moved.symbol) if report.symbol else Insert(("symbol",), moved.symbol, "title")
    yield from _of_session(("masthead", "session"), before.session, after.session)
    if before.meeting and after.meeting:
        yield from _of_fact(("masthead", "meeting", "dates"), before.meeting.dates, after.meeting.dates)
    if before.agenda and before.agenda.note and after.agenda and after.agenda.note:
        yield Replace(("masthead", "agenda", "note", "symbol"), after.agenda.note.symbol)
    if before.joint and after.joint:
        if before.joint.symbol != after.joint.symbol:
            yield Replace(("masthead", "joint", "symbol"), after.joint.symbol)
        yield from _of_session(("masthead", "joint", "session"), before.joint.session, after.joint.session)
    for name, fact in report.facts.items():
        yield from _of_fact(("facts", name), fact, moved.facts[name])


def _of_session(
    path: tuple[str, ...], before: BodySession | int | None, after: BodySession | int | None
) -> Iterator[Edit]:
    if before == after:
        return
    if isinstance(after, BodySession):
        yield Replace((*path, "year"), after.year) if after.year else Replace((*path, "number"), after.number)
    else:
        yield Replace(path, after)


def _of_fact(path: tuple[str, ...], before: WrittenFact | DateFact, after: WrittenFact | DateFact) -> Iterator[Edit]:
    for key in _MOVED_KEYS:
        was, now = getattr(before, key, None), getattr(after, key, None)
        if before is not after and was != now:
            yield Replace((*path, key), now)


def _deletions(first: bytes) -> Iterator[Edit]:
    data: Any = parse(first.decode("utf-8-sig"), "report.yaml")
    for path in _OF_ONE_DOCUMENT:
        owner = data
        for key in path[:-1]:
            owner = owner.get(key) if isinstance(owner, dict) else None
        if isinstance(owner, dict) and path[-1] in owner:
            yield Delete(path)
