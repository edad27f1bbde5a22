"""Facts that are cited by a number: resolutions and decisions, articles of an instrument, targets and indicators."""

from __future__ import annotations

from typing import Any, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from reportgen import facts
from reportgen.facts.cited import NUMBERS, annex_number
from reportgen.located import WrittenFloat
from reportgen.model.written_fact import CITED_KINDS, WrittenFact


class CitedFact(WrittenFact):
    """`{resolution: 72/162, organ: general-assembly}`, `{article: 33, para: 2, point: a}`, `{target: "10.2"}`."""

    kind: str
    number: str
    to: str = Field(default="", description="the last of several articles, rules, annexes or paragraphs")
    para: str = Field(default="", description="the paragraph of an article, rule or annex")
    point: str = Field(default="", pattern="^[a-z]?$", description="the point of the paragraph: a")
    organ: str = Field(default="", description="whose resolution or decision it is: general-assembly")

    @property
    def value(self) -> facts.Cited:
        kind: Any = self.kind
        return facts.Cited(kind, self.number, self.to, self.para, self.point, self.organ)

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, data: Any) -> Any:
        kind = next((key for key in data if key in CITED_KINDS), None) if isinstance(data, dict) else None
        if kind is None:
            return data
        rest = {key: value for key, value in data.items() if key != kind}
        texts = {key: _text(rest.pop(key)) for key in ("to", "para", "point", "organ") if key in rest}
        return {**rest, **texts, "kind": kind, "number": _text(data[kind])}

    @model_validator(mode="after")
    def _as_it_is_numbered(self) -> Self:
        pattern, example = NUMBERS[self.kind]
        for text in filter(None, (self.number, self.to)):
            if not pattern.fullmatch(text):
                context = {"kind": self.kind, "text": text, "hint": f"such as {{{self.kind}: {example}}}"}
                raise PydanticCustomError("cited", "'{text}' is no number of a {kind}", context)
        taken = KEYS_OF_CITED[self.kind]
        for key in ("to", "para", "point", "organ"):
            if getattr(self, key) and key not in taken:
                context = {"kind": self.kind, "key": key, "hint": f"take '{key}' out"}
                raise PydanticCustomError("cited", "a {kind} has no '{key}'", context)
        if self.to and (self.para or self.point or _order(self.number) >= _order(self.to)):
            context = {"hint": "write the first one and the last one, and no paragraph of them"}
            raise PydanticCustomError("cited", "'to' is the last one of several", context)
        return self


_INSTRUMENT = ("to", "para", "point")
KEYS_OF_CITED: dict[str, tuple[str, ...]] = {
    "resolution": ("organ",), "decision": ("organ",), "article": _INSTRUMENT, "rule": _INSTRUMENT,
    "annex": _INSTRUMENT, "paragraph": ("to", "point"),
    "target": (), "indicator": (),
}  # fmt: skip


def _text(value: Any) -> str:
    # 10.20 is another target than 10.2, and a float has lost its nought.
    return value.written if isinstance(value, WrittenFloat) else "" if value is None else str(value)


def _order(number: str) -> int:
    return annex_number(number) or 0
