"""Which facts and notes a wording needs."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.wording import Fault, Marked, WordingPiece, Words, marks, placeholders, printed_facts, scan

_SIGN = "\ufffc"


def facts_in(wording: str) -> frozenset[str]:
    """The facts that a wording prints or chooses words by; none where it cannot be read."""
    try:
        found = placeholders(scan(wording))
    except Fault:
        return frozenset()
    return frozenset(name for each in found for name in (each.fact, *printed_facts(each)))


def shown_facts(wording: str) -> frozenset[str]:
    """The facts that a wording prints, and not only chooses words by; none where it cannot be read."""
    try:
        return frozenset(name for each in placeholders(scan(wording)) for name in printed_facts(each))
    except Fault:
        return frozenset()


def facts_with_words(wording: str) -> frozenset[str]:
    """The facts by which a wording chooses words, beside a number or alone; none where it cannot be read."""
    try:
        found = placeholders(scan(wording))
    except Fault:
        return frozenset()
    return frozenset(each.fact for each in found if any(one.name in ("plural", "counted") for one in each.filters))


def letters_of(wording: str) -> str:
    """What stands in a wording as letters, with a sign that is no letter for each placeholder."""
    try:
        return "".join(_letters(scan(wording)))
    except Fault:
        return ""


def _letters(pieces: tuple[WordingPiece, ...]) -> Iterator[str]:
    for piece in pieces:
        match piece:
            case Words():
                yield piece.text
            case Marked():
                yield from _letters(piece.content)
            case _:
                yield _SIGN


def notes_in(wording: str) -> frozenset[str]:
    """The notes that a wording marks; none where it cannot be read."""
    try:
        return frozenset(each.note for each in marks(scan(wording)))
    except Fault:
        return frozenset()
