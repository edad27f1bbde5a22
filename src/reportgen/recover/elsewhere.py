"""A last chance: a fact that stands neither in its place nor beside its words, but free somewhere else in the piece."""

from __future__ import annotations

from reportgen.facts import Names
from reportgen.recover.placement import Placement
from reportgen.recover.recovery import Opening, Recovery
from reportgen.recover.values import other_ways
from reportgen.wording import Placeholder


def place_elsewhere(recovery: Recovery, atom: int) -> bool:
    """Place an atom over its own text wherever it is free, a name also in another form; whether there is one."""
    piece = recovery.sent.atoms[atom].piece
    anywhere = Opening(0, len(recovery.text))
    texts = sorted(recovery.atoms.texts[atom], key=lambda each: -len(each))
    found = recovery.find(texts, anywhere, recovery.says(piece))
    if found:
        recovery.place(recovery.kept(atom, *found))
        return True
    said = recovery.press.said(piece)
    if not isinstance(piece, Placeholder) or not isinstance(said, Names):
        return False
    whole = recovery.press.values[piece.fact]
    for way in other_ways(recovery, piece, said, anywhere):
        found = recovery.find(recovery.press.texts(way, whole), anywhere, [(said, False)])
        if found:
            recovery.place(Placement(*found, atom, way, said))
            return True
    return False
