"""Pieces made by hand: a wording and its facts, printed, and edited as text."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from reportgen import language as languages
from reportgen.assemble.prose import Prose
from reportgen.facts import Value
from reportgen.language import Language
from reportgen.printing.names import FirstUses, named
from reportgen.printing.series import figured_series
from reportgen.record import replace
from reportgen.recover import Recovered, SentFact, SentPiece, recover
from reportgen.tree.inlines import Content, CrossReference, Inline, Text
from reportgen.tree.text import plain_text
from reportgen.tree.walk import map_leaves
from reportgen.workspace import Workspace


class Printed:
    """A piece that was printed in a language; names with a short form are met for the first time in it."""

    def __init__(self, tag: str, wording: str, facts: Mapping[str, Value], **known: object) -> None:
        self.language: Language = languages.load(Workspace.at(), tag)
        prose = Prose(self.language, facts.get, lambda _: None, figured_series(facts.values(), self.language))
        uses = FirstUses(self.language.conventions.names)
        content = map_leaves(named(prose.content(wording), uses), _resolved)
        sent = {name: SentFact(value) for name, value in facts.items()}
        self.piece: SentPiece = replace(SentPiece("piece", wording, content, sent), **known)

    @property
    def text(self) -> str:
        return plain_text(self.piece.content)

    def comes_back(self, text: str | Content, answers: Mapping[str, str] | None = None) -> Recovered:
        """What is recovered of a text."""
        content = (Text(text),) if isinstance(text, str) else text
        return recover(self.piece, content, self.language, answers or {})

    def edited(self, old: str, new: str, answers: Mapping[str, str] | None = None) -> Recovered:
        """What is recovered where some words of the text are others."""
        assert old in self.text, self.text
        return self.comes_back(self.text.replace(old, new, 1), answers)


def _resolved(inline: Inline) -> Inline:
    """A reference as if all were to paragraph 41."""
    return replace(inline, content=(Text("paragraph 41 above"),)) if isinstance(inline, CrossReference) else inline


class MakePrinted:
    """Makes printed pieces: a language, a wording, facts by name; what else is known of the piece as keywords."""

    def __call__(self, tag: str, wording: str, facts: Mapping[str, Value] | None = None, **known: object) -> Printed:
        return Printed(tag, wording, facts or {}, **known)


@pytest.fixture
def printed() -> MakePrinted:
    return MakePrinted()
