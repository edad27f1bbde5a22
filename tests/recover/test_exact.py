"""What is ours in a name, and placeholders that print exactly what stands in their place."""

from __future__ import annotations

import pytest

from reportgen.facts import Count, Names
from tests.recover.conftest import MakePrinted

OFFICE = Names("entity", ("unodc",))
FULL = "the United Nations Office on Drugs and Crime"


@pytest.mark.parametrize("typed", [FULL, "UNODC", f"{FULL} (UNODC)"])
def test_a_name_in_full_in_short_or_both_is_the_name(printed: MakePrinted, typed: str) -> None:
    piece = printed("en", "There {{ u }} trained judges.", {"u": OFFICE})
    found = piece.edited(FULL, typed)
    assert found.wording == piece.piece.wording
    assert [(place.kind, place.ours) for place in found.settled] == ([("name", FULL)] if typed != FULL else [])


def test_the_third_name_is_another_placeholder(printed: MakePrinted) -> None:
    found = printed("en", "There {{ u }} trained judges.", {"u": OFFICE}).edited(FULL, "the Office")
    assert found.wording == "There {{ u | third }} trained judges."


def test_a_first_letter_is_ours(printed: MakePrinted) -> None:
    piece = printed("en", "{{ u | full }} trained {{ n }} judges.", {"u": OFFICE, "n": Count(53)})
    found = piece.comes_back(f"There {FULL.capitalize()[:1]}{FULL[1:]} trained 53 judges.")
    assert found.wording == "There {{ u | full }} trained {{ n }} judges."
    assert [place.kind for place in found.settled] == ["first letter"]


def test_a_number_that_no_longer_begins_a_sentence_stays_in_words(printed: MakePrinted) -> None:
    found = printed("en", "{{ n }} judges came.", {"n": Count(53)}).comes_back("There fifty-three judges came.")
    assert found.wording == "There {{ n | words }} judges came."


def test_a_figure_that_begins_a_sentence_stays_one(printed: MakePrinted) -> None:
    found = printed("en", "There {{ n }} judges came.", {"n": Count(53)}).comes_back("53 judges came.")
    assert found.wording == "{{ n | figures }} judges came."


def test_two_facts_with_one_text_are_told_by_their_places(printed: MakePrinted) -> None:
    facts = {"a": Count(50), "b": Count(50)}
    piece = printed("en", "It trained {{ a }} judges and {{ b }} clerks.", facts)
    found = piece.edited("50 clerks", "60 clerks")
    assert found.wording == piece.piece.wording
    assert [(each.name, each.new) for each in found.changed] == [("b", Count(60))]
