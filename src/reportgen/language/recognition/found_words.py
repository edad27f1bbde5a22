"""The words of a text that were found, by the places where they start and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.language.recognition.phrases import Hit
from reportgen.language.recognition.span import SpanKind, outside

_APART: frozenset[SpanKind] = frozenset({"ordinary", "percent sign", "percent before", "term"})
"""Kinds of words in which no other word is looked for: zero tolerance, per cent."""


class FoundWords:
    """What was found in a text, without the words inside ordinary ones; a place may look like a number (纽约)."""

    def __init__(self, hits: Iterable[Hit]) -> None:
        found = list(hits)
        apart = [hit for hit in found if hit.phrase.kind in _APART]
        words = [hit for hit in found if hit.phrase.kind not in _APART]
        ordinary = {(hit.start, hit.end) for hit in apart}
        places = (hit for hit in words if hit.phrase.means.startswith("place/") and (hit.start, hit.end) in ordinary)
        self._hits = [*apart, *outside(words, apart), *places]
        self._starting: dict[int, list[Hit]] = {}
        self._ending: dict[int, list[Hit]] = {}
        for hit in self._hits:
            self._starting.setdefault(hit.start, []).append(hit)
            self._ending.setdefault(hit.end, []).append(hit)

    def of(self, *kinds: SpanKind) -> Iterator[Hit]:
        """The words of these kinds, in the order of the text."""
        return (hit for hit in self._hits if hit.phrase.kind in kinds)

    def starting(self, at: int, *kinds: SpanKind) -> Iterator[Hit]:
        """The words of these kinds that start at a place."""
        return (hit for hit in self._starting.get(at, ()) if hit.phrase.kind in kinds)

    def ending(self, at: int, *kinds: SpanKind) -> Iterator[Hit]:
        """The words of these kinds that end at a place."""
        return (hit for hit in self._ending.get(at, ()) if hit.phrase.kind in kinds)
