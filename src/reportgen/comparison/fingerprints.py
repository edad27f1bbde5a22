"""Knowing a text again: a digest that no line break changes, and words that show how much two texts share."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from zlib import crc32

from reportgen.record import record

SKETCH = 16
"""How many words of a text the ledger keeps: enough to know it again, few enough to fit on one line of the file."""

# Soft hyphens, zero-width signs and direction marks: word processors add and drop them freely.
_UNSEEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
_SPECIAL = re.compile(f"[{_UNSEEN}{_WIDE}\u2010\u2011]")
_INVISIBLE = re.compile(f"[{_UNSEEN}]")
_HYPHENS = re.compile("[\u2010\u2011]")
_BESIDE_WIDE = re.compile(f"(?<=[{_WIDE}]) | (?=[{_WIDE}])")
_RUNS = re.compile(r"[\u3400-\u9fff]+|[^\W\d_\u3400-\u9fff]+|\d+")
_ALL = 2**32


def settled(text: str) -> str:
    """The text without what only lays it out: kinds of spaces, line breaks, invisible signs, unbreakable hyphens.

    Chinese has no spaces between words, so a line break beside a wide character leaves nothing.
    """
    # Most English texts end here, which spares them three regular expressions.
    if text.isascii() or not _SPECIAL.search(text):
        return unicodedata.normalize("NFC", " ".join(text.split()))
    plain = _HYPHENS.sub("-", _INVISIBLE.sub("", unicodedata.normalize("NFC", text)))
    return _BESIDE_WIDE.sub("", " ".join(plain.split()))


MISSING = "missing"
"""Stands in the place of a digest where a language has no text yet."""


@record
class Digest:
    """What stands for a text: `printed` for all of it, `worded` for what its author wrote.

    A name is in full at first use and short after, and a cross-reference says where its target stands, so what is
    printed may change where nothing was written anew; `worded` has ids in their places. It is empty where it is not
    known.
    """

    printed: str
    worded: str = ""

    def __str__(self) -> str:
        return self.printed if self.worded == self.printed else f"{self.printed}-{self.worded}"

    def reworded(self, other: Digest) -> bool:
        """Whether the wording differs; where a wording is not known, whether the printed text does."""
        known = bool(self.worded and other.worded)
        return self.worded != other.worded if known else self.printed != other.printed

    @classmethod
    def parse(cls, text: str) -> Digest:
        """The digest that was written as text."""
        printed, dash, worded = text.partition("-")
        return cls(printed, worded if dash else printed)


@lru_cache(maxsize=2**16)
def digest(text: str) -> str:
    """Ten hexadecimal digits (40 bits of SHA-256) that stand for a settled text."""
    return hashlib.sha256(settled(text).encode()).hexdigest()[:10]


@lru_cache(maxsize=256)
def word_set(text: str) -> frozenset[str]:
    """The words that tell a text from others: four letters or more, figures of two or more, pairs of Chinese."""
    found: set[str] = set()
    for run in _RUNS.findall(text.casefold()):
        if "\u3400" <= run[0] <= "\u9fff":
            found.update(run[index : index + 2] for index in range(max(len(run) - 1, 1)))
        # Short words stand in every text and a single figure may be a list label; neither tells texts apart.
        elif len(run) > 3 or (run[0].isdigit() and len(run) > 1):
            found.add(run)
    return frozenset(found)


def sketch(text: str) -> tuple[str, ...]:
    """A sample of the words, in alphabetical order; similar texts get similar samples (min-wise hashing)."""
    return tuple(sorted(sorted(word_set(text), key=_rank)[:SKETCH]))


@record
class Fingerprint:
    """The words of a text, or a sample: all its words whose rank is at most `limit`."""

    words: frozenset[str]
    limit: int = _ALL

    @classmethod
    def of(cls, text: str) -> Fingerprint:
        """The fingerprint of a whole text."""
        return cls(word_set(text))

    @classmethod
    def sampled(cls, sample: tuple[str, ...]) -> Fingerprint:
        """The fingerprint of a sketch; one with fewer than SKETCH words holds all words of its text."""
        return cls(frozenset(sample), max(map(_rank, sample)) if len(sample) >= SKETCH else _ALL)

    def within(self, *others: Fingerprint) -> float:
        """The share of the words that stand in the other texts, 0 to 1, as far as the samples can tell."""
        # Two samples can be compared only up to the lower limit: above it one of them knows nothing.
        limit = min(self.limit, *(other.limit for other in others))
        own = {word for word in self.words if limit == _ALL or _rank(word) <= limit}
        return len(own.intersection(frozenset().union(*(other.words for other in others)))) / len(own) if own else 0.0

    def likeness(self, other: Fingerprint) -> float:
        """How much of each stands in the other, 0 to 1."""
        return min(self.within(other), other.within(self))


def _rank(word: str) -> int:
    # `hash` differs from run to run (PYTHONHASHSEED); the ledger must be the same everywhere.
    return crc32(word.encode())
