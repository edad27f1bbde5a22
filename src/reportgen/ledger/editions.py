"""An edition of the ledger as one side of a comparison."""

from __future__ import annotations

from reportgen.comparison.fingerprints import Digest
from reportgen.comparison.sides import Piece, owned
from reportgen.ledger.model import LedgerEdition


def of_edition(edition: LedgerEdition) -> list[Piece]:
    """The pieces of an edition of the ledger."""
    texts = edition.texts.items()
    pieces = []
    for block in edition.blocks:
        digests = {tag: Digest.parse(known[block.id]) for tag, known in texts if block.id in known}
        pieces.append(Piece(block.id, block.kind, block.path, digests=digests, words=block.words))
    places = {block.id: index for index, block in enumerate(edition.blocks)}
    # Only notes record their owner; all other owners follow from kinds and paths.
    owners = {places[block.id]: places[block.owner] for block in edition.blocks if block.owner in places}
    return owned(pieces, owners)
