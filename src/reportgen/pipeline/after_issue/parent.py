"""The issued document that an addendum belongs to: its numbers in a language, and its editions since."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.amendments.parent import ParentEditions
from reportgen.errors import InputError
from reportgen.ledger import write_file as ledgers
from reportgen.ledger.kept import load_kept
from reportgen.ledger.model import Ledger, LedgerEdition
from reportgen.model.corrections import Amends
from reportgen.model.report import Report
from reportgen.passes.targets import IssuedNumbers, issued_numbers
from reportgen.pipeline.after_issue.issued import symbols_of_amendments
from reportgen.workspace import Workspace


def parent_numbers(workspace: Workspace, report: Report, tag: str) -> IssuedNumbers | None:
    """What an addendum may refer to in its parent; None for every other report.

    A language that went out with another edition has the numbers of that one; there is no target where nobody kept what
    was printed in it.
    """
    amends = _parent_of(report)
    if amends is None:
        return None
    held = ledgers.load(workspace, amends.report).edition_of(amends.symbol, tag)
    for number in dict.fromkeys((amends.edition, *([held.number] if held else []))):
        kept = load_kept(workspace, amends.report, number)
        sent = kept.document(tag) if kept else None
        if sent:
            return issued_numbers(amends.symbol, sent.pieces)
    return issued_numbers(amends.symbol, ())


def parent_editions(workspace: Workspace, report: Report) -> ParentEditions | None:
    """The edition that an addendum refers to and all later ones, those of revisions too; None for other reports."""
    amends = _parent_of(report)
    if amends is None:
        return None
    ledger = ledgers.load(workspace, amends.report)
    own = next((each for each in ledger.under(amends.symbol) if each.number == amends.edition), None)
    if own is None:
        message = f"there is no edition {amends.edition} of {amends.symbol} in inputs/{amends.report}"
        raise InputError(message, amends.position("edition"), "numbering.yaml there has its editions")
    later = [each for each in _held(ledger, amends.symbol) if each.number > own.number]
    return ParentEditions(own, (*later, *_of_revisions(workspace, amends.report, {amends.report})))


def _parent_of(report: Report) -> Amends | None:
    return report.amends if report.amends and report.amends.kind == "addendum" else None


def _held(ledger: Ledger, symbol: str) -> Iterator[LedgerEdition]:
    return (each for each in ledger.under(symbol) if each.held())


def _of_revisions(workspace: Workspace, slug: str, seen: set[str]) -> Iterator[LedgerEdition]:
    """The editions of the revisions of a report, and of theirs."""
    for name, symbol in symbols_of_amendments(workspace, slug, "revision"):
        if name not in seen:
            seen.add(name)
            yield from _held(ledgers.load(workspace, name), symbol)
            yield from _of_revisions(workspace, name, seen)
