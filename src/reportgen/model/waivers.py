"""Findings that somebody has looked at and wants to be silent about, as long as the text stays the same."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictInt

from reportgen.model.written import Written

RuleCode = Annotated[str, Field(pattern=r"^RG\d{3}$", description="the code of a rule, such as RG211")]
RuleSeverity = Literal["error", "warning", "note"]


class Waiver(Written):
    """One rule is silent about one text of one language; `text` begins the SHA-256 of its wording."""

    rule: RuleCode
    id: Annotated[str, Field(min_length=1, description="the id of the piece: a paragraph, a note, a cell (t/1-2)")]
    language: Annotated[str, Field(min_length=2)]
    text: Annotated[str, Field(pattern=r"^[0-9a-f]{12,64}$", description="as reportgen check --format json has it")]
    why: Annotated[str, Field(min_length=1)]


class WrittenRequirement(Written):
    """How far translations have to be before build --final writes them."""

    require: Literal["translated", "reviewed", "final"] = "translated"


class LengthWaiver(Written):
    """More words than a report may have, as they were granted."""

    words: Annotated[StrictInt, Field(ge=1)]
    why: Annotated[str, Field(min_length=1, description="who granted it, and when")]
