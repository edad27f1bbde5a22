"""The words of a plural stand each at its category: one judge, # judges.

Source: CLDR's plural rules; what the words of a category never are stands in `locales/<tag>/style.yaml`.

Passes (fr): {{ few | plural(one="a", other="b") }} → {{ few | plural(one="acte", many="d’actes", other="actes") }}
Fails (fr): {{ few | plural(one="a", other="b") }} → {{ few | plural(one="actes", many="d’actes", other="acte") }}
Fails (fr): {{ few | counted(one="a", other="# b") }} → {{ few | counted(one="# an", many="# ans", other="# d’ans") }}
Fails (es): {{ few | plural(one="a", other="b") }} → {{ few | plural(one="actos", many="de actos", other="acto") }}
Fails (ru): {{ few | plural(one="a", other="b") }} → {{ few | plural(one="акт", few="актов", many="акта", other="—") }}
Passes (ru): It is {{ few }} → {{ few | counted(one="# суд", few="# суда", many="# судов", other="# суда") }}
Fails (ru): It is {{ few }} → {{ few | counted(one="# суда", few="# суд", many="# судов", other="# суда") }}
Fails (ru): It is {{ few }} → {{ few | counted(one="# суд", few="# суда", many="# суда", other="# судов") }}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportgen.checks.document_text import compiled_pattern
from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.checks.pieces import CheckedPiece, pieces
from reportgen.finding import Finding
from reportgen.language import Language
from reportgen.language.style import Style
from reportgen.wording import Placeholder

LOOKS_AT = PIECES
CODES = {
    "RG309": Code(
        "the words of a plural may be exchanged",
        "The words of one category are such as another one has, or those of another noun: the word for one ends like "
        "a plural, and the one for many does not. See which stands at which category.",
        severity="warning",
        source="CLDR plural rules",
    ),
}

_PLURALS = frozenset({"plural", "counted"})
_STEM, _ENDING = 2, 4
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 3
"""Letters of a word that tells one noun from another."""

Options = Mapping[str, str]
PluralCall = tuple[Placeholder, Options]
ExchangedWords = tuple[str, str, str]
"""A category, its words, and what is wrong with them there."""


def check(edition: Edition) -> Iterator[Finding]:
    """Look at the options of every plural() and counted()."""
    for piece in pieces(edition):
        if "plural(" in piece.text or "counted(" in piece.text:
            calls = _calls(piece)
            for placeholder, options in calls:
                found = (
                    exchanged_words(options, piece.language.style)
                    or _figure_of_another(options, piece.language)
                    or _of_another(options, calls)
                )
                if found:
                    category, words, why = found
                    message = f"'{words}' is for {category}, {why}"
                    yield piece.finding("RG309", CODES["RG309"].severity, message, placeholder)


def _calls(piece: CheckedPiece) -> list[PluralCall]:
    return [
        (placeholder, dict(each.options))
        for placeholder in piece.placeholders()
        for each in placeholder.filters
        if each.name in _PLURALS
    ]


def exchanged_words(options: Options, style: Style) -> ExchangedWords | None:
    """A category whose words are such as it never has; None where all fit.

    Patterns of style hold for the words of a category beside those of another, or for the whole of its text.
    """
    for pair, pattern in style.plural_endings.items():
        category, _, other = pair.partition(" ")
        if category in options and other in options:
            word = _ends_like_another(options[category], options[other], compiled_pattern(pattern))
            if word:
                return category, word, f"and does not end so for {other}"
    if len(set(options.values())) > 1:
        for names, pattern in style.plural_phrases.items():
            categories = names.split()
            beside = "\n".join(options[each] for each in categories if each in options)
            if beside.count("\n") == len(categories) - 1 and compiled_pattern(pattern).search(beside):
                return categories[0], options[categories[0]], "which has no such words"
    return None


def _ends_like_another(own: str, other: str, never: re.Pattern[str]) -> str:
    """A word that ends as none of its category does, beside a form of the same word that does not."""
    there: list[str] = _WORD.findall(other)
    for match in _WORD.finditer(own):
        if match.group() not in there and never.search(match.group()):
            alike = [each for each in there if _has_one_stem(match.group(), each)]
            if alike and not any(map(never.search, alike)):
                return match.group()
    return ""


def _has_one_stem(one: str, another: str) -> bool:
    """Whether two words are forms of one: they begin alike, and only their ends differ."""
    differ = (at for at, (first, second) in enumerate(zip(one, another, strict=False)) if first != second)
    shared = next(differ, min(len(one), len(another)))
    return shared >= _STEM and max(len(one), len(another)) - shared <= _ENDING


def _figure_of_another(options: Options, language: Language) -> ExchangedWords | None:
    """A category of many numbers without the figure that another one has; what holds for one number may be a word."""
    many = [each for each in options if not {0, 1, 2}.issuperset(language.numbers_of(each))]
    bare = [each for each in many if "#" not in options[each]]
    if bare and any("#" in text for text in options.values()):
        return bare[0], options[bare[0]], "and those of another category have a figure"
    return None


def _of_another(options: Options, calls: Sequence[PluralCall]) -> ExchangedWords | None:
    """A category whose words are forms of those of another plural of the piece, and of none of its own."""
    for category, text in options.items():
        if not any(_share_a_word(text, other) for name, other in options.items() if name != category):
            for placeholder, others in calls:
                # Words for nothing (zero of) are those of every noun.
                alike = (other for name, other in others.items() if name != category and "zero" not in (name, category))
                if others is not options and any(_share_a_word(text, other) for other in alike):
                    return category, text, f"and is of the words of '{placeholder.fact}'"
    return None


def _share_a_word(one: str, another: str) -> bool:
    there = [word for word in _WORD.findall(another) if len(word) >= _SHORTEST]
    mine = (word for word in _WORD.findall(one) if len(word) >= _SHORTEST)
    return any(word[:_SHORTEST] == each[:_SHORTEST] and _has_one_stem(word, each) for word in mine for each in there)
