"""Cross-references, whose numbers are ours: the words of one with any number are that reference."""

from __future__ import annotations

import re

from reportgen.recover.placement import Placement
from reportgen.recover.recovery import Opening, Recovery
from reportgen.recover.typed_references import typed_references
from reportgen.wording import ReferenceCall

_ANY_NUMBER = r"(?:\d+(?: bis| ter)?(?: ?\((?:[a-z]+|\w)\))*|[IVXLC]+(?:\.[A-Z0-9]+)*|[A-Z])"
_NUMBER = re.compile(rf"(?<![A-Za-z0-9]){_ANY_NUMBER}(?![A-Za-z0-9])")
_KINDS = {"paras": ("para",), "annex": ("annex", "appendix")}
"""The kinds of typed reference that a function prints, where they are not called as it is."""


def place_reference(recovery: Recovery, atom: int) -> bool:
    """Place a cross-reference over its own words with other numbers, or over another one of its kind."""
    sent = recovery.sent.atoms[atom]
    if not isinstance(sent.piece, ReferenceCall):
        return False
    pattern = _pattern(recovery.old_text[sent.start : sent.end])
    for gap in recovery.gaps(atom):
        found = (match.span() for match in pattern.finditer(recovery.text, gap.start, gap.end))
        for place in (*found, *_of_its_kind(recovery, sent.piece, gap)):
            if recovery.is_free(*place) and recovery.edges.fit(*place):
                recovery.place(Placement(*place, atom, sent.piece, settles="reference"))
                return True
    return False


def _pattern(printed: str) -> re.Pattern[str]:
    """A reference as it was printed, with any other numbers."""
    parts, at = [], 0
    for match in _NUMBER.finditer(printed):
        parts += [re.escape(printed[at : match.start()]), _ANY_NUMBER]
        at = match.end()
    return re.compile("".join([*parts, re.escape(printed[at:])]), re.IGNORECASE)


def _of_its_kind(recovery: Recovery, piece: ReferenceCall, gap: Opening) -> list[tuple[int, int]]:
    """The references of a kind that were typed in a gap."""
    kinds = _KINDS.get(piece.function, (piece.function,))
    inside = (each for each in typed_references(recovery) if gap.start <= each.start and each.end <= gap.end)
    return [(each.start, each.end) for each in inside if each.kind in kinds]
