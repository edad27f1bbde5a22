"""Many phrases found in a text at once: a tree of words, or of characters in Chinese, walked once from each word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reportgen.language.recognition.plain import Plain, lowered, plain_form
from reportgen.language.recognition.reading import NameVariant
from reportgen.language.recognition.span import SpanKind
from reportgen.record import record

_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"\S")


@record
class Phrase:
    """Words to be found; with `exact`, capitals must agree (May, Chad), except those of the first letter.

    `means` is what they say: a number, a name's "kind/id"; `form` and `variant` are those of a name.
    """

    text: str
    kind: SpanKind
    means: str = ""
    exact: bool = False
    form: str = ""
    variant: NameVariant = ""


@record
class Hit:
    """A phrase that stands in a text from `start` to `end`, places in the text as it is compared."""

    start: int
    end: int
    phrase: Phrase


@dataclass(slots=True)
class _Ending:
    """A phrase whose words end here; `lead` characters stand before its first word, such as a quotation mark."""

    small: str
    lead: int
    phrases: list[tuple[str, Phrase]]


@dataclass(slots=True)
class _Node:
    """What may follow the words so far, and what ends with them."""

    following: dict[str, _Node] = field(default_factory=dict)
    endings: list[_Ending] = field(default_factory=list)


class Phrases:
    """The phrases of a language.

    `glued` are letters written onto the next word (Arabic و); `blanks` is False where no blanks part words (Chinese).
    """

    def __init__(self, phrases: Iterable[Phrase], glued: Iterable[str] = (), blanks: bool = True) -> None:
        self._blanks = blanks
        self._glued = frozenset(map(plain_form, glued))
        self._lengths = sorted({len(each) for each in self._glued})
        self._root = _Node()
        endings: dict[str, _Ending] = {}
        for phrase in dict.fromkeys(phrases):
            text = plain_form(phrase.text)
            small = lowered(text)
            if small not in endings:
                endings[small] = self._planted(small)
            endings[small].phrases.append((text, phrase))

    def hits(self, plain: Plain) -> list[Hit]:
        """Every phrase of the text, also those inside others."""
        words = [(match.start(), match.group()) for match in self._words(plain.small)]
        beginning = self._root.following
        found: list[Hit] = []
        for number, (at, word) in enumerate(words):
            if word in beginning:
                found += self._from(beginning[word], words, number, at, plain)
            for length in self._lengths:
                # Arabic writes "and", "in" and "for" onto the next word: a name must be found behind them.
                if word[:length] in self._glued and word[length:] in beginning:
                    found += self._from(beginning[word[length:]], words, number, at + length, plain)
        return found

    def _from(
        self, node: _Node | None, words: list[tuple[int, str]], number: int, at: int, plain: Plain
    ) -> Iterator[Hit]:
        """The phrases that begin at a word, whose node is given."""
        while node is not None:
            for ending in node.endings:
                start = at - ending.lead
                if start >= 0 and plain.small.startswith(ending.small, start):
                    yield from self._hits_of(ending, start, plain)
            number += 1
            node = node.following.get(words[number][1]) if number < len(words) else None

    def _hits_of(self, ending: _Ending, start: int, plain: Plain) -> Iterator[Hit]:
        end = start + len(ending.small)
        if self._may_part(plain.text, start) and self._may_part(plain.text, end):
            found = plain.text[start:end]
            for text, phrase in ending.phrases:
                if not phrase.exact or found == text or _written_so(found, text):
                    yield Hit(start, end, phrase)

    def _words(self, small: str) -> Iterator[re.Match[str]]:
        return (_WORD if self._blanks else _LETTER).finditer(small)

    def _planted(self, small: str) -> _Ending:
        """A new ending behind the nodes of these words."""
        node, lead = self._root, 0
        for number, match in enumerate(self._words(small)):
            lead = lead if number else match.start()
            node = node.following.setdefault(match.group(), _Node())
        ending = _Ending(small, lead, [])
        node.endings.append(ending)
        return ending

    def _may_part(self, text: str, at: int) -> bool:
        """Whether a phrase may begin or end here; with blanks, the words of the tree are whole words anyway."""
        if self._blanks or not 0 < at < len(text):
            return True
        # In Chinese only words of Latin letters have an inside.
        return not (text[at - 1].isascii() and text[at].isascii() and text[at - 1].isalnum() and text[at].isalnum())


def _written_so(found: str, phrase: str) -> bool:
    """Whether the phrase stands with its first letter raised, or all in capitals.

    A first letter may be lowered where another capital still tells the name: структура «ООН-женщины».
    """
    if found == phrase[:1].upper() + phrase[1:] or (found.isupper() and found == phrase.upper()):
        return True
    return found == phrase[:1].lower() + phrase[1:] and phrase[1:] != phrase[1:].lower()
