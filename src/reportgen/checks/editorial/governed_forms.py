"""A name behind a preposition has a form that the preposition takes: в Индии, not в Индия.

Source: grammar of each language; the forms stand in the lexicon, what takes them in the style (governed).

Passes (ru): В {{ asian | form("pre") }} и из {{ asian | form("gen") }} прибыли судьи.
Passes (ru): Поездка в {{ country }} была короткой.
Fails (ru): В {{ asian }} было мало дел.
Fails (ru): Из {{ asian | form("ins") }} прибыли судьи.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.checks.pieces import CheckedPiece, pieces
from reportgen.facts import Names
from reportgen.finding import Finding
from reportgen.language.lexicon_entry import LexiconEntry
from reportgen.wording import Placeholder

LOOKS_AT = PIECES
CODES = {
    "RG244": Code(
        "a name in a form that its preposition does not take",
        'Ask for the form: {{ country | form("pre") }}, or, with the preposition in it, {{ country | form("in") }}.',
        severity="warning",
        source="grammar of each language",
    ),
}

_LAST_WORD = re.compile(r"(?:\A|(?<=[^\w-]))([^\W\d_]+)[ \u00a0\n]+\Z")


def check(edition: Edition) -> Iterator[Finding]:
    """Look at the word before each placeholder that prints one name."""
    for piece in pieces(edition):
        if piece.language.style.governed:
            for placeholder in piece.placeholders():
                found = _wrong_form(piece, placeholder)
                if found:
                    yield piece.finding("RG244", CODES["RG244"].severity, found, placeholder)


def _wrong_form(piece: CheckedPiece, placeholder: Placeholder) -> str:
    """What is wrong with the form of a name behind a preposition; empty where nothing is."""
    before = _LAST_WORD.search(piece.text[: placeholder.offset])
    taken = piece.language.style.governed.get(before[1].lower(), ()) if before else ()
    value = piece.facts.get(placeholder.fact)
    if not before or not taken or not isinstance(value, Names) or len(value.ids) != 1 or placeholder.item:
        return ""
    entry = piece.language.name(value.kind, value.ids[0])
    asked = next((each.arguments[0] for each in placeholder.filters if each.name == "form" and each.arguments), "")
    printed = _shown(entry, asked)
    # A name whose lexicon has none of the forms cannot be told.
    known = [_shown(entry, form) for form in taken if form in entry.forms]
    # A form of several parts has its case among them: singular.ins, adj.gen.pl.
    if not known or not printed or printed in known or {*asked.split(".")} & {*taken}:
        return ""
    return f"'{before[1]} {printed}' is written '{before[1]} {known[-1]}'"


def _shown(entry: LexiconEntry, form: str) -> str:
    return entry.forms[form].full if form in entry.forms else ""
