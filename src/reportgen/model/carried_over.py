"""What a report took over from an earlier one and nobody has confirmed yet: `inputs/<slug>/carried-over.yaml`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from reportgen.model.cells import Cell
from reportgen.model.facts import Facts
from reportgen.model.symbol import SymbolText
from reportgen.model.written import Id, Written

MastheadLine = Literal["symbol", "session", "meeting", "agenda", "joint"]
"""The lines above the text that are others every year; dates and job numbers are taken out, and asked for anew."""


class CarriedOver(Written):
    """The values that came from an earlier report, or were moved on by a year, in the place where they stand.

    A value that the report no longer has is confirmed by that: somebody wrote another one.
    """

    report: Annotated[str, Field(description="the folder of the earlier report under inputs/")]
    symbol: Annotated[SymbolText, Field(description="its symbol")] = ""
    masthead: dict[MastheadLine, Any] = {}
    report_facts: Facts = {}
    facts: dict[Id, Facts] = {}
    tables: dict[Id, tuple[tuple[Cell, ...], ...]] = {}
