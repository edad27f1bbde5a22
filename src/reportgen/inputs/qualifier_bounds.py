"""The bounds of qualifiers from templates/qualifiers.yaml; the user's file goes before the installed one."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, RootModel, StrictBool

from reportgen.computed.bounds import Bounds, BoundsByQualifier
from reportgen.facts import Qualifier
from reportgen.located import read
from reportgen.located.validate import Terms, validated
from reportgen.model.numbers import ExactNumber
from reportgen.workspace import Workspace


class WrittenBounds(BaseModel):
    """The bounds of one qualifier as the file has them."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    above: ExactNumber | None = None
    least: ExactNumber | None = None
    below: ExactNumber | None = None
    most: ExactNumber | None = None
    below_next_round: StrictBool = False


def qualifier_bounds(workspace: Workspace) -> BoundsByQualifier:
    """The bounds by qualifier; those that the file leaves out bound nothing."""
    return workspace.once(("qualifiers",), lambda: _read(workspace))


def _read(workspace: Workspace) -> BoundsByQualifier:
    path = workspace.find("templates", "qualifiers.yaml")
    if path is None:
        return {}
    found = validated(RootModel[dict[Qualifier, WrittenBounds]], read(workspace, path), Terms(file="qualifiers"))
    return {name: _bounds(each) for name, each in found.root.items()}


def _bounds(written: WrittenBounds) -> Bounds:
    return Bounds(written.above, written.least, written.below, written.most, written.below_next_round)
