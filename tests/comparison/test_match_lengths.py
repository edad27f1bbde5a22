from __future__ import annotations

import pytest

from reportgen.comparison.match_lengths import aligned
from reportgen.comparison.sides import Piece


def pieces(*rows: tuple[str, int]) -> list[Piece]:
    """Pieces of a kind with texts of so many letters, numbered from 1."""
    return [Piece("", kind, (number,), "x" * length) for number, (kind, length) in enumerate(rows, 1)]


HEAD, SHORT, LONG = ("heading", 20), ("paragraph", 100), ("paragraph", 400)


@pytest.mark.parametrize("comparable", [True, False])
def test_the_same_kinds_are_paired_in_order(comparable: bool) -> None:
    assert aligned(pieces(HEAD, LONG), pieces(HEAD, SHORT), comparable) == [(0, 0), (1, 1)]


def test_unlike_texts_of_one_language_are_not_paired() -> None:
    assert aligned(pieces(LONG, LONG), pieces(LONG), comparable=True) == []


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([SHORT, LONG, SHORT], [("paragraph", 130), ("paragraph", 520)], [(0, 0), (1, 1)]),
        ([SHORT, LONG], [LONG], [(1, 0)]),
        ([LONG], [HEAD, LONG, HEAD], [(0, 1)]),
        ([HEAD, LONG], [LONG, LONG], [(1, 1)]),
    ],
)
def test_two_languages_by_the_lengths_of_their_texts(
    old: list[tuple[str, int]], new: list[tuple[str, int]], pairs: list[tuple[int, int]]
) -> None:
    assert aligned(pieces(*old), pieces(*new), comparable=False) == pairs


def test_very_long_gaps_go_by_number() -> None:
    many = [SHORT] * 600
    assert aligned(pieces(*many), pieces(*many, LONG), comparable=False) == [(index, index) for index in range(600)]
