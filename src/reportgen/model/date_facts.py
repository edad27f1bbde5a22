"""Facts of days and months, and of some of them."""

from __future__ import annotations

import re
from typing import Annotated, Any, Self

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from reportgen import facts
from reportgen.facts import Date, DateRange
from reportgen.model.written_fact import WrittenFact

_DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?\Z")

DateText = Annotated[str, Field(json_schema_extra={"pattern": r"^\d{4}-\d{2}(-\d{2})?$"})]


class DateFact(WrittenFact):
    """`{date: 2018-05}`, `{date: 2018-07-18}`, `{date: 2019-05-20, to: 2019-05-24}`, also from month to month."""

    date: DateText
    to: DateText | None = None

    @property
    def value(self) -> facts.Date | facts.DateRange:
        start = read_date(self.date)
        return DateRange(start, read_date(self.to)) if self.to else start

    @field_validator("date", "to", mode="before")
    @classmethod
    def _real_date(cls, value: Any) -> Any:
        if value is not None:
            read_date(str(value))
        return value

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        start, end = read_date(self.date), read_date(self.to or self.date)
        if self.to and bool(start.day) != bool(end.day):
            context = {"hint": "write both with their day, such as 2019-05-20, or both as months, such as 2019-05"}
            raise PydanticCustomError("date", "the first and the last date are two days, or two months", context)
        if self.to and not start < end:
            context = {"hint": "write the first day as 'date', the last one as 'to'"}
            raise PydanticCustomError("date", "the date after 'to' comes after the first one", context)
        return self


def read_date(text: str) -> Date:
    """The date of `2018-05` or `2018-07-18`."""
    match = _DATE.match(text)
    if match:
        year, month, day = (int(part or 0) for part in match.groups())
        if 1 <= month <= 12 and 0 <= day <= _days(year, month) and (day or match[3] is None):
            return Date(year, month, day)
    hint = "write 2018-07-18, or 2018-07 for a month; a year alone is {year: 2018}"
    raise PydanticCustomError("date", "'{text}' is no date", {"text": text, "hint": hint})


def _days(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return {2: 29 if leap else 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)
