"""The conventions of a language as `locales/<tag>/conventions.yaml` has them; sources: docs and UN practice."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from reportgen.errors import InputError, Position
from reportgen.marked import read
from reportgen.workspace import Workspace

Forms = str | dict[str, str]
"""A text, or one text for each form ("default" where none is asked for)."""


class _Closed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Labels(_Closed):
    """Patterns of numbers, one a level: "{roman}.", "({latin})"; see `labels.COUNTERS`."""

    headings: tuple[str, ...]
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
    percent: str
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
    plurals: str = Field(default="", description="the language whose CLDR plural rules hold; the tag itself if empty")
    locale: str = Field(description="the language of the text for w:lang and lang=: en-GB")
    fonts: dict[str, str]
    labels: Labels
    numbers: Numbers
    ordinals: Ordinals
    dates: Dates
    ranges: Forms
    periods: str = "{n} {unit}"
    units: dict[str, dict[str, dict[str, str]]]
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
        first = error.errors(include_url=False)[0]
        here, position = data, data.origin.position
        for step in first["loc"]:
            if isinstance(here, dict) and step in here:
                position = here.values_at[str(step)].position
                here = here[str(step)]
        name = ".".join(str(step) for step in first["loc"])
        raise InputError(f"{name}: {first['msg'][:1].lower()}{first['msg'][1:]}", position) from None
