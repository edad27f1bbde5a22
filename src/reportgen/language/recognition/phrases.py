"""Many phrases found in a text at once: a tree of words, or of characters in Chinese, walked once from each word.

The tree is plain data, so that it can be kept: `planted` makes it, `Phrases` reads texts by it. Where many words may
follow, what stands behind each is kept as bytes, which are read once that word stands in a text: most names never do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from reportgen.language.compiled import packed, unpacked
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


class Hit(NamedTuple):
    """A phrase that stands in a text from `start` to `end`, places in the text as it is compared."""

    start: int
    end: int
    phrase: Phrase


PhraseTree = dict[str, Any]
"""The nodes behind a word by the words that may follow, or their bytes; under "" the endings of phrases that end there.

An ending is what ends there: its text in lower case, how many characters stand before its first word (a quotation
mark), and its phrases, each a plain text and the fields of a `Phrase`.
"""

_ENDINGS = ""
_MANY = 8
"""So many words behind one another are worth being read one by one: behind "the" stands half a lexicon."""


def planted(phrases: Iterable[Phrase], blanks: bool) -> PhraseTree:
    """The tree of some phrases; `blanks` is False where no blanks part words (Chinese)."""
    root: PhraseTree = {}
    endings: dict[str, list[Any]] = {}
    for phrase in dict.fromkeys(phrases):
        text = plain_form(phrase.text)
        small = lowered(text)
        if small not in endings:
            endings[small] = _ending(root, small, blanks)
        fields = phrase.text, phrase.kind, phrase.means, phrase.exact, phrase.form, phrase.variant
        endings[small].append((text, fields))
    return _packed_where_many(root)


def _packed_where_many(node: PhraseTree) -> PhraseTree:
    """The node with its children as bytes where there are many of them."""
    children = {word: _packed_where_many(child) for word, child in node.items() if word != _ENDINGS}
    for word, child in children.items():
        node[word] = packed(child) if len(children) >= _MANY else child
    return node


def _ending(root: PhraseTree, small: str, blanks: bool) -> list[Any]:
    """The phrases of a new ending behind the nodes of these words, none as yet."""
    node, lead = root, 0
    for number, match in enumerate(_words(small, blanks)):
        lead = lead if number else match.start()
        node = node.setdefault(match.group(), {})
    phrases: list[Any] = []
    node.setdefault(_ENDINGS, []).append((small, lead, phrases))
    return phrases


def _words(small: str, blanks: bool) -> Iterator[re.Match[str]]:
    return (_WORD if blanks else _LETTER).finditer(small)


class Phrases:
    """The phrases of a language.

    `glued` are letters written onto the next word (Arabic و); `blanks` is False where no blanks part words (Chinese).
    """

    def __init__(self, tree: PhraseTree, glued: Iterable[str] = (), blanks: bool = True) -> None:
        self._blanks = blanks
        self._glued = frozenset(map(plain_form, glued))
        self._glued_letters = {each[0] for each in self._glued}
        self._glued_lengths = sorted({len(each) for each in self._glued})
        self._root = tree

    def hits(self, plain: Plain) -> list[Hit]:
        """Every phrase of the text, also those inside others."""
        words = [(match.start(), match.group()) for match in _words(plain.small, self._blanks)]
        beginning = self._root
        found: list[Hit] = []
        for number, (at, word) in enumerate(words):
            if word in beginning:
                self._collect(found, _child(beginning, word), words, number, at, plain)
            if word[0] in self._glued_letters:
                for length in self._glued_lengths:
                    # Arabic writes "and", "in" and "for" onto the next word: a name must be found behind them.
                    if word[:length] in self._glued and word[length:] in beginning and word[length:]:
                        self._collect(found, _child(beginning, word[length:]), words, number, at + length, plain)
        return found

    def _collect(
        self,
        found: list[Hit],
        node: PhraseTree | None,
        words: list[tuple[int, str]],
        number: int,
        at: int,
        plain: Plain,
    ) -> None:
        """Add the phrases that begin at a word, whose node is given."""
        following = node
        while following is not None:
            for small, lead, phrases in following.get(_ENDINGS, ()):
                start = at - lead
                end = start + len(small)
                if start >= 0 and plain.small.startswith(small, start) and self._may_stand(plain, start, end):
                    words_found = plain.text[start:end]
                    for text, fields in phrases:
                        phrase = _phrase(fields)
                        if not phrase.exact or words_found == text or _written_so(words_found, text):
                            found.append(Hit(start, end, phrase))
            number += 1
            following = _child(following, words[number][1]) if number < len(words) else None

    def _may_stand(self, plain: Plain, start: int, end: int) -> bool:
        """Whether a phrase may begin and end here; with blanks, the words of the tree are whole words anyway."""
        return self._blanks or not (_is_inside(plain.text, start) or _is_inside(plain.text, end))


def _child(node: PhraseTree, word: str) -> PhraseTree | None:
    """The node behind a word; none where no phrase goes on with it."""
    child: PhraseTree | None = node.get(word)
    if isinstance(child, bytes):
        child = node[word] = unpacked(child)
    return child


@lru_cache(maxsize=16384)
def _phrase(fields: tuple[Any, ...]) -> Phrase:
    return Phrase(*fields)


def _is_inside(text: str, at: int) -> bool:
    """Whether a place is inside a word; in Chinese only words of Latin letters have an inside."""
    before, behind = text[at - 1 : at], text[at : at + 1]
    return before.isascii() and behind.isascii() and before.isalnum() and behind.isalnum()


def _written_so(found: str, phrase: str) -> bool:
    """Whether the phrase stands with its first letter raised, or all in capitals.

    A first letter may be lowered where another capital still tells the name: структура «ООН-женщины».
    """
    if found == phrase[:1].upper() + phrase[1:] or (found.isupper() and found == phrase.upper()):
        return True
    return found == phrase[:1].lower() + phrase[1:] and phrase[1:] != phrase[1:].lower()
