"""Values beside counts that are measured or told by the clock: decimals, rates, ages, times, financial years."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from reportgen.record import record

Qualifier = Literal["exact", "more_than", "at_least", "up_to", "about", "nearly"]


@record
class PlainNumber:
    """A number that counts no whole things: 2.5 times, a change of -1500."""

    number: Decimal
    qualifier: Qualifier = "exact"
    kind: Literal["number"] = "number"

    def __str__(self) -> str:
        return f"{self.number:f}"


@record
class Time:
    """A time of day, by the clock of 24 hours."""

    hour: int
    minute: int = 0
    kind: Literal["time"] = "time"

    def __str__(self) -> str:
        return f"{self.hour:02}:{self.minute:02}"


@record
class FiscalYear:
    """A financial year that begins in one year and ends in the next: 2024/25."""

    first: int
    kind: Literal["fiscal_year"] = "fiscal_year"

    def __str__(self) -> str:
        return f"{self.first}/{(self.first + 1) % 100:02}"


@record
class Rate:
    """So many for each hundred thousand, or any other round number."""

    number: Decimal
    per: int
    qualifier: Qualifier = "exact"
    kind: Literal["rate"] = "rate"

    def __str__(self) -> str:
        return f"{self.number:f} per {self.per}"


@record
class Ratio:
    """One number to another, 1:4; or one in four."""

    first: int
    second: int
    kind: Literal["ratio"] = "ratio"

    def __str__(self) -> str:
        return f"{self.first}:{self.second}"


@record
class Age:
    """An age in years, or from one to another."""

    low: int
    high: int | None = None
    qualifier: Qualifier = "exact"
    kind: Literal["age"] = "age"

    def __str__(self) -> str:
        return str(self.low) if self.high is None else f"{self.low}–{self.high}"
