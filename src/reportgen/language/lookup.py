"""Entries of a lexicon by words of their names, whatever their case and accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

from reportgen.language.lexicon import Lexicon
from reportgen.language.lexicon_entry import LexiconEntry
from reportgen.language.recognition.plain import plain_form

_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile(r"[\u3400-\u9fff]")


def entries_of_words(lexicon: Lexicon, words: Sequence[str]) -> list[LexiconEntry]:
    """The entries that go by this id, else those with a form that is these words, else those with all of them.

    A word is found only whole, so that nothing that is merely like it comes back; Chinese has no words, and is found
    anywhere.
    """
    wanted = " ".join(words)
    entries = list(lexicon.entries())
    of_id = [entry for entry in entries if entry.id.casefold() == wanted.casefold()]
    whole = [entry for entry in entries if any(_folded(text) == _folded(wanted) for text in _texts(entry))]
    exact = list({id(entry): entry for entry in (*of_id, *whole)}.values())
    return exact or [entry for entry in entries if any(_has(text, wanted) for text in (entry.id, *_texts(entry)))]


def entries_beginning(lexicon: Lexicon, letters: str, most: int) -> list[LexiconEntry]:
    """The first entries that have a word which begins so, for somebody who is typing one; Chinese anywhere."""
    wanted = _folded(letters).split() or [""]
    found = (entry for entry in lexicon.entries() if any(_begins(text, wanted) for text in (entry.id, *_texts(entry))))
    return list(islice(found, most))


def _begins(text: str, wanted: Sequence[str]) -> bool:
    folded = _folded(text)
    words = _WORD.findall(folded)
    return all(
        any(each.startswith(part) for each in words) or (_HAN.search(part) and part in folded) for part in wanted
    )


def _texts(entry: LexiconEntry) -> Iterator[str]:
    """Everything that a name is and was called, save what it is called only behind itself (the Office)."""
    for form in entry.forms.values():
        yield from filter(None, (form.full, form.short))
    yield from filter(None, (entry.abbreviation, entry.table))
    for each in entry.earlier:
        yield from _texts(each)


def _has(text: str, wanted: str) -> bool:
    """Whether a text has all the words that are wanted."""
    if _HAN.search(wanted):
        return _folded(wanted) in _folded(text)
    return set(_WORD.findall(_folded(wanted))) <= set(_WORD.findall(_folded(text)))


def _folded(text: str) -> str:
    """A text without markup, case, accents and the signs of vowels."""
    plain = unicodedata.normalize("NFD", plain_form(text.replace("*", "")).casefold())
    return "".join(each for each in plain if unicodedata.category(each) != "Mn")
