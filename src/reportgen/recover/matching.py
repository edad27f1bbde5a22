"""Which tokens of the text that came back are which of the text as it was sent: in order, and moved."""

from __future__ import annotations

from collections.abc import Hashable

from reportgen.alignment import LONG, CommonBlock, common_blocks, long_blocks, moved_blocks, moved_runs
from reportgen.recover.fold import compared
from reportgen.recover.press import phrase_choice
from reportgen.recover.recovery import Recovery
from reportgen.recover.tokens import basic_tokens
from reportgen.wording import Placeholder

_OF_ITS_OWN = {"han": 3}
_OF_ITS_OWN_WORDS = 2
"""How many words a block that moved has at least, in Chinese characters: a fact alone is changed, not moved.

Two counts that were exchanged would else be read as moved, which changes one language instead of the facts of all.
"""


def match_tokens(recovery: Recovery) -> None:
    """Find the partner of every token that stayed or moved together with its neighbours."""
    old, new = [token.key for token in recovery.old], [token.key for token in recovery.tokens]
    blocks = _long(recovery, old, new) if max(len(old), len(new)) > LONG else _short(recovery, old, new)
    for block in blocks:
        recovery.match(block.pairs)


def _short(recovery: Recovery, old: list[Hashable], new: list[Hashable]) -> list[CommonBlock]:
    words = {token.key for token in recovery.old if token.kind == "word"} - _words_of_phrases(recovery)
    blocks = common_blocks(old, new)
    least = _OF_ITS_OWN.get(recovery.language.conventions.script, _OF_ITS_OWN_WORDS)
    return [*blocks, *moved_blocks(old, new, blocks, lambda key: key in words, least)]


def _words_of_phrases(recovery: Recovery) -> set[Hashable]:
    """The words that stand with the number of some fact: beside another number they are no words of its own."""
    pieces = (atom.piece for atom in recovery.sent.atoms if recovery.window.holds(atom))
    choices = filter(None, (phrase_choice(piece) for piece in pieces if isinstance(piece, Placeholder)))
    texts = (compared(words) for choice in choices for _, words in choice.options)
    return {token.key for text in texts for token in basic_tokens(text, 0, len(text))}


def _long(recovery: Recovery, old: list[Hashable], new: list[Hashable]) -> list[CommonBlock]:
    """The blocks of a long text, cut where its sentences match; only whole sentences move in it."""
    ends = recovery.language.conventions.sentence_ends

    def is_end(key: Hashable) -> bool:
        return isinstance(key, str) and key in ends

    blocks = long_blocks(old, new, is_end)
    return [*blocks, *moved_runs(old, new, blocks, is_end)]
