"""A fact whose text is not where it was: the same value in another form, or another value in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportgen.facts import (
    Age,
    Cited,
    Count,
    Date,
    DateRange,
    FiscalYear,
    Money,
    Names,
    Ordinal,
    Percent,
    Period,
    PlainNumber,
    Range,
    Rate,
    Ratio,
    Spread,
    Symbol,
    Time,
    Value,
    Year,
)
from reportgen.language.recognition import Reading
from reportgen.printing.alternatives import other_forms, styled
from reportgen.record import replace
from reportgen.recover.claims import is_claimed
from reportgen.recover.placement import Placement
from reportgen.recover.press import phrase_choice, said_value, whole_value
from reportgen.recover.recovery import Opening, Recovery, is_end
from reportgen.wording import Filter, Placeholder

_FAMILIES: tuple[tuple[type, ...], ...] = (
    (Count,), (Range,), (Ordinal,), (Percent,), (Money,), (Year,), (Date, DateRange), (Period,), (Names,), (Symbol,),
    (PlainNumber,), (Time,), (FiscalYear,), (Rate,), (Ratio,), (Age,),
)  # fmt: skip
"""Kinds of value of which one fact may take another: a day becomes a month, never a year."""

_FIGURE = re.compile(r"\d[\d.,٬٫ ']*\d|\d")

_WITHOUT_FIGURE = range(21)
"""Numbers that a phrase may print without any figure or number word: none, a, both."""


def place_value(recovery: Recovery, atom: int) -> bool:
    """Place an atom over a text that it prints as it is, for its own value or another one; whether there is one."""
    piece, said = _placeholder(recovery, atom)
    if piece is None or said is None:
        return False
    for gap in recovery.gaps(atom):
        found: list[Placement] = []
        for values in ((said, *candidates(recovery, gap, said)), _without_figure(piece, said, recovery, gap)):
            ways = [piece, *styled(piece, said)]
            found = found or [place for value in values if (place := _printed_in(recovery, atom, ways, value, gap))]
        if found:
            # In Arabic the phrase of one thing may be the words of "27 things": then the longer text is meant.
            around = [each for each in found if each.start <= found[0].start and found[0].end <= each.end]
            recovery.place(max(around, key=lambda each: each.end - each.start))
            return True
    return False


def place_in_other_form(recovery: Recovery, atom: int) -> bool:
    """Place an atom over a text that the same fact prints in another form or style; whether there is one."""
    piece, said = _placeholder(recovery, atom)
    if piece is None or said is None:
        return False
    for gap in recovery.gaps(atom):
        for value in (said, *candidates(recovery, gap, said)):
            found = _printed_in(recovery, atom, other_ways(recovery, piece, value, gap), value, gap)
            if found:
                recovery.place(found)
                return True
    return False


def place_in_other_words(recovery: Recovery, atom: int) -> bool:
    """Place an atom over a value that is written as the language never prints it; whether there is one.

    Digits and separators are ours, so that 4500 is 4,500, and so is the name of a country in a list where it stands in
    running text; other words stay, bound to the value that they say.
    """
    piece, said = _placeholder(recovery, atom)
    if piece is None or said is None:
        return False
    for gap in recovery.gaps(atom):
        for reading in sorted(readings_in(recovery, gap), key=lambda each: each.start - each.end):
            value = taken(said, reading.value) if may_become(said, reading.value) else None
            printed = whole_value(piece, recovery.press.values[piece.fact], value) if value is not None else None
            if not printed or value is None or is_claimed(recovery, atom, reading.start, reading.end, value):
                continue
            if recovery.fits(reading.start, reading.end, [(value, is_end(piece))]):
                recovery.place(_in_own_words(recovery, atom, printed, reading))
                return True
    return False


def _in_own_words(recovery: Recovery, atom: int, printed: tuple[Placeholder, Value], reading: Reading) -> Placement:
    placeholder, whole = printed
    said, typed = said_value(placeholder, whole), recovery.new.text[reading.start : reading.end]
    if isinstance(said, Names):
        formed = replace(placeholder, filters=(Filter("form", (reading.form,)),) if reading.form else ())
        return Placement(reading.start, reading.end, atom, formed, said, "name")
    for way in (placeholder, *styled(placeholder, said)):
        place = _with_other_signs(recovery, way, whole, reading)
        if place:
            return Placement(*place, atom, way, said, "signs")
    filters = tuple(each for each in placeholder.filters if each.name != "as")
    words = Filter("as", (typed,), (("when", str(said)),))
    return Placement(reading.start, reading.end, atom, replace(placeholder, filters=(*filters, words)), said)


def _with_other_signs(
    recovery: Recovery, placeholder: Placeholder, whole: Value, reading: Reading
) -> tuple[int, int] | None:
    """Where a placeholder is printed but for the digits and separators of its figure; None where it is not."""
    typed = recovery.text[reading.start : reading.end]
    digits = re.sub(r"\D", "", typed)
    if not digits or any(map(str.isalpha, typed)):
        return None
    for text in recovery.press.texts(placeholder, whole):
        for figure in _FIGURE.finditer(text):
            if re.sub(r"\D", "", figure.group()) == digits:
                start = reading.start - figure.start()
                there = text[: figure.start()] + typed + text[figure.end() :]
                if start >= 0 and recovery.text.startswith(there, start) and recovery.fits(start, start + len(there)):
                    return start, start + len(there)
    return None


def _placeholder(recovery: Recovery, atom: int) -> tuple[Placeholder | None, Value | None]:
    piece = recovery.sent.atoms[atom].piece
    return (piece, recovery.press.said(piece)) if isinstance(piece, Placeholder) else (None, None)


def other_ways(recovery: Recovery, piece: Placeholder, value: Value, gap: Opening) -> Iterator[Placeholder]:
    """The placeholders of a fact in other forms and styles; of a name, in those that are typed in a gap."""
    ways = other_forms(recovery.language, piece, value)
    if not isinstance(value, Names):
        return ways
    typed = (each for each in recovery.readings if gap.start <= each.end and each.start <= gap.end)
    forms = {each.form for each in typed if isinstance(each.value, Names) and each.value.ids[0] in value.ids}
    return (way for way in ways if form_of(way) in forms)


def form_of(placeholder: Placeholder) -> str:
    """The form that a placeholder asks for."""
    return next((each.arguments[0] for each in placeholder.filters if each.name == "form"), "")


def _printed_in(
    recovery: Recovery, atom: int, ways: Iterable[Placeholder], value: Value, gap: Opening
) -> Placement | None:
    """Where one of some placeholders prints a value in a gap: the longest text, which takes in prepositions."""
    found: list[Placement] = []
    for each in ways:
        printed = whole_value(each, recovery.press.values[each.fact], value)
        if printed:
            placeholder, whole = printed
            texts = recovery.press.texts(placeholder, whole)
            place = recovery.find(texts, gap, [(value, is_end(placeholder))])
            if place and not is_claimed(recovery, atom, *place, value):
                found.append(Placement(*place, atom, placeholder, value))
    return max(found, key=lambda each: each.end - each.start, default=None)


def candidates(recovery: Recovery, gap: Opening, said: Value) -> list[Value]:
    """The values that the text in a gap may say instead of another one, the longest readings first."""
    found = sorted(readings_in(recovery, gap), key=lambda each: (each.start - each.end, each.start))
    values = (said_instead(said, each.value) for each in found)
    return [each for each in dict.fromkeys(values) if each is not None and each != said]


def said_instead(old: Value, read: Value) -> Value | None:
    """The value that a fact has where a text says another one in its place; None where it is of another kind."""
    if isinstance(old, PlainNumber) and isinstance(read, Count):
        return replace(old, number=Decimal(read.number))
    if isinstance(old, Period | Ordinal) and isinstance(read, Count):
        # The unit may stand in other words, a twelve-month programme; high ordinals are figures in some languages.
        return replace(old, number=read.number) if read.number else None
    return taken(old, read) if may_become(old, read) else None


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
    if isinstance(old, Spread | Cited) and isinstance(new, Spread | Cited):
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
        case PlainNumber() | Rate() | Age(), PlainNumber() | Rate() | Age():
            return replace(new, qualifier=old.qualifier)
        case _:
            return new
