"""Which piece on one side is which on the other: by id, else by text, else by what languages have in common."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from rapidfuzz import fuzz

from reportgen.comparison.fingerprints import MISSING, Fingerprint
from reportgen.comparison.kept_order import unmoved
from reportgen.comparison.match_lengths import aligned
from reportgen.comparison.match_rows import row_pairs
from reportgen.comparison.sides import Piece
from reportgen.record import record

Found = Literal["id", "text", "number"]

ALIKE, RENAMED, CONTAINED = 60.0, 85.0, 90.0
"""How alike two texts must be to count as one text reworded (rapidfuzz ratio, 0 to 100).

RENAMED holds where an author gave another id: it is higher, since reports say similar things of many countries.
CONTAINED holds for the shorter text inside the longer.
"""

_LONGEST, _SHORT = 2_000, 100
"""Texts above so many letters are compared by their words; whether a text of so many is part of another, too. Letter by
letter that would cost the square of their length, and its cube."""

_FIGURES = re.compile(r"\d{2,}")

# How many rare words are looked up, from how many holders a word is common, how many candidates are scored, and how
# many words a text needs at least. They keep the cost linear: no text is compared with all others.
_PROBES, _COMMON, _CHOICES, _ENOUGH = 12, 12, 4, 10


@record
class PiecePair:
    """The indexes of one block on both sides, and how it was recognised."""

    old: int
    new: int
    found: Found


def match_pieces(old: Sequence[Piece], new: Sequence[Piece], sure: bool) -> list[PiecePair]:
    """The pairs, each piece in one at most, in the order of the new side.

    `sure`: ids are those of an author. Else they are bookmarks, which stay behind where someone pastes another text
    over a paragraph, so an id counts only where the text is like it or nothing else is. Cost grows linearly.
    """
    matcher = _Matcher(old, new)
    # Order matters, surest first: each step only sees what those before it left over.
    matcher.by_rows()
    matcher.by_id(certain=sure)
    matcher.by_digest()
    if matcher.comparable:
        matcher.by_words(*(RENAMED, _ENOUGH) if sure else (ALIKE, 1))
    # Whatever found no better partner by its text keeps that of its bookmark.
    matcher.by_id(certain=True)
    if not sure:
        matcher.by_place()
    return sorted(matcher.pairs, key=lambda pair: pair.new)


def alike(one: Piece, other: Piece, enough: float = 0.0) -> float:
    """How much alike two texts are, 0 to 100; under `enough` any less. Of the ledger's only some words are known."""
    if one.text and other.text and max(len(one.text), len(other.text)) <= _LONGEST:
        return fuzz.ratio(one.text, other.text, score_cutoff=enough)
    return 100 * one.fingerprint().likeness(other.fingerprint())


