"""Words of the original that were left in a translation: `untranslated_words(source, text)`."""

from __future__ import annotations

import re
from itertools import chain

from reportgen.translation.units import UnitPart, WordsPart, parts_within, text_of_parts

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FEWEST = 5
"""Words in a row that two languages never share by chance."""

_SHORT = 2
"""So many words are left in place in a text that has no others."""


def untranslated_words(source: tuple[UnitPart, ...], text: str) -> str:
    """The longest run of words of the source, names and values apart, that stands in a text; empty where none does.

    A run counts from five words on, or where the text has no other words.
    """
    runs = [_words(part.text) for part in parts_within(source) if isinstance(part, WordsPart)]
    words, own = _words(text), list(chain.from_iterable(runs))
    if not words:
        return ""
    # Names are left as well where the whole text is.
    if own and words in (own, _words(text_of_parts(source))) and len(words) >= _SHORT:
        return " ".join(words)
    there = {tuple(words[at : at + _FEWEST]) for at in range(len(words) - _FEWEST + 1)}
    longest: list[str] = []
    for run in runs:
        at = 0
        while at + _FEWEST <= len(run):
            end = at + _FEWEST
            if tuple(run[at:end]) not in there:
                at += 1
                continue
            while end < len(run) and tuple(run[end + 1 - _FEWEST : end + 1]) in there:
                end += 1
            longest = max(longest, run[at:end], key=len)
            at = end
    return " ".join(longest)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
