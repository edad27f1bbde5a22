"""Facts as an author writes them: `written_fact(Count(313))` is `{count: 313}`, the inverse of `model.facts`."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from reportgen.facts import (
    NAME_KINDS,
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
from reportgen.located.edits import YamlData

QUALIFIER, SERIES, ORDER = "qualifier", "series", "order"

VALUE_KEYS: dict[str, tuple[str, ...]] = {
    "count": (QUALIFIER,),
    "percent": (QUALIFIER,),
    "money": ("currency", QUALIFIER),
    "date": ("to",),
    "period": ("unit", QUALIFIER),
}
"""Keys beside the one that names the kind of a fact which are a part of its value; a series and an order are not."""


def written_fact(value: Value) -> dict[str, YamlData]:
    """The keys and values of a fact, the one that names its kind first; what is usual is left out."""
    match value:
        case Count():
            return {"count": value.number, **_qualified(value.qualifier)}
        case Range():
            return {"range": [value.low, value.high]}
        case Ordinal():
            return {"ordinal": value.number}
        case Percent():
            return {"percent": _plain(value.number), **_qualified(value.qualifier)}
        case Money():
            return {"money": _plain(value.amount), "currency": value.currency, **_qualified(value.qualifier)}
        case Year():
            return {"year": value.number}
        case Date():
            return {"date": str(value)}
        case DateRange():
            return {"date": str(value.start), "to": str(value.end)}
        case Period():
            return {"period": value.number, "unit": value.unit, **_qualified(value.qualifier)}
        case Names():
            many = value.many or len(value.ids) > 1
            key = NAME_KINDS[value.kind] if many else value.kind
            return {key: list(value.ids) if many else value.ids[0]}
        case Symbol():
            return {"symbol": value.text}
        case _:
            assert_never(value)


def _qualified(qualifier: str) -> dict[str, YamlData]:
    return {} if qualifier == "exact" else {QUALIFIER: qualifier}


def _plain(number: Decimal) -> YamlData:
    return int(number) if number == number.to_integral_value() and "." not in str(number) else number
