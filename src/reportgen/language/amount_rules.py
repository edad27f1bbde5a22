"""The parts of conventions for large numbers and money."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from reportgen.language.field_names import all_fields, only_fields
from reportgen.language.rules import ClosedRules, Forms, NumberPattern


class LargeNumbers(ClosedRules):
    """Millions and more as a figure and a word, where that says the number exactly with few decimals."""

    least: int = Field(default=1_000_000, description="the first number that is printed so")
    places: Annotated[int, Field(ge=0, le=3)] = 2
    group: str | None = Field(default=None, description="between thousands of such a figure, where it is another sign")
    scales: dict[int, NumberPattern | dict[str, Annotated[str, only_fields("n")]]] = Field(
        default={},
        description="patterns by what they count in, one or one for each plural category, in the place of CLDR's: "
        '{1000000: "{n} million"}; "=" before one says that it stands without the figure',
    )


class MoneyRules(ClosedRules):
    """Amounts with a sign before them, or with the name of the currency; codes where neither is known."""

    symbols: dict[str, str] = {}
    names: dict[str, Forms] = Field(default={}, description="by code, for each plural category, in the place of CLDR's")
    with_symbol: Annotated[str, all_fields("symbol", "amount")] = "{symbol}{amount}"
    with_name: Annotated[str, all_fields("amount", "name")] = "{amount} {name}"
    large: Annotated[str, only_fields("amount", "name")] = Field(
        default="", description="behind millions, where that is another pattern: {amount} de {name}"
    )
    elided: dict[str, dict[str, str]] = Field(
        default={}, description="words of these patterns that change before some letters: {'de ': {e: 'd’'}}"
    )
