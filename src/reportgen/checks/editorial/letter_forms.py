"""Letters in the form in which they are searched and sorted: composed, without kashida, no presentation forms.

Source: Unicode, normalization form C; conventions.md 0.1, kashida.

Passes (en): The café is here.
Fails (fr): Le café est ici.
Passes (ar): التقرير قصير.
Fails (ar): التقريـــر قصير.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.finding import Finding

LOOKS_AT = PIECES
CODES = {
    "RG233": Code(
        "letters in a form that is not found",
        "Accents are part of their letters (NFC), Arabic words are not stretched with kashida: who searches for"
        " the word does not find it otherwise. reportgen check --fix mends it.",
        severity="warning",
        source="Unicode, normalization form C",
    ),
}


_KASHIDA = "\u0640"
_MARKED = re.compile(r"\S*[\u0300-\u036f\u0653-\u0655]\S*")
_STRETCHED = re.compile(r"(?<=\w)\u0640+(?=\w)|(?<=\w\w)\u0640+")


def check(edition: Edition) -> Iterator[Finding]:
    """Look for marks that belong to a letter, and for kashida."""
    for document in edition.documents.values():
        text = edition.text_of(document)
        for content, start, end, _ in text.matches(_STRETCHED, _KASHIDA):
            message = "a word is stretched with kashida"
            yield content.finding("RG233", CODES["RG233"].severity, message, text.language, start, end, "")
        if unicodedata.is_normalized("NFC", text.text):
            continue
        for content, start, end, match in text.matches(_MARKED):
            composed = unicodedata.normalize("NFC", match.group())
            if composed != match.group():
                message = f"'{composed}' is written with a letter and a mark of its own"
                yield content.finding("RG233", CODES["RG233"].severity, message, text.language, start, end, composed)
