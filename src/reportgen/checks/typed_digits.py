"""No figure, month, currency or name in prose outside facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.checks.content import CheckedContent
from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.finding import Finding
from reportgen.language import Language
from reportgen.language.recognition import Span, SpanKind, longest

LOOKS_AT = PIECES
CODES = {
    "RG051": Code(
        "a figure is typed in prose",
        "Everything that can be wrong is a fact: figures, also in words, dates, amounts, fractions, roman and circled "
        "figures. Make the figure a fact and print it with a placeholder; a digit that belongs to a name (the 2030 "
        "Agenda) stands in the lexicon. One as a word, and ordinals in words, may be typed; so may what the language's "
        "conventions call ordinary or a term (recognition: ordinary, terms), and what typed() prints with its reason.",
        proof=True,
    ),
    "RG052": Code(
        "a month or a currency is typed in prose",
        "Dates and amounts are facts. Declare a date or money, and print it with a placeholder.",
        proof=True,
    ),
    "RG053": Code(
        "a name of the lexicon is typed in prose",
        "Countries, bodies, instruments and other names are facts, so that every language prints the approved form, "
        "in full at first use. Declare the name and print it with a placeholder. Groups of people, topics, items and "
        "languages may be typed.",
        proof=True,
    ),
}

_WORDS_OF_TIME_AND_MONEY: frozenset[SpanKind] = frozenset({"month", "currency"})
_ALLOWED: frozenset[SpanKind] = frozenset({"short name", "qualifier", "ordinary", "unit", "percent sign"})
_OF_A_STATE = re.compile(r"([a-z]{2})-")
"""Begins the ids of national bodies: ir-justice."""
_TYPED_KINDS = frozenset({"group", "topic", "item", "language"})
"""Kinds of names that are common nouns, which prose may use without a fact."""


def check(edition: Edition) -> Iterator[Finding]:
    """Look for figures and names in the literal text of every block."""
    for document in edition.documents.values():
        language = edition.languages[document.language]
        for content in edition.contents(document):
            yield from _typed(content, language)


def _typed(content: CheckedContent, language: Language) -> Iterator[Finding]:
    recognizer, text = language.recognizer, content.literal
    names = [span for span in longest(recognizer.names(text)) if span.kind == "name"]
    found = recognizer.numbers(text)
    ones = {(span.start, span.end) for span in found if span.kind == "number word" and span.means == ("1",)}
    numbers = [span for span in longest(found) if _is_typed(span, text) and not _is_of_one(span, ones)]
    # The name is reported as a whole; its figures would only repeat the finding.
    within = [span for span in numbers if not any(name.covers(span) for name in names)]
    reported = dict.fromkeys((span.start, span.end) for span in within)
    kinds = {(span.start, span.end): span.kind for span in within}
    for start, end in reported:
        code = "RG052" if kinds[start, end] in _WORDS_OF_TIME_AND_MONEY else "RG051"
        words = text[start:end]
        yield Finding(code, "error", f"'{words}' is typed in prose", language.tag, content.where, words=words)
    for span in names:
        readings = [each.partition("/") for each in span.means]
        words = text[span.start : span.end]
        # "En français" names a language, though the adjective of the country is the same word.
        is_noun = any(kind in _TYPED_KINDS for kind, *_ in readings)
        if not is_noun and not _is_common(words, readings, content, language):
            kind, _, name = readings[0]
            hint = f"make it a fact, {{{kind}: {name}}}, and print it with a placeholder"
            message = f"the name '{words}' is typed in prose"
            yield Finding("RG053", "error", message, language.tag, content.where, hint=hint, words=words)


def _is_of_one(span: Span, ones: set[tuple[int, int]]) -> bool:
    """Whether a stretch of time is that of one in a word, which is an article as well: un mes, a month."""
    return span.kind == "period" and any(span.start <= start and end <= span.end for start, end in ones)


def _is_common(
    words: str, readings: Sequence[tuple[str, str, str]], content: CheckedContent, language: Language
) -> bool:
    """Whether a body may be that of any State, as a ministry of justice is in a language without capitals.

    It is a name where its own State is named in the text.
    """
    # Arabic glues prepositions to the word.
    if not words.endswith(language.conventions.recognition.common_bodies):
        return False
    named = {fact.value for fact in content.facts}
    states = [_OF_A_STATE.match(name) for *_, name in readings]
    return all(each is not None and each[1].upper() not in named for each in states)


def _is_typed(span: Span, text: str) -> bool:
    """Whether a span is a figure without a fact; "one" and ordinals in words are ordinary language."""
    if span.kind in _ALLOWED or (span.kind == "number word" and span.means == ("1",)):
        return False
    if span.kind == "ordinal":
        return any(map(str.isdigit, text[span.start : span.end]))
    return not (span.kind == "period" and span.means == ("one",))
