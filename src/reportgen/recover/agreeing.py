"""Words that agree with a number or a name: another of the words among which plural() or agree() chooses."""

from __future__ import annotations

from reportgen.recover.press import choice_texts, word_choice
from reportgen.recover.recovery import Recovery
from reportgen.wording import Placeholder


def place_agreeing(recovery: Recovery, atom: int) -> bool:
    """Place a word that agrees over any of its options; whether one of them is there."""
    piece = recovery.sent.atoms[atom].piece
    choice = word_choice(piece) if isinstance(piece, Placeholder) else None
    if choice is None:
        return False
    texts = sorted(set(choice_texts(choice)), key=lambda each: -len(each))
    for gap in recovery.gaps(atom):
        found = recovery.find(texts, gap)
        if found:
            recovery.place(recovery.kept(atom, *found))
            return True
    return False
