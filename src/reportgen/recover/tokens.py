"""A text as tokens: a figure with its separators, a word, a Chinese character, a sign, or all that a fact may print."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from reportgen.record import record

TokenKind = Literal["word", "figure", "sign", "known"]

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_ACCENTS = "\u0300-\u036f\u064b-\u065f\u0670"
_TOKEN = re.compile(
    rf"""(?P<figure>\d{{1,3}}(?:[ ]\d{{3}}(?!\d))+(?:[.,٫]\d+)?|\d+(?:[.,'·٬٫](?=\d)\d+)*)
       | (?P<word>[{_HAN}]|(?:[^\W\d_{_HAN}][{_ACCENTS}]*)+)
       | (?P<sign>\S)
    """,
    re.VERBOSE,
)


@record
class Token:
    """From `start` to `end` of a text, compared by `key`; `atom` is the index of the atom that printed it, or -1."""

    start: int
    end: int
    kind: TokenKind
    key: Hashable
    atom: int = -1


@dataclass(frozen=True)
class Edges:
    """Where words and figures of a text begin and end.

    `glued` are letters that may stand before a word without a blank, `tails` those that may stand behind one.
    """

    text: str
    tokens: tuple[Token, ...]
    glued: Collection[str] = ()
    tails: Collection[str] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _ends(self) -> frozenset[int]:
        return frozenset(token.end for token in self.tokens)

    def index(self, at: int) -> int:
        """The token that begins at a place or holds it, or the last one before it."""
        return bisect_right(self._starts, at) - 1

    def fit(self, start: int, end: int) -> bool:
        """Whether a text from `start` to `end` cuts no word and no figure, but for letters that may be glued to it."""
        return self.begins(start) and self.ends(end)

    def begins(self, at: int) -> bool:
        """Whether a word or figure begins here, or what stands before it in its word may be glued to it."""
        index = self.index(at)
        if index < 0:
            return False
        token = self.tokens[index]
        return token.start == at or (token.kind == "word" and self.text[token.start : at] in self.glued)

    def ends(self, at: int) -> bool:
        """Whether a word or figure ends here, or what follows it in its word may stand there."""
        if at in self._ends:
            return True
        token = self.tokens[self.index(at - 1)]
        return token.kind == "word" and self.text[at : token.end] in self.tails


def basic_tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The words, figures and signs of a stretch of text, given as it is compared."""
    return tuple(
        Token(match.start(), match.end(), match.lastgroup, match.group().lower())  # type: ignore[arg-type]
        for match in _TOKEN.finditer(text, start, end)
    )


class KnownTexts:
    """Texts that are one token each, with their keys; found by their first words, the longest first."""

    def __init__(self, texts: Iterable[tuple[str, Hashable]]) -> None:
        self._by_first: dict[str, list[tuple[str, Hashable]]] = {}
        for text, key in sorted(texts, key=lambda each: -len(each[0])):
            match = _TOKEN.match(text)
            if match:
                self._by_first.setdefault(match.group(), []).append((text, key))

    def at(self, text: str, start: int, end: int) -> Iterator[tuple[int, Hashable]]:
        """Where the texts end that stand at a place, with their keys; `end` is where its first word ends."""
        for known, key in self._by_first.get(text[start:end], ()):
            if text.startswith(known, start):
                yield start + len(known), key


def tokens(
    edges: Edges,
    known: KnownTexts,
    allowed: Callable[[int, int, Hashable], bool],
    span: tuple[int, int],
    fixed: Iterable[Token] = (),
) -> list[Token]:
    """The tokens between two places: `fixed` ones where they stand, known texts that are allowed, and the rest."""
    return list(_Reader(edges, known, allowed).read(span, sorted(fixed, key=lambda each: each.start)))


class _Reader:
    def __init__(self, edges: Edges, known: KnownTexts, allowed: Callable[[int, int, Hashable], bool]) -> None:
        self.edges, self.known, self.allowed = edges, known, allowed

    def read(self, span: tuple[int, int], fixed: list[Token]) -> Iterator[Token]:
        at, end = span
        for token in fixed:
            yield from self.between(at, token.start)
            yield token
            at = token.end
        yield from self.between(at, end)

    def between(self, start: int, end: int) -> Iterator[Token]:
        """The tokens of a stretch of text, in which no known text may reach over its end."""
        at = start
        index = max(self.edges.index(start), 0)
        for token in self.edges.tokens[index:]:
            if token.start >= end:
                break
            while at < min(token.end, end):
                found = self.first(max(at, token.start), token, end)
                yield found
                at = found.end

    def first(self, at: int, token: Token, end: int) -> Token:
        """The token that begins here, or the part of a word before a known text that is glued to it."""
        text, last = self.edges.text, min(token.end, end)
        for start in (at, *self.glued_starts(at, token)):
            for stop, key in self.known.at(text, start, last):
                if stop <= end and self.edges.ends(stop) and self.allowed(start, stop, key):
                    if start > at:
                        return Token(at, start, "word", text[at:start].lower())
                    return Token(start, stop, "known", key)
        whole = at == token.start and last == token.end
        return token if whole else Token(at, last, token.kind, text[at:last].lower())

    def glued_starts(self, at: int, token: Token) -> list[int]:
        if token.kind != "word" or at != token.start:
            return []
        return [at + len(each) for each in self.edges.glued if self.edges.text.startswith(each, at)]
