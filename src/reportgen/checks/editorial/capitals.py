"""Capitals: Member States, the Government, the Secretary-General.

Source: Editorial Manual, capitalization; conventions.md C.2.

Passes (en): The Member States met.
Passes (en): The States Parties met, and so did each State Party.
Fails (en): The member states met.
Fails (en): The State Parties met.
Fails (en): The secretary-general met them.
Fails (fr): Les états membres se sont réunis.
Fails (es): Los estados miembros se reunieron.
Passes (ru): Государствам-членам помогли.
Fails (ru): Доклад Государствам-членам готов.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.finding import Finding

LOOKS_AT = PIECES
CODES = {
    "RG211": Code(
        "a capital that is missing, or too much",
        "Member States, the Government of a State, the General Assembly and the Secretary-General have capitals"
        " in United Nations documents.",
        severity="warning",
        source="Editorial Manual, capitalization; each language as its section has it",
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Look for words in the wrong case, but for the capital that begins a sentence."""
    for document in edition.documents.values():
        text = edition.text_of(document)
        words = text.style.capitals
        for content, start, end, phrase in text.phrases(words):
            found, right = content.text[start:end], words[phrase]
            if (content.id, start) in text.places_of_starts:
                right = right[0].upper() + right[1:]
            # All in capitals, a text has no other case.
            if found not in (right, words[phrase], *text.style.other_capitals) and not found.isupper():
                message = f"'{found}' is written '{right}'"
                yield content.finding("RG211", CODES["RG211"].severity, message, text.language, start, end)
