"""e.g., etc., contractions, & and and/or are written out.

Source: Editorial Manual, abbreviations and style.

Passes (en): The plans, for example, do not end.
Fails (en): The plans, e.g. this one, are here.
Fails (en): Plans, reports, etc. are here.
Fails (en): The plan isn’t here.
Fails (en): Plans & reports are here.
Fails (fr): Les plans, etc. sont ici.
Fails (es): Los planes, etc. están aquí.
Fails (ru): Планы и т.д. готовы.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.checks.looking import listed_words
from reportgen.finding import Finding

LOOKS_AT = PIECES
CODES = {
    "RG218": Code(
        "an abbreviation or a contraction in prose",
        "Write for example, that is, and so on; do not for don’t; and for &.",
        severity="warning",
        source="Editorial Manual, abbreviations",
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Look for abbreviations and contractions in what somebody typed."""
    message = "'{found}': write {instead}"
    yield from listed_words(edition, "RG218", CODES["RG218"], lambda style: style.latin, message)
