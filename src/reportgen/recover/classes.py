"""What every atom may print, and which atoms cannot be told apart since they may print the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from reportgen.record import record
from reportgen.recover.atoms import Atom, SentText
from reportgen.recover.fold import compared
from reportgen.recover.press import Press, choice_texts, word_choice
from reportgen.recover.window import Window
from reportgen.wording import FootnoteMark, Placeholder


@record
class AtomTexts:
    """The texts of each atom as they are compared, and the class of each: atoms of one class share a text."""

    texts: tuple[frozenset[str], ...]
    keys: tuple[Hashable, ...]

    def known(self) -> Iterator[tuple[str, Hashable]]:
        """Every text with its class."""
        yield from {(text, key) for texts, key in zip(self.texts, self.keys, strict=True) for text in texts if text}


def atom_texts(sent: SentText, press: Press, window: Window) -> AtomTexts:
    """The texts of the atoms in a window, and their classes; those outside have none."""
    none = frozenset[str]()
    texts = tuple(frozenset(_texts(atom, sent, press)) if window.holds(atom) else none for atom in sent.atoms)
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
