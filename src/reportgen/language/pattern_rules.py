"""The parts of conventions for facts that are printed by a pattern: resolutions, articles, rates, ages, times."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, Field

from reportgen.language.field_names import all_fields, check_needed, some_fields
from reportgen.language.rules import ClosedRules, Forms

_Numbered = Annotated[Forms, all_fields("n")]
_Several = Annotated[Forms, all_fields("n", "to")]
_OfOrgan = Annotated[Forms, all_fields("organ", "n")]
_Spread = Annotated[Forms, some_fields("low", "high", "low_n", "high_n")]
_Age = Annotated[Forms, some_fields("n", "low", "high", "years", "years_gen")]
_Clock = Annotated[Forms, some_fields("h", "h12", "hh", "mm", "half")]


def _both_parts(text: str) -> str:
    """The pattern of a paragraph of an article: it has both, the article in some form."""
    check_needed(text, ("inner", "outer"))
    return text


class PatternRules(ClosedRules):
    """PatternRules by form; without one, the bare number stands. `several` are those of articles 5 to 8."""

    resolution: _Numbered = "{n}"
    resolution_of: _OfOrgan = "{organ} {n}"
    decision: _Numbered = "{n}"
    decision_of: _OfOrgan = "{organ} {n}"
    article: _Numbered = "{n}"
    articles: _Several = "{n}–{to}"
    rule: _Numbered = "{n}"
    rules: _Several = "{n}–{to}"
    annex: _Numbered = "{n}"
    annexes: _Several = "{n}–{to}"
    paragraph: _Numbered = "{n}"
    paragraphs: _Several = "{n}–{to}"
    target: _Numbered = "{n}"
    indicator: _Numbered = "{n}"
    point: Annotated[str, all_fields("number", "point")] = "{number} ({point})"
    inner: Annotated[str, AfterValidator(_both_parts)] = Field(
        default="{outer}, {inner}", description="a paragraph of an article; {outer_gen} is its form gen"
    )
    symbol_part: Annotated[str, all_fields("symbol", "part")] = "{symbol}, {part}"
    percents: _Spread = "{low}–{high}"
    amounts: _Spread = "{low}–{high}"
    years: _Spread = "{low}–{high}"
    times: _Spread = "{low}–{high}"
    fiscal_year: Annotated[Forms, some_fields("y1", "y2", "yy2")] = "{y1}/{yy2}"
    rate: Annotated[Forms, all_fields("n", "per")] = "{n}/{per}"
    ratio: Annotated[Forms, all_fields("first", "second")] = "{first}:{second}"
    age: _Age = "{n}"
    ages: _Age = "{low}–{high}"
    time: _Clock = "{h}:{mm}"
    hour: _Clock = "{h}:{mm}"
    halves: tuple[str, str] = ("", "")
    noon: str = Field(default="", description="the words for twelve o’clock at noon, where no figure stands")
    organs: dict[str, str] = Field(default={}, description="organs as they stand beside their resolutions, by id")


PLURAL_PATTERNS = {"article": "articles", "rule": "rules", "annex": "annexes", "paragraph": "paragraphs"}
"""The patterns of several by the pattern of one."""


def named_forms(forms: Forms) -> Iterator[tuple[str, str]]:
    """The patterns by their forms, the default one first, under an empty name."""
    if isinstance(forms, str):
        yield "", forms
    else:
        for form in sorted(forms, key=lambda each: each != "default"):
            yield "" if form == "default" else form, forms[form]
