"""The page of a duty station from templates/pages.yaml; the user's file goes before the installed one."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, RootModel, StrictBool, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from reportgen.errors import InputError, Position, suggestion
from reportgen.located import read
from reportgen.located.validate import Loc, Terms, validated
from reportgen.tree.looks import Page
from reportgen.workspace import Workspace

_MOST = 31680
"""The longest side of a page in Word, in twips: 22 inches."""

Length = Annotated[StrictInt, Field(ge=0, le=_MOST)]
"""A length in twips, 1/20 of a point."""


class WrittenPage(BaseModel):
    """A page as the file has it; its two sides are alike."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    width: Length
    height: Length
    side: Length
    top: Length
    bottom: Length
    header: Length
    footer: Length
    widened: StrictBool = False

    @model_validator(mode="after")
    def _leaves_room_for_text(self) -> Self:
        if self.width - 2 * self.side < _MOST // 10:
            context = {"at": ("side",), "hint": f"the text needs {_MOST // 10} twips"}
            raise PydanticCustomError("margins", "the margins leave too little for the text", context)
        return self


def page_of(workspace: Workspace, duty_station: str) -> Page:
    """The page of a duty station; an `InputError` with its place where a file does not hold a page."""
    return workspace.once(("page", duty_station), lambda: _page_of(workspace, duty_station))


def _page_of(workspace: Workspace, duty_station: str) -> Page:
    for path in workspace.all("templates", "pages.yaml"):
        pages = validated(RootModel[dict[str, WrittenPage]], read(workspace, path), _TERMS).root
        if duty_station in pages:
            return Page(**pages[duty_station].model_dump())
    message = f"there is no page '{duty_station}'"
    raise InputError(message, Position("templates/pages.yaml", 1, 1), "add it, with its lengths in twips")


def _unknown(_: Loc, name: str, position: Position) -> InputError:
    return InputError(f"there is no field '{name}' here", position, suggestion(name, WrittenPage.model_fields))


_TERMS = Terms(
    file="pages",
    sentences=frozenset({"margins"}),
    missing_hints={name: f"add '{name}:', a length in twips (1 mm is 56.7 twips)" for name in WrittenPage.model_fields},
    extra=_unknown,
    hint="docs/looks.md says what stands in templates/pages.yaml",
)
