"""The ledger as frozen values: what was sent out under which number, and every change accepted since."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from reportgen.comparison.difference import key_of
from reportgen.errors import Position
from reportgen.ledger.standing import State
from reportgen.record import field, record
from reportgen.tree.path import Path

Insertions = Literal["renumber", "bis"]
Structural = Literal["inserted", "deleted", "moved", "reworded"]

STATES: tuple[State, ...] = ("draft", "frozen", "issued")
INSERTIONS: tuple[Insertions, ...] = ("renumber", "bis")
CHANGES: tuple[Structural, ...] = ("inserted", "deleted", "moved", "reworded")


@record
class LedgerBlock:
    """One block of an edition; `owner` is the block that marks a note, `words` are a sample to recognise its text."""

    id: str
    kind: str
    path: Path = ()
    owner: str = ""
    words: tuple[str, ...] = ()
    position: Position | None = field(default=None, compare=False)


@record
class Accepted:
    """A change that someone answers for.

    `after` is the block of the edition behind which an inserted or moved one stands, `step` the number it got where
    numbers are never moved ("41 bis"). A change to an issued language names the `corrigendum`; `languages` are those
    whose wording it changes.
    """

    id: str
    change: Structural
    why: str
    after: str = ""
    step: str = ""
    corrigendum: str = ""
    languages: tuple[str, ...] = ()
    position: Position | None = field(default=None, compare=False)

    @property
    def key(self) -> str:
        """The key of this change, unique in its edition."""
        return key_of(self.id, self.change)


@record
class LedgerEdition:
    """The numbers and texts of one freeze; `texts` gives the digest of each block's text, by language and id."""

    number: int
    symbol: str
    insertions: Insertions
    states: Mapping[str, State]
    blocks: tuple[LedgerBlock, ...]
    texts: Mapping[str, Mapping[str, str]]
    changes: tuple[Accepted, ...] = ()

    def held(self) -> tuple[str, ...]:
        """The languages that are frozen or issued."""
        return tuple(tag for tag, state in self.states.items() if state != "draft")

    def issued(self) -> tuple[str, ...]:
        """The languages that are issued."""
        return tuple(tag for tag, state in self.states.items() if state == "issued")

    def accepted(self) -> dict[str, Accepted]:
        """The accepted changes by their keys."""
        return {change.key: change for change in self.changes}


@record
class Ledger:
    """All editions, the oldest first."""

    editions: tuple[LedgerEdition, ...] = ()

    def under(self, symbol: str) -> tuple[LedgerEdition, ...]:
        """The editions that went out under a symbol, the oldest first."""
        return tuple(edition for edition in self.editions if edition.symbol == symbol)

    def current(self, symbol: str) -> LedgerEdition | None:
        """The last edition under a symbol, where a language is held to it."""
        return next((edition for edition in reversed(self.under(symbol)) if edition.held()), None)

    def edition_of(self, symbol: str, language: str) -> LedgerEdition | None:
        """The edition that a language is held to; none for a draft."""
        editions = reversed(self.under(symbol))
        return next((edition for edition in editions if language in edition.held()), None)
