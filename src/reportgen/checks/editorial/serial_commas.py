"""No comma before the last item of a list.

Source: Editorial Manual, punctuation: no serial comma; French, Spanish likewise.

Passes (en): The judges, prosecutors and police officers met.
Fails (en): The judges, prosecutors, and police officers met.
Passes (en): It drew on earlier work, notwithstanding the delay, and will go on.
Passes (en): The judges met, and the prosecutors went to the courts of all the regions.
Passes (en): Water spoils paper, salt eats metal, and a witness who sails tomorrow is not heard next week.
Passes (en): The areas were access to finance, market integration, and banking and trade.
Passes (en): It heard Fatimata Diallo, Chair, and Sabrina Gahar.
Fails (en): It trained judges, prosecutors, and prison staff of the region.
Fails (fr): Les juges, procureurs, et policiers se sont réunis.
Passes (es): Se prestó apoyo jurídico, educativo, médico y económico, y se logró mucho.
Fails (es): Los jueces, fiscales, y policías se reunieron.
Fails (zh): 法官、检察官、和警察会面。
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.finding import Finding

LOOKS_AT = PIECES
CODES = {
    "RG208": Code(
        "a comma before the last item of a list",
        "United Nations documents have no comma before “and” or “or” in a list, unless the items have commas "
        "themselves.",
        severity="warning",
        source="Editorial Manual, punctuation",
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Look for the pattern that the style of a language gives for a serial comma."""
    for document in edition.documents.values():
        text = edition.text_of(document)
        if text.style.serial:
            for content, start, end, match in text.matches(text.style.serial):
                # A name that is printed between commas may be a place with its country.
                if content.has_facts_between(start, end):
                    continue
                message = f"a comma stands before the last item: '{match.group()}'"
                yield content.finding("RG208", CODES["RG208"].severity, message, text.language, start, end)
