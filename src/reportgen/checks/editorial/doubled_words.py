"""The same word twice.

Source: what every reviser looks for; a placeholder may print the first word, too (the the Niger).

Passes (en): He had it, it had him.
Passes (en): It decided S and V v. Sweden.
Fails (en): The the report is short.
Fails (en): It is a a report.
Fails (en): The the {{ country }} is here.
Passes (fr): Nous nous félicitons du rapport.
Passes (fr): Ce rapport de décembre est court.
Fails (fr): Le rapport rapport est court.
Fails (es): El informe de de la Oficina.
Fails (ru): Доклад был был кратким.
Fails (ar): التقرير التقرير قصير.
Fails (zh): 报告的的内容很短。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.finding import Finding

LOOKS_AT = PIECES
CODES = {
    "RG203": Code(
        "a word stands twice",
        "The same word stands twice, typed, or once typed and once printed by a placeholder that brings it "
        "along. Take one out; words that a language does repeat stand in its style (repeated).",
        severity="warning",
        source="all languages",
    ),
}


_MARKS = "\u0300-\u036f\u064b-\u0655"
"""Marks on letters, before which a word does not end."""
_TWICE = re.compile(rf"(?<![{_MARKS}])\b([^\W\d_]+)[ \u00a0]+\1\b(?![{_MARKS}])", re.IGNORECASE)
_NAME = 5
_TWICE_HAN = re.compile(r"([的了和在与及将对为是])\1")


def check(edition: Edition) -> Iterator[Finding]:
    """Look for a word that follows itself."""
    for document in edition.documents.values():
        text = edition.text_of(document)
        known = {word.casefold() for word in text.style.repeated}
        if text.style.edges and text.words_twice <= known:
            continue
        for content, start, end, match in text.matches(_TWICE if text.style.edges else _TWICE_HAN):
            word = match[1]
            # Names such as Bora Bora are two short words with capitals; "de De" is a sentence of its own.
            is_name = match.group().istitle() and len(word) <= _NAME
            # So is a letter that stands for a name: V v. Sweden.
            is_name |= len(word) == 1 and match.group()[0] != match.group()[-1]
            if word.casefold() not in known and not is_name:
                message = f"'{word}' stands twice"
                yield content.finding("RG203", CODES["RG203"].severity, message, text.language, start, end)
