"""Printed text back to its wording: `recover(piece, came_back, language)`, the inverse of what assemble prints.

Two laws hold. `recover(print(wording))` is the wording, to the byte. `print(recover(text))` is the text, but for the
places that the answer lists as settled: what reportgen alone decides (answer.SETTLED). Where a text can mean more than
one thing, the answer asks; until it is answered, wording and facts print what came back.
"""

from reportgen.recover.answer import (
    SETTLED,
    ChangedFact,
    ProposedFact,
    Question,
    QuestionKind,
    Recovered,
    SettledKind,
    SettledPlace,
)
from reportgen.recover.sent import FactScope, SentFact, SentPiece
from reportgen.recover.steps import recover

__all__ = [
    "SETTLED",
    "ChangedFact",
    "FactScope",
    "ProposedFact",
    "Question",
    "QuestionKind",
    "Recovered",
    "SentFact",
    "SentPiece",
    "SettledKind",
    "SettledPlace",
    "recover",
]
