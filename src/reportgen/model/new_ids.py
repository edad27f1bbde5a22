"""Ids of blocks that are not there yet, made from their words: `NewIds(taken).of(text, behind)`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass, field
from itertools import count

_WORD = re.compile("[a-z][a-z0-9]*")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LONGEST = 30
_SHORT = 3
"""Words of so few letters (the, of, les, de) say little in any of the languages with Latin letters."""

_WORDS = 4


@dataclass
class NewIds:
    """The ids of what several files have that a report has not; `taken` are those that it has.

    The same text has the same id in every file, so that what two of them say alike is known to be one.
    """

    taken: set[str]
    given: dict[tuple[str, int], str] = field(default_factory=dict)

    def of(self, text: str, behind: str, time: int = 0) -> str:
        """The id of a text that stands in a file for the first time, or once more."""
        if (text, time) not in self.given:
            self.given[text, time] = name = new_id(text, behind, self.taken)
            self.taken.add(name)
        return self.given[text, time]


def new_id(text: str, behind: str, taken: Container[str]) -> str:
    """An id of lower-case words: the first long ones of the text, else that of the block before it; none is taken.

    The same text at the same place gets the same id again, as long as nothing has it.
    """
    stem = id_stem(text)
    return free_id(stem or f"{behind.partition('/')[0][:_LONGEST].rstrip('-') or 'block'}-new", taken)


def id_stem(text: str, longest: int = _LONGEST) -> str:
    """The first long words of a text joined as in an id; empty where it has none in Latin letters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = [word for word in _WORD.findall(plain) if len(word) > _SHORT]
    stem = ""
    for word in words[:_WORDS]:
        longer = f"{stem}-{word}".strip("-")
        stem = longer if len(longer) <= longest else stem
    return stem


def free_id(stem: str, taken: Container[str]) -> str:
    """The stem, or the stem with the first number that makes it one that is not taken."""
    numbered = (f"{stem}-{number}" for number in count(2))
    return stem if stem not in taken else next(name for name in numbered if name not in taken)


def free_name(stem: str, taken: Container[str]) -> str:
    """The same for names of facts, whose words are joined by underscores."""
    numbered = (f"{stem}_{number}" for number in count(2))
    return stem if stem not in taken else next(name for name in numbered if name not in taken)


def is_id(name: str) -> bool:
    """Whether a name is made as ids are: lower-case words joined by hyphens."""
    return _ID.fullmatch(name) is not None
