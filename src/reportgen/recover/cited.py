"""Cross-references, whose numbers are ours: the words of one with any number are that reference."""

from __future__ import annotations

import re

from reportgen.recover.placement import Placement
from reportgen.recover.recovery import Recovery
from reportgen.wording import ReferenceCall

_NUMBER = re.compile(r"(?<!\w)(?:\d+(?: bis| ter)?(?: ?\((?:[a-z]+|\w)\))*|[IVXLC]+(?:\.[A-Z0-9]+)*|[A-Z])(?!\w)")
_ANY_NUMBER = r"(?:\d+(?: bis| ter)?(?: ?\((?:[a-z]+|\w)\))*|[IVXLC]+(?:\.[A-Z0-9]+)*|[A-Z])"


def place_reference(recovery: Recovery, atom: int) -> bool:
    """Place a cross-reference over its own words with other numbers; whether they are there."""
    sent = recovery.sent.atoms[atom]
    if not isinstance(sent.piece, ReferenceCall):
        return False
    pattern = _pattern(recovery.old_text[sent.start : sent.end])
    for gap in recovery.gaps(atom):
        for match in pattern.finditer(recovery.text, gap.start, gap.end):
            if recovery.is_free(*match.span()) and recovery.edges.fit(*match.span()):
                recovery.place(Placement(*match.span(), atom, sent.piece, settles="reference"))
                return True
    return False


def _pattern(printed: str) -> re.Pattern[str]:
    """A reference as it was printed, with any other numbers."""
    parts, at = [], 0
    for match in _NUMBER.finditer(printed):
        parts += [re.escape(printed[at : match.start()]), _ANY_NUMBER]
        at = match.end()
    return re.compile("".join([*parts, re.escape(printed[at:])]), re.IGNORECASE)
