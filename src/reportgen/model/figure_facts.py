"""Facts of figures beside counts: decimals, rates, ratios, ages, times, financial years."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import Field, StrictInt, field_validator, model_validator
from pydantic_core import PydanticCustomError

from reportgen import facts
from reportgen.facts import Qualifier
from reportgen.model.computed_facts import ProvedFact
from reportgen.model.numbers import ExactNumber
from reportgen.model.written_fact import WrittenFact

YearNumber = Annotated[StrictInt, Field(ge=1000, le=2999)]
_FISCAL = re.compile(r"(\d{4})/(\d{2}|\d{4})\Z")
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\Z")


def check_ends(low: Decimal | int | None, high: Decimal | int | None, qualifier: Qualifier = "exact") -> None:
    """Raise an error where a range is turned round, or has a qualifier, which would belong to neither end."""
    if high is None:
        return
    if low is None or low >= high:
        context = {"hint": "write the lower one first, and the higher one as 'to'"}
        raise PydanticCustomError("range", "what stands after 'to' is higher than the first one", context)
    if qualifier != "exact":
        context = {"hint": "take 'to' or 'qualifier' out"}
        raise PydanticCustomError("range", "a range has no qualifier", context)


class NumberFact(ProvedFact):
    """`{number: "2.5"}`: what is no whole number of things."""

    number: ExactNumber
    qualifier: Qualifier = "exact"

    @property
    def value(self) -> facts.PlainNumber:
        return facts.PlainNumber(self.number, self.qualifier)


class FiscalYearFact(WrittenFact):
    """`{fiscal_year: 2024/25}`."""

    fiscal_year: Annotated[str, Field(json_schema_extra={"pattern": r"^\d{4}/(\d{2}|\d{4})$"})]

    @property
    def value(self) -> facts.FiscalYear:
        return facts.FiscalYear(int(self.fiscal_year[:4]))

    @field_validator("fiscal_year", mode="before")
    @classmethod
    def _two_years(cls, value: Any) -> Any:
        match = _FISCAL.match(str(value))
        first, last = (int(match[1]), int(match[2])) if match else (0, 0)
        if not match or last not in ((first + 1) % 100, first + 1):
            context = {"text": str(value), "hint": "write the year it begins in and the one it ends in: 2024/25"}
            raise PydanticCustomError("fiscal", "'{text}' is no financial year", context)
        return value


class RateFact(WrittenFact):
    """`{rate: "6.1", per: 100000}`."""

    rate: ExactNumber
    per: Annotated[StrictInt, Field(ge=2)]
    qualifier: Qualifier = "exact"

    @property
    def value(self) -> facts.Rate:
        return facts.Rate(self.rate, self.per, self.qualifier)


class RatioFact(WrittenFact):
    """`{ratio: [1, 4]}`: 1:4, or one in four."""

    ratio: tuple[Annotated[StrictInt, Field(ge=1)], Annotated[StrictInt, Field(ge=1)]]

    @property
    def value(self) -> facts.Ratio:
        return facts.Ratio(*self.ratio)

    @field_validator("ratio", mode="before")
    @classmethod
    def _two_numbers(cls, value: Any) -> Any:
        if not isinstance(value, list | tuple) or len(value) != 2:
            raise PydanticCustomError("range", "a ratio is two whole numbers", {"hint": "such as [1, 4]"})
        return value


class AgeFact(WrittenFact):
    """`{age: 18}`, `{age: 15, to: 24}`: years of age."""

    age: Annotated[StrictInt, Field(ge=0, le=150)]
    to: Annotated[StrictInt, Field(ge=1, le=150)] | None = None
    qualifier: Qualifier = "exact"

    @property
    def value(self) -> facts.Age:
        return facts.Age(self.age, self.to, self.qualifier)

    @model_validator(mode="after")
    def _ends_in_order(self) -> Self:
        check_ends(self.age, self.to, self.qualifier)
        return self


TimeText = Annotated[str, Field(json_schema_extra={"pattern": r"^([01]?\d|2[0-3]):[0-5]\d$"})]


class TimeFact(WrittenFact):
    """`{time: "10:30"}`, `{time: "10:00", to: "13:00"}`, by the clock of 24 hours."""

    time: TimeText
    to: TimeText | None = None

    @property
    def value(self) -> facts.Time | facts.Spread:
        return read_time(self.time) if self.to is None else facts.spread(read_time(self.time), read_time(self.to))

    @field_validator("time", "to", mode="before")
    @classmethod
    def _real_time(cls, value: Any) -> Any:
        if value is not None:
            read_time(str(value))
        return value


def read_time(text: str) -> facts.Time:
    """The time of `10:30`."""
    match = _TIME.match(text)
    if not match:
        context = {"text": text, "hint": 'write hours and minutes in quotes: "10:30", "16:00"'}
        raise PydanticCustomError("time", "'{text}' is no time of day", context)
    return facts.Time(int(match[1]), int(match[2]))
