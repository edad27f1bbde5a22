"""The words of a plural stand each at its category: one judge, # judges.

Source: CLDR's plural rules; what the words of a category never end in stands in `locales/<tag>/style.yaml`.

Passes (fr): {{ few | plural(one="a", other="b") }} → {{ few | plural(one="acte", many="d’actes", other="actes") }}
Fails (fr): {{ few | plural(one="a", other="b") }} → {{ few | plural(one="actes", many="d’actes", other="acte") }}
Fails (es): {{ few | plural(one="a", other="b") }} → {{ few | plural(one="actos", many="de actos", other="acto") }}
Fails (ru): {{ few | plural(one="a", other="b") }} → {{ few | plural(one="акт", few="актов", many="акта", other="—") }}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportgen.checks.document_text import compiled_pattern
from reportgen.checks.edition import Code, Edition
from reportgen.checks.pieces import CheckedPiece, pieces
from reportgen.finding import Finding
from reportgen.language.style import Style

CODES = {
    "RG309": Code(
        "the words of a plural may be exchanged",
        "The word for one ends like a plural, and the one for many does not: see which stands at which category.",
        severity="warning",
        source="CLDR plural rules",
    ),
}

_PLURALS = frozenset({"plural", "counted"})
_STEM, _ENDING = 2, 4
_WORD = re.compile(r"[^\W\d_]+")


def check(edition: Edition) -> Iterator[Finding]:
    """Look at the options of every plural() and counted()."""
    for piece in pieces(edition):
        if piece.language.style.plural_endings and ("plural(" in piece.text or "counted(" in piece.text):
            for placeholder in piece.placeholders():
                for each in placeholder.filters:
                    if each.name in _PLURALS and (found := exchanged_words(dict(each.options), piece.language.style)):
                        category, words, other = found
                        message = f"""'{words}' is for {category}, and does not end so for {other}"""
                        yield _about(piece, message, placeholder.offset)


def _about(piece: CheckedPiece, message: str, offset: int) -> Finding:
    at = piece.locate(offset)
    return Finding("RG309", CODES["RG309"].severity, message, piece.language.tag, piece.name, at)


def exchanged_words(options: Mapping[str, str], style: Style) -> tuple[str, str, str] | None:
    """A category whose words end as they never do, its words, and a category whose words do not; None where all fit."""
    for pair, pattern in style.plural_endings.items():
        category, _, other = pair.partition(" ")
        if category in options and other in options:
            never = compiled_pattern(pattern)
            here, there = (_WORD.findall(options[each]) for each in (category, other))
            for one in here:
                if one not in there and never.search(one):
                    alike = [each for each in there if _has_one_stem(one, each)]
                    if alike and not any(map(never.search, alike)):
                        return category, one, other
    return None


def _has_one_stem(one: str, another: str) -> bool:
    """Whether two words are forms of one: they begin alike, and only their ends differ."""
    differ = (at for at, (first, second) in enumerate(zip(one, another, strict=False)) if first != second)
    shared = next(differ, min(len(one), len(another)))
    return shared >= _STEM and max(len(one), len(another)) - shared <= _ENDING
