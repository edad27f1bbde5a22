"""How a report stands to its ledger: what frozen and issued languages may not change, and what was accepted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from reportgen.comparison.difference import Difference
from reportgen.errors import Position
from reportgen.record import field, record
from reportgen.tree.path import Path

State = Literal["draft", "frozen", "issued"]


@record
class Unmade:
    """A change that was accepted but is not in the report."""

    id: str
    change: str
    why: str
    position: Position | None = field(default=None, compare=False)


@record
class Standing:
    """How a report stands to the edition that some of its languages are held to.

    `accepted` gives the reason of a change by its key; `refused` are the keys of changes in frozen languages that
    nobody accepted; `issued` are, by language, the keys of changes that an issued language may not have.
    """

    edition: int
    states: Mapping[str, State]
    differences: tuple[Difference, ...]
    accepted: Mapping[str, str]
    refused: frozenset[str]
    issued: Mapping[str, frozenset[str]]
    unmade: tuple[Unmade, ...] = ()

    def unexplained(self) -> list[Difference]:
        """Blocks with another number although no block was inserted, deleted or moved."""
        if any(each.structural for each in self.differences):
            return []
        return [each for each in self.differences if each.place == "renumbered"]

    def is_clean(self) -> bool:
        """Whether every change is allowed."""
        return not (self.refused or any(self.issued.values()) or self.unmade or self.unexplained())


@record
class Audit:
    """How a report stands to its ledger.

    `superseded` is the last edition's symbol where the report now has another one. `bis`: no number ever moves;
    `retired` are the numbers, as (kind, path), that were in use and must stay empty.
    """

    standings: tuple[Standing, ...]
    superseded: str = ""
    bis: bool = False
    retired: frozenset[tuple[str, Path]] = frozenset()
