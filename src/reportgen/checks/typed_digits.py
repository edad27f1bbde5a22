"""No figure in prose outside facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.edition import Code, Edition, contents, literal_text
from reportgen.finding import Finding

CODES = {
    "RG051": Code(
        "a digit is typed in prose",
        "Everything that can be wrong is a fact. Make the figure a fact and print it with a placeholder; a digit that "
        "belongs to a name (the 2030 Agenda) stands in the lexicon.",
    )
}

_DIGITS = re.compile(r"\d[\d.,  /-]*\d|\d")


def check(edition: Edition) -> Iterator[Finding]:
    """Look for digits in the literal text of every block."""
    for document in edition.documents.values():
        for _, where, content in contents(document):
            for found in _DIGITS.findall(literal_text(content)):
                yield Finding("RG051", "error", f"'{found}' is typed in prose", document.language, where)
