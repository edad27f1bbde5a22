"""Arithmetic over values: exact, rounded once, half away from nought; units that do not go together are refused."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reportgen.computed import Arithmetic, NotComputable, Quantity, computed, quantity_of, rounded
from reportgen.facts import Count, Money, Ordinal, Percent, Period, PlainNumber, Range, Value


def quantities(*values: Value) -> list[Quantity]:
    return [quantity_of(f"n{number}", value) for number, value in enumerate(values, 1)]


def dollars(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


@pytest.mark.parametrize(
    ("operation", "values", "places", "result"),
    [
        ("sum", [Count(5), Count(7)], None, Count(12)),
        ("sum", [PlainNumber(Decimal("0.1")), PlainNumber(Decimal("0.2"))], None, PlainNumber(Decimal("0.3"))),
        ("sum", [dollars("1.10"), dollars("2.25")], None, dollars("3.35")),
        ("sum", [dollars("27512301"), dollars("1")], -5, dollars("27500000")),
        ("sum", [Period(3, "month"), Period(9, "month")], None, Period(12, "month")),
        ("difference", [Count(5), Count(7)], None, PlainNumber(Decimal(-2))),
        ("difference", [dollars("5"), dollars("7.5")], None, dollars("-2.5")),
        ("share", [Count(95), Count(179)], None, Percent(Decimal("53.1"))),
        ("share", [Count(1), Count(8)], 0, Percent(Decimal(13))),
        ("share", [Count(1), Count(3)], 2, Percent(Decimal("33.33"))),
        ("change", [Count(8), Count(7)], 1, Percent(Decimal("-12.5"))),
        ("change", [Count(16), Count(17)], 0, Percent(Decimal(6))),
        ("change", [Count(200), Count(199)], 0, Percent(Decimal(-1))),
        ("mean", [Count(1), Count(2)], None, PlainNumber(Decimal("1.5"))),
        ("mean", [Count(1), Count(2), Count(2)], 2, PlainNumber(Decimal("1.67"))),
        ("rank", [Count(7), Count(9), Count(5), Count(7)][:3], None, Ordinal(2)),
        ("distinct", [Count(1), Count(1)], None, Count(2)),
        ("distinct", [], None, Count(0)),
    ],
)
def test_values(operation: Arithmetic, values: Sequence[Value], places: int | None, result: Value) -> None:
    assert computed(operation, quantities(*values), places) == result


@pytest.mark.parametrize(
    ("operation", "values", "message"),
    [
        ("sum", [dollars("1"), Money(Decimal(1), "EUR")], "'n1' is in USD and 'n2' in EUR"),
        ("sum", [dollars("1"), Count(1)], "'n1' is in USD and 'n2' in things that are counted"),
        ("sum", [Percent(Decimal(1)), Percent(Decimal(2))],
         "'n1' is in per cent of what 'n1' is of and 'n2' in per cent of what 'n2' is of"),
        ("sum", [Period(1, "month"), Period(1, "year")], "'n1' is in month and 'n2' in year"),
        ("sum", [], "there is nothing to compute with"),
        ("share", [Count(0), Count(0)], "'n2' is 0, and of nought there is no share"),
        ("change", [Count(0), Count(4)], "'n1' is 0, and of nought there is no share"),
        ("rank", [Count(7), Count(7)], "'n1' and 'n2' are equal, and share a rank"),
    ],
)  # fmt: skip
def test_what_cannot_be_computed(operation: Arithmetic, values: Sequence[Value], message: str) -> None:
    with pytest.raises(NotComputable) as caught:
        computed(operation, quantities(*values))
    assert caught.value.message == message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (Range(13, 18), "'n' is a range, and cannot be computed with"),
        (Count(50, "more_than"), "'n' is more than a number, and cannot be computed with"),
    ],
)
def test_what_is_no_operand(value: Value, message: str) -> None:
    with pytest.raises(NotComputable) as caught:
        quantity_of("n", value)
    assert caught.value.message == message


@given(some.fractions(-1000, 1000, max_denominator=999), some.integers(-3, 6))
def test_a_number_is_rounded_to_the_nearest_and_half_away_from_nought(number: Fraction, places: int) -> None:
    found, half = Fraction(rounded(number, places)), Fraction(1, 2) / Fraction(10) ** places
    assert abs(found - number) <= half
    assert abs(found - number) < half or abs(found) > abs(number)
    assert found % (2 * half) == 0


@given(some.lists(some.integers(0, 10**18), min_size=1))
def test_sums_are_exact(numbers: list[int]) -> None:
    assert computed("sum", quantities(*map(Count, numbers))) == Count(sum(numbers))
