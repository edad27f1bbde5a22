"""The kinds of change: each takes a piece of wording and gives another text, or none where it does not apply."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.measure.meaning import words

PLACEHOLDER = re.compile(r"\{\{.*?\}\}|\[\^[^\]]*\]|<https?:[^>]*>", re.DOTALL)
OPTION = re.compile(r'(\w+)="((?:[^"\\]|\\.)*)"')
SENTENCE = re.compile(r"(?<=[.!?؟]) +|(?<=。)")


@dataclass(frozen=True)
class Wording:
    """A piece of wording that stands in a report: its id, the original's text, and its facts by name."""

    id: str
    tag: str
    text: str
    source: str
    facts: dict[str, dict[str, object]]


Change = Callable[[random.Random, Wording], str | None]


def typed(by_tag: dict[str, list[str]] | list[str]) -> Change:
    """Type a word between two others."""

    def change(chance: random.Random, piece: Wording) -> str | None:
        choices = by_tag if isinstance(by_tag, list) else by_tag[piece.tag]
        return inserted(chance, piece, chance.choice(choices))

    return change


def inserted(chance: random.Random, piece: Wording, word: str) -> str | None:
    """The text with a word between two words of its own."""
    places = list(gaps(piece))
    if not places:
        return None
    at = chance.choice(places)
    blank = "" if piece.tag == "zh" else " "
    return f"{piece.text[:at]}{blank}{word}{piece.text[at:]}"


def gaps(piece: Wording) -> Iterator[int]:
    """Where another word can stand: before blanks, in Chinese between letters, outside of what is not prose."""
    closed = [match.span() for match in PLACEHOLDER.finditer(piece.text)]
    pattern = r"(?<=[一-鿿])(?=[一-鿿])" if piece.tag == "zh" else r"(?<=\w)(?= \w)"
    for match in re.finditer(pattern, piece.text):
        if not any(start < match.start() < end for start, end in closed):
            yield match.start()


def placeholders(piece: Wording, *kinds: str) -> list[re.Match[str]]:
    """The placeholders that print facts of some kinds."""
    found = []
    for match in re.finditer(r"\{\{\s*(\w+)(.*?)\}\}", piece.text, re.DOTALL):
        if set(kinds) & piece.facts.get(match[1], {}).keys() and "plural(" not in match[2] and "agree(" not in match[2]:
            found.append(match)
    return found


def without(piece: Wording, match: re.Match[str], instead: str = "") -> str:
    """The text with something in place of a match."""
    return re.sub(" {2,}", " ", piece.text[: match.start()] + instead + piece.text[match.end() :])


def figure_dropped(chance: random.Random, piece: Wording) -> str | None:
    found = placeholders(piece, "count", "percent", "money", "year", "date", "range")
    return without(piece, chance.choice(found)) if found else None


def figure_in_words(chance: random.Random, piece: Wording) -> str | None:
    found = placeholders(piece, "count")
    return without(piece, chance.choice(found), chance.choice(words.NUMBER_WORDS[piece.tag])) if found else None


def options(piece: Wording, name: str) -> list[re.Match[str]]:
    """The options of all `counted(…)` or `plural(…)` of a text."""
    calls = re.finditer(rf'\b{name}\(((?:[^")]|"(?:[^"\\]|\\.)*")*)\)', piece.text)
    pattern = re.compile(OPTION)
    return [option for call in calls for option in pattern.finditer(piece.text, call.start(1), call.end(1))]


def counted_other(chance: random.Random, piece: Wording) -> str | None:
    """Another number inside an option of counted()."""
    found = options(piece, "counted")
    if not found:
        return None
    option, word = chance.choice(found), chance.choice([*words.NUMBER_WORDS[piece.tag], "47", "13"])
    text = option[2].replace("#", word) if "#" in option[2] and chance.random() < 0.5 else f"{word} {option[2]}"
    return without(piece, option, f'{option[1]}="{text}"')


def counted_bare(chance: random.Random, piece: Wording) -> str | None:
    """The figure taken out of an option of counted()."""
    found = [each for each in options(piece, "counted") if "#" in each[2]]
    if not found:
        return None
    option = chance.choice(found)
    return without(piece, option, f'{option[1]}="{option[2].replace("#", "").strip()}"')


def counted_empty(chance: random.Random, piece: Wording) -> str | None:
    found = options(piece, "counted")
    if not found:
        return None
    option = chance.choice(found)
    return without(piece, option, f'{option[1]}=""')


def as_other(chance: random.Random, piece: Wording) -> str | None:
    """A figure printed in words of one's own that say another number."""
    # Where of() prints a second fact, it would be lost as well, which is another fault.
    found = [match for match in placeholders(piece, "count") if "of(" not in match[2]]
    if not found:
        return None
    match = chance.choice(found)
    value = str(piece.facts[match[1]]["count"])
    said = zip(
        [*words.NUMBER_WORDS[piece.tag], "47", "٤٧", "②"], [*words.NUMBERS[piece.tag], "47", "47", "2"], strict=True
    )
    word = chance.choice([text for text, number in said if number != value])
    return without(piece, match, f'{{{{ {match[1]} | as("{word}", when="{value}") }}}}')


def as_nothing(chance: random.Random, piece: Wording) -> str | None:
    found = placeholders(piece, "count")
    if not found:
        return None
    match = chance.choice(found)
    word = chance.choice(["", "several", " "])
    return without(piece, match, f'{{{{ {match[1]} | as("{word}", when="{piece.facts[match[1]]["count"]}") }}}}')


