"""The base of all models: they remember where in a file each field was written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    GetCoreSchemaHandler,
    ModelWrapValidatorHandler,
    model_validator,
)
from pydantic_core import PydanticCustomError, core_schema

from reportgen.errors import Position
from reportgen.located import LocatedDict, LocatedStr, Origin
from reportgen.record import record

Id = Annotated[
    str,
    Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40, description="lower-case words joined by hyphens"),
]
LanguageTag = Annotated[str, Field(pattern="^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
OwnerId = Annotated[Id, Field(max_length=30, description="up to 30 characters, since its parts have ids made of it")]
"""The id of a block whose parts have ids made from it (t/12-3); Word's bookmarks have at most 40 characters."""

FactName = Annotated[
    str, Field(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$", description="lower-case words joined by underscores")
]


_NOWHERE: Mapping[str, Origin] = {}


class Written(BaseModel):
    """A mapping of an input file."""

    # A slot, since private attributes of Pydantic would be a dictionary for each mapping of a long report.
    __slots__ = ("_origins",)

    # A misspelt key must be an error: ignored, it would silently lose what the author wrote.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_origins(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        # A wrap validator sees the data with its places; the finished model holds plain values only.
        model = handler(data)
        if isinstance(data, LocatedDict):
            object.__setattr__(model, "_origins", data.values_at)
        return model

    def changed(self, **fields: Any) -> Self:
        """The same with other values in some fields, which are not validated; the places of all others stay."""
        model = self.model_copy(update=fields)
        object.__setattr__(model, "_origins", self.origins)
        return model

    @property
    def origins(self) -> Mapping[str, Origin]:
        """Where the values of the fields stand; empty for a model that was not read from a file."""
        return getattr(self, "_origins", _NOWHERE)

    def position(self, field: str = "id") -> Position | None:
        """Where the value of a field stands; none for a model that was not read from a file."""
        origin = self.origins.get(field)
        return origin.position if origin else None


@record
class Wording:
    """A piece of wording as it was written, and where."""

    text: str
    origin: Origin | None = None

    def position(self, offset: int = 0) -> Position | None:
        """The place of one character; none for wording that was not read from a file."""
        return self.origin.within(self.text, offset) if self.origin else None

    @classmethod
    def _validate(cls, value: Any) -> Wording:
        if isinstance(value, Wording):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("wording", "Input should be a text")
        # A folded block ends with a line break that no author means.
        text = value.strip()
        if not text:
            raise PydanticCustomError("empty", "Input should be a text that is not empty")
        return cls(text, value.origin if isinstance(value, LocatedStr) else None)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.plain_serializer_function_ser_schema(lambda wording: wording.text)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: core_schema.CoreSchema, handler: Any) -> dict[str, Any]:
        return {"type": "string", "minLength": 1, "description": "wording, with {{ placeholders }}"}


def text_or(tag: str) -> Discriminator:
    """A discriminator between a mapping, with this tag, and a text."""
    return Discriminator(lambda data: tag if isinstance(data, dict | Written) else "<text>")
