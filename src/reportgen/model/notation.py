"""Facts as an author writes them: `written_fact(Count(313))` is `{count: 313}`, the inverse of `model.facts`."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never, get_args

from reportgen.facts import (
    NAME_KINDS,
    Age,
    CitableKind,
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
from reportgen.located.edits import YamlData

QUALIFIER, SERIES, ORDER = "qualifier", "series", "order"

VALUE_KEYS: dict[str, tuple[str, ...]] = {
    "count": (QUALIFIER,),
    "percent": ("to", QUALIFIER),
    "money": ("to", "currency", QUALIFIER),
    "year": ("to",),
    "date": ("to",),
    "time": ("to",),
    "period": ("unit", QUALIFIER),
    "symbol": ("para", "to"),
    "number": (QUALIFIER,),
    "rate": ("per", QUALIFIER),
    "age": ("to", QUALIFIER),
    **dict.fromkeys(get_args(CitableKind), ("organ", "to", "para", "point")),
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
            part = {"para": value.para, "to": value.to}
            return {"symbol": value.text, **{key: each for key, each in part.items() if each}}
        case _:
            return _further_fact(value)


def _further_fact(value: PlainNumber | Time | Spread | FiscalYear | Rate | Ratio | Age | Cited) -> dict[str, YamlData]:
    """The same for the kinds that are rarer."""
    match value:
        case PlainNumber():
            return {"number": _plain(value.number), **_qualified(value.qualifier)}
        case Time():
            return {"time": str(value)}
        case Spread():
            return _with_end(written_fact(value.low), written_fact(value.high))
        case FiscalYear():
            return {"fiscal_year": str(value)}
        case Rate():
            return {"rate": _plain(value.number), "per": value.per, **_qualified(value.qualifier)}
        case Ratio():
            return {"ratio": [value.first, value.second]}
        case Age():
            end = {} if value.high is None else {"to": value.high}
            return {"age": value.low, **end, **_qualified(value.qualifier)}
        case Cited():
            rest = {"organ": value.organ, "to": value.to, "para": value.para, "point": value.point}
            return {value.kind: value.number, **{key: each for key, each in rest.items() if each}}
        case _:
            assert_never(value)


def _with_end(low: dict[str, YamlData], high: dict[str, YamlData]) -> dict[str, YamlData]:
    """A fact with the other end behind its value: {money: 2, to: 3, currency: USD}."""
    kind = next(iter(low))
    return {kind: low[kind], "to": high[kind], **{key: each for key, each in low.items() if key != kind}}


def _qualified(qualifier: str) -> dict[str, YamlData]:
    return {} if qualifier == "exact" else {QUALIFIER: qualifier}


def _plain(number: Decimal) -> YamlData:
    return int(number) if number == number.to_integral_value() and "." not in str(number) else number
