"""Which piece is which where texts and ids tell different things."""

from __future__ import annotations

import pytest

from reportgen.comparison.match import alike, match_pieces
from reportgen.comparison.sides import Piece, of_lines
from reportgen.tree.line import Line

NAMIBIA = "Voluntears openned a helpline in Namibia for survivers of violense and traficking"
NAMIBIA_SPELT = "Volunteers opened a help line in Namibia for survivors of violence and trafficking"
PERU = "Prosecutors draftted guidlines in Peru on sheltters and witnes protecttion"
PERU_SPELT = "Prosecutors drafted guidelines in Peru on shelters and witness protection"


def side(*texts: tuple[str, str]) -> list[Piece]:
    """Paragraphs with these ids and texts, numbered from 1."""
    return of_lines([Line(name, "paragraph", (at,), "", text) for at, (name, text) in enumerate(texts, 1)], "en", {})


def pairs(old: list[Piece], new: list[Piece], sure: bool) -> list[tuple[int, int, str]]:
    return [(each.old, each.new, each.found) for each in match_pieces(old, new, sure)]


def test_texts_that_were_spelt_anew_under_one_another_s_bookmarks_are_known_by_their_letters() -> None:
    """Hardly a word is the same, so that words alone would have each text reworded into the other."""
    old = side(("namibia", NAMIBIA), ("peru", PERU))
    new = side(("namibia", PERU_SPELT), ("peru", NAMIBIA_SPELT))
    words = [one.fingerprint().likeness(other.fingerprint()) for one, other in zip(old, reversed(new), strict=True)]
    assert max(words) < 0.6
    assert pairs(old, new, sure=False) == [(1, 0, "text"), (0, 1, "text")]


def test_the_same_words_in_another_order_are_another_text() -> None:
    one, other = side(("a", "Women judges trained police officers"), ("b", "Police officers trained women judges"))
    assert one.fingerprint().likeness(other.fingerprint()) == 1
    assert alike(one, other) < 60


@pytest.mark.parametrize("known", ["old", "new"])
def test_where_only_a_sketch_is_known_words_decide(known: str) -> None:
    text, sketch = Piece("", "paragraph", text=PERU_SPELT), Piece("", "paragraph", words=("peru", "drafted"))
    sides = (text, sketch) if known == "old" else (sketch, text)
    assert 0 < alike(*sides) < 60
