"""The slip: old number to new number, for everyone who holds a copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reportgen.comparison.difference import Difference
from reportgen.comparison.sides import Piece, of_documents
from reportgen.comparison.table import as_json, is_shown, rows, table_lines
from reportgen.errors import ReportgenError, UsageError
from reportgen.ledger.audit import standing
from reportgen.ledger.model import Ledger, LedgerEdition
from reportgen.ledger.standing import Standing
from reportgen.record import record
from reportgen.tree import nodes as tree
from reportgen.tree.citation import cited, listed
from reportgen.tree.inlines import CrossReference
from reportgen.tree.walk import all_blocks, all_inlines, content_of


@record
class Slip:
    """What changed between an edition and now; `references` are the blocks whose cross-references follow.

    `was` is the symbol of the edition where that is another one: of a document that was revised since.
    """

    symbol: str
    edition: int
    differences: tuple[Difference, ...]
    reasons: Mapping[str, str]
    references: tuple[tuple[str, str], ...]
    was: str = ""

    def text(self) -> Iterator[str]:
        """The slip as lines."""
        yield f"{self.symbol}: numbers since edition {self.edition}{f' of {self.was}' if self.was else ''}"
        changed = [each for each in self.differences if each.place != "same"]
        if not changed:
            yield "No number has changed."
            return
        yield ""
        yield from table_lines(rows(changed, lambda each: self.reasons.get(each.key, "")))
        yield ""
        if self.references:
            yield f"Cross-references changed in {', '.join(where for _, where in self.references)}."
        yield "All other numbers are as before."

    def as_json(self) -> dict[str, Any]:
        """The slip as plain data."""
        return {
            "symbol": self.symbol,
            "edition": self.edition,
            **({"was": self.was} if self.was else {}),
            "numbers": [as_json(each, self.reasons) for each in self.differences if is_shown(each)],
            "references": [{"id": name, "where": where} for name, where in self.references],
        }


def slip_since(ledger: Ledger, original: tree.Document, since: int | None = None) -> Slip:
    """The slip from an edition, by default the last one; a `ReportgenError` where a change was not accepted.

    Before a revision is frozen, the last edition is that of the document it revises; later `since` may still name it.
    """
    own = ledger.under(original.symbol)
    editions = own if own and since in (None, *(each.number for each in own)) else ledger.editions
    edition = next((each for each in reversed(editions) if since in (None, each.number)), None)
    if edition is None:
        hint = (
            f"editions: {listed([str(each.number) for each in editions])}" if editions else "reportgen numbers freeze"
        )
        raise UsageError(f"there is no edition {since or ''} of {original.symbol}".replace("  ", " "), None, hint)
    pieces = of_documents(original, {original.language: original})
    # The last edition decides, whichever one the slip starts from: older changes were settled at its freeze. A revision
    # that is still a draft holds nobody to anything.
    if own:
        _require_accepted(own[-1], pieces, original.language)
    now = _standing(edition, pieces, original.language)
    reasons = {each.key: each.why for later in editions if later.number >= edition.number for each in later.changes}
    was = edition.symbol if edition.symbol != original.symbol else ""
    return Slip(original.symbol, edition.number, now.differences, reasons, tuple(_references(original, now)), was)


def _require_accepted(last: LedgerEdition, pieces: Sequence[Piece], language: str) -> None:
    now = _standing(last, pieces, language)
    refused = [each.id for each in now.differences if each.structural and each.key not in now.accepted]
    if refused:
        hint = "a slip says only what is settled: reportgen numbers accept"
        raise ReportgenError(f"not accepted since edition {last.number}: {listed(refused)}", None, hint)


def _standing(edition: LedgerEdition, pieces: Sequence[Piece], language: str) -> Standing:
    """How the report stands to an edition; for numbers one language is enough."""
    return standing(edition, pieces, [language] if language in edition.states else [])


def _references(original: tree.Document, now: Standing) -> Iterator[tuple[str, str]]:
    """The blocks whose cross-references print a new number, each with its id and its own number."""
    changed = {each.id for each in now.differences if each.old and each.new and each.old != each.new}
    kinds = {each.id: each.kind for each in now.differences}
    for block in (*all_blocks(original), *original.notes):
        content = block.content if isinstance(block, tree.Note) else content_of(block)
        references = [inline for inline in all_inlines(content) if isinstance(inline, CrossReference)]
        if any(changed.intersection((*each.targets, each.to)) for each in references):
            number = getattr(block, "number", None)
            yield block.id, cited(kinds[block.id], number.path) if number else block.id
