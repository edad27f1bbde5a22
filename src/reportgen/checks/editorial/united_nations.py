"""Names that are never abbreviated: United Nations, General Assembly, Security Council.

Source: Editorial Manual, abbreviations; Correspondence Manual.

Passes (en): The United Nations and UN-Women met.
Passes (en): The work of UN/CEFACT went on.
Fails (en): The UN met.
Fails (en): The U.N. met.
Fails (en): The UNGA met.
Fails (fr): L’AGNU s’est réunie.
Fails (es): La AGNU se reunió.
Fails (ru): ГА ООН провела заседание.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.checks.looking import listed_words
from reportgen.finding import Finding

LOOKS_AT = PIECES
CODES = {
    "RG212": Code(
        "a name that is never abbreviated",
        "United Nations, General Assembly, Security Council, Economic and Social Council and Secretary-General "
        "are written in full.",
        severity="warning",
        source="Editorial Manual, abbreviations",
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Look for short forms that are not used in what somebody typed."""
    message = "'{found}' is written in full: {instead}"
    yield from listed_words(edition, "RG212", CODES["RG212"], lambda style: style.unabbreviated, message, is_exact=True)
