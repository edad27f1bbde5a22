"""A name behind a preposition has a form that the preposition takes: в Индии, not в Индия.

Source: grammar of each language; the forms stand in the lexicon, what takes them in the style (governed).

Passes (ru): В {{ asian | form("pre") }} и из {{ asian | form("gen") }} прибыли судьи.
Passes (ru): Поездка в {{ country }} была короткой.
Fails (ru): В {{ asian }} было мало дел.
Fails (ru): Из {{ asian | form("ins") }} прибыли судьи.
Fails (ar): قدم الدعم ل{{ island | form("for") }} في ذلك.
Fails (ar): قدم الدعم ول{{ island | form("for") }} في ذلك.
Passes (ar): قدم الدعم و{{ island | form("in") }} في ذلك.
Passes (ar): قدم الدعم ل{{ island }} في ذلك.
Fails (fr): Une réunion s’est tenue dans {{ island | form("bare") }} en mai.
Fails (fr): Une réunion s’est tenue dans {{ asian }} en mai.
Passes (fr): Une réunion s’est tenue {{ asian | form("in") }} en mai.
Passes (fr): Une réunion s’est tenue dans {{ prison }} en mai.
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
    """Look at what stands before each placeholder that prints one name."""
    for piece in pieces(edition):
        for placeholder in piece.placeholders():
            entry = _entry(piece, placeholder)
            found = _wrong_form(piece, placeholder, entry) if entry else ""
            if found:
                yield piece.finding("RG244", CODES["RG244"].severity, found, placeholder)


def _entry(piece: CheckedPiece, placeholder: Placeholder) -> LexiconEntry | None:
    """The entry of the one name that a placeholder prints, which may be one of a list; None where there is none."""
    value = piece.facts.get(placeholder.fact)
    if not isinstance(value, Names):
        return None
    item = placeholder.item
    found = [each for each in value.ids if item in (each, each.replace("-", "_"))] if item else value.ids
    return piece.language.name(value.kind, found[0]) if len(found) == 1 else None


def _wrong_form(piece: CheckedPiece, placeholder: Placeholder, entry: LexiconEntry) -> str:
    """What is wrong with the form of a name behind what is typed; empty where nothing is."""
    asked = next((each.arguments[0] for each in placeholder.filters if each.name == "form" and each.arguments), "")
    typed, printed = piece.text[: placeholder.offset], _shown(entry, asked)
    before, style = _LAST_WORD.search(typed), piece.language.style
    if not printed or not typed:
        return ""
    if not before:
        return _attached_twice(typed, printed, _shown(entry, ""))
    word = before[1].lower()
    if word in style.replaced:
        return _replaced(before[1], printed, style.replaced[word], entry)
    return _ungoverned(before[1], printed, asked, entry, style.governed.get(word, ()))


def _ungoverned(word: str, printed: str, asked: str, entry: LexiconEntry, taken: tuple[str, ...]) -> str:
    # A name whose lexicon has none of the forms cannot be told.
    known = [_shown(entry, form) for form in taken if form in entry.forms]
    # A form of several parts has its case among them: singular.ins, adj.gen.pl.
    if not known or printed in known or {*asked.split(".")} & {*taken}:
        return ""
    return f"'{word} {printed}' is written '{word} {known[-1]}'"


def _attached_twice(typed: str, printed: str, plain: str) -> str:
    """A letter before a form that has it already, as Arabic prepositions are written."""
    letter = typed[-1]
    if not letter.isalpha() or not printed.startswith(letter) or plain.startswith(letter):
        return ""
    return f"'{letter}' stands before '{printed}', which has it already"


def _replaced(word: str, printed: str, form: str, entry: LexiconEntry) -> str:
    """A preposition before a name that has a form with its own one; where that has an article too, both may stand."""
    instead, plain = _shown(entry, form), _shown(entry, "")
    bare = _shown(entry, "bare") or plain
    own = instead.removesuffix(bare).split() if instead.endswith(bare) else []
    return f"'{word} {printed}' is written '{instead}'" if len(own) == 1 and printed in (plain, bare) else ""


def _shown(entry: LexiconEntry, form: str) -> str:
    return entry.forms[form].full if form in entry.forms else ""
