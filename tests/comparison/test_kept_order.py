from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.comparison.kept_order import unmoved


def heaviest(places: list[int], weights: list[int]) -> int:
    """The same by trying all."""
    best = 0
    for size in range(len(places) + 1):
        for chosen in combinations(range(len(places)), size):
            if all(places[one] < places[other] for one, other in pairwise(chosen)):
                best = max(best, sum(weights[index] for index in chosen))
    return best


@pytest.mark.parametrize(
    ("places", "kept"),
    [
        ([], set()),
        ([0, 1, 2], {0, 1, 2}),
        ([3, 0, 1, 2], {1, 2, 3}),
        ([1, 2, 3, 0], {0, 1, 2}),
        ([0, 3, 2, 1, 4], {0, 2, 4}),
    ],
)
def test_as_many_as_can_be_stay(places: list[int], kept: set[int]) -> None:
    weights = [3 if place == index else 2 for index, place in enumerate(places)]
    assert unmoved(places, weights) == kept


@given(st.permutations(range(9)), st.lists(st.integers(1, 5), min_size=9, max_size=9))
def test_no_other_choice_is_heavier(places: list[int], weights: list[int]) -> None:
    kept = sorted(unmoved(places, weights))
    assert [places[index] for index in kept] == sorted(places[index] for index in kept)
    assert sum(weights[index] for index in kept) == heaviest(places, weights)


@given(st.lists(st.integers(0, 500), unique=True))
def test_places_may_have_gaps(places: list[int]) -> None:
    kept = sorted(unmoved(places, [1] * len(places)))
    assert [places[index] for index in kept] == sorted(places[index] for index in kept)
