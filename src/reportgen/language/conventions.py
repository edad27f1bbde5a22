"""The conventions of a language as `locales/<tag>/conventions.yaml` has them; sources: docs and UN practice."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from reportgen.errors import InputError, Position, suggestion
from reportgen.marked import MarkedDict, MarkedList, read
from reportgen.workspace import Workspace

Forms = str | dict[str, str]
"""A text, or one text for each form ("default" where none is asked for)."""


class _Closed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Labels(_Closed):
    """Patterns of numbers, one a level: "{roman}.", "({latin})"; see `labels.COUNTERS`."""

    headings: tuple[str, ...]
    joined: str = Field(default=".", description="between the levels of a heading's number where it is cited")
    paragraphs: str
    subparagraphs: tuple[str, ...]
    notes: str = "{decimal}"
    note_mark: str = "{label}"
    letters: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = Field(default=(), description="the names of the letters: ألف, باء")


class Numbers(_Closed):
    """Digits, separators and number words."""

    group: str
    group_from: int = Field(default=4, description="fewest digits that are grouped")
    decimal: str
    digits: Literal["latn", "arab"] = "latn"
    words_below: int
    words: dict[int, Forms]
    compound: str = ""
    forms: tuple[str, ...] = ()
    sentence_start_in_words: bool = False
    percent: str | dict[str, str] = Field(description="a pattern, or one for each plural category")
    money: str = "{currency} {amount}"


class Ordinals(_Closed):
    """First, second …: words up to `words_to`, then a pattern with figures; `endings` has others by the last digits."""

    words: dict[int, Forms] = {}
    tens: dict[int, Forms] = {}
    compound: str = ""
    words_to: int = 0
    figures: str = "{n}"
    endings: dict[int, str] = {}
    chinese: bool = False


class Dates(_Closed):
    """Months and patterns by precision and form; `days` holds days that are not printed as figures (1er)."""

    months: dict[str, tuple[str, ...]]
    days: dict[int, str] = {}
    day: Forms
    month: Forms
    days_of_month: Forms
    days_of_year: Forms
    days_of_years: Forms


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

    first_use: str
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
    ranges: Forms
    periods: str = "{n} {unit}"
    units: dict[str, dict[str, dict[str, str]]] = Field(
        description="unit to form to plural category to words; {n} in them is the number, else it stands in front"
    )
    lists: Lists
    names: NamesRule
    sorting: Sorting = Sorting()
    notes: Notes
    quotes: tuple[str, str]
    references: dict[str, dict[str, str]]
    agreement: tuple[str, ...] = ()
    qualifiers: dict[str, tuple[str, ...]]
    abbreviations: tuple[str, ...] = ()
    sentence_ends: str = ".!?"
    information_language: str = Field(default="", description="the masthead's information block is in this language")


def load(workspace: Workspace, tag: str) -> Conventions:
    """The conventions of a tag; an `InputError` with the place where the file is wrong."""
    path = workspace.find("locales", tag, "conventions.yaml")
    if path is None:
        raise InputError(f"there are no conventions for the language '{tag}'", Position(f"locales/{tag}"))
    data = read(path, workspace.shown(path))
    try:
        return Conventions.model_validate(data)
    except ValidationError as error:
        raise _input_error(error, data) from None


def _input_error(error: ValidationError, data: MarkedDict) -> InputError:
    """The first thing that is wrong; a field that is not known goes before one that is missing."""
    found = error.errors(include_url=False)
    first = min(found, key=lambda each: each["type"] == "missing")
    here, position, trail = data, data.origin.position, list[str]()
    for step in first["loc"]:
        if isinstance(here, MarkedDict) and step in here:
            here, position = here[str(step)], here.values_at[str(step)].position
        elif isinstance(here, MarkedList) and isinstance(step, int) and step < len(here):
            here, position = here[step], here.origins[step].position
        elif first["type"] != "missing":
            break
        trail.append(str(step))
    hint = suggestion(trail[-1], _field_names()) if first["type"] == "extra_forbidden" else ""
    message = "there is no such field" if first["type"] == "extra_forbidden" else first["msg"]
    return InputError(f"{'.'.join(trail)}: {message[:1].lower()}{message[1:]}", position, hint)


def _field_names() -> set[str]:
    return {name for model in _Closed.__subclasses__() for name in model.model_fields}
