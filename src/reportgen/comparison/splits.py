"""Blocks that were split in two or merged into one, told from the words they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from reportgen.comparison.fingerprints import Fingerprint
from reportgen.comparison.sides import Piece
from reportgen.record import field, record

PART = 0.75
"""The share of the words of a part that must stand in the whole; a split is seldom made without small edits."""

COVERED = 0.8
"""The share of the words of the whole that its parts must have together."""

# Who splits a paragraph leaves both parts near each other; subparagraphs or a table may stand between.
_REACH = 3
_LONGEST, _SHORT = 2_000, 100
"""Longer texts are compared by their words; whether a part of so many letters stands in the whole, too."""


@record
class Relations:
    """`split`: index of an inserted block to that of the old one it was cut from; `merged`: index of a deleted block
    to that of the new one that took its text."""

    split: dict[int, int] = field(default_factory=dict)
    merged: dict[int, int] = field(default_factory=dict)


def find_relations(old: Sequence[Piece], new: Sequence[Piece], olds: Mapping[int, int]) -> Relations:
    """The splits and mergers among inserted and deleted blocks; `olds` gives the old index of each paired one.

    Only neighbours are looked at.
    """
    news = {before: after for after, before in olds.items()}
    found = Relations()
    for index in range(len(new)):
        if index not in olds:
            source = _source(old, new, olds, index)
            if source is not None:
                found.split[index] = source
    for index in range(len(old)):
        if index not in news:
            # A merger is a split with the sides exchanged.
            target = _source(new, old, news, index)
            if target is not None:
                found.merged[index] = target
    return found


def _source(wholes: Sequence[Piece], parts: Sequence[Piece], known: Mapping[int, int], index: int) -> int | None:
    """The index of the whole from which a part without partner was cut: a neighbour's, which lost just these words."""
    for neighbour in _neighbours(parts, known, index):
        whole = wholes[known[neighbour]]
        if _is_cut(whole, parts[neighbour], parts[index]):
            return known[neighbour]
    return None


def _neighbours(parts: Sequence[Piece], known: Mapping[int, int], index: int) -> Iterator[int]:
    """The nearest pieces before and behind that have a partner."""
    for way in (
        range(index - 1, max(index - 1 - _REACH, -1), -1),
        range(index + 1, min(index + 1 + _REACH, len(parts))),
    ):
        near = next((each for each in way if each in known), None)
        if near is not None:
            yield near


def _is_cut(whole: Piece, kept: Piece, part: Piece) -> bool:
    """Whether the whole is about what was kept and the part together."""
    if part.kind in ("note", "heading") and part.kind != whole.kind:
        return False
    if whole.text and kept.text and part.text:
        if not _can_be_cut(len(whole.text), len(kept.text), len(part.text)):
            return False
        if len(whole.text) <= _LONGEST:
            return _is_cut_text(whole.text, kept.text, part.text)
    all_of_it, rest, piece = whole.fingerprint(), kept.fingerprint(), part.fingerprint()
    return (
        # The last line asks that the neighbour really lost something; the first, that the part is not just a
        # repetition of it.
        piece.within(rest) < PART <= piece.within(all_of_it)
        and rest.within(all_of_it) >= PART
        and all_of_it.within(rest, piece) >= COVERED
        and all_of_it.within(rest) < 1
    )


def _is_cut_text(whole: str, kept: str, part: str) -> bool:
    """The same for whole texts, letter by letter; what costs least is asked first."""
    covered = 100 * COVERED
    both = f"{kept} {part}", f"{part} {kept}"
    return (
        # The part that kept the old id may be the first or the second.
        max(fuzz.ratio(each, whole, score_cutoff=covered) for each in both) >= covered
        and _stands_in(part, whole)
        and _stands_in(kept, whole)
    )


def _stands_in(part: str, whole: str) -> bool:
    if len(part) > _SHORT:
        return Fingerprint.of(part).within(Fingerprint.of(whole)) >= PART
    return fuzz.partial_ratio(part, whole, score_cutoff=100 * PART) >= 100 * PART


def _can_be_cut(whole: int, kept: int, part: int) -> bool:
    """Whether lengths allow it: both parts are shorter, and together near enough to the whole to cover it."""
    both = kept + part + 1
    return kept < whole and part < whole and 2 * min(both, whole) >= COVERED * (both + whole)
