"""Whether what is said with a qualifier holds for the exact number, by the bounds in templates/qualifiers.yaml."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reportgen.computed.bounds import next_round
from reportgen.facts import Qualifier
from reportgen.inputs.qualifier_bounds import qualifier_bounds
from reportgen.workspace import Workspace


@pytest.mark.parametrize(
    ("qualifier", "said", "holds", "fails"),
    [
        ("more_than", 50, (51, 59), (50, 60, 49)),
        ("more_than", 100, (101, 199), (100, 200)),
        ("at_least", 75, (75, 79), (74, 80)),
        ("up_to", 100, (90, 100), (89, 101)),
        ("about", 100, (95, 100, 105), (94, 106)),
        ("nearly", 100, (95, 99), (94, 100, 101)),
    ],
)
def test_bounds(qualifier: Qualifier, said: int, holds: tuple[int, ...], fails: tuple[int, ...]) -> None:
    bounds = qualifier_bounds(Workspace.at())[qualifier]
    assert [bounds.hold(Fraction(said), Fraction(exact)) for exact in (*holds, *fails)] == [
        *(True for _ in holds), *(False for _ in fails),
    ]  # fmt: skip


def test_almost_doubled() -> None:
    bounds = qualifier_bounds(Workspace.at())["nearly"]
    found = [bounds.hold(Fraction(2), Fraction(exact)) for exact in ("1.89", "1.9", "1.99", "2")]
    assert found == [False, True, True, False]


@pytest.mark.parametrize(
    ("number", "following"),
    [(50, 60), (60, 70), (100, 200), (75, 80), (150, 200), (7, 8), (1250, 1300), (1000, 2000), (0, 1)],
)
def test_the_next_round_number(number: int, following: int) -> None:
    assert next_round(Fraction(number)) == following
