"""Faults between the languages and about facts: lost, doubled, exchanged or left in the words of the original."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from tests.measure.meaning import changes
from tests.measure.meaning import words as meaning_words
from tests.measure.meaning.changes import PLACEHOLDER, SENTENCE, Wording, placeholders, without
from tests.measure.style import words
from tests.measure.style.plants import is_prose, open_matches, put, typed

_NOTE = re.compile(r"\[\^[^\]]*\]")
_CITED = re.compile(r"\{\{ (?:para|paras|section|table|figure|annex|box)\([^}]*\}\}")
_NUMBERS = ("count", "percent", "year", "date", "money")


def note_dropped(chance: random.Random, piece: Wording) -> str | None:
    """The mark of a footnote taken out."""
    found = list(_NOTE.finditer(piece.text))
    return without(piece, chance.choice(found)) if found else None


def note_moved(chance: random.Random, piece: Wording) -> str | None:
    """The mark of a footnote on the other side of the stop or comma beside it."""
    pattern = r"(\[\^[^\]]*\])([.,،。，])|([.,،。，])(\[\^[^\]]*\])"
    found = list(re.finditer(pattern, piece.text))
    if not found:
        return None
    match = chance.choice(found)
    new = match[2] + match[1] if match[1] else match[4] + match[3]
    return piece.text[: match.start()] + new + piece.text[match.end() :]


def notes_exchanged(chance: random.Random, piece: Wording) -> str | None:
    """Two footnote marks in each other's place."""
    return _two_exchanged(chance, piece, list(_NOTE.finditer(piece.text)))


def cited_dropped(chance: random.Random, piece: Wording) -> str | None:
    """A cross-reference taken out."""
    found = list(_CITED.finditer(piece.text))
    return without(piece, chance.choice(found)) if found else None


def cited_exchanged(chance: random.Random, piece: Wording) -> str | None:
    """Two cross-references in each other's place."""
    return _two_exchanged(chance, piece, list(_CITED.finditer(piece.text)))


def _two_exchanged(chance: random.Random, piece: Wording, found: Sequence[re.Match[str]]) -> str | None:
    pairs = [(a, b) for a in found for b in found if a.start() < b.start() and a.group() != b.group()]
    if not pairs:
        return None
    first, second = chance.choice(pairs)
    between = piece.text[first.end() : second.start()]
    return piece.text[: first.start()] + second.group() + between + first.group() + piece.text[second.end() :]


def figure_other_times(chance: random.Random, piece: Wording) -> str | None:
    """A figure dropped, or printed once more."""
    found = placeholders(piece, *_NUMBERS)
    if not found:
        return None
    match = chance.choice(found)
    return without(piece, match) if chance.random() < 0.6 else put(chance, piece, f"{{{{ {match[1]} }}}}")


def name_added(chance: random.Random, piece: Wording) -> str | None:
    """A name of the whole report in a text that does not have it."""
    names = [name for name, fact in piece.facts.items() if {"entity", "instrument", "place"} & fact.keys()]
    left = [name for name in names if name not in piece.source and name not in piece.text]
    return put(chance, piece, f"{{{{ {chance.choice(left)} }}}}") if left and is_prose(piece) else None


def broken(chance: random.Random, piece: Wording) -> str | None:
    """A placeholder that nobody can print."""
    found = [match for match in PLACEHOLDER.finditer(piece.text) if match.group().startswith("{{")]
    if not found:
        return None
    match = chance.choice(found)
    new = chance.choice(["{{ nothing_of_that_name }}", match.group()[:-1], match.group().replace("{{ ", "{{ x.", 1)])
    return piece.text[: match.start()] + new + piece.text[match.end() :]


def name_dropped(chance: random.Random, piece: Wording) -> str | None:
    """A name dropped that is printed once in the piece."""
    kinds = ("place", "places", "entity", "entities", "instrument", "programme")
    found = [match for match in placeholders(piece, *kinds) if len(re.findall(rf"\b{match[1]}\b", piece.text)) == 1]
    return without(piece, chance.choice(found)) if found and is_prose(piece) else None


def emptied(_: random.Random, piece: Wording) -> str | None:
    """No text at all where the original has words."""
    return "" if re.search(r"[A-Za-z]{3}", PLACEHOLDER.sub("", piece.source)) else None


def without_number(chance: random.Random, piece: Wording) -> str | None:
    """A count in own words that say no number."""
    # Where of() prints a second fact, it would be lost as well, which is another fault.
    found = [match for match in placeholders(piece, "count") if "of(" not in match[2]]
    if not found:
        return None
    match = chance.choice(found)
    value = piece.facts[match[1]]["count"]
    return without(
        piece, match, f'{{{{ {match[1]} | as("{chance.choice(words.VAGUE[piece.tag])}", when="{value}") }}}}'
    )


def denied(chance: random.Random, piece: Wording) -> str | None:
    """A sentence that says no where the original does not, or the other way."""
    if piece.tag == "fr" and chance.random() < 0.4:
        both = re.sub(r"\b(?:n’|ne )([^.;]{1,30}?) pas\b", r"\1", piece.text, count=1)
        return both if both != piece.text else None
    found = [
        (match, new)
        for old, new in words.DENIED[piece.tag]
        for match in open_matches(re.escape(old), piece)
        if not re.search(r"没$|不$|很少$|\bNo$", piece.text[: match.start()])
        # The words of a qualifier (не менее, لا يقل) and a name (organizaciones no gubernamentales) deny nothing.
        and not re.match(
            r"(?:менее|более|только|позднее|يقل|يزيد|يتجاوز|سيما|gubernamental)", piece.text[match.end() :]
        )
        and piece.text[match.end() : match.end() + 1] != "没"
    ]
    if not found:
        return None
    match, new = chance.choice(found)
    return piece.text[: match.start()] + new + piece.text[match.end() :]


