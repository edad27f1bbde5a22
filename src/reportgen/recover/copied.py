"""What was copied: words that stand in the piece already, round the same facts, which then are printed twice."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator

from reportgen.alignment import LONG, moved_blocks
from reportgen.recover.placement import Placement
from reportgen.recover.recovery import Recovery
from reportgen.wording import Placeholder, ReferenceCall

_OF_ITS_OWN = {"han": 8}
_OF_ITS_OWN_WORDS = 4
"""How many words a copy has at least, in Chinese characters; fewer are the same by chance."""

_PROBE = {"han": 10}
_PROBE_LETTERS = 24
"""How many letters tell that free text stands elsewhere in the piece."""

_FREE_RUN = re.compile(rb"\0+")


def is_copied_from_outside(recovery: Recovery) -> bool:
    """Whether free text begins as a sentence does that is as it was, so that all of the piece has to be looked at."""
    length = _PROBE.get(recovery.language.conventions.script, _PROBE_LETTERS)
    start, end = recovery.window.old
    outside = (recovery.old_text[:start], recovery.old_text[end:])
    for run in _FREE_RUN.finditer(recovery.owners):
        probe = recovery.text[slice(*run.span())].lstrip()[:length]
        if len(probe) == length and any(probe in each for each in outside):
            return True
    return False


def place_copies(recovery: Recovery) -> None:
    """Place the facts and references of every copy again; its words are no new ones."""
    if max(len(recovery.old), len(recovery.tokens)) > LONG:
        return
    script = recovery.language.conventions.script
    words = {token.key for token in recovery.old if token.kind == "word"}
    least = _OF_ITS_OWN.get(script, _OF_ITS_OWN_WORDS)
    old = [token.key for token in recovery.old]
    for block in moved_blocks(old, [*_free_keys(recovery)], [], lambda key: key in words, least):
        for before, now in block.pairs:
            _place_again(recovery, before, now)


def _free_keys(recovery: Recovery) -> Iterator[Hashable]:
    """What the tokens of the text are compared by; those that have a place are like no other."""
    for index, token in enumerate(recovery.tokens):
        yield token.key if recovery.is_free(token.start, token.end) else ("taken", index)


def _place_again(recovery: Recovery, before: int, now: int) -> None:
    token, atom = recovery.tokens[now], recovery.old[before].atom
    piece = recovery.sent.atoms[atom].piece if atom >= 0 else None
    if piece is None:
        recovery.leave_as_letters(token.start, token.end)
    elif isinstance(piece, Placeholder | ReferenceCall) and recovery.prints(atom, token):
        recovery.place(Placement(token.start, token.end, -1, piece, recovery.press.said(piece)))
