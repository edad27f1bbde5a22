from __future__ import annotations

import json
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.facts import (
    Count,
    Date,
    DateRange,
    Money,
    Names,
    Order,
    Ordinal,
    Percent,
    Period,
    Qualifier,
    Range,
    Symbol,
    Unit,
    Value,
    Year,
)
from reportgen.facts.data import value_as_data, value_from_data

numbers = st.integers(0, 10**15)
amounts = st.decimals(-(10**12), 10**12, places=3) | st.integers(-5, 5).map(Decimal)
qualifiers = st.sampled_from(get_args(Qualifier))
dates = st.builds(Date, st.integers(1000, 2999), st.integers(1, 12), st.integers(0, 28))
texts = st.text(max_size=8)
values: st.SearchStrategy[Value] = st.one_of(
    st.builds(Count, numbers, qualifiers, texts),
    st.builds(Range, numbers, numbers),
    st.builds(Ordinal, numbers),
    st.builds(Percent, amounts, qualifiers),
    st.builds(Money, amounts, st.just("USD"), qualifiers),
    st.builds(Year, numbers),
    dates,
    st.builds(DateRange, dates, dates),
    st.builds(Period, numbers, st.sampled_from(get_args(Unit)), qualifiers),
    st.builds(
        Names,
        st.just("place"),
        st.lists(texts, max_size=3).map(tuple),
        st.booleans(),
        st.sampled_from(get_args(Order)),
    ),
    st.builds(Symbol, texts),
)


@given(values)
def test_a_value_is_itself_again(value: Value) -> None:
    assert value_from_data(json.loads(json.dumps(value_as_data(value)))) == value


def test_digits_are_kept() -> None:
    value = value_from_data(value_as_data(Percent(Decimal("4.50"))))
    assert str(value) == "4.50%"


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        ["Count"],
        ["Count", "3", "exact", ""],
        ["Count", True, "exact", ""],
        ["Count", 3, "some", ""],
        ["Count", 3, "exact", "", ""],
        ["Count", -3, "exact", ""],
        ["Percent", "1E999999999", "exact"],
        ["Percent", "NaN", "exact"],
        ["Percent", 4.5, "exact"],
        ["Date", 2018, 5],
        ["DateRange", [2018, 5, 1], [2018, 5]],
        ["Names", "person", ["x"], False, "given"],
        ["Names", "place", "ID", False, "given"],
        ["Names", "place", ["ID"], 1, "given"],
        ["Symbol", None],
        ["eval", "x"],
    ],
)
def test_other_data_are_no_value(data: Any) -> None:
    with pytest.raises(ValueError, match=r"no|neither"):
        value_from_data(data)
