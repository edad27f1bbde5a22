"""Facts as an author writes them: `{count: 313, of: officials trained}`. The kind is the key that names the value."""

from __future__ import annotations

import re
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Discriminator, Field, StrictInt, Tag, field_validator, model_validator
from pydantic_core import PydanticCustomError

from reportgen import facts
from reportgen.errors import Position, suggestion
from reportgen.facts import NAME_KINDS, Date, DateRange, Names, Order, Qualifier, Unit
from reportgen.model.numbers import ExactNumber
from reportgen.model.symbol import SymbolText
from reportgen.model.written import FactName, Written

_PLURALS = {plural: kind for kind, plural in NAME_KINDS.items()}
_MODELS = ("count", "range", "ordinal", "percent", "money", "year", "date", "period", "symbol")
FACT_KINDS = (*_MODELS, *NAME_KINDS, *_PLURALS)
"""All keys that name the kind of a fact."""

_DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?\Z")


class WrittenFact(Written):
    """The fields that every kind of fact may have beside its value."""

    of: str = Field(default="", description="what the figure counts, for translators")
    inside: FactName | None = Field(default=None, description="printed only inside the name that this fact prints")

    @property
    def value(self) -> facts.Value:
        """The fact's value, without its place in a file."""
        raise NotImplementedError

    def place_of_value(self) -> Position | None:
        """The place of the value in the file."""
        origin = next((self.origins[key] for key in FACT_KINDS if key in self.origins), None)
        return origin.position if origin else None


class CountFact(WrittenFact):
    """`{count: 60, qualifier: more_than, of: initiatives, series: name}`."""

    count: Annotated[StrictInt, Field(ge=0)]
    qualifier: Qualifier = "exact"
    series: str = ""

    @property
    def value(self) -> facts.Count:
        return facts.Count(self.count, self.qualifier, self.series)


class RangeFact(WrittenFact):
    """`{range: [13, 18]}`."""

    range: tuple[StrictInt, StrictInt]

    @property
    def value(self) -> facts.Range:
        return facts.Range(*self.range)

    @field_validator("range", mode="before")
    @classmethod
    def _two_numbers(cls, value: Any) -> Any:
        if not isinstance(value, list | tuple) or len(value) != 2:
            raise PydanticCustomError("range", "a range is two whole numbers", {"hint": "such as [13, 18]"})
        return value

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.range[0] >= self.range[1]:
            context = {"hint": "write the lower number first; one number alone is a count"}
            raise PydanticCustomError("range", "the first number of a range is lower than the second", context)
        return self


class OrdinalFact(WrittenFact):
    """`{ordinal: 3}`."""

    ordinal: Annotated[StrictInt, Field(ge=1)]

    @property
    def value(self) -> facts.Ordinal:
        return facts.Ordinal(self.ordinal)


class PercentFact(WrittenFact):
    """`{percent: "3.75"}`."""

    percent: ExactNumber
    qualifier: Qualifier = "exact"

    @property
    def value(self) -> facts.Percent:
        return facts.Percent(self.percent, self.qualifier)


class MoneyFact(WrittenFact):
    """`{money: 1500000, currency: USD}`."""

    money: ExactNumber
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    qualifier: Qualifier = "exact"

    @property
    def value(self) -> facts.Money:
        return facts.Money(self.money, self.currency, self.qualifier)


class YearFact(WrittenFact):
    """`{year: 2018}`."""

    year: Annotated[StrictInt, Field(ge=1000, le=2999)]

    @property
    def value(self) -> facts.Year:
        return facts.Year(self.year)


DateText = Annotated[str, Field(json_schema_extra={"pattern": r"^\d{4}-\d{2}(-\d{2})?$"})]


class DateFact(WrittenFact):
    """`{date: 2018-05}`, `{date: 2018-07-18}`, `{date: 2019-05-20, to: 2019-05-24}`."""

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
        if self.to and not (start.day and end.day):
            context = {"hint": "write both with their day, such as 2019-05-20"}
            raise PydanticCustomError("date", "the first and the last date of some days are days", context)
        if self.to and not start < end:
            context = {"hint": "write the first day as 'date', the last one as 'to'"}
            raise PydanticCustomError("date", "the date after 'to' comes after the first one", context)
        return self


class PeriodFact(WrittenFact):
    """`{period: 9, unit: month}`."""

    period: Annotated[StrictInt, Field(ge=1)]
    unit: Unit
    qualifier: Qualifier = "exact"

    @property
    def value(self) -> facts.Period:
        return facts.Period(self.period, self.unit, self.qualifier)


