"""Arithmetic over values of facts: sums, shares, means, counts, ranks; it knows no ids and no files.

`computed(operation, quantities, places)` gives the value; numbers are exact and rounded once, half away from nought.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Literal, get_args

from reportgen.facts import Count, Money, Ordinal, Percent, Period, PlainNumber, Unit, Value
from reportgen.record import record, replace

Arithmetic = Literal["sum", "difference", "share", "change", "mean", "distinct", "rank"]
OPERATIONS: tuple[str, ...] = get_args(Arithmetic)
_USUAL_PLACES = 1
_PER_CENT = "per cent"
_DIGITS = 200
"""Enough for sums of the longest numbers to be exact."""


class NotComputable(Exception):
    """Values that cannot be computed with; the hint says what can be done."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


@record
class Quantity:
    """An exact number with its unit, and how messages call it.

    The unit is that of a currency (USD) or of time (month), empty for things that are counted, and for a percentage
    names the whole that it is of.
    """

    name: str
    number: Fraction
    unit: str = ""


def quantity_of(name: str, value: Value) -> Quantity:
    """The number of a value with its unit; `NotComputable` for one that has none, or a qualifier."""
    qualifier = getattr(value, "qualifier", "exact")
    if qualifier != "exact":
        message = f"'{name}' is {qualifier.replace('_', ' ')} a number, and cannot be computed with"
        raise NotComputable(message, "compute with the exact number, in a fact of its own")
    match value:
        case Count() | Ordinal():
            return Quantity(name, Fraction(value.number))
        case PlainNumber():
            return Quantity(name, Fraction(value.number))
        case Percent():
            return Quantity(name, Fraction(value.number), f"{_PER_CENT} of what '{name}' is of")
        case Money():
            return Quantity(name, Fraction(value.amount), value.currency)
        case Period():
            return Quantity(name, Fraction(value.number), value.unit)
        case _:
            hint = "counts, numbers, amounts, percentages and lengths of time can be computed with"
            raise NotComputable(f"'{name}' is a {value.kind}, and cannot be computed with", hint)


def computed(operation: Arithmetic, quantities: Sequence[Quantity], places: int | None = None) -> Value:
    """The value of an operation over quantities: for a share the part and the whole, for a rank the one and the others.

    `places` is how many decimals it is rounded to; below nought it rounds to tens, hundreds and so on.
    """
    match operation:
        case "sum":
            return _value(_alike(quantities), sum((each.number for each in quantities), Fraction(0)), places)
        case "difference":
            first, *others = quantities
            return _value(_alike(quantities), first.number - sum(each.number for each in others), places)
        case "mean":
            unit = _alike(quantities)
            mean = sum((each.number for each in quantities), Fraction(0)) / len(quantities)
            usual = 0 if unit and not unit.startswith(_PER_CENT) else _USUAL_PLACES
            if places is None:
                return _value(unit, Fraction(rounded(mean, usual)), None)
            return _value(unit, mean, places)
        case "share":
            part, whole = quantities
            _alike(quantities)
            return _percent(part.number, _not_nought(whole), places)
        case "change":
            before, after = quantities
            _alike(quantities)
            return _percent(after.number - before.number, _not_nought(before), places)
        case "rank":
            return _rank(quantities[0], quantities[1:])
        case "distinct":
            return Count(len(quantities))


def rounded(number: Fraction, places: int) -> Decimal:
    """The number with so many decimals, half away from nought: 0.5 is 1, and −0.5 is −1."""
    with localcontext(prec=_DIGITS):
        shifted = abs(number) * Fraction(10) ** places
        whole = Decimal(int(shifted + Fraction(1, 2)))
        found = whole.scaleb(-places)
        found = found.quantize(Decimal(1).scaleb(-max(places, 0)), rounding=ROUND_HALF_UP)
        return -found if number < 0 and found else found


def _alike(quantities: Sequence[Quantity]) -> str:
    """The unit that all quantities have; `NotComputable` where two differ, or where there are none."""
    if not quantities:
        raise NotComputable("there is nothing to compute with", "name facts, or a column that has numbers")
    first = quantities[0]
    for each in quantities[1:]:
        if each.unit != first.unit:
            message = f"'{first.name}' is in {_said(first)} and '{each.name}' in {_said(each)}"
            raise NotComputable(message, "compute with values of one unit, and with numbers instead of percentages")
    return first.unit


def _said(quantity: Quantity) -> str:
    return quantity.unit or "things that are counted"


def _not_nought(quantity: Quantity) -> Fraction:
    if not quantity.number:
        message = f"'{quantity.name}' is 0, and of nought there is no share"
        raise NotComputable(message, "leave the share out while there is nothing")
    return quantity.number


def _percent(part: Fraction, whole: Fraction, places: int | None) -> Percent:
    return Percent(_written(rounded(part * 100 / whole, _USUAL_PLACES if places is None else places)))


def _rank(one: Quantity, others: Sequence[Quantity]) -> Ordinal:
    """The place of one among others from the greatest; `NotComputable` where another is as great."""
    _alike((one, *others))
    equal = [each for each in others if each.number == one.number and each.name != one.name]
    if equal:
        message = f"'{one.name}' and '{equal[0].name}' are equal, and share a rank"
        raise NotComputable(message, "say so in the text, without a rank")
    return Ordinal(1 + len([each for each in others if each.number > one.number]))


def _value(unit: str, number: Fraction, places: int | None) -> Value:
    """The value of a number in a unit, with all its decimals where it is not rounded."""
    exact = rounded(number, places) if places is not None else _exact(number)
    if unit.startswith(_PER_CENT):
        return Percent(_written(exact))
    if unit in get_args(Unit):
        if exact != exact.to_integral_value() or exact < 1:
            raise NotComputable(f"{exact} is no whole number of {unit}s", "compute in a smaller unit")
        return Period(int(exact), unit)  # type: ignore[arg-type]
    if unit:
        return Money(_written(exact), unit)
    # Decimals that were asked for are kept: 37,339.0 in a table of thousands.
    whole = exact == exact.to_integral_value() and exact >= 0 and not (places or 0) > 0
    return Count(int(exact)) if whole else PlainNumber(_written(exact))


def _exact(number: Fraction) -> Decimal:
    """The number with all its decimals; sums and differences of decimals have an end."""
    with localcontext(prec=_DIGITS):
        return Decimal(number.numerator) / Decimal(number.denominator)


def _written(number: Decimal) -> Decimal:
    """The number without an exponent."""
    return Decimal(f"{number:f}")


def in_unit(quantity: Quantity, unit: str, times: int) -> Quantity:
    """The quantity with a unit that a column has, such as thousands of dollars; only for what has none of its own."""
    return replace(quantity, unit=unit, number=quantity.number * times) if not quantity.unit else quantity
