"""An address on the web is marked as one.

Source: docs/wording.md: <https://…>.

Passes (en): See <https://www.un.org>.
Fails (en): See https://www.un.org.
Fails (en): See www.un.org.
Fails (en): See unstats.un.org/sdgs for the data.
Passes (en): Write to office@un.org for it.
Fails (fr): Voir www.un.org.
Fails (es): Véase www.un.org.
Fails (ru): См. www.un.org.
Fails (zh): 见www.un.org。
Fails (ar): انظر www.un.org.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.finding import Finding

LOOKS_AT = PIECES
CODES = {
    "RG228": Code(
        "an address that is typed",
        "Write <https://…>, so that Word and the browser make a link of it, the same in every language.",
        severity="warning",
        source="docs/wording.md, links",
    ),
}


_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>）。，]*[\w/]"
    r"|(?<![\w@.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:org|int|com|net|edu|gov|info)\b(?:/[\w./?&=%#-]*[\w/])?",
    re.ASCII,
)
"""With a scheme, or as people type it: unstats.un.org/sdgs; what has an @ before it is an address of mail."""

_MARKS = ("www.", "://", ".org", ".int", ".com", ".net", ".edu", ".gov", ".info")


def check(edition: Edition) -> Iterator[Finding]:
    """Look for addresses outside of < and >."""
    for document in edition.documents.values():
        text = edition.text_of(document)
        if any(mark in text.text for mark in _MARKS):
            for content, start, end, match in text.matches(_ADDRESS):
                message = f"the address '{match.group()}' is typed"
                yield content.finding("RG228", CODES["RG228"].severity, message, text.language, start, end)
