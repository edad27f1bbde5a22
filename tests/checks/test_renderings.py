"""Runs of words that stand in many texts: those that are left out unmade could not have been among them."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from reportgen.checks.versions.renderings import common_grams

WORDS = ("states", "member", "the", "cooperation", "prison", "reform", "of", "training", "officers")
SIGNS = "会员国监狱改革合作的"


def every_run(text: str) -> set[tuple[str, ...]]:
    """All runs of a text, however rare: of stems, or of signs in Chinese."""
    if text[:1] in SIGNS:
        return {(text[at : at + size],) for size in range(2, 9) for at in range(len(text) - size + 1)}
    stems = [word[:5] for word in text.split()]
    return {tuple(stems[at : at + size]) for size in range(1, 5) for at in range(len(stems) - size + 1)}


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("is_chinese", [False, True])
def test_no_common_run_is_missed(seed: int, is_chinese: bool) -> None:
    chance = random.Random(seed)
    units, joint = (SIGNS, "") if is_chinese else (WORDS, " ")
    texts = {str(number): joint.join(chance.choices(units, k=chance.randrange(1, 30))) for number in range(12)}
    runs = {name: every_run(text) for name, text in texts.items()}
    counted = Counter(run for each in runs.values() for run in each)
    common = {run for run, count in counted.items() if count >= 3}
    assert common
    assert common_grams(texts, 3) == {name: each & common for name, each in runs.items()}
