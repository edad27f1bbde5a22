"""The words of a qualifier stand beside its figure, and no others: more than 60, at least 75."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from reportgen.checks.content import IN_MASTHEAD, CheckedContent
from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.facts import Period, Qualified, Value
from reportgen.finding import Finding
from reportgen.language import Language
from reportgen.language.recognition import longest
from reportgen.record import record

LOOKS_AT = PIECES
CODES = {
    "RG071": Code(
        "the words of a qualifier are missing",
        "A fact with a qualifier (more_than, at_least, up_to, about, nearly) is printed with the words for it close "
        "before or behind the figure; 'no more than' is not 'more than'. The words that count are listed in the "
        "language's conventions; those that stand behind a figure have a '#' before them.",
        proof=True,
    ),
    "RG072": Code(
        "words of a qualifier that the fact has not",
        "Words such as 'more than' stand beside a figure whose fact is exact. Give the fact its qualifier, or take the "
        "words out.",
        proof=True,
    ),
}

_NEAR = {"han": (10, 8)}
_NEAR_WORDS = (60, 24)
"""How many characters before and behind a figure its qualifier may stand; fewer in Chinese."""

_QUALIFIED_KINDS = frozenset({"count", "percent", "money", "period", "number", "rate", "age"})
_OPENING = " \u00a0\u202f“”«»„'‘’*"
_SENTENCE_END = re.compile(r"[.!?;:。！？；：؟؛](?=\s|$)|[。！？；：]")


@record
class _Figure:
    """A printed number: its place, that of its figure, and the limits within which words belong to no other number."""

    fact: str
    start: int
    number: int
    end: int
    left: int
    right: int


@record
class _Words:
    """Words that qualify a number, with all that they may mean; `behind` says that they stand only after it."""

    start: int
    end: int
    qualifiers: frozenset[str]
    behind: bool


def check(edition: Edition) -> Iterator[Finding]:
    """Compare the words beside every figure with the qualifier of its fact, in every language."""
    for document in edition.documents.values():
        language = edition.languages[document.language]
        for content in edition.contents(document):
            # Of the facts of the masthead none has a qualifier.
            if content.is_own and _is_counted(content) and not content.id.startswith(IN_MASTHEAD):
                facts = edition.values_of(edition.owner_of(content.id))
                for message, code, hint in _faults(content, facts, language):
                    yield Finding(code, "error", message, document.language, content.where, hint=hint)


def _is_counted(content: CheckedContent) -> bool:
    return any(fact.kind in _QUALIFIED_KINDS for fact in content.facts)


def _faults(content: CheckedContent, facts: Mapping[str, Value], language: Language) -> Iterator[tuple[str, str, str]]:
    """What is wrong with the words beside the figures of a piece: message, code and hint."""
    text = content.text
    spans = _qualifiers(text, language)
    for figure in _figures(content, language):
        value = facts.get(figure.fact)
        if not isinstance(value, Qualified):
            continue
        own, shown = _own(text, figure, spans, language), text[figure.start : figure.end]
        if value.qualifier != "exact":
            if not own or not all(
                value.qualifier in span.qualifiers and not _denied(text, span, language) for span in own
            ):
                message = f"the words for '{value.qualifier}' are missing beside '{shown}' (the fact '{figure.fact}')"
                yield message, "RG071", _hint(value.qualifier, language)
        else:
            touching = (text[span.start : span.end] for span in own if _touches(text, figure, span))
            # "Over two years" may say when, and not how long.
            times = language.conventions.recognition.times if isinstance(value, Period) else ()
            for words in [each for each in touching if each.casefold() not in times][:1]:
                yield f"'{words}' stands beside '{shown}' (the fact '{figure.fact}'), which is exact", "RG072", ""


def _qualifiers(text: str, language: Language) -> list[_Words]:
    """The words of qualifiers in a text, the longest only."""
    found: list[_Words] = []
    for (start, end), same in groupby(
        longest(language.recognizer.qualifiers(text)), key=lambda each: (each.start, each.end)
    ):
        meanings = [*same]
        qualifiers = frozenset(each.qualifier for each in meanings)
        found.append(_Words(start, end, qualifiers, all(each.behind for each in meanings)))
    return found


def _hint(qualifier: str, language: Language) -> str:
    words = (word.removeprefix("#").strip() for word in language.conventions.qualifiers.get(qualifier, ()))
    return "one of: " + ", ".join(dict.fromkeys(words))


def _figures(content: CheckedContent, language: Language) -> Iterator[_Figure]:
    """The numbers of a piece that may be qualified, each bounded by its neighbours and by its sentence."""
    text = content.text
    places = [
        place for place in content.fact_places if any(map(str.isdigit, place[0].value)) and place[0].kind != "symbol"
    ]
    stops = [match.end() for match in _SENTENCE_END.finditer(text)]
    for inline, start, end in places:
        if inline.kind in _QUALIFIED_KINDS:
            left = max((each for *_, each in places if each <= start), default=0)
            right = min((each for _, each, _ in places if each >= end), default=len(text))
            # Words of another sentence, or beyond another number, qualify something else.
            left = max([left, *(stop for stop in stops if stop <= start)])
            right = min([right, *(stop for stop in stops if stop > end)])
            yield _Figure(inline.fact, start, start + _first_number(text[start:end], language), end, left, right)


def _first_number(text: str, language: Language) -> int:
    """Where the first figure or number word of a printed fact begins."""
    if text[:1].isdecimal():
        return 0
    numbers = (span for span in language.recognizer.numbers(text) if span.kind in ("figure", "number word"))
    return min((span.start for span in numbers), default=0)


def _own(text: str, figure: _Figure, spans: list[_Words], language: Language) -> list[_Words]:
    """The qualifiers of a figure: those inside its own text, the nearest behind it, and the nearest before it.

    Qualifiers that touch the nearest one count too ("fewer than more than"), since together they contradict.
    """
    before, behind = _NEAR.get(language.conventions.script, _NEAR_WORDS)
    found = [span for span in spans if figure.start <= span.start and span.end <= figure.end]
    at = figure.number
    for span in reversed(spans):
        near = figure.left <= span.start and figure.number - before <= span.start and span.end <= at
        if near and not span.behind and (at == figure.number or not text[span.end : at].strip()):
            found.append(span)
            at = span.start
    after = (span for span in spans if figure.end <= span.start and span.end <= min(figure.right, figure.end + behind))
    return [*found, *[span for span in after if span.behind][:1]]


def _touches(text: str, figure: _Figure, span: _Words) -> bool:
    """Whether nothing but blanks and quotation marks stands between a figure and a qualifier."""
    if span.start >= figure.end:
        return not text[figure.end : span.start].strip(_OPENING)
    return any(not text[span.end : start].strip(_OPENING) for start in (figure.start, figure.number))


def _denied(text: str, span: _Words, language: Language) -> bool:
    """Whether a word of negation stands right before the qualifier."""
    before = text[: span.start].rstrip().casefold()
    # Chinese writes 不 onto the next word.
    glued = language.conventions.script == "han"
    return any(
        before.endswith(word) and (glued or not before[: -len(word)][-1:].isalnum())
        for word in language.conventions.recognition.negations
    )
