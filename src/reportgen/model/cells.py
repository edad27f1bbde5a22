"""The cell of a table: a number, wording, a sign that is the same in every language, or nothing."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from reportgen.located import LocatedStr
from reportgen.model.numbers import exact_number
from reportgen.model.written import Wording
from reportgen.record import record

_NUMBER = re.compile(r"[-−]?(?!0\d)\d+(?:\.\d+)?")
_CODE = re.compile(r"0\d+")


@record
class Sign:
    """A cell of punctuation alone: "–", ".."; or a code of figures that begins with 0, which a number would lose."""

    text: str


def _cell(value: Any) -> Decimal | Wording | Sign | None:
    if value is None or isinstance(value, Decimal | Wording | Sign):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        hint = 'a text that YAML reads as something else stands in quotes: "true"'
        raise PydanticCustomError("cell", "a cell is a number, a text or nothing", {"hint": hint})
    if isinstance(value, float):
        return exact_number(value)
    text = str(value).strip()
    # Spreadsheets and CSV files give numbers as text; both the hyphen and the minus sign are met.
    if is_read_as_number(text):
        return exact_number(text.replace("−", "-"))
    if not text:
        return None
    if _CODE.fullmatch(text) or not any(character.isalnum() or character in "{[<" for character in text):
        return Sign(text)
    return Wording(text, value.origin if isinstance(value, LocatedStr) else None)


def is_read_as_number(text: str) -> bool:
    """Whether the text of a cell is taken for a number, and not for wording."""
    return _NUMBER.fullmatch(text) is not None


def _written(value: Decimal | Wording | Sign | None) -> str | None:
    return f"{value:f}" if isinstance(value, Decimal) else value.text if value else None


Cell = Annotated[
    Decimal | Wording | Sign | None,
    PlainValidator(_cell),
    PlainSerializer(_written),
    WithJsonSchema({"type": ["string", "number", "null"], "description": "a number, wording, a sign or nothing"}),
]
"""A cell as an author may write it; each language prints numbers by its own rules."""
