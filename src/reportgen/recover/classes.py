"""What every atom may print, and which atoms cannot be told apart since they may print the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from reportgen.recover.atoms import Atom, SentText
from reportgen.recover.fold import compared
from reportgen.recover.press import Press, word_choice
from reportgen.tree.text import raised
from reportgen.wording import Filter, FootnoteMark, Placeholder


@dataclass(frozen=True, slots=True)
class AtomTexts:
    """The texts of each atom as they are compared, and the class of each: atoms of one class share a text."""

    texts: tuple[frozenset[str], ...]
    keys: tuple[Hashable, ...]

    def known(self) -> Iterator[tuple[str, Hashable]]:
        """Every text with its class."""
        yield from {(text, key) for texts, key in zip(self.texts, self.keys, strict=True) for text in texts if text}


def atom_texts(sent: SentText, press: Press) -> AtomTexts:
    """The texts of the atoms of a piece, and their classes."""
    texts = tuple(frozenset(_texts(atom, sent, press)) for atom in sent.atoms)
    return AtomTexts(texts, tuple(_keys(sent, texts)))


def _texts(atom: Atom, sent: SentText, press: Press) -> Iterator[str]:
    if isinstance(atom.piece, FootnoteMark):
        return
    yield compared(sent.flat.text[atom.start : atom.end])
    if isinstance(atom.piece, Placeholder):
        value = press.values.get(atom.piece.fact)
        choice = word_choice(atom.piece)
        if choice:
            yield from choice_texts(choice)
        elif value is not None:
            yield from press.texts(atom.piece, value)


def choice_texts(choice: Filter) -> Iterator[str]:
    """The words among which a filter chooses, also raised as at the start of a sentence."""
    for _, words in choice.options:
        yield compared(words)
        yield compared(raised(words))


def _keys(sent: SentText, texts: tuple[frozenset[str], ...]) -> Iterator[Hashable]:
    """A class for each atom: the first atom that it shares a text with, also by way of others."""
    leaders = list(range(len(texts)))

    def leader(index: int) -> int:
        while leaders[index] != index:
            index = leaders[index]
        return index

    first: dict[str, int] = {}
    for index, each in enumerate(texts):
        for text in each:
            other = first.setdefault(text, index)
            leaders[max(leader(index), leader(other))] = min(leader(index), leader(other))
    for index, atom in enumerate(sent.atoms):
        yield ("note", atom.piece.note) if isinstance(atom.piece, FootnoteMark) else ("atom", leader(index))
