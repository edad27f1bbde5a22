"""Names of States and bodies that are out of date, or not the official ones.

Source: UNTERM; conventions.md D.1.

Passes (en): The country is here.
Passes (en): It met in the United Republic of Tanzania, Iran (Islamic Republic of) and the State of Palestine.
Passes (fr): La réunion a eu lieu en Bolivie (État plurinational de) et en République de Moldova.
Passes (en): It met the Palestine Liberation Organization, Palestine refugees and the staff of the Turkey Office.
Passes (en): It discussed the question of Palestine.
Fails (en): It met in Tanzania and in the Republic of Moldova.
Fails (en): The Burma office met.
Fails (en): The office in South Korea met.
Fails (fr): Le bureau en Birmanie est ouvert.
Fails (es): La oficina en Birmania está abierta.
Fails (ru): Отделение в Бирме открыто.
Fails (zh): 缅甸联邦和南韩参加。
Fails (ar): مكتب في بورما.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.facts import Names
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

_WITH_CAPITAL = re.compile(r" [A-Z]")
"""A word with a capital behind a name, both of which are a name that its bearer spells: the Turkey Office."""


def _was_right(name: str, language: Language) -> bool:
    """Whether a name that is out of date today was not on the day of the report."""
    entries = language.lexicon.entries() if language.day else ()
    return any(name in each.table or name in each.forms[""].full for each in entries if each.last_day)


def check(edition: Edition) -> Iterator[Finding]:
    """Look for old and unofficial names in what somebody typed."""
    for document in edition.documents.values():
        text, language = edition.text_of(document), edition.languages[document.language]
        words = text.style.old_names
        for content, start, end, phrase in text.phrases(words, is_exact=True):
            is_spelled_so = text.style.names_as_spelled and _WITH_CAPITAL.match(content.text, end)
            if words[phrase] == phrase or is_spelled_so or _was_right(phrase, language):
                continue
            if not _is_in_a_name(language, content.text, start, end):
                message = f"the official name for '{phrase}' is {words[phrase]}"
                yield content.finding("RG215", CODES["RG215"].severity, message, text.language, start, end)


def _is_in_a_name(language: Language, text: str, start: int, end: int) -> bool:
    """Whether words are a part of a longer name of the lexicon: the State of Palestine, Iran (Islamic Republic of)."""
    names = (each for each in language.recognizer.readings(text) if isinstance(each.value, Names))
    return any(each.start <= start and end <= each.end and (start, end) != (each.start, each.end) for each in names)
