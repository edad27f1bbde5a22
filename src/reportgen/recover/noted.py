"""Marks of notes: each stands for its note, wherever it was put."""

from __future__ import annotations

from reportgen.recover.placement import Placement
from reportgen.recover.recovery import Recovery
from reportgen.wording import FootnoteMark


def place_marks(recovery: Recovery) -> None:
    """Place every mark of the new text that has no partner yet; one whose note is not known stays out."""
    atoms = {
        atom.piece.note: index
        for index, atom in enumerate(recovery.sent.atoms)
        if isinstance(atom.piece, FootnoteMark) and index not in recovery.placements
    }
    for at, note in recovery.new.notes.items():
        if recovery.is_free(at, at + 1):
            atom = atoms.pop(note, -1)
            recovery.place(Placement(at, at + 1, atom, FootnoteMark(note, -1)))
