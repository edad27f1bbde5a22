"""Blocks that two sequences share: the longest first, then those beside it; and blocks that changed their place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from reportgen.record import record

Keys = Sequence[Hashable]


@record
class CommonBlock:
    """The same items from `old` on in one sequence and from `new` on in the other, `length` of them."""

    old: int
    new: int
    length: int

    @property
    def pairs(self) -> Iterator[tuple[int, int]]:
        """Each item's place on both sides."""
        return ((self.old + step, self.new + step) for step in range(self.length))


def common_blocks(old: Keys, new: Keys) -> list[CommonBlock]:
    """The blocks that both share in the same order: the longest, and then on either side of it the longest again."""
    found = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return [CommonBlock(each.a, each.b, each.size) for each in found if each.size]


def moved_blocks(
    old: Keys, new: Keys, matched: Sequence[CommonBlock], counts: Callable[[Hashable], bool], least: int
) -> list[CommonBlock]:
    """Further blocks among what is left, wherever they stand, the longest first.

    A block has moved only with `least` items that count of its own: a single item proves nothing.
    """
    left_old, places_old = _left(old, [(block.old, block.length) for block in matched], "old")
    left_new, places_new = _left(new, [(block.new, block.length) for block in matched], "new")
    found: list[CommonBlock] = []
    while left_old and left_new:
        round_of = [
            block
            for block in SequenceMatcher(None, left_old, left_new, autojunk=False).get_matching_blocks()
            if sum(map(counts, left_old[block.a : block.a + block.size])) >= least
        ]
        if not round_of:
            break
        for block in round_of:
            found.append(CommonBlock(places_old[block.a], places_new[block.b], block.size))
            # Taken items become unequal to all others, so that no later block reaches over them.
            for step in range(block.size):
                left_old[block.a + step] = ("taken", "old", block.a + step)
                left_new[block.b + step] = ("taken", "new", block.b + step)
    return found


def _left(keys: Keys, taken: Sequence[tuple[int, int]], side: str) -> tuple[list[Hashable], list[int]]:
    """The items that are not taken, with their places; between two runs stands an item that is like no other."""
    left: list[Hashable] = []
    places: list[int] = []
    edges = [0, *(edge for start, length in sorted(taken) for edge in (start, start + length)), len(keys)]
    for start, end in list(pairwise(edges))[::2]:
        left += [*keys[start:end], ("between", side, end)]
        places += [*range(start, end), -1]
    return left, places
