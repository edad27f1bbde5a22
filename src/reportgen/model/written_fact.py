"""What every fact has that an author writes, and the keys that name the kinds of facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from pydantic import Field

from reportgen import facts
from reportgen.computed import OPERATIONS
from reportgen.errors import Position
from reportgen.facts import NAME_KINDS, CitableKind
from reportgen.model.written import FactName, Written

PLURALS = {plural: kind for kind, plural in NAME_KINDS.items()}
"""The kinds of names by the keys of their lists."""

_USUAL = ("count", "range", "ordinal", "percent", "money", "year", "date", "period", "symbol")
_FURTHER = ("number", "fiscal_year", "rate", "ratio", "age", "time")
CITED_KINDS: tuple[str, ...] = get_args(CitableKind)
FACT_KINDS = (*_USUAL, *NAME_KINDS, *PLURALS, *_FURTHER, *CITED_KINDS, *OPERATIONS)
"""All keys that name the kind of a fact, the most usual ones first."""


def kinds_in(data: Mapping[str, Any]) -> list[str]:
    """The keys of a fact that name a kind; the places of a computed one are its decimals."""
    found = [key for key in data if key in FACT_KINDS]
    return [key for key in found if key != "places"] if any(key in OPERATIONS for key in found) else found


class WrittenFact(Written):
    """The fields that every kind of fact may have beside its value."""

    of: str = Field(default="", description="what the figure counts, for translators")
    inside: FactName | None = Field(default=None, description="printed only inside the name that this fact prints")

    @property
    def value(self) -> facts.Value:
        """The fact's value, without its place in a file."""
        raise NotImplementedError

    def place_of_value(self) -> Position | None:
        """The place of the value in the file."""
        origin = next((self.origins[key] for key in (*OPERATIONS, *FACT_KINDS) if key in self.origins), None)
        return origin.position if origin else None
