"""The whole text of a document as one string: a rule that finds nothing in it need not look at its pieces."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from reportgen.checks.content import IN_MASTHEAD, CheckedContent
from reportgen.language import Language
from reportgen.language.sentences import begins_sentence
from reportgen.tree import nodes as tree

_WORD = re.compile(r"[^\W\d_]+")
_LITERAL = re.compile(r"(?:[^\\.^$*+?{}\[\]|()]|\\[.?\-()!])+(?![*?{|])")
"""The beginning of a pattern that is plain text."""

_SENTENCE_END = re.compile(r"[.!?…][”»’)]*[ \u00a0]|\n")
_OPENING = "“«„‘("

_BAR, _NEAR = "|", 24
"""What parts typed from printed text in patterns about the two, and how many characters of each they see."""

FoundPart = tuple[CheckedContent, int, int]
"""A piece with the start and end of a part of its text."""


class DocumentText:
    """The pieces of a document that somebody words, joined by line feeds.

    Left out are the lines of the masthead, which templates word, and pieces that are still in the original language.
    """

    def __init__(self, document: tree.Document, contents: Sequence[CheckedContent], language: Language) -> None:
        self.language, self.style, self._conventions = document.language, language.style, language.conventions
        self.contents = [each for each in contents if each.is_own and not each.id.startswith(IN_MASTHEAD)]

    @cached_property
    def text(self) -> str:
        """All texts, one a line."""
        return "\n".join(each.text.replace("\n", " ") for each in self.contents)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that occurs."""
        return frozenset(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that occurs, in small letters."""
        return frozenset(self._all_words)

    @cached_property
    def words_twice(self) -> frozenset[str]:
        """Words that follow themselves, in small letters."""
        doubles = {one for one, other in pairwise(self._all_words) if one == other}
        return frozenset(word for word in doubles if re.search(rf"{word}[ \u00a0]+{word}", self._lowered))

    @cached_property
    def sentence_starts(self) -> list[FoundPart]:
        """Where sentences begin, behind what opens a quotation or a bracket; the end is that of the piece."""
        found = []
        ends = (match.end() for match in _SENTENCE_END.finditer(self.text))
        for at in (0, *ends) if self.contents else ():
            content, begin = self._piece_at(at)
            start = at - begin
            while start < len(content.text) and content.text[start] in _OPENING:
                start += 1
            if start < len(content.text) and begins_sentence(self._conventions, content.text[:start]):
                found.append((content, start, len(content.text)))
        return found

    @cached_property
    def places_of_starts(self) -> frozenset[tuple[str, int]]:
        """Where sentences begin: the id of the piece, and the place in its text."""
        return frozenset((each.id, at) for each, at, _ in self.sentence_starts)

    def matches(
        self, pattern: str | re.Pattern[str], triggers: str = ""
    ) -> Iterator[tuple[CheckedContent, int, int, Match]]:
        """Each match of a pattern with its piece and its place there, but those in what a fact prints alone.

        Nothing is looked for where none of the `triggers`, characters, occurs. Patterns as text are those of a file of
        style, in which ^ and $ are the ends of a piece.
        """
        begins = _beginning(pattern if isinstance(pattern, str) else pattern.pattern)
        if not self.contents or (triggers and self.characters.isdisjoint(triggers)) or begins not in self.text:
            return
        compiled, at = compiled_pattern(pattern), 0
        while at <= len(self.text) and (first := compiled.search(self.text, at)):
            content, begin = self._piece_at(first.start())
            at = begin + len(content.text) + 1
            # Within the piece alone: what is found there must not depend on what stands behind it.
            for found in compiled.finditer(self.text, begin, at - 1):
                start, end = found.start() - begin, found.end() - begin
                if content.is_typed(start, end):
                    yield content, start, end, found

    def edge_matches(self, pattern: str) -> Iterator[tuple[CheckedContent, int, int, Match]]:
        """Each match of a pattern where typed text meets what a placeholder prints: a bar stands between the two."""
        begins, compiled = _beginning(pattern), compiled_pattern(pattern)
        # Each edge by itself: what is found there must not depend on the edges of other pieces.
        for content, at, line in self._edges:
            bar = min(_NEAR, at)
            for found in compiled.finditer(line) if begins in line else ():
                # Another bar was typed, and is no edge.
                if found.start() <= bar < found.end():
                    yield content, found.start() - bar + at, found.end() - bar + at - 1, found

    @cached_property
    def _edges(self) -> list[tuple[CheckedContent, int, str]]:
        """The edges between typed and printed text: piece, place, and what is near on both sides of a bar."""
        edges = (
            (content, content.text.replace("\n", " "), one.end)
            for content in self.contents
            for one, other in pairwise(content.stretches)
            if one.is_typed != other.is_typed
        )
        return [
            (content, at, f"{text[max(0, at - _NEAR) : at]}{_BAR}{text[at : at + _NEAR]}")
            for content, text, at in edges
        ]

    def phrases(self, phrases: Iterable[str], is_exact: bool = False) -> Iterator[tuple[CheckedContent, int, int, str]]:
        """Each place where somebody typed one of some words or phrases, with the phrase; by case where `is_exact`."""
        text = self.text if is_exact else self._lowered
        there = {each if is_exact else each.lower(): each for each in phrases if self._may_have(each)}
        present = tuple(each for each in there if each in text)
        for match in _phrase_pattern(present).finditer(text) if present else ():
            if self.style.edges and not _is_apart(text, match.start(), match.end()):
                continue
            content, begin = self._piece_at(match.start())
            start, end = match.start() - begin, match.end() - begin
            if content.is_typed(start, end):
                yield content, start, end, there[match.group()]

    def pieces_with(self, words: Iterable[str]) -> frozenset[str]:
        """The ids of the pieces in which any of some words may stand."""
        there = tuple(each for each in words if (each in self.words if self.style.edges else each in self.text))
        found = _phrase_pattern(there).finditer(self._lowered) if there else ()
        apart = (each for each in found if not self.style.edges or _is_apart(self._lowered, each.start(), each.end()))
        return frozenset(self._piece_at(each.start())[0].id for each in apart)

    @cached_property
    def _lowered(self) -> str:
        return "\n".join(_small(each.text.replace("\n", " ")) for each in self.contents)

    @cached_property
    def _all_words(self) -> list[str]:
        return _WORD.findall(self._lowered)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for each in self.contents:
            starts.append(at)
            at += len(each.text) + 1
        return starts

    def _piece_at(self, at: int) -> tuple[CheckedContent, int]:
        index = bisect_right(self._starts, at) - 1
        return self.contents[index], self._starts[index]

    def _may_have(self, phrase: str) -> bool:
        # Looking words up in a set costs nothing; most phrases of a list occur nowhere.
        return not self.style.edges or self.words.issuperset(_words_of(phrase))


Match = re.Match[str]


def _small(text: str) -> str:
    """A text in small letters; as it is where it has one of the few that become two: places must be the same."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether a part of a text is no part of a longer word."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or (before in ("-", "_") and before)) and not (behind.isalnum() or behind == "-")


@lru_cache(maxsize=1024)
def compiled_pattern(pattern: str | re.Pattern[str]) -> re.Pattern[str]:
    """The pattern itself, or that of a file of style, in which ^ and $ are the ends of a piece."""
    return re.compile(pattern, re.MULTILINE) if isinstance(pattern, str) else pattern


@lru_cache(maxsize=4096)
def _beginning(pattern: str) -> str:
    found = _LITERAL.match(pattern)
    literal = found.group() if found and "|" not in pattern else ""
    return re.sub(r"\\(.)", r"\1", literal)


@lru_cache(maxsize=4096)
def _words_of(phrase: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(phrase.lower()))


@lru_cache(maxsize=256)
def _phrase_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(phrases, key=len, reverse=True))))
