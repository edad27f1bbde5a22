"""Words that hold for one value only, and numbers whose words cannot follow them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.document_text import compiled_pattern
from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.checks.pieces import CheckedPiece, pieces
from reportgen.facts import Count
from reportgen.finding import Finding
from reportgen.wording import Filter, Placeholder

LOOKS_AT = PIECES
CODES = {
    "RG045": Code(
        "words for another value",
        'as("…", when="…") gives the translator\'s own words for one value. The value has changed, so the fact is '
        "printed by the language's rules; look at the sentence, and give the words for the new value.",
        proof=True,
    ),
    "RG046": Code(
        "words that do not say for which value",
        'as("…") keeps its words when the value changes. Say for which one they are: as("half-yearly", when="6 month")',
        proof=True,
    ),
    "RG047": Code(
        "words that may not agree with the number",
        "A count is printed by itself and its noun is typed beside it, in a form that does not go with this number. "
        "Print number and noun together with counted(…), or choose the word with plural(…).",
    ),
}

_NEXT_WORDS = re.compile(r"[ \u00a0\n]((?:[^\W\d_][\w-]*[ \n]?){1,3}[.,;:)]?)")
_TOGETHER = frozenset({"counted", "of", "plural", "as"})
_PLAIN_CATEGORIES = frozenset({"many", "other"})
"""The plural categories for which nouns typed beside a number are usually right."""


def check(edition: Edition) -> Iterator[Finding]:
    """Look at the placeholders of every piece of wording."""
    for piece in pieces(edition):
        found = piece.placeholders()
        agreeing = {each.fact for each in found if _TOGETHER & {filter_.name for filter_ in each.filters}}
        for placeholder in found:
            yield from _bound_words(piece, placeholder)
            yield from _plain_count(piece, placeholder, placeholder.fact in agreeing)


def _bound_words(piece: CheckedPiece, placeholder: Placeholder) -> Iterator[Finding]:
    for each in placeholder.filters:
        if each.name != "as":
            continue
        value, when = str(piece.value_of(placeholder) or ""), dict(each.options).get("when", "")
        words = each.arguments[0] if each.arguments else ""
        if when and when != value and value:
            message = f"the words '{words}' are for {when}; the fact '{placeholder.fact}' is now {value}"
            yield piece.finding("RG045", "error", message, placeholder)
        elif not when:
            message = f"the words '{words}' for '{placeholder.fact}' do not say for which value"
            yield piece.finding("RG046", "error", message, placeholder, f'add when="{value}"')


def _plain_count(piece: CheckedPiece, placeholder: Placeholder, is_agreeing: bool) -> Iterator[Finding]:
    """Findings where a count is printed by itself; words that are chosen by it elsewhere are taken to agree with it."""
    value = piece.facts.get(placeholder.fact)
    if not isinstance(value, Count) or Filter("words") in placeholder.filters or _stands_alone(piece, placeholder):
        return
    if _TOGETHER & {each.name for each in placeholder.filters}:
        return
    category = piece.language.plural_category(value.number)
    if category not in _PLAIN_CATEGORIES and not is_agreeing:
        message = f"{value} is of the category '{category}'; the words beside '{placeholder.fact}' may not agree"
        yield piece.finding("RG047", "warning", message, placeholder, "use counted(…)")
    elif words := _unfit_words(piece, placeholder, category):
        message = f"'{words}' is no form that stands behind {value}, the fact '{placeholder.fact}'"
        yield piece.finding("RG047", "warning", message, placeholder, "use counted(…)")


def _stands_alone(piece: CheckedPiece, placeholder: Placeholder) -> bool:
    """Whether a number has no words beside it that could agree: clinics (2), level III: 3."""
    before, behind = piece.text[: placeholder.offset].rstrip(), piece.text[placeholder.end :].lstrip()
    return before.endswith((":", "(", "：", "（")) and (not behind or behind[0] in ");,.；），。؛،")


def _unfit_words(piece: CheckedPiece, placeholder: Placeholder, category: str) -> str:
    """The words typed behind a number, where the style says that no word of its plural category looks so."""
    never = piece.language.style.plural_phrases.get(category)
    behind = _NEXT_WORDS.match(piece.text, placeholder.end) if never else None
    words = " ".join(behind[1].split()) if behind else ""
    return words if never and words and compiled_pattern(never).search(f"# {words}") else ""
