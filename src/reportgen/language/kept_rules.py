"""Conventions that were valid as plain data, and back: what is known to be valid is not validated again."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from reportgen.language.rules import ClosedRules


def rules_as_data(value: Any) -> Any:
    """The rules as plain data: texts, whole numbers and truth as they are, all else with the name of its kind."""
    match value:
        case ClosedRules():
            fields = {name: rules_as_data(getattr(value, name)) for name in type(value).model_fields}
            return "rules", type(value).__name__, fields, tuple(sorted(value.model_fields_set))
        case tuple():
            return "tuple", tuple(map(rules_as_data, value))
        case dict():
            return "dict", tuple((rules_as_data(key), rules_as_data(each)) for key, each in value.items())
        case Decimal():
            return "decimal", str(value)
        case str() | int() | None:
            return value
        case _:
            raise AssertionError(f"conventions hold no {type(value).__name__}")


def rules_from_data(data: Any) -> Any:
    """The rules of such data."""
    match data:
        case ("rules", name, fields, given):
            values = {each: rules_from_data(value) for each, value in fields.items()}
            return _kinds()[name].model_construct(set(given), **values)
        case ("tuple", items):
            return tuple(map(rules_from_data, items))
        case ("dict", items):
            return {rules_from_data(key): rules_from_data(value) for key, value in items}
        case ("decimal", number):
            return Decimal(number)
        case _:
            return data


@cache
def _kinds() -> dict[str, type[ClosedRules]]:
    """All kinds of rules by their names, once all of them are imported, as they are where one is asked for."""
    waiting, found = [ClosedRules], dict[str, type[ClosedRules]]()
    while waiting:
        kind = waiting.pop()
        found[kind.__name__] = kind
        waiting += kind.__subclasses__()
    return found
