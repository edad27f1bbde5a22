"""Faults of numbers and of the words beside them."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence

from tests.measure.meaning import changes
from tests.measure.meaning.changes import OPTION, Wording
from tests.measure.style.plants import Plant, is_prose, put


def beside_a_number(by_tag: Mapping[str, Sequence[str]]) -> Plant:
    """A sign behind a figure that a placeholder prints, or typed between two words."""

    def plant(chance: random.Random, piece: Wording) -> str | None:
        choices = by_tag.get(piece.tag)
        if not choices or not is_prose(piece):
            return None
        sign, found = chance.choice(list(choices)), changes.placeholders(piece, "count")
        plain = [match for match in found if "|" not in match[2]]
        if not plain or chance.random() < 0.3:
            return put(chance, piece, sign)
        end = chance.choice(plain).end()
        return f"{piece.text[:end]}{'' if sign in '%٪' else ' '}{sign}{piece.text[end:]}"

    return plant


def first_figure(chance: random.Random, piece: Wording) -> str | None:
    """A sentence that begins with a figure from ten on."""
    exact = {name: fact for name, fact in piece.facts.items() if "qualifier" not in fact and name in piece.text}
    counts = [name for name, fact in exact.items() if int(str(fact.get("count", 0)) or 0) >= 10]
    tails = {"en": "more were promised.", "fr": "autres ont été promis.", "es": "más fueron prometidos."}
    if not counts or piece.tag not in tails or not is_prose(piece) or not piece.text.endswith("."):
        return None
    # A figure that nobody forces is printed in words there.
    sentence = f"{{{{ {chance.choice(counts)} | figures }}}} {tails[piece.tag]}"
    return f"{piece.text} {sentence}" if chance.random() < 0.6 else f"{sentence} {piece.text}"


def forced(chance: random.Random, piece: Wording) -> str | None:
    """A number from ten on in words, or one below ten in figures."""
    found = [
        (match, "figures" if int(str(piece.facts[match[1]]["count"])) < 10 else "words")
        for match in re.finditer(r"\{\{ (\w+) (?=\||\}\})(?!\| plural)", piece.text)
        # Spanish writes ten in words.
        if piece.facts.get(match[1], {}).get("count", "10") not in ("10", 10) or piece.tag != "es"
        if "count" in piece.facts.get(match[1], {})
    ]
    if not found:
        return None
    match, filter_name = chance.choice(found)
    return f"{piece.text[: match.end()]}| {filter_name} {piece.text[match.end() :]}"


def plurals_exchanged(chance: random.Random, piece: Wording) -> str | None:
    """The words for one and those for many in each other's place, where both say the number or neither does."""
    pairs = []
    for call in re.finditer(r'\b(?:counted|plural)\(((?:[^")]|"(?:[^"\\]|\\.)*")*)\)', piece.text):
        options = {each[1]: each for each in OPTION.finditer(piece.text, call.start(1), call.end(1))}
        one, other = options.get("one"), options.get("other")
        if one and other and one[2] != other[2] and ("#" in one[2]) == ("#" in other[2]):
            pairs.append((one, other) if one.start() < other.start() else (other, one))
    if not pairs:
        return None
    first, second = chance.choice(pairs)
    between = piece.text[first.end(2) : second.start(2)]
    return piece.text[: first.start(2)] + second[2] + between + first[2] + piece.text[second.end(2) :]


def noun_apart(chance: random.Random, piece: Wording) -> str | None:
    """The number and one form of its noun apart, in the form of another number."""
    found = []
    for match in re.finditer(r"\{\{ (\w+)(?: \| form\(\"\w+\"\))? \| counted\((.*?)\) \}\}", piece.text, re.DOTALL):
        options = [each[2] for each in OPTION.finditer(match[2]) if each[1] in ("few", "many", "one", "two")]
        right = {each[2] for each in OPTION.finditer(match[2]) if each[1] == _category(piece, match[1])}
        nouns = [each.replace("# ", "") for each in options if each not in right and each.startswith("# ")]
        found += [(match, noun) for noun in nouns if f"# {noun}" not in right]
    if not found or piece.tag not in ("ru", "ar", "es", "fr", "en"):
        return None
    match, noun = chance.choice(found)
    return f"{piece.text[: match.start()]}{{{{ {match[1]} }}}} {noun}{piece.text[match.end() :]}"


def _category(piece: Wording, fact: str) -> str:
    number = int(str(piece.facts.get(fact, {}).get("count", 0)))
    if piece.tag == "ru":
        teens = number % 100 in range(11, 15)
        return "many" if teens or number % 10 in (0, 5, 6, 7, 8, 9) else "one" if number % 10 == 1 else "few"
    if piece.tag == "ar":
        return {0: "zero", 1: "one", 2: "two"}.get(
            number, "few" if number % 100 in range(3, 11) else "many" if number % 100 >= 11 else "other"
        )
    return "one" if number == 1 else "other"
