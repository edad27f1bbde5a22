"""The order of names: letters without accents, then the language's own rules (Arabic: without the article)."""

from __future__ import annotations

import unicodedata

from reportgen.language.rules import Sorting


def sort_key(name: str, rule: Sorting) -> tuple[str, str]:
    """A key that sorts as the language does; between equal keys the name itself decides, so the order is stable."""
    text = name.replace("*", "").casefold()
    for prefix in rule.ignore:
        text = text.removeprefix(prefix)
    folded = "".join(rule.fold.get(letter, letter) for letter in text)
    # Accents are dropped: Égypte stands among the names with E.
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(letter))
    return "".join(letter for letter in plain if letter.isalnum() or letter == " "), name
