"""Values of facts: plain, frozen, of no language. What an author may write is in `model.facts`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from reportgen.facts.measured import Age as Age
from reportgen.facts.measured import FiscalYear as FiscalYear
from reportgen.facts.measured import PlainNumber as PlainNumber
from reportgen.facts.measured import Qualifier as Qualifier
from reportgen.facts.measured import Rate as Rate
from reportgen.facts.measured import Ratio as Ratio
from reportgen.facts.measured import Time as Time
from reportgen.record import record

Unit = Literal["day", "week", "month", "year"]
Order = Literal["given", "sorted"]
SpreadKind = Literal["percents", "amounts", "years", "times"]
CitableKind = Literal["resolution", "decision", "article", "rule", "annex", "paragraph", "target", "indicator"]

NAME_KINDS: dict[str, str] = {
    "place": "places",
    "entity": "entities",
    "instrument": "instruments",
    "law": "laws",
    "programme": "programmes",
    "project": "projects",
    "publication": "publications",
    "event": "events",
    "sdg": "sdgs",
    "language": "languages",
    "group": "groups",
    "topic": "topics",
    "item": "items",
}
"""Kinds of fact that print names, with their plurals."""

COMMON_NOUNS = frozenset({"group", "topic", "item", "language"})
"""Kinds of names that are common nouns: nobody issued them, and as facts they would flood a text."""


def is_country(name: str) -> bool:
    """Whether the id of a place is that of a country, an ISO 3166-1 alpha-2 code; those of cities are words."""
    return len(name) == 2 and name.isupper()


@record
class Count:
    """A whole number of things; `series` names the counts that are set in figures together."""

    number: int
    qualifier: Qualifier = "exact"
    series: str = ""
    kind: Literal["count"] = "count"

    def __str__(self) -> str:
        return str(self.number)


@record
class Range:
    """From one whole number to another, both included."""

    low: int
    high: int
    kind: Literal["range"] = "range"

    def __str__(self) -> str:
        return f"{self.low}–{self.high}"


@record
class Ordinal:
    """A place in a sequence, from 1."""

    number: int
    kind: Literal["ordinal"] = "ordinal"

    def __str__(self) -> str:
        return str(self.number)


@record
class Percent:
    """A percentage: 12 stands for 12 per cent."""

    number: Decimal
    qualifier: Qualifier = "exact"
    kind: Literal["percent"] = "percent"

    def __str__(self) -> str:
        return f"{self.number:f}%"


@record
class Money:
    """An amount in whole units of an ISO 4217 currency."""

    amount: Decimal
    currency: str
    qualifier: Qualifier = "exact"
    kind: Literal["money"] = "money"

    def __str__(self) -> str:
        return f"{self.currency} {self.amount:f}"


@record
class Year:
    """A year of the common era."""

    number: int
    kind: Literal["year"] = "year"

    def __str__(self) -> str:
        return str(self.number)


@record(order=True)
class Date:
    """A day, or a month where `day` is 0."""

    year: int
    month: int
    day: int = 0
    kind: Literal["date"] = "date"

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")


@record
class DateRange:
    """From one date to another, both included."""

    start: Date
    end: Date
    kind: Literal["dates"] = "dates"

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"


@record
class Period:
    """A length of time in one unit."""

    number: int
    unit: Unit
    qualifier: Qualifier = "exact"
    kind: Literal["period"] = "period"

    def __str__(self) -> str:
        return f"{self.number} {self.unit}"


@record
class Names:
    """One name or a list of names of one kind, by their ids in the lexicon (countries: ISO 3166-1 alpha-2)."""

    kind: str
    ids: tuple[str, ...]
    many: bool = False
    order: Order = "given"

    def __str__(self) -> str:
        return " ".join(self.ids)


@record
class Symbol:
    """The symbol of a United Nations document, with the paragraph or paragraphs that are cited of it."""

    text: str
    para: int = 0
    to: int = 0
    kind: Literal["symbol"] = "symbol"

    def __str__(self) -> str:
        part = f" {self.para}–{self.to}" if self.to else f" {self.para}" if self.para else ""
        return f"{self.text}{part}"


@record
class Spread:
    """From one percentage, amount, year or time to another of its kind, both included."""

    kind: SpreadKind
    low: Percent | Money | Year | Time
    high: Percent | Money | Year | Time

    def __str__(self) -> str:
        return f"{self.low}–{self.high}"


@record
class Cited:
    """What is cited by its number: a resolution of an organ, an article with its paragraph and point, a target.

    `to` is the last one of several, as in articles 5 to 8.
    """

    kind: CitableKind
    number: str
    to: str = ""
    para: str = ""
    point: str = ""
    organ: str = ""

    def __str__(self) -> str:
        parts = (self.organ, f"{self.number}–{self.to}" if self.to else self.number, self.para, self.point)
        return " ".join(filter(None, parts))


SPREAD_OF: dict[str, SpreadKind] = {"percent": "percents", "money": "amounts", "year": "years", "time": "times"}
"""The kind of a spread by the kind of its ends."""

Value = (
    Count | Range | Ordinal | Percent | Money | Year | Date | DateRange | Period | Names | Symbol
    | PlainNumber | Time | Spread | FiscalYear | Rate | Ratio | Age | Cited
)  # fmt: skip
Qualified = Count | Percent | Money | Period | PlainNumber | Rate | Age
"""Values that may have a qualifier."""


def spread(low: Percent | Money | Year | Time, high: Percent | Money | Year | Time) -> Spread:
    """From one value to another of its kind."""
    return Spread(SPREAD_OF[low.kind], low, high)


def ends_of(value: Value) -> tuple[Value, Value] | None:
    """The two ends of a range, of whatever; None for other values."""
    match value:
        case Range():
            return Count(value.low), Count(value.high)
        case Spread():
            return value.low, value.high
        case _:
            return None


def value_said(value: Value) -> str:
    """A value as messages say it, with its qualifier: at least 300, about 2 months."""
    match value:
        case Period() if value.number != 1:
            text = f"{value}s"
        case _:
            text = str(value)
    qualifier = getattr(value, "qualifier", "exact")
    return text if qualifier == "exact" else f"{qualifier.replace('_', ' ')} {text}"


def number_of(value: Value) -> int | Decimal | None:
    """The number that words agree with: of a count or period, or the length of a list; None for other values."""
    match value:
        case PlainNumber():
            return value.number
        case Count() | Period() | Ordinal():
            return value.number
        case Range():
            # The noun behind a range agrees with the number next to it, the last one.
            return value.high
        case Percent() | Money():
            amount = value.number if isinstance(value, Percent) else value.amount
            return int(amount) if amount == int(amount) else None
        case Names():
            return len(value.ids)
        case _:
            return None
