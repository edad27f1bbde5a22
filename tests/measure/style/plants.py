"""The faults: each takes a piece of wording and gives another text, or none where it does not apply."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tests.measure.meaning import changes
from tests.measure.meaning.changes import PLACEHOLDER, Wording, gaps, inserted
from tests.measure.style import words

Plant = Callable[[random.Random, Wording], str | None]


def is_heading(piece: Wording) -> bool:
    """Whether a piece has no stop at its end, as headings and titles have none."""
    return not re.search(r"[.。؟!:;؛；]\s*$", piece.text)


def typed_one(by_tag: dict[str, list[str]]) -> Plant:
    """Type one of some words between two others, in prose."""

    def plant(chance: random.Random, piece: Wording) -> str | None:
        choices = by_tag.get(piece.tag)
        return inserted(chance, piece, chance.choice(choices)) if choices and not is_heading(piece) else None

    return plant


def at_gap(new: str, *tags: str) -> Plant:
    """Put signs in the place of a blank."""

    def plant(chance: random.Random, piece: Wording) -> str | None:
        places = list(gaps(piece))
        if piece.tag not in tags or not places:
            return None
        at = chance.choice(places)
        return piece.text[:at] + new + piece.text[at + 1 :]

    return plant


def round_a_word(first: str, last: str, *tags: str) -> Plant:
    """Put signs round a word."""

    def plant(chance: random.Random, piece: Wording) -> str | None:
        pattern = r"[一-鿿]{2}" if piece.tag == "zh" else r"(?<=[^\W\d_] )[^\W\d_]{4,}(?= [^\W\d_])"
        closed = [match.span() for match in PLACEHOLDER.finditer(piece.text)]
        found = [
            match
            for match in re.finditer(pattern, piece.text)
            if not any(start < match.end() and match.start() < end for start, end in closed)
        ]
        if piece.tag not in tags or not found or is_heading(piece):
            return None
        match = chance.choice(found)
        return piece.text[: match.start()] + first + match.group() + last + piece.text[match.end() :]

    return plant


def twice(chance: random.Random, piece: Wording) -> str | None:
    return round_a_word("", " \0", "en", "fr", "es", "ru", "ar")(chance, piece)


def doubled(chance: random.Random, piece: Wording) -> str | None:
    text = twice(chance, piece)
    return re.sub(r"(\w+) \0", r"\1 \1", text) if text else None


def replaced(pattern: str, new: str, *tags: str) -> Plant:
    """Replace one match of a pattern outside of placeholders."""

    def plant(chance: random.Random, piece: Wording) -> str | None:
        closed = [match.span() for match in PLACEHOLDER.finditer(piece.text)]
        found = [
            match
            for match in re.finditer(pattern, piece.text)
            if not any(start < match.end() and match.start() < end for start, end in closed)
        ]
        if piece.tag not in tags or not found:
            return None
        match = chance.choice(found)
        return piece.text[: match.start()] + match.expand(new) + piece.text[match.end() :]

    return plant


def without_stop(_: random.Random, piece: Wording) -> str | None:
    found = re.search(r"[^\W\d_]([.。])$", piece.text)
    return piece.text[:-1] if found else None


def with_two_stops(_: random.Random, piece: Wording) -> str | None:
    found = re.search(r"[^\W\d_]([.。])$", piece.text)
    return piece.text + found[1] if found else None


def heading_with_stop(_: random.Random, piece: Wording) -> str | None:
    is_named = PLACEHOLDER.search(piece.text)
    return None if not is_heading(piece) or is_named else piece.text + ("。" if piece.tag == "zh" else ".")


def small_letter(_: random.Random, piece: Wording) -> str | None:
    return piece.text[0].lower() + piece.text[1:] if piece.text[0].isupper() and piece.tag not in ("zh", "ar") else None


def stretched(chance: random.Random, piece: Wording) -> str | None:
    return replaced(r"(\w[بتسشيلمن])(\w{2})", "\\1\u0640\u0640\\2", "ar")(chance, piece)


def translated_alone(plant: Plant) -> Plant:
    """A change of a translation; the original has nothing to be compared with."""
    return lambda chance, piece: None if piece.tag == "en" else plant(chance, piece)


ALL = ("en", "fr", "es", "ru", "zh", "ar")
BLANKS = ("en", "fr", "es", "ru", "ar")
PLANTS: dict[str, tuple[frozenset[str], Plant]] = {
    "two blanks": (frozenset({"RG201"}), at_gap("  ", *BLANKS)),
    "blank before a stop": (frozenset({"RG201"}), replaced(r"(?<=[^\W\d_])([.,،])(?= )", r" \1", *BLANKS)),
    "blank in a bracket": (frozenset({"RG201"}), round_a_word("( ", ")", *BLANKS)),
    "blank between characters": (frozenset({"RG201"}), replaced(r"([一-鿿])([一-鿿])", r"\1 \2", "zh")),
    "colon without its blank": (frozenset({"RG201"}), replaced("\u00a0([:;])", r"\1", "fr")),
    "word twice": (frozenset({"RG203"}), doubled),
    "straight quotes": (frozenset({"RG204"}), round_a_word('"', '"', *ALL)),
    "foreign quotes": (frozenset({"RG204"}), round_a_word("„", "‹", "en", "fr", "es", "zh", "ar")),
    "straight apostrophe": (frozenset({"RG202"}), replaced(r"(?<=\w)’(?=\w)", "'", "en", "fr")),
    "hyphen for a dash": (frozenset({"RG202"}), at_gap(" - ", "en", "fr", "es", "ru")),
    "comma of another script": (frozenset({"RG202"}), replaced(r"[，،](?=[一-鿿 ])", ",", "zh", "ar")),
    "open bracket": (frozenset({"RG205"}), round_a_word("(", "", *ALL)),
    "no stop": (frozenset({"RG206"}), without_stop),
    "two stops": (frozenset({"RG206"}), with_two_stops),
    "heading with a stop": (frozenset({"RG207"}), heading_with_stop),
    "serial comma": (
        frozenset({"RG208"}),
        replaced(r"(\w+, \w+)( (?:and|or|et|y) \w+)(?=[.;])", r"\1,\2", "en", "fr", "es"),
    ),
    "spelling": (frozenset({"RG210"}), typed_one(words.SPELLINGS)),
    "-ise": (frozenset({"RG210"}), replaced(r"(?<=[a-z]{3})iz(?=e|ed|ing|ation)", "is", "en")),
    "capitals": (frozenset({"RG211"}), typed_one(words.CAPITALS)),
    "UN": (frozenset({"RG212"}), typed_one(words.SHORT)),
    "abbreviation": (frozenset({"RG213", "RG209"}), typed_one(words.ABBREVIATIONS)),
    "old name": (frozenset({"RG215", "RG053"}), typed_one(words.OLD_NAMES)),
    "one gender": (frozenset({"RG216"}), typed_one(words.GENDERED)),
    "typed reference": (frozenset({"RG217", "RG051"}), typed_one(words.REFERENCES)),
    "e.g., etc.": (frozenset({"RG218"}), typed_one(words.LATIN)),
    "per cent": (frozenset({"RG222", "RG051"}), typed_one({"en": ["%", "percent"], "ru": ["%"], "ar": ["%"]})),
    "bare address": (frozenset({"RG228"}), typed_one({tag: ["www.unodc.org", "https://www.un.org/en"] for tag in ALL})),
    "bold": (frozenset({"RG230"}), round_a_word("**", "**", *ALL)),
    "not finished": (frozenset({"RG232"}), typed_one({tag: ["TODO", "XXX", "???"] for tag in ALL})),
    "kashida": (frozenset({"RG233"}), stretched),
    "joint": (frozenset({"RG241", "RG203"}), typed_one(words.JOINTS)),
    "small letter": (frozenset({"RG242"}), small_letter),
    "address changed": (
        frozenset({"RG306"}),
        translated_alone(
            lambda _, piece: piece.text.replace(".org/", ".org/x/", 1) if "https:" in piece.text else None
        ),
    ),
}
"""Each fault with the codes that find it."""

MEANINGS: dict[str, Plant] = {
    "counts swapped": changes.swapped("count"),
    "negation": changes.negated,
    "qualifier turned": changes.qualifier_turned,
    "plurals exchanged": changes.plurals_exchanged,
    "figure in words": changes.figure_in_words,
    "sentence dropped": changes.sentence_dropped,
}
"""Changes of meaning, of which any finding counts, a note for the reviser too."""
