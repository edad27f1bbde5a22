"""Where sentences begin, by the signs and abbreviations of a language."""

from __future__ import annotations

import re
from functools import lru_cache

from reportgen.language.conventions import Conventions


def begins_sentence(conventions: Conventions, before: str) -> bool:
    """Whether what follows this text begins a sentence."""
    # An opening quotation mark at the very beginning does not change that a sentence begins.
    text = before.rstrip(" \u00a0")
    if not text.strip("“”«»„\"'‘’ \u00a0"):
        return True
    # Without a blank before it, text can begin a sentence only behind an opening quotation mark; Chinese has no
    # blanks.
    if text == before and conventions.script != "han":
        text = text.rstrip("“«„‘(")
        if text == before:
            return False
        text = text.rstrip(" \u00a0")
    text = text.rstrip('”»"’)')
    return text.endswith(tuple(conventions.sentence_ends)) and not _abbreviated(text, conventions.abbreviations)


def split_sentences(conventions: Conventions, text: str) -> list[tuple[int, int]]:
    """The start and end of each sentence of a text."""
    found, start = [], 0
    for match in _sentence_end(conventions.sentence_ends, conventions.script).finditer(text):
        if not _abbreviated(text[: match.end("stop")], conventions.abbreviations):
            found.append((start, match.end("close")))
            start = match.end()
    return found if start >= len(text.rstrip()) else [*found, (start, len(text))]


@lru_cache(maxsize=16)
def _sentence_end(ends: str, script: str) -> re.Pattern[str]:
    """What ends a sentence, with what closes it and the blanks behind it; Chinese has none."""
    blank = r"\s*" if script == "han" else r"(?:\s+|\Z)"
    return re.compile(rf"(?P<stop>[{re.escape(ends)}])(?P<close>[”»\"’)）》」]*){blank}")


def _abbreviated(text: str, abbreviations: tuple[str, ...]) -> bool:
    """Whether the text ends in an abbreviation that is a word of its own."""
    endings = (text[: -len(each)] for each in abbreviations if text.endswith(each))
    return any(not before[-1:].isalpha() for before in endings)
