from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from reportgen.alignment import CommonBlock, common_blocks, moved_blocks


def test_the_longest_block_comes_first_and_then_those_beside_it() -> None:
    assert common_blocks("xabcdy", "abcdz") == [CommonBlock(1, 0, 4)]
    assert common_blocks("ab-cd", "ab+cd") == [CommonBlock(0, 0, 2), CommonBlock(3, 3, 2)]


@given(some.text("abc", max_size=20), some.text("abc", max_size=20))
def test_blocks_are_equal_stand_in_order_and_do_not_overlap(old: str, new: str) -> None:
    at_old = at_new = 0
    for block in common_blocks(old, new):
        assert old[block.old : block.old + block.length] == new[block.new : block.new + block.length]
        assert block.old >= at_old
        assert block.new >= at_new
        at_old, at_new = block.old + block.length, block.new + block.length


def test_a_block_has_moved_only_with_enough_of_its_own() -> None:
    old, new = "ab1cd2xyz", "xyz2cd1ab"
    blocks = common_blocks(old, new)
    assert blocks == [CommonBlock(6, 0, 3)]
    moved = moved_blocks(old, new, blocks, str.isalpha, 2)  # type: ignore[arg-type]
    assert moved == [CommonBlock(0, 7, 2), CommonBlock(3, 4, 2)]


@given(some.text("abc", max_size=20), some.text("abc", max_size=20))
def test_moved_blocks_take_no_item_twice(old: str, new: str) -> None:
    blocks = common_blocks(old, new)
    pairs = [pair for block in (*blocks, *moved_blocks(old, new, blocks, lambda _: True, 2)) for pair in block.pairs]
    assert len({one for one, _ in pairs}) == len({other for _, other in pairs}) == len(pairs)
    assert all(old[one] == new[other] for one, other in pairs)
