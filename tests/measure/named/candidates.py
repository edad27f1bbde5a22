"""What looks like a name in English text, told by capitals alone, so that it does not depend on the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.language import Language
from reportgen.language.sentences import begins_sentence

_WORD = re.compile(r"[^\W\d_](?:[\w&-]|[’'](?!s\b))*")
_BETWEEN = re.compile(r" |[  ](?:of|for|on)(?: the)? |-")
"""What may stand between two words of one name; "and", "in" and "to" mostly stand between two names."""

_BEFORE_ITEM = re.compile(
    r"(?:^|[\s(])(?:\(?(?:\w|[ivxl]{1,5}|\d{1,3}(?:\.\d{1,2})?)[).]|[•●▪◦*—–-])\s*$"
    r"|[:;•●▪◦“‘|]\s*$|(?:^|\s|[.!?”])\d{1,3}\s+$|_{3,}\s*\S{0,3}\s*$"
)
"""What may stand before the first word of an item of a list, of a quotation, of a title or of a footnote."""

_PERSON = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Sir|Mme|M)\.? |\(Signed\) |\bH\. ?E\. )$")
_SMALL = frozenset({"the", "of", "for", "on", "and", "in", "to", "a", "an"})
_ROMAN = re.compile(r"[IVXLC]+")


@dataclass(frozen=True)
class Candidate:
    """A run of words with capitals: its place in a paragraph, and the places of those that must be part of names."""

    start: int
    end: int
    words: tuple[tuple[int, int], ...]


def candidates(language: Language, text: str, lowered: frozenset[str]) -> Iterator[Candidate]:
    """The names that a paragraph seems to have, in order.

    Left out are persons behind a title, roman numerals, single letters, months, parts of symbols, and words with a
    capital that the conventions call no names (Government). So is a word that begins a sentence or an item, where it
    stands alone or in lower case elsewhere (`lowered`).
    """
    run: list[re.Match[str]] = []
    months = {span.start for span in language.recognizer.spans(text) if span.kind in ("month", "date", "symbol")}
    for match in _WORD.finditer(text):
        if not match.group()[0].isupper() or match.start() in months or _is_symbol(text, match):
            continue
        if run and not _BETWEEN.fullmatch(text, run[-1].end(), match.start()):
            yield from _candidate(language, text, run, lowered)
            run = []
        run.append(match)
    yield from _candidate(language, text, run, lowered)


def _candidate(language: Language, text: str, run: list[re.Match[str]], lowered: frozenset[str]) -> Iterator[Candidate]:
    if run and not _is_capital_by_itself(language, text, run, lowered):
        run = run[1:]
    if not run or _PERSON.search(text, 0, run[0].start()):
        return
    ordinary = language.conventions.recognition.capitals
    words = [match for match in run if _names(match.group(), ordinary)]
    if words:
        yield Candidate(run[0].start(), run[-1].end(), tuple(match.span() for match in words))


def _is_capital_by_itself(language: Language, text: str, run: list[re.Match[str]], lowered: frozenset[str]) -> bool:
    """Whether the first word of a run would have its capital anywhere."""
    word = run[0].group().casefold()
    if word in _SMALL:
        return False
    return not _begins(language, text, run[0]) or (len(run) > 1 and word not in lowered)


def _begins(language: Language, text: str, match: re.Match[str]) -> bool:
    """Whether a word has its capital, or may have it, because a sentence or an item begins with it."""
    before = text[: match.start()]
    return begins_sentence(language.conventions, before) or bool(_BEFORE_ITEM.search(before[-12:]))


def _is_symbol(text: str, match: re.Match[str]) -> bool:
    """Whether a word is part of a symbol of a document: ST of ST/SGB/2003/13."""
    return "/" in text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]


def _names(word: str, ordinary: tuple[str, ...]) -> bool:
    return len(word) > 1 and word not in ordinary and not _ROMAN.fullmatch(word)


def lowered_words(text: str) -> frozenset[str]:
    """The words of a document that stand in lower case somewhere."""
    return frozenset(match.group() for match in _WORD.finditer(text) if match.group().islower())
