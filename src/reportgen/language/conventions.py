"""The conventions of a language as `locales/<tag>/conventions.yaml` has them; sources: docs and UN practice."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from reportgen.errors import InputError, Position, suggestion
from reportgen.facts import Unit
from reportgen.language import plurals
from reportgen.language.labels import COUNTERS, SERIES
from reportgen.located import LocatedDict, LocatedList, read
from reportgen.workspace import Workspace

Forms = str | dict[str, str]
"""A text, or one text for each form ("default" where none is asked for)."""


_PAGE = "docs/language.md says what stands in a file of conventions"
_FIELD = re.compile(r"\{([^}]*)\}")


def _patterns(*known: str) -> AfterValidator:
    """The check that nothing but these names stands in braces, in a text or in all texts of a form or a list."""

    def checked(value: Any) -> Any:
        _check_fields(value, known)
        return value

    return AfterValidator(checked)


def _check_fields(value: Any, known: Collection[str]) -> None:
    unknown = (name for text in _texts(value) for name in _FIELD.findall(text) if name not in known)
    for name in unknown:
        message = "'{{name}}' cannot stand here; what can: {known}"
        raise PydanticCustomError("pattern", message, {"name": name, "known": ", ".join(known)})
    for text in _texts(value):
        if set(_FIELD.sub("", text)) & set("{}"):
            raise PydanticCustomError("brace", "a brace stands alone in '{text}'", {"text": text})


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def _check_keys(value: dict[str, Any], wanted: Collection[str], optional: Collection[str] = ()) -> None:
    if value.keys() - set(optional) != set(wanted):
        found, expected = ", ".join(value), ", ".join(wanted)
        raise PydanticCustomError("keys", "expected {expected}, found {found}", {"expected": expected, "found": found})


_Label = Annotated[str, _patterns(*COUNTERS, *SERIES)]
_Compound = Annotated[str, _patterns("tens", "unit")]
_Number = Annotated[str, _patterns("n")]
_REFERENCE_FIELDS = {
    "one": ("number",), "two": ("numbers",), "many": ("numbers",), "range": ("first", "last"),
    "above": ("reference",), "below": ("reference",), "only": (), "within": (), "report": ("reference",),
    "annex": ("reference", "number"), "appendix": ("reference", "number", "appendix"),
    "appended": ("reference", "number"),
}  # fmt: skip
_REFERENCE_KEYS = {"direction": ("above", "below"), "place": ("annex", "appendix", "report")} | dict.fromkeys(
    ("para", "section"), ("one", "many", "range")
)
"""What the patterns of a reference are, by the word before its form; of the others there is one."""


class _Closed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Labels(_Closed):
    """Patterns of numbers, one a level: "{roman}.", "({latin})"; see `labels.COUNTERS`."""

    headings: Annotated[tuple[_Label, ...], Field(min_length=6, max_length=6)]
    joined: str = Field(default=".", description="between the levels of a heading's number where it is cited")
    parted: str = Field(default=" ", description="between the number of a paragraph and that of its part: 76 (b)")
    paragraphs: _Label
    subparagraphs: Annotated[tuple[_Label, ...], Field(min_length=4, max_length=4)]
    notes: _Label = "{decimal}"
    note_mark: Annotated[str, _patterns("label")] = "{label}"
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


class Numbers(_Closed):
    """Digits, separators and number words."""

    group: str
    group_from: int = Field(default=4, description="fewest digits that are grouped")
    decimal: str
    digits: Literal["latn", "arab"] = "latn"
    words_below: int
    words: dict[int, Forms]
    compound: _Compound = ""
    forms: tuple[str, ...] = ()
    sentence_start_in_words: bool = False
    percent: _Number | dict[str, _Number] = Field(description="a pattern, or one for each plural category")
    money: Annotated[str, _patterns("amount", "currency")] = "{currency} {amount}"


class Ordinals(_Closed):
    """First, second …: words up to `words_to`, then a pattern with figures; `endings` has others by the last digits."""

    words: dict[int, Forms] = {}
    tens: dict[int, Forms] = {}
    compound: _Compound = ""
    words_to: int = 0
    figures: _Number = "{n}"
    endings: dict[int, _Number] = {}
    chinese: bool = False


class Dates(_Closed):
    """Months and patterns by precision and form; `days` holds days that are not printed as figures (1er)."""

    months: dict[str, Annotated[tuple[str, ...], Field(min_length=12, max_length=12)]]
    days: dict[int, str] = {}
    day: Forms
    month: Forms
    days_of_month: Forms
    days_of_year: Forms
    days_of_years: Forms

    @model_validator(mode="after")
    def _known_fields(self) -> Self:
        names = ("d", "m", "y", "month", *(f"month_{case}" for case in self.months))
        _check_fields([self.day, self.month], names)
        ends = [f"{name}{end}" for end in "12" for name in names]
        _check_fields([self.days_of_month, self.days_of_year, self.days_of_years], ends)
        return self


class Joins(_Closed):
    """The words between items."""

    separator: str
    last: str
    pair: str


class Lists(Joins):
    """How items are joined, and what becomes of a form in a list: every item takes it, unless it is said `once`."""

    before: dict[str, dict[str, str]] = {}
    figures: Joins | None = Field(default=None, description="between numbers, where they are joined otherwise")
    once: tuple[str, ...] = ()
    restarted: dict[str, str] = Field(
        default={}, description="said once, and again where its preposition changes; else this form"
    )


class NamesRule(_Closed):
    """First use of a name with a short form."""

    first_use: Annotated[str, _patterns("full", "short")]
    introduce_from: int = 3


class Sorting(_Closed):
    """The order of names in lists: by whose names, what is left out and what letters stand for in the key."""

    by: str = ""
    ignore: tuple[str, ...] = ()
    fold: dict[str, str] = {}


class Notes(_Closed):
    """Where the footnote mark stands."""

    mark: Literal["before", "after"]
    punctuation: str


class Recognition(_Closed):
    """Words that are recognized in running text and never printed, or not by themselves; see docs/languages.md."""

    numbers: dict[str, int] = Field(default={}, description="further number words: {hundred: 100}")
    connectors: tuple[str, ...] = Field(default=(" ", "-"), description="between the words of one number")
    percents: tuple[str, ...] = ()
    currencies: tuple[str, ...] = Field(default=(), description="beside CLDR's names")
    negations: tuple[str, ...] = Field(default=(), description="before a qualifier they turn it round: not, pas, не")
    before_names: tuple[str, ...] = Field(default=(), description="articles and prepositions: the, de l’, du")
    between: tuple[str, ...] = Field(default=(), description="between a number and what it counts: millions de dollars")
    glued: tuple[str, ...] = Field(default=(), description="letters before a word without a blank: و")
    ordinary: tuple[str, ...] = Field(default=(), description="what looks like a number or a month and is none")
    values: dict[str, tuple[str, ...]] = Field(
        default={}, description="words that say a value without its number: {6 month: [half-yearly]}"
    )


class Conventions(_Closed):
    """All conventions of a language."""

    name: str
    own_name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    script: Literal["latin", "cyrillic", "han", "arabic"] = "latin"
    plurals: dict[str, str] = Field(description="CLDR's plural rules by category; what is left is other")
    locale: str = Field(description="the language of the text for w:lang and lang=: en-GB")
    fonts: dict[str, str]
    labels: Labels
    numbers: Numbers
    ordinals: Ordinals
    dates: Dates
    ranges: Annotated[Forms, _patterns("low", "high")]
    periods: Annotated[str, _patterns("n", "unit")] = "{n} {unit}"
    units: dict[str, dict[str, dict[str, _Number]]] = Field(
        description="unit to form to plural category to words; {n} in them is the number, '=' before them that they "
        "stand without one; else the number stands in front"
    )
    unit_genders: dict[str, str] = Field(default={}, description="the form that a number word takes before a unit")
    lists: Lists
    names: NamesRule
    sorting: Sorting = Sorting()
    notes: Notes
    quotes: tuple[str, str]
    references: dict[str, dict[str, str]]
    agreement: tuple[str, ...] = ()
    qualifiers: dict[str, tuple[str, ...]]
    recognition: Recognition = Recognition()
    abbreviations: tuple[str, ...] = ()
    sentence_ends: str = ".!?"
    information_language: str = Field(default="", description="the masthead's information block is in this language")

    @field_validator("plurals")
    @classmethod
    def _rules_that_can_be_read(cls, value: dict[str, str]) -> dict[str, str]:
        if value and (fault := plurals.fault(tuple(value.items()))):
            raise PydanticCustomError("plurals", "{fault}", {"fault": fault})
        return value

    @field_validator("numbers", "units")
    @classmethod
    def _every_plural_category(cls, value: Numbers | dict[str, Any], info: ValidationInfo) -> Numbers | dict[str, Any]:
        categories = plurals.categories(tuple(info.data.get("plurals", {}).items()))
        if isinstance(value, dict):
            _check_keys(value, get_args(Unit))
            for words in (words for forms in value.values() for words in forms.values()):
                _check_keys(words, categories)
        elif isinstance(value.percent, dict):
            _check_keys(value.percent, categories)
        return value

    @field_validator("references")
    @classmethod
    def _every_reference(cls, value: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
        for name, words in value.items():
            _check_keys(
                words, _REFERENCE_KEYS.get(name.partition("_")[0], ("one",)), ("two", "only", "within", "appended")
            )
            for key, text in words.items():
                _check_fields(text, _REFERENCE_FIELDS[key])
        return value


def load(workspace: Workspace, tag: str) -> Conventions:
    """The conventions of a tag; an `InputError` with the place where the file is wrong."""
    path = workspace.find("locales", tag, "conventions.yaml")
    if path is None:
        at = Position(f"locales/{tag}/conventions.yaml", 1, 1)
        raise InputError(f"there are no conventions for the language '{tag}'", at, _PAGE)
    data = read(workspace, path)
    try:
        return Conventions.model_validate(data)
    except ValidationError as error:
        raise _input_error(error, data) from None


def _input_error(error: ValidationError, data: LocatedDict) -> InputError:
    """The first thing that is wrong; a field that is not known goes before one that is missing."""
    found = error.errors(include_url=False)
    first = min(found, key=lambda each: each["type"] == "missing")
    here, position, trail = data, data.origin.position, list[str]()
    for step in first["loc"]:
        if isinstance(here, LocatedDict) and step in here:
            here, position = here[str(step)], here.values_at[str(step)].position
        elif isinstance(here, LocatedList) and isinstance(step, int) and step < len(here):
            here, position = here[step], here.origins[step].position
        elif first["type"] != "missing":
            break
        trail.append(str(step))
    hint = (suggestion(trail[-1], _field_names()) if first["type"] == "extra_forbidden" else "") or _PAGE
    message = "there is no such field" if first["type"] == "extra_forbidden" else first["msg"]
    return InputError(f"{'.'.join(trail)}: {message[:1].lower()}{message[1:]}", position, hint)


def _field_names() -> set[str]:
    return {name for model in _Closed.__subclasses__() for name in model.model_fields}