class _Matcher:
    def __init__(self, old: Sequence[Piece], new: Sequence[Piece]) -> None:
        self.old, self.new = old, new
        self.old_left, self.new_left = dict.fromkeys(range(len(old))), dict.fromkeys(range(len(new)))
        self.pairs: list[PiecePair] = []
        tags = {tag for piece in old for tag in piece.digests}
        self.comparable = any(tag in tags for piece in new for tag in piece.digests)

    def pair(self, old: int, new: int, found: Found) -> None:
        del self.old_left[old], self.new_left[new]
        self.pairs.append(PiecePair(old, new, found))

    def by_rows(self) -> None:
        """Parts of tables, lists and boxes, whose ids only say where they stand."""
        for old, new in row_pairs(self.old, self.new):
            self.pair(old, new, "id")

    def by_id(self, certain: bool) -> None:
        """Pieces with one id; unless that is certain, only where the texts are alike too."""
        # Where a copied paragraph carries its bookmark twice, the first one in reading order wins.
        places = {self.old[index].id: index for index in reversed(self.old_left) if self.old[index].id}
        for index in list(self.new_left):
            found = places.get(self.new[index].id)
            if found in self.old_left and (certain or self._firm(self.old[found], self.new[index])):
                self.pair(found, index, "id")

    def by_digest(self) -> None:
        """Pieces with the same text; where several have it, in reading order."""
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        # Reversed, so that `pop` takes the first in reading order.
        for index in reversed(self.old_left):
            for key in _keys(self.old[index]):
                waiting[key].append(index)
        for index in list(self.new_left):
            for key in _keys(self.new[index]):
                while waiting[key] and waiting[key][-1] not in self.old_left:
                    waiting[key].pop()
                if waiting[key]:
                    self.pair(waiting[key].pop(), index, "text")
                    break

    def by_words(self, enough: float, fewest: int) -> None:
        """Pieces whose texts are alike, the most alike first; only those that share rare words are looked at."""
        scores = sorted(self._scores(enough, fewest), reverse=True)
        for _, old, new in scores:
            if -old in self.old_left and -new in self.new_left:
                self.pair(-old, -new, "text")

    def by_place(self) -> None:
        """What is left between two pairs that follow one another: by kind, figures and length of the text."""
        self._by_figures()
        for olds, news in self._gaps():
            sides = [self.old[index] for index in olds], [self.new[index] for index in news]
            for one, other in aligned(*sides, self.comparable):
                self.pair(olds[one], news[other], "number")

    def _firm(self, old: Piece, new: Piece) -> bool:
        tags = old.digests.keys() & new.digests.keys()
        same = any(not old.digests[tag].reworded(new.digests[tag]) for tag in tags)
        return not tags or same or alike(old, new, ALIKE) >= ALIKE or _contains(old.text, new.text)

    def _scores(self, enough: float, fewest: int) -> Iterator[tuple[float, int, int]]:
        """Score and negated indexes, so that among equals the first in reading order wins."""
        fingerprints = {index: self.old[index].fingerprint() for index in self.old_left}
        fingerprints = {index: each for index, each in fingerprints.items() if len(each.words) >= fewest}
        holders: dict[str, list[int]] = defaultdict(list)
        for index, fingerprint in fingerprints.items():
            for word in fingerprint.words:
                holders[word].append(index)
        for index in self.new_left:
            fingerprint = self.new[index].fingerprint()
            for candidate in _candidates(fingerprint, holders) if len(fingerprint.words) >= fewest else ():
                if _story(self.old[candidate]) == _story(self.new[index]):
                    score = alike(self.old[candidate], self.new[index], enough)
                    if score >= enough:
                        yield score, -candidate, -index

    def _by_figures(self) -> None:
        """Pieces of one kind with the same figures in their texts, where no other has them: true in any language."""
        old, new = (
            self._signatures(left, side) for left, side in ((self.old_left, self.old), (self.new_left, self.new))
        )
        for signature, places in new.items():
            if len(places) == 1 and len(old.get(signature, ())) == 1:
                self.pair(old[signature][0], places[0], "number")

    def _signatures(self, left: dict[int, None], side: Sequence[Piece]) -> dict[Hashable, list[int]]:
        found: dict[Hashable, list[int]] = defaultdict(list)
        for index in left:
            text = side[index].text
            words = _FIGURES.findall(text) if text else filter(str.isdigit, side[index].fingerprint().words)
            figures = sorted(set(words))
            if figures:
                found[side[index].kind, tuple(figures)].append(index)
        return found

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """What is left on both sides between pairs that stand in the same order on both."""
        fixed = _increasing(sorted((pair.new, pair.old) for pair in self.pairs))
        bounds = [(-1, -1), *fixed, (len(self.new), len(self.old))]
        for (new, old), (next_new, next_old) in pairwise(bounds):
            news = [index for index in range(new + 1, next_new) if index in self.new_left]
            olds = [index for index in range(old + 1, next_old) if index in self.old_left]
            if news and olds:
                yield olds, news


def _contains(one: str, other: str) -> bool:
    """Whether the shorter text is a part of the longer one, as after a split or a merger."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) > _SHORT:
        return 100 * Fingerprint.of(shorter).within(Fingerprint.of(longer)) >= CONTAINED
    return bool(shorter) and fuzz.partial_ratio(shorter, longer, score_cutoff=CONTAINED) >= CONTAINED


def _keys(piece: Piece) -> Iterator[Hashable]:
    """The texts of a piece as keys: as printed, and as worded where that is known."""
    for tag, digest in piece.digests.items():
        if digest.printed != MISSING:
            yield tag, _story(piece), digest.printed
            if digest.worded:
                yield tag, _story(piece), "worded", digest.worded


def _story(piece: Piece) -> str:
    """What a piece may be matched with: editing never turns a note, a heading or a cell into another kind of text."""
    return piece.kind if piece.kind in ("note", "heading", "cell", "letter-note", "annex", "appendix") else "text"


def _candidates(fingerprint: Fingerprint, holders: dict[str, list[int]]) -> list[int]:
    """The old pieces that share most of the rarest words."""
    # A word that many pieces have says little and would make every piece a candidate.
    known = sorted((len(holders[word]), word) for word in fingerprint.words if word in holders)
    votes: dict[int, int] = defaultdict(int)
    for count, word in known[:_PROBES]:
        for index in holders[word] if count <= _COMMON else ():
            votes[index] += 1
    return sorted(votes, key=lambda index: (-votes[index], index))[:_CHOICES]


def _increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs that stand in the same order on both sides."""
    kept = unmoved([old for _, old in pairs], [1] * len(pairs))
    return [pair for index, pair in enumerate(pairs) if index in kept]
