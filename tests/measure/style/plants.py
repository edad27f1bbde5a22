"""The faults: each takes a piece of wording and gives another text, or none where it does not apply."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from tests.measure.meaning.changes import PLACEHOLDER, SENTENCE, Wording, gaps
from tests.measure.style import words

Plant = Callable[[random.Random, Wording], str | None]
ALL = ("en", "fr", "es", "ru", "zh", "ar")
BLANKS = ("en", "fr", "es", "ru", "ar")
"""Languages with blanks between their words."""


def is_heading(piece: Wording) -> bool:
    """Whether a piece has no stop at its end, as headings, titles and captions have none."""
    return not re.search(r"[.。؟!:;,，؛；：](?:\[\^[^\]]*\])*\s*$", piece.text)


def is_paragraph(piece: Wording) -> bool:
    """Whether a piece is of whole sentences, and more than a line."""
    return (
        "/" not in piece.id
        and bool(re.search(r"[.。](?:\[\^[^\]]*\])*$", piece.text))
        and len(piece.text) > (40 if piece.tag == "zh" else 150)
    )


def is_prose(piece: Wording) -> bool:
    """Whether a piece is a paragraph or a note of several words."""
    return not is_heading(piece) and len(PLACEHOLDER.sub("", piece.text)) > (12 if piece.tag == "zh" else 40)


def typed(by_tag: Mapping[str, Sequence[str]], with_capital: bool = False) -> Plant:
    """Type one of some words between two others, near the start, in the middle or near the end of prose."""

    def plant(chance: random.Random, piece: Wording) -> str | None:
        choices = by_tag.get(piece.tag)
        if not choices or not is_prose(piece):
            return None
        word = chance.choice(list(choices))
        if with_capital and chance.random() < 0.25:
            return opened(piece, word)
        return put(chance, piece, word)

    return plant


def opened(piece: Wording, word: str) -> str | None:
    """The text with another beginning: the word, with a capital."""
    first = re.match(r"[^\W\d_]", piece.text)
    if not first or piece.tag == "zh":
        return None
    return f"{word[0].upper()}{word[1:]} {first[0].lower()}{piece.text[1:]}"


def put(chance: random.Random, piece: Wording, word: str) -> str | None:
    """The text with a word between two of its own."""
    places = list(gaps(piece))
    if not places:
        return None
    third = len(places) // 3 or 1
    part = chance.choice([places[:third], places[third : 2 * third], places[2 * third :]]) or places
    at = chance.choice(part)
    blank = "" if piece.tag == "zh" else " "
    return f"{piece.text[:at]}{blank}{word}{piece.text[at:]}"


def for_tags(plant: Plant, *tags: str) -> Plant:
    """A fault in some languages alone."""
    return lambda chance, piece: plant(chance, piece) if piece.tag in tags else None


def of_translations(plant: Plant) -> Plant:
    """A fault of translations; the original has nothing to be compared with."""
    return for_tags(plant, *ALL[1:])


def at_gap(new: str, *tags: str) -> Plant:
    """Put signs in the place of a blank."""

    def plant(chance: random.Random, piece: Wording) -> str | None:
        places = list(gaps(piece))
        if piece.tag not in tags or not places:
            return None
        at = chance.choice(places)
        return piece.text[:at] + new + piece.text[at + 1 :]

    return plant


def open_matches(pattern: str, piece: Wording) -> list[re.Match[str]]:
    """Where a pattern stands outside of placeholders."""
    closed = [match.span() for match in PLACEHOLDER.finditer(piece.text)]
    return [
        match
        for match in re.finditer(pattern, piece.text)
        if not any(start < match.end() and match.start() < end for start, end in closed)
    ]


def replaced(pattern: str, new: str, *tags: str) -> Plant:
    """Replace one match of a pattern outside of placeholders."""

    def plant(chance: random.Random, piece: Wording) -> str | None:
        found = open_matches(pattern, piece) if piece.tag in tags else []
        if not found:
            return None
        match = chance.choice(found)
        return piece.text[: match.start()] + match.expand(new) + piece.text[match.end() :]

    return plant


def exchanged(by_tag: Mapping[str, Mapping[str, str] | Sequence[tuple[str, str]]]) -> Plant:
    """One of some words or signs in the place of another."""

    def plant(chance: random.Random, piece: Wording) -> str | None:
        pairs = list(dict(by_tag.get(piece.tag, {})).items())
        found = [(match, new) for old, new in pairs for match in open_matches(re.escape(old), piece)]
        if not found:
            return None
        match, new = chance.choice(found)
        return piece.text[: match.start()] + new + piece.text[match.end() :]

    return plant


def round_words(chance: random.Random, piece: Wording, first: str, last: str) -> str | None:
    """The text with signs round one to three of its words."""
    wide = chance.choice([1, 2, 3])
    more = rf"(?<=[^\W\d_] )[^\W\d_]{{4,}}(?: [^\W\d_]+){{{wide - 1}}}(?= )"
    found = open_matches(rf"[一-鿿]{{{wide + 1}}}" if piece.tag == "zh" else more, piece)
    if not found or is_heading(piece):
        return None
    match = chance.choice(found)
    return piece.text[: match.start()] + first + match.group() + last + piece.text[match.end() :]


def enclosed(first: str, last: str, *tags: str) -> Plant:
    """Put signs round some words."""
    return lambda chance, piece: round_words(chance, piece, first, last) if piece.tag in tags else None


def quoted(chance: random.Random, piece: Wording) -> str | None:
    """Words in quotation marks that the language does not have."""
    return round_words(chance, piece, *chance.choice(words.QUOTES[piece.tag]))


def half_open(chance: random.Random, piece: Wording) -> str | None:
    """A bracket or a quotation mark without its other half."""
    own = {"fr": ("«\u00a0", "\u00a0»"), "ru": ("«", "»"), "ar": ("”", "“"), "zh": ("（", "）")}
    first, last = chance.choice([("(", ")"), own.get(piece.tag, ("“", "”"))] if piece.tag != "zh" else [own["zh"]])
    return round_words(chance, piece, *chance.choice([(first, ""), ("", last)]))


def doubled(chance: random.Random, piece: Wording) -> str | None:
    """A word twice."""
    return replaced(r"(?<=[^\W\d_] )(?!that |had |es |se )([^\W\d_]{2,}) (?=[^\W\d_])", r"\1 \1 ", *BLANKS)(
        chance, piece
    )


def without_stop(_: random.Random, piece: Wording) -> str | None:
    """Prose without the stop at its end."""
    return piece.text[:-1] if is_prose(piece) and re.search(r"[^\W\d_][.。]$", piece.text) else None


def with_two_stops(chance: random.Random, piece: Wording) -> str | None:
    """Prose with a stop too many, at its end or between two sentences."""
    return replaced(r"(?<=[^\W\d_])([.。])(?= [^\W\da-z_]|$|(?<=。)[一-鿿])", r"\1\1", *ALL)(chance, piece)


def heading_with_stop(_: random.Random, piece: Wording) -> str | None:
    """A heading with a stop."""
    is_named = PLACEHOLDER.search(piece.text)
    # An item of a list, a cell and the words of a table are no headings.
    if not is_heading(piece) or is_named or "/" in piece.id:
        return None
    return piece.text + ("。" if piece.tag == "zh" else ".")


def small_letter(chance: random.Random, piece: Wording) -> str | None:
    """A sentence that begins with a small letter."""
    if piece.tag in ("zh", "ar") or not is_paragraph(piece):
        return None
    found = [
        match
        for match in open_matches(r"(?:^|(?<=[a-zа-яéó][.] ))[^\W\d_](?=[^\W\d_])", piece)
        if match.group().isupper()
    ]
    if not found:
        return None
    match = chance.choice(found)
    return piece.text[: match.start()] + match.group().lower() + piece.text[match.end() :]


def stretched(chance: random.Random, piece: Wording) -> str | None:
    """An Arabic word drawn out."""
    return replaced(r"(\w[بتسشيلمن])(\w{2})", "\\1\u0640\u0640\\2", "ar")(chance, piece)


def taken_apart(chance: random.Random, piece: Wording) -> str | None:
    """A letter and its accent as two characters."""
    found = open_matches(r"[éèêàçñóíáüйÉÀ]", piece)
    if not found or piece.tag in ("zh", "ar"):
        return None
    match = chance.choice(found)
    return piece.text[: match.start()] + unicodedata.normalize("NFD", match.group()) + piece.text[match.end() :]


def another_heading(chance: random.Random, piece: Wording) -> str | None:
    """A heading in title case or in capitals."""
    if not is_heading(piece) or PLACEHOLDER.search(piece.text) or "/" in piece.id or piece.tag not in words.TITLES:
        return None
    if chance.random() < 0.4:
        return chance.choice(words.TITLES[piece.tag])
    if len(piece.text.split()) < 3:
        return None
    return piece.text.upper() if chance.random() < 0.3 else re.sub(r"(?<= )[^\W\d_]", _upper, piece.text)


def _upper(match: re.Match[str]) -> str:
    return match.group().upper()


def heading_with_short_name(chance: random.Random, piece: Wording) -> str | None:
    """An abbreviation in a heading."""
    if not is_heading(piece) or "/" in piece.id or piece.tag not in words.ABBREVIATIONS or " " not in piece.text:
        return None
    return put(chance, piece, chance.choice(words.ABBREVIATIONS[piece.tag]))


def long_sentence(chance: random.Random, piece: Wording) -> str | None:
    """A sentence that goes on for 200 words, or 400 characters."""
    bare = [each for each in SENTENCE.split(piece.text) if len(each) > 20 and not PLACEHOLDER.search(each)]
    if not bare or not is_paragraph(piece) or PLACEHOLDER.search(piece.text[-12:]):
        return None
    body = chance.choice(bare).rstrip(".。")
    joint = {"zh": "，", "ar": "، و"}.get(piece.tag, ", ")
    times = 1 + (400 // len(body) if piece.tag == "zh" else 200 // len(body.split()))
    return f"{piece.text.rstrip('.。')}{joint}{joint.join([body] * times)}{'。' if piece.tag == 'zh' else '.'}"


def long_paragraph(chance: random.Random, piece: Wording) -> str | None:
    """A paragraph of 600 words, or 1,200 characters."""
    bare = [each for each in SENTENCE.split(piece.text) if len(each) > 20 and not PLACEHOLDER.search(each)]
    if not bare or not is_paragraph(piece):
        return None
    body = chance.choice(bare)
    times = 1 + (1200 // len(body) if piece.tag == "zh" else 600 // len(body.split()))
    blank = "" if piece.tag == "zh" else " "
    return blank.join([piece.text, *[body] * times])


def item_with_stop(chance: random.Random, piece: Wording) -> str | None:
    """One item of a list that ends otherwise than the others."""
    semicolon = {"zh": "；", "ar": "؛"}.get(piece.tag, ";")
    stop = "。" if piece.tag == "zh" else "."
    if not re.fullmatch(r"[\w-]+/\d+", piece.id) or not re.search(r"[^\W\d_]$", piece.text):
        return None
    return piece.text + chance.choice([semicolon, stop, "،" if piece.tag == "ar" else ","])
