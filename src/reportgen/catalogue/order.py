"""The order of entries in a catalogue: that of the report, with as few of them moved as possible."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reportgen.catalogue.blocks import EntryBlock


def arranged(
    old: Sequence[EntryBlock], pieces: Mapping[str, EntryBlock], gone: Sequence[EntryBlock]
) -> list[EntryBlock]:
    """The entries of all pieces in their order, between the head and the obsolete ones of the old catalogue.

    Entries already in order keep their place, as do comments and obsolete entries between them; the entries of pieces
    that are `gone` come last. So git shows the entry that moved, and not all others.
    """
    place = {name: index for index, name in enumerate(pieces)}
    there = [block.id for block in old if block.id in pieces and not block.obsolete]
    kept = {there[index] for index in _increasing([place[name] for name in there])}
    followers = _followers(pieces, kept)
    active = {block.id for block in old if not block.obsolete}
    found: list[EntryBlock] = []
    # Pieces without a kept one before them wait for the first entry, so that comments at the head stay above them.
    waiting = followers[""]
    for block in old:
        stays = block.id in kept and not block.obsolete
        is_left = not block.id or (block.obsolete and not (block.id in pieces and block.id not in active))
        if not stays and not is_left:
            continue
        if block.id and waiting is followers[""]:
            found += [pieces[name] for name in waiting]
            waiting = []
        found.append(pieces[block.id] if stays else block)
        found += [pieces[name] for name in followers[block.id]] if stays else []
    found += [pieces[name] for name in waiting]
    return list(_set_off([*found, *gone], old))


def _followers(pieces: Mapping[str, EntryBlock], kept: set[str]) -> dict[str, list[str]]:
    """The pieces to insert behind each one that keeps its place, and ("") behind the head."""
    found: dict[str, list[str]] = {"": []}
    last = ""
    for name in pieces:
        if name in kept:
            last = name
            found[last] = []
        else:
            found[last].append(name)
    return found


def _set_off(blocks: Sequence[EntryBlock], old: Sequence[EntryBlock]) -> Iterator[EntryBlock]:
    """The entries with a blank line between new neighbours and none at the end; old neighbours stay as they were."""
    neighbours = {(before.id, behind.id) for before, behind in pairwise(old) if behind.id}
    for index, block in enumerate(blocks):
        is_last = index == len(blocks) - 1
        behind = "" if is_last else blocks[index + 1].id
        was_last = bool(old) and block.id == old[-1].id
        untouched = (is_last and was_last) or (block.id, behind) in neighbours
        yield block if untouched else block.closed(is_last)


def _increasing(places: Sequence[int]) -> list[int]:
    """The indexes of a longest increasing subsequence (patience sorting, n log n)."""
    tails: list[int] = []
    chosen: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(tails, place)
        tails[length:] = [place]
        chosen[length:] = [index]
        before.append(chosen[length - 1] if length else -1)
    found = []
    index = chosen[-1] if chosen else -1
    while index >= 0:
        found.append(index)
        index = before[index]
    return found[::-1]
