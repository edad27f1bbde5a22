"""Words that mean all people, and not men alone.

Source: Guidelines for gender-inclusive language in English, French, Spanish, Russian, Arabic (un.org).

Passes (en): The Chair spoke on humankind.
Fails (en): The chairman spoke.
Fails (en): It takes much manpower.
Fails (fr): Les droits des hommes politiques sont clairs.
Passes (fr): Toutes les femmes et tous les hommes sont égaux.
Fails (fr): Tous les hommes sont égaux.
Fails (es): Los hombres de negocios se reunieron.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.checks.looking import listed_words
from reportgen.finding import Finding

LOOKS_AT = PIECES
CODES = {
    "RG216": Code(
        "a word of one gender for all",
        "Chair for chairman, personnel for manpower, humankind for mankind; each language has its list in its "
        "style (inclusive).",
        severity="warning",
        source="United Nations guidelines for gender-inclusive language",
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Look for words of one gender in what somebody typed."""
    message = "'{found}': write {instead}"
    yield from listed_words(edition, "RG216", CODES["RG216"], lambda style: style.inclusive, message)
