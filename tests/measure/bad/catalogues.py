"""Catalogues (PO): lines, entries, encodings, flags; built, checked and updated."""

from __future__ import annotations

import random

from tests.measure.bad.mutations import text_broken
from tests.measure.bad.trial import BUILD, CATALOGUE, CHECK, Trial, text_of, trial

_LINES = [
    'msgctxt "x"', 'msgid "x"', 'msgid ""', 'msgstr "x"', "msgstr", 'msgid_plural "x"', 'msgstr[0] "x"', 'msgstr[99999999999] "x"',
    "#, fuzzy", "#, c-format, x", "#| msgid \"x\"", '#| "x"', "#~ msgid \"x\"", '#~ msgstr "x"', "#: a.py:1", "#. x", "# x", "#",
    '"x"', '"x', 'x"', '"\\', '"\\"', '"\\x"', '"\\777"', '"a" "b"', "domain x", "msgctxt", '\ufeff', "\0", '"{{ x"', '"%(a)s"', "~",
    'msgctxt "title"', 'msgctxt "nobody"', "\x0c", '"' + "x" * 5000 + '"', "#, " + "fuzzy," * 500,
]  # fmt: skip
_COMMANDS = [BUILD, CHECK, ["translations", "update"], ["translations", "update"], ["status"], [*CHECK, "-l", "fr"]]


def make(chance: random.Random) -> Trial:
    """A line put in, an entry cut, or the text broken."""
    text = text_of(CATALOGUE)
    match chance.randrange(3):
        case 0:
            data = text_broken(chance, text)
        case 1:
            lines = text.split("\n")
            for _ in range(chance.choice([1, 1, 2, 4])):
                lines.insert(chance.randrange(len(lines) + 1), chance.choice(_LINES))
            data = "\n".join(lines).encode()
        case _:
            entries = text.split("\n\n")
            chance.shuffle(entries)
            data = "\n\n".join(entries[: chance.randrange(len(entries) + 1)] + entries[:1]).encode()
    return trial(CATALOGUE, data, chance.choice(_COMMANDS))
