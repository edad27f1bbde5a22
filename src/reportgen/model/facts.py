"""Facts as an author writes them: `{count: 313, of: officials trained}`. The kind is the key that names the value."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Discriminator, Field, StrictInt, Tag, field_validator, model_validator
from pydantic_core import PydanticCustomError

from reportgen import facts
from reportgen.computed import OPERATIONS
from reportgen.errors import suggestion
from reportgen.facts import NAME_KINDS, Names, Order, Qualifier, Unit
from reportgen.model.cited_facts import CitedFact
from reportgen.model.computed_facts import ComputedFact, ProvedFact
from reportgen.model.date_facts import DateFact
from reportgen.model.figure_facts import (
    AgeFact,
    FiscalYearFact,
    NumberFact,
    RateFact,
    RatioFact,
    TimeFact,
    YearNumber,
    check_ends,
)
from reportgen.model.numbers import ExactNumber
from reportgen.model.symbol import SymbolText
from reportgen.model.written import FactName
from reportgen.model.written_fact import CITED_KINDS, FACT_KINDS, PLURALS, WrittenFact, kinds_in


class CountFact(ProvedFact):
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


class OrdinalFact(ProvedFact):
    """`{ordinal: 3}`."""

    ordinal: Annotated[StrictInt, Field(ge=1)]

    @property
    def value(self) -> facts.Ordinal:
        return facts.Ordinal(self.ordinal)


class PercentFact(ProvedFact):
    """`{percent: "3.75"}`, `{percent: 10, to: 15}`."""

    percent: ExactNumber
    to: ExactNumber | None = None
    qualifier: Qualifier = "exact"

    @property
    def value(self) -> facts.Percent | facts.Spread:
        if self.to is None:
            return facts.Percent(self.percent, self.qualifier)
        return facts.spread(facts.Percent(self.percent), facts.Percent(self.to))

    @model_validator(mode="after")
    def _ends_in_order(self) -> Self:
        check_ends(self.percent, self.to, self.qualifier)
        return self


class MoneyFact(ProvedFact):
    """`{money: 1500000, currency: USD}`, `{money: 2000000, to: 3000000, currency: USD}`."""

    money: ExactNumber
    to: ExactNumber | None = None
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    qualifier: Qualifier = "exact"

    @property
    def value(self) -> facts.Money | facts.Spread:
        if self.to is None:
            return facts.Money(self.money, self.currency, self.qualifier)
        return facts.spread(facts.Money(self.money, self.currency), facts.Money(self.to, self.currency))

    @model_validator(mode="after")
    def _ends_in_order(self) -> Self:
        check_ends(self.money, self.to, self.qualifier)
        return self


class YearFact(WrittenFact):
    """`{year: 2018}`, `{year: 2018, to: 2021}`."""

    year: YearNumber
    to: YearNumber | None = None

    @property
    def value(self) -> facts.Year | facts.Spread:
        return facts.Year(self.year) if self.to is None else facts.spread(facts.Year(self.year), facts.Year(self.to))

    @model_validator(mode="after")
    def _ends_in_order(self) -> Self:
        check_ends(self.year, self.to)
        return self


class PeriodFact(ProvedFact):
    """`{period: 9, unit: month}`."""

    period: Annotated[StrictInt, Field(ge=1)]
    unit: Unit
    qualifier: Qualifier = "exact"

    @property
    def value(self) -> facts.Period:
        return facts.Period(self.period, self.unit, self.qualifier)


class SymbolFact(WrittenFact):
    """`{symbol: E/CN.15/2019/1}`, `{symbol: A/74/146, para: 12, to: 15}`."""

    symbol: SymbolText
    para: Annotated[StrictInt, Field(ge=1)] | None = Field(default=None, description="the paragraph that is cited")
    to: Annotated[StrictInt, Field(ge=2)] | None = Field(default=None, description="the last paragraph of several")

    @property
    def value(self) -> facts.Symbol:
        return facts.Symbol(self.symbol, self.para or 0, self.to or 0)

    @model_validator(mode="after")
    def _ends_in_order(self) -> Self:
        check_ends(self.para, self.to)
        return self


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
        many, kind = key in PLURALS, PLURALS.get(key, key)
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


def _kind_key(data: Any) -> str | None:
    if isinstance(data, dict):
        return next((key for key in data if key in NAME_KINDS or key in PLURALS), None)
    return None


def _one_kind(data: Any) -> Any:
    """The data of a fact, which has one key that is a kind."""
    if isinstance(data, WrittenFact):
        return data
    if not isinstance(data, dict) or not data:
        raise PydanticCustomError(
            "fact", "a fact is a mapping of its kind to its value", {"hint": "such as {count: 313}"}
        )
    found = kinds_in(data)
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
        return type(data).__name__
    return model_of(next(iter(kinds_in(data)), "")).__name__


_MODEL_OF: dict[str, type[WrittenFact]] = {
    "count": CountFact, "range": RangeFact, "ordinal": OrdinalFact, "percent": PercentFact, "money": MoneyFact,
    "year": YearFact, "date": DateFact, "period": PeriodFact, "symbol": SymbolFact, "number": NumberFact,
    "fiscal_year": FiscalYearFact, "rate": RateFact, "ratio": RatioFact, "age": AgeFact, "time": TimeFact,
    **dict.fromkeys(CITED_KINDS, CitedFact),
    **dict.fromkeys(OPERATIONS, ComputedFact),
}  # fmt: skip


def model_of(kind: str) -> type[WrittenFact]:
    """The model of a kind of fact: kinds that print names share one."""
    return _MODEL_OF.get(kind, NameFact)


Fact = Annotated[
    Annotated[CountFact, Tag("CountFact")]
    | Annotated[RangeFact, Tag("RangeFact")]
    | Annotated[OrdinalFact, Tag("OrdinalFact")]
    | Annotated[PercentFact, Tag("PercentFact")]
    | Annotated[MoneyFact, Tag("MoneyFact")]
    | Annotated[YearFact, Tag("YearFact")]
    | Annotated[DateFact, Tag("DateFact")]
    | Annotated[PeriodFact, Tag("PeriodFact")]
    | Annotated[SymbolFact, Tag("SymbolFact")]
    | Annotated[NumberFact, Tag("NumberFact")]
    | Annotated[FiscalYearFact, Tag("FiscalYearFact")]
    | Annotated[RateFact, Tag("RateFact")]
    | Annotated[RatioFact, Tag("RatioFact")]
    | Annotated[AgeFact, Tag("AgeFact")]
    | Annotated[TimeFact, Tag("TimeFact")]
    | Annotated[CitedFact, Tag("CitedFact")]
    | Annotated[ComputedFact, Tag("ComputedFact")]
    | Annotated[NameFact, Tag("NameFact")],
    Discriminator(_tag),
    BeforeValidator(_one_kind),
]
Facts = dict[FactName, Fact]
