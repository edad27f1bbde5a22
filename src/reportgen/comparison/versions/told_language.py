"""In which language a text is, by its script and by the small words that each language has most of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from reportgen.language import Language

_SCRIPTS = {
    "arabic": re.compile(r"[\u0600-\u06ff]"),
    "cyrillic": re.compile(r"[\u0400-\u04ff]"),
    "han": re.compile(r"[\u3400-\u9fff]"),
    "latin": re.compile(r"[A-Za-z\u00c0-\u024f]"),
}
_WEIGHTS = {"han": 4}
"""A Chinese sign is worth several letters: Chinese texts name things in Latin letters, others nothing in Chinese."""

_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 5_000


def language_told_by(texts: Iterable[str], known: Sequence[Language]) -> Language | None:
    """The language of some texts among those that are known; None where their script is that of none of them."""
    text = "\n".join(texts)
    shares = {name: len(pattern.findall(text)) * _WEIGHTS.get(name, 1) for name, pattern in _SCRIPTS.items()}
    script = max(shares, key=lambda name: shares[name])
    candidates = [each for each in known if each.conventions.script == script] if shares[script] else []
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    words = Counter(match[0].casefold() for _, match in zip(range(_MOST_WORDS), _WORD.finditer(text), strict=False))
    return max(candidates, key=lambda each: sum(words[word] for word in _small_words(each)))


def _small_words(language: Language) -> frozenset[str]:
    """Articles and prepositions, and what may stand for one: a, the, this; une, cette."""
    rule = language.conventions.recognition
    texts = (*rule.before_names, *(word for words in rule.values.values() for word in words))
    return _words_in(tuple(texts))


@lru_cache(maxsize=32)
def _words_in(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))
