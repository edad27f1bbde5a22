"""Facts that are computed from others: `{sum: table-2/expenditure}`, `{share: a, whole: b, places: 1}`.

An operand is the name of a fact, `block/fact`, `section/fact`, `table/column` or `table/row/column`.
"""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Field, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from reportgen.computed import OPERATIONS, Arithmetic
from reportgen.facts import NAME_KINDS, Value
from reportgen.model.written_fact import WrittenFact

COUNTRIES = "countries"
"""What `distinct` counts beside the kinds of names: places that are countries."""

DISTINCT = (*NAME_KINDS.values(), COUNTRIES)


class ComputedFact(WrittenFact):
    """`{sum: [a, b]}`, `{difference: [a, b]}`, `{mean: table/column}`, `{share: part, whole: all}`,
    `{change: [before, after]}`, `{rank: one, among: [others]}`, `{distinct: places, in: [africa, asia]}`."""

    # The value, which is worked out once all facts of the report are there.
    __slots__ = ("_found",)

    operation: Arithmetic
    operands: Annotated[tuple[str, ...], Field(min_length=1)]
    whole: str = Field(default="", description="what a share is of")
    among: tuple[str, ...] = Field(default=(), description="what is ranked beside it")
    sections: tuple[str, ...] = Field(default=(), description="'in': the sections whose facts are counted or added up")
    places: StrictInt | None = Field(default=None, ge=-12, le=12, description="decimals that are kept, half goes up")
    currency: str | None = Field(default=None, pattern="^[A-Z]{3}$", description="of the numbers of a table")
    series: str = Field(default="", description="counts of one series are all in figures where one of them is")
    times: StrictInt = Field(default=1, ge=1, description="what the numbers of a table are in: 1000 for thousands")

    @property
    def value(self) -> Value:
        """The computed value; an `AssertionError` before the report was loaded as a whole."""
        found: Value | None = getattr(self, "_found", None)
        assert found is not None, "computed by inputs.load"
        return found

    def find(self, value: Value) -> None:
        """Take the value that was worked out."""
        object.__setattr__(self, "_found", value)

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, data: Any) -> Any:
        operation = next((key for key in data if key in OPERATIONS), None) if isinstance(data, dict) else None
        if operation is None:
            return data
        rest = {key: value for key, value in data.items() if key not in (operation, "in")}
        if "among" in rest:
            rest["among"] = _names(rest["among"])
        if "in" in data:
            rest["sections"] = _names(data["in"])
        return {**rest, "operation": operation, "operands": _names(data[operation])}

    @model_validator(mode="after")
    def _as_many_operands_as_it_needs(self) -> Self:
        for key, operations in KEYS_OF_OPERATIONS.items():
            if bool(getattr(self, key)) and self.operation not in operations:
                written = "in" if key == "sections" else key
                context = {"operation": self.operation, "key": written, "hint": f"take '{written}' out"}
                raise PydanticCustomError("computed", "a {operation} has no '{key}'", context)
        number, key, wanted, example = _WANTED.get(self.operation, (len(self.operands), "", "", ""))
        known = self.operation != "distinct" or self.operands[0] in DISTINCT
        many = self.operation == "difference" and len(self.operands) > number
        if (len(self.operands) != number and not many) or (key and not getattr(self, key)) or not known:
            context = {"operation": self.operation, "wanted": wanted, "hint": f"such as {example}"}
            raise PydanticCustomError("computed", "a {operation} takes {wanted}", context)
        return self


KEYS_OF_OPERATIONS = {
    "whole": ("share",),
    "among": ("rank",),
    "sections": ("distinct", "sum", "mean"),
    "places": ("sum", "difference", "share", "change", "mean"),
}
_WANTED: dict[str, tuple[int, str, str, str]] = {
    "difference": (2, "", "two operands or more", "{difference: [after, before]}"),
    "change": (2, "", "two operands", "{change: [before, after]}"),
    "share": (1, "whole", "one operand and its whole", "{share: a, whole: b}"),
    "rank": (1, "among", "one operand, and those it is among", "{rank: a, among: [b, c]}"),
    "distinct": (1, "", f"one of: {', '.join(DISTINCT)}", "{distinct: countries, in: [africa]}"),
}
"""How many operands an operation has, and what else; how messages say it, with an example."""


def _names(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


class ProvedFact(WrittenFact):
    """A fact whose value may be proved: `{count: 50, qualifier: more_than, computed: {distinct: countries}}`."""

    computed: ComputedFact | None = Field(default=None, description="what proves the value, within its qualifier")
