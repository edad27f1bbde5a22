"""Where something that is no words stands in the text that came back, and what it says there."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.facts import Value
from reportgen.recover.answer import SettledKind
from reportgen.recover.atoms import AtomPiece


@dataclass(slots=True)
class Placement:
    """A placeholder, reference, mark or address from `start` to `end` of the new text.

    `atom` is the index of the one that was sent, -1 for one that was typed. `says` is the value that a placeholder has
    there: of one item, where it names one; None where it prints no fact (plural, agree) and for all that is no
    placeholder. `settles` is what is ours in the text where it is not printed letter by letter: the order of a list.
    `follows` is said of one that prints its fact whatever the text says, since a person decided so.
    """

    start: int
    end: int
    atom: int
    piece: AtomPiece
    says: Value | None = None
    settles: SettledKind | None = None
    follows: bool = False
