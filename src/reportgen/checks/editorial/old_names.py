"""Names of States and bodies that are out of date, or not the official ones.

Source: UNTERM; conventions.md D.1.

Passes (en): The country is here.
Fails (en): The Burma office met.
Fails (en): The office in South Korea met.
Fails (fr): Le bureau en Birmanie est ouvert.
Fails (es): La oficina en Birmania está abierta.
Fails (ru): Отделение в Бирме открыто.
Fails (zh): 缅甸联邦和南韩参加。
Fails (ar): مكتب في بورما.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.checks.looking import listed_words
from reportgen.finding import Finding
from reportgen.language import Language

LOOKS_AT = PIECES
CODES = {
    "RG215": Code(
        "a name that is out of date or not official",
        "United Nations documents have the names of UNTERM. A State or body is a fact of the lexicon, which "
        "prints the right one.",
        severity="warning",
        source="UNTERM, country names",
    ),
}


def _was_right(name: str, language: Language) -> bool:
    """Whether a name that is out of date today was not on the day of the report."""
    entries = language.lexicon.entries() if language.day else ()
    return any(name in each.table or name in each.forms[""].full for each in entries if each.last_day)


def check(edition: Edition) -> Iterator[Finding]:
    """Look for old and unofficial names in what somebody typed."""
    message = "the official name for '{found}' is {instead}"
    yield from listed_words(edition, "RG215", CODES["RG215"], lambda style: style.old_names, message, True, _was_right)
