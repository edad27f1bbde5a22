"""The parts of conventions: rules for labels, numbers, ordinals, dates, lists, names, sorting, notes."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    model_validator,
)

from reportgen.facts import NAME_KINDS, Unit
from reportgen.language.field_names import all_fields, check_fields, check_keys, check_needed, only_fields
from reportgen.language.labels import COUNTERS, SERIES

Forms = str | dict[str, str]
"""A text, or one text for each form ("default" where none is asked for)."""


_Label = Annotated[str, only_fields(*COUNTERS, *SERIES)]
_Compound = Annotated[str, all_fields("tens", "unit")]
_Rest = Annotated[str, only_fields("before", "rest")]
_Words = Annotated[str, Field(min_length=1)]
NumberPattern = Annotated[str, all_fields("n")]
UnitWords = Annotated[str, only_fields("n")]
_PeriodText = Annotated[str, Field(pattern=r"^\d+ (day|week|month|year)$")]
_ValueText = Annotated[str, Field(pattern=r"^\d+(%| (day|week|month|year))?$")]
_TypedNumber = Annotated[str, only_fields("number", "numbers")]
_TypedRange = Annotated[str, only_fields("low", "high")]
_TypedDate = Annotated[str, only_fields(*(f"{name}{end}" for name in ("d", "month", "y") for end in ("", "1", "2")))]
REFERENCE_FIELDS = {
    "one": ("number",), "two": ("numbers",), "many": ("numbers",), "range": ("first", "last"),
    "above": ("reference",), "below": ("reference",), "only": (), "within": (), "report": ("reference",),
    "annex": ("reference", "number"), "appendix": ("reference", "number", "appendix"),
    "appended": ("reference", "number"),
}  # fmt: skip
REFERENCE_KEYS = {"direction": ("above", "below"), "place": ("annex", "appendix", "report")} | dict.fromkeys(
    ("para", "section"), ("one", "many", "range")
)
"""The patterns that a kind of reference needs; kinds not listed need only `one`."""


class ClosedRules(BaseModel):
    """The base of all rules: unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class LabelRules(ClosedRules):
    """Patterns of numbers, one a level: "{roman}.", "({latin})"; see `labels.COUNTERS`."""

    headings: Annotated[tuple[_Label, ...], Field(min_length=6, max_length=6)]
    joined: str = Field(default=".", description="between the levels of a heading's number where it is cited")
    parted: str = Field(default=" ", description="between the number of a paragraph and that of its part: 76 (b)")
    paragraphs: _Label
    subparagraphs: Annotated[tuple[_Label, ...], Field(min_length=4, max_length=4)]
    notes: _Label = "{decimal}"
    note_mark: Annotated[str, all_fields("label")] = "{label}"
    tables: _Label
    figures: _Label
    boxes: _Label
    annexes: _Label = Field(description="the words alone where there is one annex")
    appendices: _Label
    letter_notes: _Label = "{latin}"
    letters: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = Field(default=(), description="the names of the letters: ألف, باء")
    ordinals: tuple[str, ...] = Field(default=(), description="the numbers of annexes: الأول, الثاني")


class Numbers(ClosedRules):
    """Digits, separators and number words."""

    group: str
    group_from: int = Field(default=4, description="fewest digits that are grouped")
    decimal: str
    digits: Literal["latn", "arab"] = "latn"
    words_below: int
    words: dict[int, Forms]
    compound: _Compound = ""
    forms: tuple[str, ...] = ()
    hundreds: _Rest = Field(default="", description="hundreds with what follows them: {before} and {rest}")
    thousands: dict[str, dict[str, Annotated[str, only_fields("n")]]] = Field(
        default={}, description="words for thousands by form and plural category: {default: {other: '{n} thousand'}}"
    )
    thousands_rest: _Rest = Field(default="", description="thousands with what follows them: {before} {rest}")
    thousands_small: _Rest = Field(default="", description="the same before less than a hundred, where it differs")
    counting: str = Field(default="", description="the form of number words before thousands")
    chinese: bool = Field(default=False, description="number words are those of Chinese: 二十五")
    sentence_start_in_words: bool = False
    percent: Annotated[Forms, all_fields("n")] = Field(description="a pattern, or one for each plural category")
    percent_in_words: Annotated[str, all_fields("n")] = Field(
        default="{n}%", description="a percentage at the start of a sentence, its number in words: {n} per cent"
    )
    negative_in_tables: NumberPattern = Field(default="({n})", description="a number below zero in a table")
    money: Annotated[str, all_fields("amount", "currency")] = "{currency} {amount}"


class Ordinals(ClosedRules):
    """First, second …: words up to `words_to`, then a pattern with figures; `endings` has others by the last digits."""

    words: dict[int, Forms] = {}
    tens: dict[int, Forms] = {}
    compound: _Compound = ""
    words_to: int = 0
    figures: NumberPattern = "{n}"
    endings: dict[int, NumberPattern] = {}
    chinese: bool = False


