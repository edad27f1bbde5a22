"""Which items stayed and which moved: the heaviest increasing subsequence, in n log n."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Best = tuple[int, int]


def unmoved(places: Sequence[int], weights: Sequence[int]) -> frozenset[int]:
    """The indexes of those that kept their order, as many as can be by weight.

    `places` are where the items stood before, in the order in which they stand now. Items that are not kept were moved;
    they are as few as possible.
    """
    # Nearly every comparison ends here: nothing moved.
    if all(before < after for before, after in pairwise(places)):
        return frozenset(range(len(places)))
    tree = _Tree(max(places, default=-1) + 1)
    before: list[int] = []
    for index, (place, weight) in enumerate(zip(places, weights, strict=True)):
        total, previous = tree.best_below(place)
        before.append(previous)
        tree.raise_to(place, (total + weight, index))
    _, index = tree.best_below(len(tree.nodes))
    kept = set()
    while index >= 0:
        kept.add(index)
        index = before[index]
    return frozenset(kept)


class _Tree:
    """A Fenwick tree of the best total below each place, with the index of the item that reaches it."""

    def __init__(self, size: int) -> None:
        self.nodes: list[Best] = [(0, -1)] * (size + 1)

    def best_below(self, place: int) -> Best:
        best: Best = (0, -1)
        node = min(place, len(self.nodes) - 1)
        while node > 0:
            if self.nodes[node][0] > best[0]:
                best = self.nodes[node]
            node -= node & -node
        return best

    def raise_to(self, place: int, value: Best) -> None:
        node = place + 1
        while node < len(self.nodes):
            if value[0] > self.nodes[node][0]:
                self.nodes[node] = value
            node += node & -node
