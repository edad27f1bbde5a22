"""What a user lays over the installed files: conventions, names, kinds of paragraph, pages."""

from __future__ import annotations

import random
from functools import lru_cache

from tests.measure.bad.mutations import data_broken, text_broken
from tests.measure.bad.trial import BASE, BUILD, CHECK, Trial, text_of, trial

_REPOSITORY = BASE.parents[3]
_PATTERNS = [
    "{", "}", "{}", "{0}", "{n", "{n} {", "{n!r}", "{n:>10000000000}", "{n.__class__}", "{n[0]}", "{{", "}}", "\\", "\\1", "\\g<0>",
    "{x}", "", " ", "{n}{n}", "{month}", "{decimal}", "{number", "%s", "\0", "{n:99999999999999999999}",
]  # fmt: skip
_COMMANDS = [BUILD, BUILD, CHECK, ["status"]]


@lru_cache(maxsize=8)
def _installed(name: str) -> str:
    return (_REPOSITORY / name).read_text("utf-8")


def make(chance: random.Random) -> Trial:
    """Conventions, names, kinds or pages that are broken as text, as data, or in a pattern."""
    return chance.choice([_conventions, _conventions, _names, _names, _kinds, _kinds, _pages])(chance)


def _conventions(chance: random.Random) -> Trial:
    name = f"locales/{chance.choice(['en', 'fr', 'fr'])}/conventions.yaml"
    text = _installed(name)
    match chance.randrange(4):
        case 0:
            data = text_broken(chance, text)
        case 1:
            data = data_broken(chance, text)
        case _:
            lines = text.split("\n")
            places = [index for index, line in enumerate(lines) if ": " in line and not line.lstrip().startswith("#")]
            at = chance.choice(places)
            lines[at] = lines[at].partition(": ")[0] + f": '{chance.choice(_PATTERNS)}'"
            data = "\n".join(lines).encode()
    return trial(name, data, chance.choice(_COMMANDS))


def _names(chance: random.Random) -> Trial:
    kinds = ["entities", "entities", "entities", "countries", "places", "instruments", "goals"]
    name = f"locales/{chance.choice(['en', 'fr'])}/lexicon/{chance.choice(kinds)}.yaml"
    entry = text_of("locales/fr/lexicon/entities.yaml")
    if "countries" in name:
        entry = "ID:\n  name: {running: l’Indonésie, list: Indonésie}\n  forms: {in: en Indonésie}\n  class: f\n"
    if chance.random() < 0.2:
        return trial(
            name, chance.choice([b"", b"\n", b"# nothing\n", b"\xef\xbb\xbf", b"---\n", b"a\n", b"a:\n"]), BUILD
        )
    broken = text_broken if chance.random() < 0.4 else data_broken
    return trial(name, broken(chance, entry), chance.choice(_COMMANDS))


def _kinds(chance: random.Random) -> Trial:
    text = text_of("templates/kinds.yaml")
    broken = text_broken if chance.random() < 0.3 else data_broken
    return trial("templates/kinds.yaml", broken(chance, text), chance.choice(_COMMANDS))


def _pages(chance: random.Random) -> Trial:
    text = text_of("templates/pages.yaml")
    broken = text_broken if chance.random() < 0.3 else data_broken
    return trial("templates/pages.yaml", broken(chance, text), chance.choice(_COMMANDS))
