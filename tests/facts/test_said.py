"""Values as messages say them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.facts import Count, Date, Money, Percent, Period, Value, value_said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Count(313), "313"),
        (Count(300, "more_than"), "more than 300"),
        (Percent(Decimal(12), "about"), "about 12%"),
        (Money(Decimal(5), "USD", "up_to"), "up to USD 5"),
        (Period(2, "month", "nearly"), "nearly 2 months"),
        (Period(1, "year"), "1 year"),
        (Date(2018, 7, 18), "2018-07-18"),
    ],
)
def test_a_value_is_said_with_its_qualifier(value: Value, said: str) -> None:
    assert value_said(value) == said