def sentence_dropped(chance: random.Random, piece: Wording) -> str | None:
    """One of several sentences dropped."""
    if len(SENTENCE.split(piece.text)) < 2 or (piece.tag == "zh" and piece.text.count("。") < 2):
        return None
    return changes.sentence_dropped(chance, piece) or None


def as_older(chance: random.Random, piece: Wording) -> str | None:
    """Own words for a value that the fact has no more."""
    return _in_own_words(chance, piece, 'as("{}", when="{}")', 11)


def as_always(chance: random.Random, piece: Wording) -> str | None:
    """Own words that do not say for which value."""
    return _in_own_words(chance, piece, 'as("{}")', 0)


def _in_own_words(chance: random.Random, piece: Wording, call: str, more: int) -> str | None:
    found = [match for match in placeholders(piece, "count") if "|" not in match[2]]
    if not found:
        return None
    match = chance.choice(found)
    value = int(str(piece.facts[match[1]]["count"])) + more
    return without(piece, match, f"{{{{ {match[1]} | {call.format(value, value)} }}}}")


def original_left(chance: random.Random, piece: Wording) -> str | None:
    """A sentence, a whole text or some words of the original."""
    if piece.tag == "en":
        return None
    kinds = [changes.english_left, changes.english_sentence, _typed_original]
    return chance.choice(kinds)(chance, piece)


def _typed_original(chance: random.Random, piece: Wording) -> str | None:
    return typed({piece.tag: words.ENGLISH})(chance, piece)


def qualifier_lost(chance: random.Random, piece: Wording) -> str | None:
    """A qualifier taken away or turned round."""
    return changes.qualifier_turned(chance, piece)


def shorter_or_longer(chance: random.Random, piece: Wording) -> str | None:
    """The first quarter of a translation that has no placeholders behind it, or the text nearly three times."""
    if not is_prose(piece) or len(piece.source) < 120:
        return None
    short = piece.text[: len(piece.text) // 4]
    # A cut must not go through a placeholder, nor lose one: that is another fault.
    if chance.random() < 0.5 and not PLACEHOLDER.search(piece.text):
        return short.rsplit(" ", 1)[0] + ("。" if piece.tag == "zh" else ".")
    bare = [each for each in SENTENCE.split(piece.text) if len(each) > 15 and not PLACEHOLDER.search(each)]
    if not bare:
        return None
    body, blank = chance.choice(bare), "" if piece.tag == "zh" else " "
    return blank.join([piece.text, *[body] * (1 + 2 * len(piece.text) // len(body))])


def address_changed(chance: random.Random, piece: Wording) -> str | None:
    """Another address on the web."""
    found = re.search(r"<https://([^/>]*)(/[^>]*)?>", piece.text)
    if not found:
        return None
    page = found[2] or "/"
    new = chance.choice(
        [f"<https://{found[1]}/{piece.tag}{page}>", f"<http://{found[1]}{page}>", f"<https://{found[1]}{page}x>",
         f"<https://{found[1]}{page}index.html>", f"<https://{found[1][:-1]}{page}>"]
    )  # fmt: skip
    return piece.text[: found.start()] + new + piece.text[found.end() :]


def rendered_otherwise(chance: random.Random, piece: Wording, texts: Sequence[Wording]) -> str | None:
    """Another translation where another piece has the same original."""
    twins = [each for each in texts if each.source == piece.source and each.id != piece.id and each.text == piece.text]
    found = open_matches(r"[一-鿿]{2}" if piece.tag == "zh" else r"[^\W\d_]{4,}", piece)
    if not twins or not found or piece.tag == "en":
        return None
    match = chance.choice(found)
    return re.sub(" {2,}", " ", piece.text[: match.start()] + piece.text[match.end() :]).strip()


def pasted(chance: random.Random, piece: Wording, texts: Sequence[Wording]) -> str | None:
    """The translation of another piece."""
    bare = [each for each in texts if each.text != piece.text and not PLACEHOLDER.search(each.text) and is_prose(each)]
    if piece.tag == "en" or not bare or PLACEHOLDER.search(piece.text) or not is_prose(piece):
        return None
    return chance.choice(bare).text


def figure_typed(chance: random.Random, piece: Wording) -> str | None:
    """A figure in digits or in words."""
    choices = chance.choice([meaning_words.DIGITS[:2], meaning_words.NUMBER_WORDS[piece.tag]])
    return typed({piece.tag: choices})(chance, piece)


def article_twice(chance: random.Random, piece: Wording) -> str | None:
    """An article typed before a placeholder that prints its own."""
    found = [each for each in placeholders(piece, "entity") if not each[2].strip() and each[1] == "united_nations"]
    if piece.tag != "en" or not found:
        return None
    match = chance.choice(found)
    return f"{piece.text[: match.start()]}the {piece.text[match.start() :]}"
