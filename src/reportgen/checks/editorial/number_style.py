"""Numbers below ten in words, others in figures; what is forced otherwise is looked at.

Source: Editorial Manual, numbers; conventions.md C.2, numbers in words.

Passes (en): In all, {{ few }} judges and {{ many }} officers met.
Fails (en): "In all, {{ few | figures }} judges met."
Fails (fr): "En tout, {{ few | figures }} juges se sont réunis."
Fails (ru): "Всего {{ few | figures }} судей встретились."
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.checks.pieces import CheckedPiece, pieces
from reportgen.facts import Count
from reportgen.finding import Finding
from reportgen.wording import Filter, Placeholder

LOOKS_AT = PIECES
CODES = {
    "RG220": Code(
        "a number forced into figures or words",
        "Numbers below ten (Spanish: to ten) are words, others figures; the language prints them so by itself, "
        "in a series too. Take the filter out, unless a measure, an age or a series needs it; in tables "
        "figures are usual.",
        severity="warning",
        source="Editorial Manual, numbers",
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Look at each placeholder that forces figures or words."""
    for piece in pieces(edition):
        if "figures" in piece.text or "words" in piece.text:
            for placeholder in piece.placeholders():
                yield from _forced(piece, placeholder)


def _forced(piece: CheckedPiece, placeholder: Placeholder) -> Iterator[Finding]:
    if piece.in_table:
        return
    value, rule = piece.value_of(placeholder), piece.language.conventions.numbers
    names = {each.name for each in placeholder.filters if isinstance(each, Filter)}
    if not isinstance(value, Count):
        return
    in_words = value.number < rule.words_below
    # A number of a series stands in figures where another one does, so "figures" may be meant so.
    if ("figures" in names and in_words) or ("words" in names and not in_words and "begins" not in names):
        forced, usual = ("figures", "words") if in_words else ("words", "figures")
        message = f"{value.number} is forced into {forced}; {usual} are usual"
        yield piece.finding("RG220", CODES["RG220"].severity, message, placeholder)
