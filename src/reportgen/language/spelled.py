"""Number words as a language writes them, to a million: twenty-five, two thousand nine hundred and twenty-five."""

from __future__ import annotations

from reportgen.language import plurals
from reportgen.language.conventions import Conventions
from reportgen.language.formats import FormError, number_word
from reportgen.language.labels import chinese
from reportgen.language.rules import Numbers

_CASES = frozenset({"gen", "dat", "acc", "ins", "pre"})
"""Forms that change the words for thousands; a gender and the rest do not."""

_BEFORE_REST = "joined"
"""The form of a hundred that something follows: ciento, deux cent."""


def number_in_words(conventions: Conventions, number: int, form: str = "") -> str | None:
    """The number in words, in a form such as "f.gen"; None where the language has no words for it."""
    rule = conventions.numbers
    check_number_form(conventions, form)
    if number in rule.words:
        return number_word(rule.words[number], form)
    if number < 0 or number >= 1_000_000:
        return None
    if rule.chinese:
        return chinese(number)
    if number < 100:
        return _below_hundred(rule, number, form)
    return _hundreds(conventions, number, form) if number < 1000 else _thousands(conventions, number, form)


def check_number_form(conventions: Conventions, form: str) -> None:
    """Raise a `FormError` for a form that no number word of the language has."""
    known = conventions.numbers.forms
    if form and not set(form.split(".")) <= set(known):
        raise FormError(form, known)


def _below_hundred(rule: Numbers, number: int, form: str) -> str | None:
    tens, unit = number - number % 10, number % 10
    if not (rule.compound and tens in rule.words and unit in rule.words):
        return None
    return rule.compound.format(tens=number_word(rule.words[tens], form), unit=number_word(rule.words[unit], form))


def _hundreds(conventions: Conventions, number: int, form: str) -> str | None:
    """Two hundred and five; None for hundreds that the language has no words for."""
    rule, below = conventions.numbers, number % 100
    rest = number_in_words(conventions, below, form)
    words = rule.words.get(number - below)
    if words is None or rest is None or not rule.hundreds:
        return None
    joined = isinstance(words, dict) and _BEFORE_REST in words
    before = number_word(words, _BEFORE_REST if joined else form)
    return rule.hundreds.format(before=before, rest=rest)


def _thousands(conventions: Conventions, number: int, form: str) -> str | None:
    """Two thousand and five; None in a form that the words for thousands have not."""
    rule, (thousands, below) = conventions.numbers, divmod(number, 1000)
    known = "default" if not form or not _CASES & set(form.split(".")) else form
    patterns = rule.thousands.get(known)
    if patterns is None:
        return None
    category = plurals.category(tuple(conventions.plurals.items()), thousands)
    counted = _counting(conventions, thousands)
    rest = number_in_words(conventions, below, form) if below else ""
    if counted is None or rest is None:
        return None
    before = patterns.get(category, patterns["other"]).format(n=counted)
    pattern = rule.thousands_small if below < 100 and rule.thousands_small else rule.thousands_rest
    return pattern.format(before=before, rest=rest) if rest else before


def _counting(conventions: Conventions, thousands: int) -> str | None:
    """The words for how many thousands there are, in the form that they have there."""
    rule = conventions.numbers
    words = rule.words.get(thousands)
    if isinstance(words, dict) and rule.counting in words:
        return words[rule.counting]
    return number_in_words(conventions, thousands, rule.counting if rule.counting in rule.forms else "")