class Dates(ClosedRules):
    """Months and patterns by precision and form; `days` holds days that are not printed as figures (1er)."""

    months: dict[str, Annotated[tuple[str, ...], Field(min_length=12, max_length=12)]]
    days: dict[int, str] = {}
    day: Forms
    month: Forms
    days_of_month: Forms
    days_of_year: Forms
    days_of_years: Forms
    months_of_year: Forms = "{month1}–{month2} {y2}"
    months_of_years: Forms = "{month1} {y1}–{month2} {y2}"

    @model_validator(mode="after")
    def _known_fields(self) -> Self:
        names = ("d", "m", "y", "month", *(f"month_{case}" for case in self.months))
        check_fields([self.day, self.month], names)
        ends = [f"{name}{end}" for end in "12" for name in names]
        months = [self.months_of_year, self.months_of_years]
        check_fields([self.days_of_month, self.days_of_year, self.days_of_years, *months], ends)
        # A year may be left out ("on 18 July"); what is left tells the day and the month, in figures or in words.
        check_needed(self.month, ["m"])
        check_needed(self.day, ["d", "m"])
        check_needed([self.days_of_month, self.days_of_year, self.days_of_years], ["d1", "d2", "m"])
        return self


class Joins(ClosedRules):
    """The words between items."""

    separator: str
    last: str
    pair: str


class ListRules(Joins):
    """How items are joined, and what a form does in a list: every item takes it, or only the first (`once`)."""

    before: dict[str, dict[str, str]] = {}
    figures: Joins | None = Field(default=None, description="between numbers, where they are joined otherwise")
    once: tuple[str, ...] = ()
    restarted: dict[str, str] = Field(
        default={}, description="said once, and again where its preposition changes; else this form"
    )


def _kinds_of_names(value: dict[str, Any]) -> dict[str, Any]:
    """The mapping; an error where a key is no kind of names."""
    check_keys({kind: "" for kind in value if kind not in NAME_KINDS}, ())
    return value


class NamesRule(ClosedRules):
    """First use of a name with a short form, and the forms that every entry of a kind declares in the lexicon."""

    first_use: Annotated[str, all_fields("full", "short")]
    introduce_from: int = 3
    forms: Annotated[dict[str, tuple[str, ...]], AfterValidator(_kinds_of_names)] = {}


class Sorting(ClosedRules):
    """The order of names in lists: the language whose names sort, prefixes to ignore, letters to replace."""

    by: str = ""
    ignore: tuple[str, ...] = ()
    fold: dict[str, str] = {}


class NoteRules(ClosedRules):
    """Where the footnote mark stands."""

    mark: Literal["before", "after"]
    punctuation: str


class Recognition(ClosedRules):
    """Words that are recognized in running text but not printed by reportgen; see docs/language.md."""

    groups: tuple[str, ...] = Field(default=(), description="further signs between thousands")
    numbers: dict[_Words, Decimal] = Field(default={}, description="further number words: {a hundred: 100}")
    scales: dict[_Words, int] = Field(default={}, description="number words only behind a number: {million: 1000000}")
    money_scales: dict[_Words, int] = Field(
        default={}, description="letters for millions and the like beside the sign of a currency: {bn: 1000000000}"
    )
    connectors: tuple[str, ...] = Field(default=(" ", "-"), description="between the words of one number")
    fractions: tuple[_Words, ...] = Field(default=(), description="behind a number that says how many parts: thirds")
    ordinals: dict[_Words, int] = Field(default={}, description="further ordinals: {vigésimo: 20}")
    ordinal_figures: tuple[NumberPattern, ...] = Field(default=(), description="further ordinals in figures: {n}ème")
    percents: tuple[_Words, ...] = Field(default=(), description='behind a number, or before it: "百分之{n}"')
    currencies: dict[str, tuple[_Words, ...]] = Field(default={}, description="by code, beside CLDR's names and signs")
    units: dict[Unit, tuple[_Words, ...]] = Field(default={}, description="further words for units of time")
    periods: dict[_PeriodText, tuple[_Words, ...]] = Field(
        default={}, description="lengths of time without a number: {2 year: [سنتين]}"
    )
    ranges: tuple[_TypedRange, ...] = Field(default=(), description="further ranges that people type")
    dates: tuple[_TypedDate, ...] = Field(default=(), description="further dates that people type")
    references: dict[str, tuple[_TypedNumber, ...]] = Field(
        default={}, description="further references that people type: {para: ['para {number}']}"
    )
    resolutions: dict[str, tuple[NumberPattern, ...]] = Field(
        default={}, description="by organ, beside the patterns: {general-assembly: ['Assembly resolution {n}']}"
    )
    negations: tuple[_Words, ...] = Field(default=(), description="before a qualifier they turn it round: not, pas, не")
    before_names: tuple[_Words, ...] = Field(default=(), description="articles and prepositions: the, de l’, du")
    between: tuple[_Words, ...] = Field(default=(), description="between a number and what it counts: millions de")
    glued: tuple[_Words, ...] = Field(default=(), description="letters before a word without a blank: و")
    articles: tuple[_Words, ...] = Field(
        default=(), description="those of the glued letters that hold an article, which no name takes: ال"
    )
    numbered: dict[Literal["sdg"], tuple[_Words, ...]] = Field(
        default={}, description="before the names of a kind that are numbers: {sdg: [Goal, Goals]}"
    )
    times: tuple[_Words, ...] = Field(
        default=(), description="words of qualifiers that say when, before a length of time: over two years"
    )
    terms: tuple[_Words, ...] = Field(default=(), description="terms that hold digits: COVID-19, CO2, G20")
    ordinary: tuple[_Words, ...] = Field(default=(), description="what looks like a number or a month and is none")
    capitals: tuple[_Words, ...] = Field(default=(), description="words with a capital that are no names: Government")
    common_bodies: tuple[_Words, ...] = Field(default=(), description="bodies that every State has: 司法部")
    values: dict[_ValueText, tuple[_Words, ...]] = Field(
        default={}, description="words that say a value without its number: {6 month: [half-yearly]}"
    )
