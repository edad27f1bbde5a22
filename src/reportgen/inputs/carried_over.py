"""What a report took over from an earlier one: `inputs/<slug>/carried-over.yaml`, as reportgen new --from wrote it."""

from __future__ import annotations

from reportgen.inputs.terms import TERMS
from reportgen.located import read
from reportgen.located.validate import validated
from reportgen.model.carried_over import CarriedOver
from reportgen.workspace import Workspace

CARRIED_OVER = "carried-over.yaml"


def load_carried_over(workspace: Workspace, slug: str) -> CarriedOver | None:
    """What is to be confirmed in a report; None where nothing was taken over. An `InputError` where it is wrong."""
    path = workspace.find("inputs", slug, CARRIED_OVER)
    return validated(CarriedOver, read(workspace, path), TERMS) if path else None
