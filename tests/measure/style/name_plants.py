"""Faults about names and recurring phrases: a possessive, a form that a preposition does not take, other words."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from tests.measure.meaning.changes import Wording, placeholders
from tests.measure.style import words

_AFTER = r"(?<![\w-])(?P<before>{})[ \n]+\{{\{{ (?P<name>\w+) \| form\(\"(?P<form>{})\"\) \}}\}}"
_TAKEN = {"из": ("gen", "dat ins"), "для": ("gen", "dat ins"), "от": ("gen", "dat ins"), "до": ("gen", "dat ins"),
          "к": ("dat", "gen ins"), "по": ("dat", "gen ins"), "между": ("ins", "gen dat"), "при": ("pre", "gen ins"),
          "о": ("pre", "gen ins"), "об": ("pre", "gen ins"), "с": ("ins", "dat pre"), "после": ("gen", "dat ins"),
          "в": ("pre acc", "ins dat"), "на": ("pre acc", "ins dat")}  # fmt: skip
"""Russian prepositions with the cases that they take, and two that they never do (grammar of the language)."""

_FEWEST = 6
"""Pieces in which a phrase comes again, so that its words can be said to be the usual ones."""


def possessive(chance: random.Random, piece: Wording) -> str | None:
    """A possessive on the name of a State or of a body."""
    found = [
        match
        for match in placeholders(piece, "place", "entity")
        if match[2].strip() == "" and re.match(r" [a-z]", piece.text[match.end() :])
    ]
    if piece.tag != "en" or not found:
        return None
    end = chance.choice(found).end()
    return f"{piece.text[:end]}{chance.choice(['’s', '’s own'])}{piece.text[end:]}"


def wrong_form(chance: random.Random, piece: Wording) -> str | None:
    """The name of a State or a body in a case that the preposition before it never takes."""
    found = []
    for before, (right, wrong) in _TAKEN.items() if piece.tag == "ru" else ():
        for match in re.finditer(_AFTER.format(before, right.replace(" ", "|")), piece.text, re.IGNORECASE):
            if {"place", "entity"} & piece.facts.get(match["name"], {}).keys():
                found += [(match, form) for form in wrong.split()]
    if not found:
        return None
    match, form = chance.choice(found)
    return f"{piece.text[: match.start('form')]}{form}{piece.text[match.end('form') :]}"


def other_words(chance: random.Random, piece: Wording, texts: Sequence[Wording]) -> str | None:
    """Other words for a phrase that has the same ones everywhere else."""
    found = [
        (usual, other)
        for phrase, usual, other in words.RENDERINGS.get(piece.tag, ())
        if phrase in piece.source.lower()
        and piece.text.count(usual[:5]) == 1
        and sum(phrase in each.source.lower() for each in texts) >= _FEWEST
    ]
    if not found:
        return None
    usual, other = chance.choice(found)
    return piece.text.replace(usual, other)
