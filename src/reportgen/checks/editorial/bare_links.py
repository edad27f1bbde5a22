"""An address on the web is marked as one.

Source: docs/wording.md: <https://…>.

Passes (en): See <https://www.un.org>.
Fails (en): See https://www.un.org.
Fails (en): See www.un.org.
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


_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>）。，]*[\w/]")


def check(edition: Edition) -> Iterator[Finding]:
    """Look for addresses outside of < and >."""
    for document in edition.documents.values():
        text = edition.text_of(document)
        if "www." in text.text or "://" in text.text:
            for content, start, end, match in text.matches(_ADDRESS):
                message = f"the address '{match.group()}' is typed"
                yield content.finding("RG228", CODES["RG228"].severity, message, text.language, start, end)
