"""What must be said of a report whose tree was changed: ids by what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportgen.comparison.difference import Difference
from tests.tools.sent_files import placed


@dataclass
class Expected:
    """Ids by what became of them; `named` are those that someone accepts, of `either` one set moved."""

    inserted: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    reworded: set[str] = field(default_factory=set)
    named: tuple[str, ...] = ()
    either: tuple[set[str], ...] = ()
    remarks: dict[str, str] = field(default_factory=dict)


def assert_expected(differences: Sequence[Difference], expected: Expected) -> None:
    """The change is named by its ids, and nothing else is."""
    assert set(placed(differences, "inserted")) == expected.inserted
    assert set(placed(differences, "deleted")) == expected.deleted
    moved = set(placed(differences, "moved"))
    assert moved in (expected.moved, *expected.either) if expected.either else moved == expected.moved
    assert {each.id for each in differences if each.reworded} == expected.reworded
    assert {each.id: each.remark for each in differences if each.remark} == expected.remarks
