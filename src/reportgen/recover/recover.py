"""From a piece as it was sent and the text that came back to its new wording."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.language import Language
from reportgen.recover.answer import Question, Recovered
from reportgen.recover.sent import SentPiece
from reportgen.tree.inlines import Content
from reportgen.tree.text import plain_text

_NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


def recover(
    piece: SentPiece, came_back: Content, language: Language, answers: Mapping[str, str] = _NO_ANSWERS
) -> Recovered:
    """The new wording of a piece; `answers` are choices by the keys of questions that were asked before.

    `came_back` is what a reader of a file sees: text, italics, bold, addresses and marks of notes.
    """
    text = plain_text(came_back)
    if text == plain_text(piece.content):
        return Recovered(piece.wording)
    return Recovered(piece.wording, questions=(Question("unclear", text, ("as sent",), end=len(text)),))
