"""Words that hold for one value only, and numbers whose words cannot follow them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from reportgen.checks.edition import Code, Edition
from reportgen.errors import Position
from reportgen.facts import Count, Value
from reportgen.finding import Finding, Severity
from reportgen.language import Language
from reportgen.model.report import wordings
from reportgen.wording import Fault, Filter, Placeholder, placeholders, scan

CODES = {
    "RG045": Code(
        "words for another value",
        'as("…", when="…") gives the translator\'s own words for one value. The value has changed, so the fact is '
        "printed by the language's rules; look at the sentence, and give the words for the new value.",
    ),
    "RG046": Code(
        "words that do not say for which value",
        'as("…") keeps its words when the value changes. Say for which one they are: as("half-yearly", when="6 month")',
    ),
    "RG047": Code(
        "words that may not agree with the number",
        "A count is printed by itself and its noun is typed beside it, in a form that does not go with this number. "
        "Print number and noun together with counted(…), or choose the word with plural(…).",
    ),
}

_TOGETHER = frozenset({"counted", "of", "plural", "as"})
_PLAIN_CATEGORIES = frozenset({"many", "other"})
"""Plural categories that nouns typed beside a number are written for."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One piece of wording in one language with the facts that it may print."""

    language: Language
    name: str
    text: str
    facts: Mapping[str, Value]
    locate: Callable[[], Position | None]


def check(edition: Edition) -> Iterator[Finding]:
    """Look at the placeholders of every piece of wording."""
    for piece in _pieces(edition):
        try:
            found = list(placeholders(scan(piece.text)))
        except Fault:
            continue
        agreeing = {each.fact for each in found if _TOGETHER & {filter_.name for filter_ in each.filters}}
        for placeholder in found:
            yield from _bound_words(piece, placeholder)
            if placeholder.fact not in agreeing:
                yield from _plain_count(piece, placeholder)


def _pieces(edition: Edition) -> Iterator[_Piece]:
    """The wording of every language that is checked; kinds of paragraph have none of their own."""
    shared = {key: fact.value for key, fact in edition.report.facts.items()}
    for name, wording, owner in wordings(edition.report):
        own = owner.all_facts() if owner else {}
        facts = {**shared, **{key: fact.value for key, fact in own.items()}}
        for tag in edition.documents:
            language = edition.languages[tag]
            entry = edition.translations[tag].get(name) if tag in edition.translations else None
            if entry and entry.text:
                yield _Piece(language, name, entry.text, facts, entry.position)
            elif tag == edition.report.language:
                yield _Piece(language, name, wording.text, facts, wording.position)


def _bound_words(piece: _Piece, placeholder: Placeholder) -> Iterator[Finding]:
    for each in placeholder.filters:
        if each.name != "as":
            continue
        value, when = str(piece.facts.get(placeholder.fact, "")), dict(each.options).get("when", "")
        words = each.arguments[0] if each.arguments else ""
        if when and when != value and not placeholder.item:
            message = f"the words '{words}' are for {when}; the fact '{placeholder.fact}' is now {value}"
            yield _finding("RG045", "error", message, piece)
        elif not when:
            message = f"the words '{words}' for '{placeholder.fact}' do not say for which value"
            yield _finding("RG046", "warning", message, piece, f'add when="{value}"')


def _plain_count(piece: _Piece, placeholder: Placeholder) -> Iterator[Finding]:
    value = piece.facts.get(placeholder.fact)
    if not isinstance(value, Count) or Filter("words") in placeholder.filters:
        return
    category = piece.language.plural_category(value.number)
    if category not in _PLAIN_CATEGORIES:
        message = f"{value} is of the category '{category}'; the words beside '{placeholder.fact}' may not agree"
        yield _finding("RG047", "warning", message, piece, "use counted(…)")


def _finding(code: str, severity: Severity, message: str, piece: _Piece, hint: str = "") -> Finding:
    return Finding(code, severity, message, piece.language.tag, piece.name, piece.locate(), hint)
