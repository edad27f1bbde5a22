"""How what is cited is numbered, as regular expressions: resolutions, articles, targets."""

from __future__ import annotations

import re

_OF_A_SESSION = r"[A-Z]{1,2}-\d{1,2}/\d{1,3}|\d{1,4}/\d{1,4}"
_YEAR_OR_SESSION = r" \((?:\d{4}|[IVXLC]+)\)"
RESOLUTION = (
    rf"(?:(?:{_OF_A_SESSION})(?: [A-Z]{{1,2}})?(?:{_YEAR_OR_SESSION})?|\d{{1,4}}(?: [A-Z]{{1,2}})?{_YEAR_OR_SESSION})"
)
"""72/162, 2793 (2025), 217 A (III), S-10/2, 60/1 B."""

_WHOLE = r"[1-9]\d{0,3}(?: (?:bis|ter|quater))?"
_GOAL = r"(?:1[0-7]|[1-9])"

EXPRESSIONS: dict[str, str] = {
    "resolution": RESOLUTION,
    "decision": RESOLUTION,
    "article": _WHOLE,
    "rule": _WHOLE,
    "annex": r"[IVXLC]+|[1-9]\d?",
    "paragraph": _WHOLE,
    "target": rf"{_GOAL}\.(?:[1-9]\d?|[a-d])",
    "indicator": rf"{_GOAL}\.(?:[1-9]\d?|[a-d])\.[1-9]",
}
"""The numbers of each kind, without groups."""

_EXAMPLES = {"resolution": "72/162", "decision": "74/540", "annex": "II", "target": '"10.2"', "indicator": '"10.2.1"'}
NUMBERS = {kind: (re.compile(text), _EXAMPLES.get(kind, "33")) for kind, text in EXPRESSIONS.items()}
"""The numbers of each kind as expressions, each with one that is right."""

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def annex_number(text: str) -> int | None:
    """The number of II, 2 or 2 bis; None where it is none."""
    figures = text.partition(" ")[0]
    if figures.isdecimal():
        return int(figures)
    values = [_ROMAN.get(letter) for letter in text]
    if not text or None in values:
        return None
    numbers = [value or 0 for value in values]
    following = [*numbers[1:], 0]
    return sum(-value if value < after else value for value, after in zip(numbers, following, strict=True))
