"""Numbers that keep every digit that their author wrote."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from reportgen.located import WrittenFloat

_MOST_DIGITS = 60
"""The most digits of a number; 1e999999999 would fill the memory once written out."""


def exact_number(value: float | str) -> Decimal:
    """The exact decimal number; a float from a file keeps the digits that were written."""
    return _written_out(Decimal(_as_written(value)))


def _as_written(value: Any) -> Any:
    # A float has lost the last nought of 4.50, and 0.1 has no exact binary value.
    return value.written if isinstance(value, WrittenFloat) else str(value) if isinstance(value, float) else value


def _written_out(number: Decimal) -> Decimal:
    """The number without an exponent: 1e6 is 1000000."""
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or max(number.adjusted(), -exponent) >= _MOST_DIGITS:
        context = {"most": _MOST_DIGITS, "hint": "round it, or write it in millions"}
        raise PydanticCustomError("fact", "a number has at most {most} digits", context)
    return Decimal(f"{number:f}")


ExactNumber = Annotated[Decimal, BeforeValidator(_as_written), AfterValidator(_written_out)]
"""A decimal number: 4.50 keeps its nought, 1e6 is 1000000."""
