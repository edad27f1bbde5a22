"""Many phrases found in a text at once: a dictionary by first word, the longest first, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportgen.language.recognition.span import Span, SpanKind

_FOLDED = str.maketrans(
    {
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"',
        "\u2010": "-", "\u2011": "-", "–": "-", "—": "-", "\u2212": "-",
    }
)  # fmt: skip
_WORD = re.compile(r"\w[\w\u0300-\u036f\u064b-\u065f\u0670]*")
"""A word with its accents and vowel signs."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to be found; with `exact`, capitals must agree (May, Chad), except those of the first letter."""

    text: str
    kind: SpanKind
    means: str = ""
    exact: bool = False


def folded(text: str) -> str:
    """The text with one kind of blank, quotation mark and dash; no character is moved."""
    return text if text.isascii() else text.translate(_FOLDED)


def lowered(text: str) -> str:
    """The text in lower case, of the same length: a letter that would become two (İ) is left as it is."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(each.lower() if len(each.lower()) == 1 else each for each in text)


@dataclass(frozen=True, slots=True)
class _Words:
    """A text folded, also in lower case, and its words with their places: those behind glued letters too."""

    plain: str
    small: str
    placed: tuple[tuple[str, int], ...]
    distinct: frozenset[str]


# Every text is looked through for names, ordinary words, numbers and qualifiers, one after another.
@lru_cache(maxsize=8)
def _words(text: str, glued: frozenset[str], blanks: bool) -> _Words:
    """The words of a text; in one without blanks between words (Chinese) every character."""
    plain = folded(text)
    small = lowered(plain)
    if blanks:
        placed = [(match.group(), match.start()) for match in _WORD.finditer(small)]
        # Arabic writes "and", "in" and "for" onto the next word: a name must be found behind them.
        if glued:
            placed = [each for word, at in placed for each in ((word, at), *_unglued(word, at, glued))]
    else:
        placed = [(letter, at) for at, letter in enumerate(small)]
    return _Words(plain, small, tuple(placed), frozenset(word for word, _ in placed))


def _unglued(word: str, at: int, glued: frozenset[str]) -> Iterator[tuple[str, int]]:
    """What stands behind letters that are written onto a word."""
    for length in range(1, min(max(map(len, glued)), len(word) - 1) + 1):
        if word[:length] in glued:
            yield word[length:], at + length


class Phrases:
    """The phrases of a language.

    `glued` are letters written onto the next word (Arabic و); `blanks` is False where no blanks part words (Chinese).
    """

    def __init__(self, phrases: Iterable[Phrase], glued: Iterable[str] = (), blanks: bool = True) -> None:
        self._blanks = blanks
        self._glued = frozenset(glued)
        self._by_first: dict[str, list[tuple[str, list[Phrase]]]] = {}
        together: dict[str, list[Phrase]] = {}
        for phrase in dict.fromkeys(phrases):
            together.setdefault(lowered(folded(phrase.text)), []).append(phrase)
        for small in sorted(together, key=len, reverse=True):
            self._by_first.setdefault(self._key(small), []).append((small, together[small]))

    def spans(self, text: str) -> Iterator[Span]:
        """Every phrase of the text, also those inside others, by their first word."""
        words = _words(text, self._glued, self._blanks)
        first = self._by_first.keys() & words.distinct
        # Most texts begin few phrases or none, so that their words are not looked at one by one.
        for word, at in words.placed if first else ():
            if word in first:
                yield from self._spans_at(at, self._by_first[word], words)

    def _spans_at(self, at: int, beginning: list[tuple[str, list[Phrase]]], words: _Words) -> Iterator[Span]:
        """The phrases that stand at a place, of those that begin with the word there."""
        for small, phrases in beginning:
            end = at + len(small)
            if words.small.startswith(small, at) and self._ends(words.small, end):
                yield from _spans(at, end, words.plain[at:end], phrases)

    def _key(self, small: str) -> str:
        if not self._blanks:
            return small[:1]
        match = _WORD.match(small)
        return match.group() if match else small

    def _ends(self, small: str, end: int) -> bool:
        """Whether a word ends here; in Chinese it may end anywhere."""
        return not self._blanks or not small[end - 1].isalnum() or not small[end : end + 1].isalnum()


def _spans(start: int, end: int, found: str, phrases: list[Phrase]) -> Iterator[Span]:
    """Spans for the phrases whose capitals fit; phrases of one kind become one span with several meanings."""
    meanings: dict[SpanKind, list[str]] = {}
    for phrase in phrases:
        if not phrase.exact or _written_so(found, folded(phrase.text)):
            means = meanings.setdefault(phrase.kind, [])
            if phrase.means and phrase.means not in means:
                means.append(phrase.means)
    for kind, means in meanings.items():
        yield Span(start, end, kind, tuple(means))


def _written_so(found: str, phrase: str) -> bool:
    """Whether the phrase stands as it is, with its first letter raised, or all in capitals.

    A first letter may be lowered where another capital still tells the name: структура «ООН-женщины».
    """
    if found in (phrase, phrase[:1].upper() + phrase[1:]) or (found.isupper() and found == phrase.upper()):
        return True
    return found == phrase[:1].lower() + phrase[1:] and phrase[1:] != phrase[1:].lower()
