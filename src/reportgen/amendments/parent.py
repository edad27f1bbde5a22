"""What became of the blocks of an issued document that its addendum refers to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.ledger.model import LedgerEdition
from reportgen.record import record
from reportgen.tree.path import Path


@record
class ParentEditions:
    """The edition that an addendum refers to, and the later ones, under its symbol or another, the oldest first."""

    own: LedgerEdition
    later: tuple[LedgerEdition, ...]


@record
class ParentBlock:
    """A block that has another number in a later edition, or is gone from it: `now` is None then."""

    id: str
    kind: str
    was: Path
    now: Path | None
    edition: LedgerEdition


def changed_blocks(editions: ParentEditions) -> Iterator[ParentBlock]:
    """The blocks whose numbers are no longer those that the addendum cites; each as the first later edition has it."""
    told: set[str] = set()
    for edition in editions.later:
        there: Mapping[str, Path] = {block.id: block.path for block in edition.blocks}
        for block in editions.own.blocks:
            if block.id not in told and there.get(block.id) != block.path:
                told.add(block.id)
                yield ParentBlock(block.id, block.kind, block.path, there.get(block.id), edition)
