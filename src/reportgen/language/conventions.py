"""The conventions of a language from `locales/<tag>/conventions.yaml`, as docs/language.md describes them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated, Any, Literal, get_args

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from reportgen.errors import InputError, Position, suggestion
from reportgen.facts import Unit
from reportgen.language import plurals
from reportgen.language.amount_rules import LargeNumbers, MoneyRules
from reportgen.language.compiled import cldr_version, compiled, digest_of_parts
from reportgen.language.field_names import all_fields, check_fields, check_keys, check_needed
from reportgen.language.kept_rules import rules_as_data, rules_from_data
from reportgen.language.pattern_rules import PatternRules
from reportgen.language.rules import (
    REFERENCE_FIELDS,
    REFERENCE_KEYS,
    ClosedRules,
    Dates,
    Forms,
    LabelRules,
    ListRules,
    NamesRule,
    NoteRules,
    Numbers,
    Ordinals,
    Recognition,
    Sorting,
    UnitWords,
)
from reportgen.located import parse, read_text
from reportgen.located.validate import Loc, Terms, validated
from reportgen.workspace import Workspace

_PAGE = "docs/language.md says what stands in a file of conventions"


class Conventions(ClosedRules):
    """All conventions of a language."""

    name: str
    own_name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    script: Literal["latin", "cyrillic", "han", "arabic"] = "latin"
    letters: str = Field(default="", description="its letters, as in brackets of a regular expression: А-яЁё")
    unseen: str = Field(default="", description="characters that cannot be seen and that its text may have")
    function_words: tuple[str, ...] = Field(default=(), description="small words that give the language away: the, of")
    plurals: dict[str, str] = Field(description="CLDR's plural rules by category; what is left is other")
    locale: str = Field(description="the language of the text for w:lang and lang=: en-GB")
    fonts: dict[str, str]
    labels: LabelRules
    numbers: Numbers
    # Made anew, since one that is made here would build its validator in every run, which few need.
    large: LargeNumbers = Field(default_factory=LargeNumbers)
    money: MoneyRules = Field(default_factory=MoneyRules)
    patterns: PatternRules = Field(default_factory=PatternRules)
    ordinals: Ordinals
    dates: Dates
    ranges: Annotated[Forms, all_fields("low", "high")]
    periods: Annotated[str, all_fields("n", "unit")] = "{n} {unit}"
    units: dict[str, dict[str, dict[str, UnitWords]]] = Field(
        description="unit to form to plural category to words; {n} in them is the number, '=' before them that they "
        "stand without one; else the number stands in front"
    )
    unit_genders: dict[str, str] = Field(default={}, description="the form that a number word takes before a unit")
    lists: ListRules
    names: NamesRule
    sorting: Sorting = Field(default_factory=Sorting)
    notes: NoteRules
    quotes: tuple[str, str]
    references: dict[str, dict[str, str]]
    agreement: tuple[str, ...] = ()
    qualifiers: dict[str, tuple[str, ...]]
    recognition: Recognition = Field(default_factory=Recognition)
    abbreviations: tuple[str, ...] = ()
    sentence_ends: str = ".!?"
    information_language: str = Field(default="", description="the masthead's information block is in this language")

    @field_validator("letters")
    @classmethod
    def _letters_that_can_be_read(cls, value: str) -> str:
        try:
            # The letters go into regular expressions later, where a fault would have no place in the file.
            re.compile(f"[{value or 'a'}]")
        except re.error as error:
            message = "these are no characters in brackets: {fault}"
            raise PydanticCustomError("letters", message, {"fault": str(error)}) from None
        return value

    @field_validator("plurals")
    @classmethod
    def _rules_that_can_be_read(cls, value: dict[str, str]) -> dict[str, str]:
        if value and (fault := plurals.fault(tuple(value.items()))):
            raise PydanticCustomError("plurals", "{fault}", {"fault": fault})
        return value

    @field_validator("numbers", "units")
    @classmethod
    def _every_plural_category(cls, value: Numbers | dict[str, Any], info: ValidationInfo) -> Numbers | dict[str, Any]:
        if "plurals" not in info.data:
            return value  # they are wrong, which is said already
        categories = plurals.categories(tuple(info.data["plurals"].items()))
        if isinstance(value, dict):
            check_keys(value, get_args(Unit))
            for words in (words for forms in value.values() for words in forms.values()):
                check_keys(words, categories)
        elif isinstance(value.percent, dict):
            check_keys(value.percent, categories)
        return value

    @field_validator("references")
    @classmethod
    def _every_reference(cls, value: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
        for name, words in value.items():
            check_keys(
                words, REFERENCE_KEYS.get(name.partition("_")[0], ("one",)), ("two", "only", "within", "appended")
            )
            for key, text in words.items():
                check_fields(text, REFERENCE_FIELDS[key])
                # Which annex it is may be left out: where there is one, it has no number.
                check_needed(text, REFERENCE_FIELDS[key][:1] if name == "place" else REFERENCE_FIELDS[key])
        return value


def load(workspace: Workspace, tag: str) -> tuple[Conventions, bytes]:
    """The conventions of a tag with the digest of their file; an `InputError` with the place where that is wrong."""
    path = workspace.find("locales", tag, "conventions.yaml")
    if path is None:
        at = Position(f"locales/{tag}/conventions.yaml", 1, 1)
        raise InputError(f"there are no conventions for the language '{tag}'", at, _PAGE)
    text, shown = read_text(workspace, path), workspace.shown(path)
    return _conventions(tag, text, shown), digest_of_parts(shown, text)


@lru_cache(maxsize=16)
def _conventions(tag: str, text: str, shown: str) -> Conventions:
    """The conventions of a text, validated unless they were valid before."""
    digest = _digest(text, shown)
    found: Conventions = rules_from_data(
        compiled(CONVENTIONS, tag, digest, lambda: rules_as_data(validated(Conventions, parse(text, shown), _TERMS)))
    )
    return found


def compiled_rules(workspace: Workspace, tag: str) -> tuple[bytes, Any]:
    """The digest of all that the conventions of a tag are made of, and the conventions as plain data."""
    path = workspace.find("locales", tag, "conventions.yaml")
    assert path, "a language has conventions"
    text, shown = read_text(workspace, path), workspace.shown(path)
    return _digest(text, shown), rules_as_data(validated(Conventions, parse(text, shown), _TERMS))


def _digest(text: str, shown: str) -> bytes:
    # Whether plural rules can be read is said by Babel.
    return digest_of_parts(shown, text, cldr_version())


CONVENTIONS = "rules"
"""The kind of what is compiled here."""


def _unknown(_: Loc, name: str, position: Position) -> InputError:
    return InputError(f"there is no field '{name}' here", position, suggestion(name, _field_names()) or _PAGE)


def _field_names() -> set[str]:
    return {name for model in ClosedRules.__subclasses__() for name in model.model_fields}


_TERMS = Terms(
    file="conventions",
    sentences=frozenset({"pattern", "brace", "needed", "plurals", "keys"}),
    extra=_unknown,
    hint=_PAGE,
    named=True,
)
