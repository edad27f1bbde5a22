"""Lines that a masthead lacks, where its series of documents is not known and they wait for its author."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import Code, Edition
from reportgen.finding import Finding

CODES = {
    "RG101": Code(
        "a line of the masthead is missing",
        "The masthead names no organ yet, as reportgen new leaves it for a symbol of a series that it does not know. "
        "Write the line into report.yaml; docs/wording.md, 'The masthead', has them all. A masthead with an organ may "
        "leave the others out.",
    ),
}
_LINES = {
    "organ": "organ: ID, the organ the report goes to, an entity of the lexicon",
    "session": "session: NUMBER, the session that takes the report up",
    "meeting": "meeting: {place: ID, dates: {date: YYYY-MM-DD, to: YYYY-MM-DD}}",
    "agenda": "agenda: {item: NUMBER}, the agenda item, provisional: true while it is",
}


def check(edition: Edition) -> Iterator[Finding]:
    """Say which lines a masthead without an organ has still to get."""
    masthead, at = edition.report.masthead, edition.report.position("masthead")
    if masthead.organ or not masthead.printed:
        return
    for name, how in _LINES.items():
        if getattr(masthead, name) is None:
            message = f"the masthead has no line '{name}'"
            yield Finding("RG101", "warning", message, "", "masthead", at, f"write {how}")