def qualifier_turned(chance: random.Random, piece: Wording) -> str | None:
    """More than 60 → no more than 60, fewer than 60, 60: where the fact has a qualifier."""
    choices = []
    for match in placeholders(piece, "qualifier"):
        before = piece.text[max(0, match.start() - 30) : match.start()]
        for word, turned in words.TURNED[piece.tag].items():
            at = before.casefold().rfind(word)
            if at >= 0 and (piece.tag in ("zh", "ar") or not before[at - 1 : at].isalpha()):
                choices += [(match.start() - len(before) + at, word, other) for other in turned]
    if not choices:
        return None
    at, word, other = chance.choice(choices)
    return re.sub(" {2,}", " ", piece.text[:at] + other + piece.text[at + len(word) :])


def qualifier_added(chance: random.Random, piece: Wording) -> str | None:
    found = [each for each in placeholders(piece, "count") if "qualifier" not in piece.facts[each[1]]]
    if not found:
        return None
    match = chance.choice(found)
    blank = "" if piece.tag == "zh" else " "
    word = chance.choice(words.QUALIFIERS[piece.tag])
    return piece.text[: match.start()] + word + blank + piece.text[match.start() :]


def form_nonsense(chance: random.Random, piece: Wording) -> str | None:
    found = placeholders(piece, "count")
    if not found:
        return None
    match = chance.choice(found)
    return without(piece, match, f'{{{{ {match[1]} | form("nonsense") }}}}')


def lookalike(chance: random.Random, piece: Wording) -> str | None:
    """A letter of another alphabet that looks the same, or nearly."""
    table = words.LOOKALIKES[words.SCRIPTS[piece.tag]]
    closed = [match.span() for match in PLACEHOLDER.finditer(piece.text)]
    places = [
        index
        for index, letter in enumerate(piece.text)
        if letter in table and not any(start <= index < end for start, end in closed)
    ]
    if not places:
        return None
    at = chance.choice(places)
    return piece.text[:at] + chance.choice(table[piece.text[at]]) + piece.text[at + 1 :]


def english_left(_: random.Random, piece: Wording) -> str | None:
    """The text of the original where a translation should be."""
    long = len(re.findall(r"[A-Za-z]{3,}", PLACEHOLDER.sub(" ", piece.source))) >= 3
    return piece.source if long and piece.tag != "en" and piece.source != piece.text else None


def english_sentence(chance: random.Random, piece: Wording) -> str | None:
    """One sentence more, in the original's words."""
    sentences = [each for each in SENTENCE.split(piece.source) if "{{" not in each and len(each.split()) > 4]
    if piece.tag == "en" or not sentences:
        return None
    return f"{piece.text} {chance.choice(sentences)}"


def swapped(*kinds: str) -> Change:
    """Exchange two facts of one kind."""

    def change(chance: random.Random, piece: Wording) -> str | None:
        found = placeholders(piece, *kinds)
        pairs = [(a, b) for a in found for b in found if a.start() < b.start() and a[1] != b[1]]
        if not pairs:
            return None
        first, second = chance.choice(pairs)
        text = piece.text
        between = text[first.end(1) : second.start(1)]
        return text[: first.start(1)] + second[1] + between + first[1] + text[second.end(1) :]

    return change


def name_dropped(chance: random.Random, piece: Wording) -> str | None:
    found = placeholders(piece, "place", "places", "entity", "entities", "instrument", "programme")
    return without(piece, chance.choice(found)) if found else None


def form_dropped(chance: random.Random, piece: Wording) -> str | None:
    found = list(re.finditer(r' \| form\("[^"]*"\)', piece.text))
    return without(piece, chance.choice(found)) if found else None


def plurals_exchanged(chance: random.Random, piece: Wording) -> str | None:
    found = [*options(piece, "plural"), *options(piece, "counted")]
    pairs = [(a, b) for a in found for b in found if a.start() < b.start() and a[2] != b[2]]
    if not pairs:
        return None
    first, second = chance.choice(pairs)
    between = piece.text[first.end(2) : second.start(2)]
    return piece.text[: first.start(2)] + second[2] + between + first[2] + piece.text[second.end(2) :]


def negated(chance: random.Random, piece: Wording) -> str | None:
    found = [pair for pair in words.NEGATIONS[piece.tag] if pair[0] in piece.text]
    return piece.text.replace(*chance.choice(found), 1) if found else None


def sentence_dropped(chance: random.Random, piece: Wording) -> str | None:
    sentences = SENTENCE.split(piece.text)
    bare = [index for index, each in enumerate(sentences) if "{{" not in each and "[^" not in each]
    if len(sentences) < 2 or not bare:
        return None
    at = chance.choice(bare)
    return ("" if piece.tag == "zh" else " ").join(sentences[:at] + sentences[at + 1 :])


def cut(_: random.Random, piece: Wording) -> str | None:
    """Half of the prose where nothing but prose is lost."""
    if PLACEHOLDER.search(piece.text) or len(piece.text) < 60:
        return None
    return piece.text[: len(piece.text) // 2]


def stop_alone(_: random.Random, piece: Wording) -> str | None:
    return "." if not PLACEHOLDER.search(piece.text) else None


def unfinished(chance: random.Random, piece: Wording) -> str | None:
    return f"{piece.text} {chance.choice(['TODO', 'XXX', '???', '[to be completed]'])}"
