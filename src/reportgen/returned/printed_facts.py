"""Which facts and notes a wording needs."""

from __future__ import annotations

from reportgen.wording import Fault, marks, placeholders, printed_facts, scan


def facts_in(wording: str) -> frozenset[str]:
    """The facts that a wording prints or chooses words by; none where it cannot be read."""
    try:
        found = placeholders(scan(wording))
    except Fault:
        return frozenset()
    return frozenset(name for each in found for name in (each.fact, *printed_facts(each)))


def notes_in(wording: str) -> frozenset[str]:
    """The notes that a wording marks; none where it cannot be read."""
    try:
        return frozenset(each.note for each in marks(scan(wording)))
    except Fault:
        return frozenset()
