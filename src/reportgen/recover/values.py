"""A fact whose text is not where it was: the same value in another form, or another value in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportgen.facts import (
    Count,
    Date,
    DateRange,
    Money,
    Names,
    Ordinal,
    Percent,
    Period,
    Range,
    Symbol,
    Value,
    Year,
)
from reportgen.language.recognition import Reading
from reportgen.printing.alternatives import other_forms
from reportgen.recover.placement import Placement
from reportgen.recover.press import phrase_choice, whole_value
from reportgen.recover.recovery import Opening, Recovery
from reportgen.wording import Placeholder

_FAMILIES: tuple[tuple[type, ...], ...] = (
    (Count,), (Range,), (Ordinal,), (Percent,), (Money,), (Year,), (Date, DateRange), (Period,), (Names,), (Symbol,),
)  # fmt: skip
"""Kinds of value of which one fact may take another: a day becomes a month, never a year."""

_WITHOUT_FIGURE = range(21)
"""Numbers that a phrase may print without any figure or number word: none, a, both."""


def place_value(recovery: Recovery, atom: int) -> bool:
    """Place an atom over a text that it prints as it is, for its own value or another one; whether there is one."""
    piece, said = _placeholder(recovery, atom)
    if piece is None or said is None:
        return False
    return any(
        _place_as(recovery, atom, [piece], value, gap)
        for gap in recovery.gaps(atom)
        for value in (said, *candidates(recovery, gap, said), *_without_figure(piece, said, recovery, gap))
    )


def place_in_other_form(recovery: Recovery, atom: int) -> bool:
    """Place an atom over a text that the same fact prints in another form or style; whether there is one."""
    piece, said = _placeholder(recovery, atom)
    if piece is None or said is None:
        return False
    return any(
        _place_as(recovery, atom, other_forms(recovery.language, piece, value), value, gap)
        for gap in recovery.gaps(atom)
        for value in (said, *candidates(recovery, gap, said))
    )


def _placeholder(recovery: Recovery, atom: int) -> tuple[Placeholder | None, Value | None]:
    piece = recovery.sent.atoms[atom].piece
    return (piece, recovery.press.said(piece)) if isinstance(piece, Placeholder) else (None, None)


def _place_as(recovery: Recovery, atom: int, ways: Iterable[Placeholder], value: Value, gap: Opening) -> bool:
    """Place an atom where one of some placeholders prints this value."""
    for each in ways:
        printed = whole_value(each, recovery.press.values[each.fact], value)
        if printed:
            placeholder, whole = printed
            found = recovery.find(recovery.press.texts(placeholder, whole), gap, holders(placeholder, value))
            if found:
                recovery.place(Placement(*found, atom, placeholder, value))
                return True
    return False


def holders(placeholder: Placeholder, value: Value) -> tuple[type, ...]:
    """The kinds of value whose text may hold what a placeholder prints: a range holds its ends."""
    if placeholder.item and isinstance(value, Count):
        return (Range,)
    return (Period,) if isinstance(value, Period | Year) else ()


def candidates(recovery: Recovery, gap: Opening, said: Value) -> list[Value]:
    """The values that the text in a gap may say instead of another one, the longest readings first."""
    found = sorted(readings_in(recovery, gap), key=lambda each: (each.start - each.end, each.start))
    values = (taken(said, each.value) for each in found if may_become(said, each.value))
    return [each for each in dict.fromkeys(values) if each != said]


def _without_figure(placeholder: Placeholder, said: Value, recovery: Recovery, gap: Opening) -> Iterator[Value]:
    phrased = phrase_choice(placeholder) or any(each.name == "of" for each in placeholder.filters)
    if phrased and isinstance(said, Count | Period) and recovery.text[gap.start : gap.end].strip():
        yield from (replace(said, number=number) for number in _WITHOUT_FIGURE if number or isinstance(said, Count))


def readings_in(recovery: Recovery, gap: Opening) -> list[Reading]:
    """The readings of free text that lie in a gap."""
    return [
        each
        for each in recovery.readings
        if gap.start <= each.start and each.end <= gap.end and recovery.is_free(each.start, each.end)
    ]


def may_become(old: Value, new: Value) -> bool:
    """Whether a fact with one value may take the other."""
    if isinstance(old, Names) and isinstance(new, Names):
        return old.kind == new.kind
    return any(isinstance(old, family) and isinstance(new, family) for family in _FAMILIES)


def taken(old: Value, new: Value) -> Value:
    """A value as it was read, with what a text does not say as the old one has it: qualifier, series, order."""
    match old, new:
        case Count(), Count():
            return replace(old, number=new.number)
        case Percent(), Percent():
            return replace(old, number=new.number)
        case Money(), Money():
            return replace(old, amount=new.amount, currency=new.currency)
        case Period(), Period():
            return replace(old, number=new.number, unit=new.unit)
        case Names(), Names():
            return replace(old, ids=new.ids)
        case _:
            return new
