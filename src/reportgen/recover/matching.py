"""Which tokens of the text that came back are which of the text as it was sent: in order, and moved."""

from __future__ import annotations

from collections.abc import Hashable

from reportgen.alignment import common_blocks, moved_blocks
from reportgen.recover.recovery import Recovery

_OF_ITS_OWN = {"han": 3}
_OF_ITS_OWN_WORDS = 2
"""How many words a block that moved has at least, in Chinese characters: a fact alone is changed, not moved.

Two counts that were exchanged would else be read as moved, which changes one language instead of the facts of all.
"""


def match_tokens(recovery: Recovery) -> None:
    """Find the partner of every token that stayed or moved together with its neighbours."""
    old, new = [token.key for token in recovery.old], [token.key for token in recovery.tokens]
    words = {token.key for token in recovery.old if token.kind == "word"}
    blocks = common_blocks(old, new)
    least = _OF_ITS_OWN.get(recovery.language.conventions.script, _OF_ITS_OWN_WORDS)

    def counts(key: Hashable) -> bool:
        return key in words

    for block in (*blocks, *moved_blocks(old, new, blocks, counts, least)):
        recovery.match(block.pairs)
