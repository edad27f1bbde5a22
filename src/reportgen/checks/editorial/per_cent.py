"""Per cent in words, where the language has it in words.

Source: Editorial Manual, numbers: % only in tables; conventions.md C.2, per cent.

Passes (en): The share grew by some per cent.
Fails (en): The share (in %) grew.
Fails (en): The share in percent grew.
Fails (ru): Доля (в %) растет.
Fails (ar): النسبة (%) كبيرة.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.checks.looking import listed_words
from reportgen.finding import Finding

LOOKS_AT = PIECES
CODES = {
    "RG222": Code(
        "a sign for per cent",
        "English writes per cent, Russian процентов, Arabic في المائة; the sign stands in tables alone.",
        severity="warning",
        source="Editorial Manual, numbers",
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Look for signs for per cent in what somebody typed."""
    message = "'{found}': write {instead}"
    yield from listed_words(edition, "RG222", CODES["RG222"], lambda style: style.per_cent, message)
