"""What the lines of a masthead print: names, numbers and dates as facts, by the names that templates know them by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from reportgen.errors import Position
from reportgen.facts import Count, Names, Ordinal, Symbol, Value, Year
from reportgen.language import Language
from reportgen.model.masthead import BodySession, FurtherItem, ListedItem, WrittenMasthead, long_session
from reportgen.record import record
from reportgen.templates.render import FactReference

_ORGANS = ("organ", "body", "sub_body", "committee")
_ORGAN_KINDS = ("entity", "instrument")
"""What an organ may be: that of a treaty body is its treaty (Convention on the Rights of the Child)."""


@record
class SessionColumn:
    """One organ of a masthead with its session and its items; the other organ of a joint document has one, too.

    `prefix` begins the names of its facts.
    """

    prefix: str
    organ: str | None
    session: BodySession | None
    agenda: ListedItem | None


def first_column(written: WrittenMasthead) -> SessionColumn:
    """The organ whose symbol comes first."""
    session = long_session(written.session) if written.session else None
    return SessionColumn("", written.organ, session, written.agenda)


def second_column(written: WrittenMasthead) -> SessionColumn | None:
    """The other organ of a joint document; none where the document is of one organ."""
    joint = written.joint
    if joint is None or joint.organ is None:
        return None
    return SessionColumn("second_", joint.organ, long_session(joint.session) if joint.session else None, joint.agenda)


def masthead_facts(written: WrittenMasthead, language: Language) -> dict[str, Value]:
    """The facts of all lines; `secretary_general` is there for templates that name that author by themselves."""
    facts: dict[str, Value] = {"secretary_general": Names("entity", ("secretary-general",))}
    for name in _ORGANS:
        if organ := getattr(written, name):
            facts[name] = Names(kind_of_organ(organ, language), (organ,))
    for column in filter(None, (first_column(written), second_column(written))):
        facts |= _column_facts(column, language)
    if written.issuer:
        facts["issuer"] = Names("entity", written.issuer.names)
    if written.date:
        facts["date"] = written.date.value
    if written.reissued:
        facts["reissued"] = written.reissued.value
    if written.meeting:
        facts |= {"place": Names("place", (written.meeting.place,))} if written.meeting.place else {}
        facts["dates"] = written.meeting.dates.value
    if written.agenda and written.agenda.note:
        facts["note_symbol"] = Symbol(written.agenda.note.symbol)
    return facts


def _column_facts(column: SessionColumn, language: Language) -> Iterator[tuple[str, Value]]:
    if column.organ:
        yield f"{column.prefix}organ", Names(kind_of_organ(column.organ, language), (column.organ,))
    if column.session and column.session.number:
        yield f"{column.prefix}session", Ordinal(column.session.number)
    if column.session and column.session.year:
        yield f"{column.prefix}session_year", Year(column.session.year)
    for name, item in zip(item_names(column), column.agenda.items if column.agenda else (), strict=False):
        yield name, Count(item.item)


def item_names(column: SessionColumn) -> Iterator[str]:
    """The names of the facts of the items: item, item_2, item_3 …"""
    name = f"{column.prefix}item"
    yield name
    yield from (f"{name}_{number}" for number in range(2, 6))


def kind_of_organ(organ: str, language: Language) -> str:
    """The kind of an organ in the lexicon; an entity where it has none, so that the message asks for one."""
    found = language.lexicon.kind_of(organ)
    return found if found in _ORGAN_KINDS else _ORGAN_KINDS[0]


def column_values(column: SessionColumn, language: Language) -> dict[str, Any]:
    """What a template sees of an organ beside its facts; facts are references, by the names of the first organ."""
    session, agenda = column.session, column.agenda
    names = list(item_names(column))
    return {
        "organ": FactReference(f"{column.prefix}organ"),
        "organ_id": column.organ or "",
        "organ_kind": kind_of_organ(column.organ, language) if column.organ else "",
        "session": FactReference(f"{column.prefix}session"),
        "session_year": FactReference(f"{column.prefix}session_year"),
        "session_kind": session.kind if session else "regular",
        "items": tuple(
            {"number": FactReference(name), "parts": _parts(item)}
            for name, item in zip(names, agenda.items if agenda else (), strict=False)
        ),
        "list": agenda.source_list if agenda else "agenda",
        # Templates of users may know one item with one part alone.
        "item": FactReference(names[0]),
        "provisional": bool(agenda and agenda.provisional),
        "part": agenda.parts[0][0] if agenda and agenda.parts else None,
    }


def _parts(item: FurtherItem) -> tuple[dict[str, str], ...]:
    """The parts of an item: the letter, and the number behind it where there is one."""
    return tuple({"letter": part[0], "point": part[3:-1]} for part in item.parts)


def masthead_names(
    written: WrittenMasthead, language: Language
) -> Iterator[tuple[Names, Callable[[], Position | None]]]:
    """The names that lines of a masthead print, each with a function that tells its place."""
    facts = masthead_facts(written, language)
    # The short forms of authors are ours; their names are asked for where a template prints them.
    author = () if isinstance(written.author, str) else (("issuer", "author"),)
    for name, field in (*((each, each) for each in _ORGANS), *author):
        if isinstance(found := facts.get(name), Names):
            yield found, partial(written.position, field)
    if written.meeting and isinstance(found := facts.get("place"), Names):
        yield found, partial(written.meeting.position, "place")
    if written.joint and isinstance(found := facts.get("second_organ"), Names):
        yield found, partial(written.joint.position, "organ")
