"""Long sequences, whose comparison item by item would cost the square of their length: cut where runs of them match."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from reportgen.alignment.blocks import CommonBlock, Keys, common_blocks

LONG = 2_000
"""From how many items on a sequence is long: 2,059 took a tenth of a second, 4,836 a whole one."""

IsEnd = Callable[[Hashable], bool]
_Run = tuple[int, int]


def long_blocks(old: Keys, new: Keys, is_end: IsEnd) -> list[CommonBlock]:
    """The blocks that both share in the same order; `is_end` says which items end a run, such as a sentence.

    Runs that stand once on both sides are found first, and what lies between them is compared by itself. Where that is
    long too, the most items in order are taken instead of the longest blocks.
    """
    anchors = [*_in_order(_same_runs(old, new, is_end)), CommonBlock(len(old), len(new), 0)]
    found: list[CommonBlock] = []
    for before, behind in pairwise([CommonBlock(0, 0, 0), *anchors]):
        first, second = before.old + before.length, before.new + before.length
        inner = _between(old[first : behind.old], new[second : behind.new])
        found += [CommonBlock(each.old + first, each.new + second, each.length) for each in inner]
        found += [behind] if behind.length else []
    return found


def moved_runs(old: Keys, new: Keys, matched: list[CommonBlock], is_end: IsEnd) -> list[CommonBlock]:
    """Runs that stand once on both sides and of which nothing is matched yet."""
    taken_old = {item for block in matched for item in range(block.old, block.old + block.length)}
    taken_new = {item for block in matched for item in range(block.new, block.new + block.length)}
    return [
        block
        for block in _same_runs(old, new, is_end)
        if taken_old.isdisjoint(range(block.old, block.old + block.length))
        if taken_new.isdisjoint(range(block.new, block.new + block.length))
    ]


def _between(old: Keys, new: Keys) -> Iterator[CommonBlock]:
    if max(len(old), len(new)) <= LONG:
        yield from common_blocks(old, new)
        return
    for code in LCSseq.opcodes(old, new):
        if code.tag == "equal":
            yield CommonBlock(code.src_start, code.dest_start, code.src_end - code.src_start)


def _same_runs(old: Keys, new: Keys, is_end: IsEnd) -> list[CommonBlock]:
    """The runs that stand once in either sequence, in the order of the old one."""
    before, now = _once(old, is_end), _once(new, is_end)
    return [CommonBlock(place, now[run], len(run)) for run, place in before.items() if run in now]


def _once(keys: Keys, is_end: IsEnd) -> dict[tuple[Hashable, ...], int]:
    """The runs of a sequence that stand in it once, with where they begin."""
    runs = list(_runs(keys, is_end))
    counts = Counter(tuple(keys[start:end]) for start, end in runs)
    return {tuple(keys[start:end]): start for start, end in runs if counts[tuple(keys[start:end])] == 1}


def _runs(keys: Keys, is_end: IsEnd) -> Iterator[_Run]:
    start = 0
    for index, key in enumerate(keys, 1):
        if is_end(key):
            yield start, index
            start = index
    if start < len(keys):
        yield start, len(keys)


def _in_order(blocks: list[CommonBlock]) -> list[CommonBlock]:
    """The most blocks that stand in the same order on both sides (patience sorting)."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, block in enumerate(blocks):
        at = bisect_left(tails, block.new)
        before.append(last[at - 1] if at else -1)
        tails[at : at + 1], last[at : at + 1] = [block.new], [index]
    chain, index = [], last[-1] if last else -1
    while index >= 0:
        chain.append(blocks[index])
        index = before[index]
    return chain[::-1]
