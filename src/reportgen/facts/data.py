"""Values of facts as plain data, as they are kept in files, and back: `["Count", 313, "at_least", ""]`."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, get_args

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
    Order,
    Ordinal,
    Percent,
    Period,
    PlainNumber,
    Qualifier,
    Range,
    Rate,
    Ratio,
    Spread,
    SpreadKind,
    Symbol,
    Time,
    Unit,
    Value,
    Year,
)

_NUMBER = re.compile(r"-?\d{1,30}(\.\d{1,30})?", re.ASCII)


def value_as_data(value: Value) -> list[Any]:
    """A value as data that JSON can hold; the name of its class comes first."""
    match value:
        case Count():
            return ["Count", value.number, value.qualifier, value.series]
        case Range():
            return ["Range", value.low, value.high]
        case Percent():
            return ["Percent", f"{value.number:f}", value.qualifier]
        case Money():
            return ["Money", f"{value.amount:f}", value.currency, value.qualifier]
        case Date():
            return ["Date", value.year, value.month, value.day]
        case DateRange():
            return ["DateRange", value_as_data(value.start)[1:], value_as_data(value.end)[1:]]
        case Period():
            return ["Period", value.number, value.unit, value.qualifier]
        case Names():
            return ["Names", value.kind, list(value.ids), value.many, value.order]
        case Ordinal() | Year():
            return [type(value).__name__, value.number]
        case Symbol():
            return ["Symbol", value.text, *((value.para, value.to) if value.para else ())]
        case PlainNumber():
            return ["PlainNumber", f"{value.number:f}", value.qualifier]
        case Time():
            return ["Time", value.hour, value.minute]
        case Spread():
            return ["Spread", value.kind, value_as_data(value.low), value_as_data(value.high)]
        case FiscalYear():
            return ["FiscalYear", value.first]
        case Rate():
            return ["Rate", f"{value.number:f}", value.per, value.qualifier]
        case Ratio():
            return ["Ratio", value.first, value.second]
        case Age():
            return ["Age", value.low, value.high, value.qualifier]
        case Cited():
            return ["Cited", value.kind, value.number, value.to, value.para, value.point, value.organ]


def value_from_data(data: Any) -> Value:
    """The value of some data; a `ValueError` where they are of none."""
    match data:
        case [str(name), *fields] if name in _FIELDS and len(fields) in (len(_FIELDS[name]), _FEWEST.get(name)):
            return _CLASSES[name](*(read(each) for read, each in zip(_FIELDS[name], fields, strict=False)))
        case _:
            raise ValueError("no value of a fact")


def _whole(data: Any) -> int:
    # True is an int in Python.
    if type(data) is not int or not 0 <= data < 10**18:
        raise ValueError("no whole number")
    return data


def _text(data: Any) -> str:
    if not isinstance(data, str):
        raise ValueError("no text")
    return data


def _decimal(data: Any) -> Decimal:
    # An exponent would be written out with all its noughts.
    if not isinstance(data, str) or _NUMBER.fullmatch(data) is None:
        raise ValueError("no number")
    return Decimal(data)


def _one_of(*known: str) -> Callable[[Any], Any]:
    def read(data: Any) -> str:
        if data not in known:
            raise ValueError(f"none of: {', '.join(known)}")
        return str(data)

    return read


def _ids(data: Any) -> tuple[str, ...]:
    if not isinstance(data, list):
        raise ValueError("no list of ids")
    return tuple(_text(each) for each in data)


def _switch(data: Any) -> bool:
    if not isinstance(data, bool):
        raise ValueError("neither true nor false")
    return data


def _date(data: Any) -> Date:
    if not isinstance(data, list) or len(data) != 3:
        raise ValueError("no date")
    year, month, day = map(_whole, data)
    return Date(year, month, day)


def _whole_or_none(data: Any) -> int | None:
    return None if data is None else _whole(data)


def _end(data: Any) -> Value:
    value = value_from_data(data)
    if not isinstance(value, Percent | Money | Year | Time):
        raise ValueError("no end of a spread")
    return value


_QUALIFIER = _one_of(*get_args(Qualifier))
_FIELDS: dict[str, tuple[Callable[[Any], Any], ...]] = {
    "Count": (_whole, _QUALIFIER, _text),
    "Range": (_whole, _whole),
    "Ordinal": (_whole,),
    "Percent": (_decimal, _QUALIFIER),
    "Money": (_decimal, _text, _QUALIFIER),
    "Year": (_whole,),
    "Date": (_whole, _whole, _whole),
    "DateRange": (_date, _date),
    "Period": (_whole, _one_of(*get_args(Unit)), _QUALIFIER),
    "Names": (_one_of(*NAME_KINDS), _ids, _switch, _one_of(*get_args(Order))),
    "Symbol": (_text, _whole, _whole),
    "PlainNumber": (_decimal, _QUALIFIER),
    "Time": (_whole, _whole),
    "Spread": (_one_of(*get_args(SpreadKind)), _end, _end),
    "FiscalYear": (_whole,),
    "Rate": (_decimal, _whole, _QUALIFIER),
    "Ratio": (_whole, _whole),
    "Age": (_whole, _whole_or_none, _QUALIFIER),
    "Cited": (_one_of(*get_args(CitableKind)), _text, _text, _text, _text, _text),
}
_FEWEST = {"Symbol": 1}
"""How few fields a value may have; symbols were kept without paragraphs once."""

_CLASSES: dict[str, Callable[..., Value]] = {each.__name__: each for each in get_args(Value)}
