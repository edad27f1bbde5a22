"""Facts of figures and of what is cited as authors write them: what they may be, and what is said of others."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from reportgen.facts import (
    Age,
    Cited,
    Date,
    DateRange,
    FiscalYear,
    PlainNumber,
    Rate,
    Ratio,
    Symbol,
    Time,
    Value,
    Year,
    spread,
)
from reportgen.facts.data import value_as_data, value_from_data
from reportgen.model.facts import Fact
from reportgen.model.notation import written_fact

FACT: TypeAdapter[Any] = TypeAdapter(Fact)

WRITTEN: list[tuple[dict[str, Any], Value]] = [
    ({"number": "2.5"}, PlainNumber(Decimal("2.5"))),
    ({"number": -1500, "qualifier": "about"}, PlainNumber(Decimal(-1500), "about")),
    ({"fiscal_year": "2024/25"}, FiscalYear(2024)),
    ({"rate": "6.1", "per": 100000}, Rate(Decimal("6.1"), 100000)),
    ({"ratio": [1, 4]}, Ratio(1, 4)),
    ({"age": 18}, Age(18)),
    ({"age": 15, "to": 24}, Age(15, 24)),
    ({"time": "10:30"}, Time(10, 30)),
    ({"time": "10:00", "to": "13:00"}, spread(Time(10), Time(13))),
    ({"year": 2018, "to": 2021}, spread(Year(2018), Year(2021))),
    ({"date": "2018-07", "to": "2019-06"}, DateRange(Date(2018, 7), Date(2019, 6))),
    ({"resolution": "72/162", "organ": "general-assembly"}, Cited("resolution", "72/162", organ="general-assembly")),
    ({"resolution": "2793 (2025)"}, Cited("resolution", "2793 (2025)")),
    ({"resolution": "217 A (III)"}, Cited("resolution", "217 A (III)")),
    ({"decision": "74/540 B"}, Cited("decision", "74/540 B")),
    ({"article": "33", "para": "2", "point": "a"}, Cited("article", "33", para="2", point="a")),
    ({"article": "5", "to": "8"}, Cited("article", "5", to="8")),
    ({"annex": "II"}, Cited("annex", "II")),
    ({"target": "10.2"}, Cited("target", "10.2")),
    ({"indicator": "16.a.1"}, Cited("indicator", "16.a.1")),
    ({"symbol": "A/74/146", "para": 12, "to": 15}, Symbol("A/74/146", 12, 15)),
]


@pytest.mark.parametrize(("written", "value"), WRITTEN, ids=str)
def test_what_is_written_is_its_value_and_back(written: dict[str, Any], value: Value) -> None:
    assert FACT.validate_python(written).value == value
    assert FACT.validate_python(written_fact(value)).value == value
    assert value_from_data(value_as_data(value)) == value


def test_symbols_that_were_kept_without_paragraphs_are_read() -> None:
    assert value_from_data(["Symbol", "A/74/146"]) == Symbol("A/74/146")


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({"fiscal_year": "2024/26"}, "'2024/26' is no financial year"),
        ({"time": "24:00"}, "'24:00' is no time of day"),
        ({"age": 24, "to": 15}, "what stands after 'to' is higher than the first one"),
        ({"percent": 10, "to": 15, "qualifier": "about"}, "a range has no qualifier"),
        ({"money": 3, "to": 2, "currency": "USD"}, "what stands after 'to' is higher than the first one"),
        ({"year": 2021, "to": 2018}, "what stands after 'to' is higher than the first one"),
        ({"symbol": "A/74/146", "to": 15}, "what stands after 'to' is higher than the first one"),
        ({"date": "2018-07-01", "to": "2019-06"}, "the first and the last date are two days, or two months"),
        ({"ratio": 4}, "a ratio is two whole numbers"),
        ({"resolution": "1325"}, "'1325' is no number of a resolution"),
        ({"target": "18.1"}, "'18.1' is no number of a target"),
        ({"target": "10.2", "organ": "x"}, "a target has no 'organ'"),
        ({"article": 8, "to": 5}, "'to' is the last one of several"),
        ({"article": 5, "to": 8, "para": 2}, "'to' is the last one of several"),
    ],
)
def test_what_is_none(written: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        FACT.validate_python(written)
    assert [each["msg"] for each in caught.value.errors()] == [message]
