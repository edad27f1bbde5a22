"""What the ledger says of changes that come back: a frozen report takes some with a reason, an issued one none."""

from __future__ import annotations

from pathlib import Path

from reportgen import pipeline
from reportgen.comparison.difference import name_of_key
from reportgen.ledger.model import LedgerEdition
from reportgen.pipeline import numbers
from reportgen.pipeline.numbers import Built
from reportgen.returned.decisions import Holds
from reportgen.workspace import Workspace


def holds_of(built: Built, tag: str, why: str) -> Holds:
    """What holds the report in a language; a reason (`why`) opens what is frozen."""
    edition = built.ledger().current(built.report.symbol)
    if edition is None:
        return Holds()
    accepted = frozenset(map(name_of_key, edition.accepted()))
    frozen = [each for each, state in sorted(edition.states.items()) if state == "frozen"]
    held = f"the report is frozen in {', '.join(frozen)}: give the reason with --why" if frozen and not why else ""
    return Holds(held, _issued(edition, tag, built.report.language), accepted)


def _issued(edition: LedgerEdition, tag: str, original: str) -> str:
    """Why a text cannot change: its language is issued, or it is the original of one that is."""
    issued = [each for each, state in sorted(edition.states.items()) if state == "issued"]
    if tag not in issued and not (issued and tag == original):
        return ""
    return f"{edition.symbol} is issued in {', '.join(issued)}: it needs a corrigendum or a revision"


def accepted_ledger(workspace: Workspace, slug: str, before: Built, why: str) -> dict[Path, bytes]:
    """The ledger in which the changes of planned sources are accepted for a reason; none where nothing needs it."""
    after = Built(workspace, pipeline.load(workspace, slug))
    known = _refused(before)
    new = sorted(_refused(after) - known)
    if not new:
        return {}
    return numbers.accept(after, new, why, words=True).file()


def _refused(built: Built) -> set[str]:
    """The blocks whose change nobody answers for, reworded ones included."""
    found = numbers.check(built, (built.report.language,))
    standings = found.standings if found else ()
    refused = {name_of_key(key) for each in standings for key in each.refused}
    for each in standings:
        if "frozen" in each.states.values():
            refused |= {one.id for one in each.differences if one.change == "reworded" and one.key not in each.accepted}
    return refused
