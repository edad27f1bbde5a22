"""What may belong to another fact: a text or name that one printed which has no place yet, and that may have moved."""

from __future__ import annotations

from reportgen.facts import Names, Value
from reportgen.recover.recovery import Opening, Recovery


def is_claimed(recovery: Recovery, atom: int, start: int, end: int, value: Value) -> bool:
    """Whether a stretch, in which `value` is said, is what another atom printed, or its name, that has no place yet.

    Where that one's place holds what this atom printed, the two were exchanged, and nobody moved.
    """
    text = recovery.text[start:end]
    for other, sent in enumerate(recovery.sent.atoms):
        if other == atom or other in recovery.placements:
            continue
        if _printed(recovery, other) == text or _is_named(recovery.press.said(sent.piece), value):
            exchanged = any(_stands_in(recovery, gap, atom) for gap in recovery.gaps(other))
            if not exchanged:
                return True
    return False


def _stands_in(recovery: Recovery, gap: Opening, atom: int) -> bool:
    """Whether the text of an atom stands free in a gap, or its name in any form."""
    piece = recovery.sent.atoms[atom].piece
    said = recovery.press.said(piece)
    if recovery.find([_printed(recovery, atom)], gap, recovery.says(piece)):
        return True
    return isinstance(said, Names) and any(
        gap.start <= each.start and each.end <= gap.end and _is_named(said, each.value)
        for each in recovery.readings
        if recovery.is_free(each.start, each.end)
    )


def _is_named(said: Value | None, value: Value) -> bool:
    """Whether both are the same names."""
    return isinstance(said, Names) and isinstance(value, Names) and (said.kind, said.ids) == (value.kind, value.ids)


def _printed(recovery: Recovery, atom: int) -> str:
    sent = recovery.sent.atoms[atom]
    return recovery.old_text[sent.start : sent.end]
