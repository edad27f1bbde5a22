from __future__ import annotations

import random
from collections.abc import Hashable

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reportgen.alignment import CommonBlock, long_blocks, moved_runs
from reportgen.alignment import long as long_module


def is_end(key: Hashable) -> bool:
    return key == "."


def test_sentences_that_match_cut_a_text() -> None:
    old, new = "ab.cd.ef.", "ab.xd.ef."
    assert long_blocks(old, new, is_end) == [CommonBlock(0, 0, 3), CommonBlock(4, 4, 2), CommonBlock(6, 6, 3)]


def test_a_sentence_that_moved_is_found_by_itself() -> None:
    old, new = "ab.cd.ef.", "cd.ef.ab."
    blocks = long_blocks(old, new, is_end)
    assert blocks == [CommonBlock(3, 0, 3), CommonBlock(6, 3, 3)]
    assert moved_runs(old, new, blocks, is_end) == [CommonBlock(0, 6, 3)]


def test_a_sentence_that_stands_twice_is_no_anchor() -> None:
    assert moved_runs("ab.ab.", "cd.ab.", [], is_end) == []


@given(some.text("ab.", max_size=30), some.text("ab.", max_size=30))
def test_blocks_are_equal_stand_in_order_and_do_not_overlap(old: str, new: str) -> None:
    at_old = at_new = 0
    for block in long_blocks(old, new, is_end):
        assert old[block.old : block.old + block.length] == new[block.new : block.new + block.length]
        assert block.old >= at_old
        assert block.new >= at_new
        at_old, at_new = block.old + block.length, block.new + block.length


def test_what_is_long_between_sentences_is_compared_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_module, "LONG", 5)
    old, new = "abcdefgh", "abxdefyh"
    assert sum(block.length for block in long_blocks(old, new, is_end)) == 6


def test_a_long_text_is_compared_sentence_by_sentence() -> None:
    chance = random.Random(1)
    words = [f"w{chance.randrange(500)}" if index % 20 else "." for index in range(40_000)]
    new = list(words)
    for index in range(0, 40_000, 400):
        new[index + 1] = "new"
    compared: list[int] = []

    class Counted(str):
        def __eq__(self, other: object) -> bool:
            compared.append(1)
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    blocks = long_blocks([Counted(word) for word in words], new, is_end)
    assert sum(block.length for block in blocks) == 40_000 - 100
    # Item by item it would be 1,600,000,000.
    assert len(compared) < 2_000_000