class SymbolFact(WrittenFact):
    """`{symbol: E/CN.15/2019/1}`."""

    symbol: SymbolText

    @property
    def value(self) -> facts.Symbol:
        return facts.Symbol(self.symbol)


class NameFact(WrittenFact):
    """`{place: ID}`, `{entities: [unodc, unicef]}`: one name, or a list in the order given or sorted."""

    kind: str
    ids: tuple[str, ...]
    many: bool
    order: Order

    @property
    def value(self) -> Names:
        return Names(self.kind, self.ids, self.many, self.order)

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, data: Any) -> Any:
        key = _kind_key(data)
        if key is None:
            return data
        many, kind = key in _PLURALS, _PLURALS.get(key, key)
        rest = {name: value for name, value in data.items() if name != key}
        # States are listed alphabetically in each language ; other lists keep their order.
        sorted_by_itself = kind == "place" and many
        order = rest.pop("order", "sorted" if sorted_by_itself else "given")
        return {**rest, "kind": kind, "ids": _ids(data[key], key, many), "many": many, "order": order}


def _ids(value: Any, key: str, many: bool) -> tuple[str, ...]:
    values = value if many else [value]
    if many and (not isinstance(value, list) or not value):
        raise PydanticCustomError(
            "ids", "'{key}' takes a list of ids", {"key": key, "hint": f"such as {key}: [ID, ID]"}
        )
    # Goals are written as figures: {sdg: 16}.
    ids = tuple(str(each) if isinstance(each, int) and key.startswith("sdg") else each for each in values)
    if not all(isinstance(each, str) and each for each in ids):
        context = {"key": key, "hint": "an id is a word or a code, as in locales/*/lexicon (docs/lexicon.md)"}
        raise PydanticCustomError("ids", "'{key}' takes ids of the lexicon", context)
    if len(set(ids)) < len(ids):
        raise PydanticCustomError("ids", "an id stands twice in '{key}'", {"key": key, "hint": "leave it once"})
    return ids


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


def _kind_key(data: Any) -> str | None:
    if isinstance(data, dict):
        return next((key for key in data if key in NAME_KINDS or key in _PLURALS), None)
    return None


def _one_kind(data: Any) -> Any:
    """The data of a fact, which has one key that is a kind."""
    if isinstance(data, WrittenFact):
        return data
    if not isinstance(data, dict) or not data:
        raise PydanticCustomError(
            "fact", "a fact is a mapping of its kind to its value", {"hint": "such as {count: 313}"}
        )
    found = [key for key in data if key in FACT_KINDS]
    if not found:
        first = str(next(iter(data)))
        hint = suggestion(first, FACT_KINDS) or f"kinds of fact: {', '.join(FACT_KINDS[:10])} …"
        raise PydanticCustomError("fact", "there is no kind of fact '{kind}'", {"kind": first, "hint": hint})
    if len(found) > 1:
        both = {"a": found[0], "b": found[1], "hint": "write two facts"}
        raise PydanticCustomError("fact", "a fact has one value, not both '{a}' and '{b}'", both)
    return data


def _tag(data: Any) -> str | None:
    if isinstance(data, WrittenFact):
        return "name" if isinstance(data, NameFact) else type(data).__name__.removesuffix("Fact").lower()
    kind = next((key for key in data if key in FACT_KINDS), None)
    return kind if kind in _MODELS else "name"


Fact = Annotated[
    Annotated[CountFact, Tag("count")]
    | Annotated[RangeFact, Tag("range")]
    | Annotated[OrdinalFact, Tag("ordinal")]
    | Annotated[PercentFact, Tag("percent")]
    | Annotated[MoneyFact, Tag("money")]
    | Annotated[YearFact, Tag("year")]
    | Annotated[DateFact, Tag("date")]
    | Annotated[PeriodFact, Tag("period")]
    | Annotated[SymbolFact, Tag("symbol")]
    | Annotated[NameFact, Tag("name")],
    Discriminator(_tag),
    BeforeValidator(_one_kind),
]
Facts = dict[FactName, Fact]

_MODEL_OF: dict[str, type[WrittenFact]] = {
    "count": CountFact,
    "range": RangeFact,
    "ordinal": OrdinalFact,
    "percent": PercentFact,
    "money": MoneyFact,
    "year": YearFact,
    "date": DateFact,
    "period": PeriodFact,
    "symbol": SymbolFact,
}


def model_of(kind: str) -> type[WrittenFact]:
    """The model of a kind of fact: kinds that print names share one."""
    return _MODEL_OF.get(kind, NameFact)
