"""Facts that were typed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.facts import Count, Date, Money, Names, Percent, Symbol, Value
from tests.recover.conftest import MakePrinted

WORDING = "It trained judges there."


@pytest.mark.parametrize(
    ("typed", "written", "value"),
    [
        ("331 judges", "{{ judges }} judges", Count(331)),
        ("seven judges", "{{ judges }} judges", Count(7)),
        ("judges of Kenya", "judges of {{ place }}", Names("place", ("KE",))),
        ("judges of the Philippines", "judges of {{ place }}", Names("place", ("PH",))),
        ("Kenyan judges", '{{ place | form("adj") }} judges', Names("place", ("KE",))),
        ("12 per cent of the judges", "{{ percent }} of the judges", Percent(Decimal(12))),
        ("judges on 18 July 2018", 'judges {{ date | form("in") }}', Date(2018, 7, 18)),
        ("judges (see A/74/1)", "judges (see {{ symbol }})", Symbol("A/74/1")),
        ("judges for €5,000", "judges for {{ money }}", Money(Decimal(5000), "EUR")),
    ],
)
def test_a_value_that_was_typed_is_a_new_fact(printed: MakePrinted, typed: str, written: str, value: Value) -> None:
    found = printed("en", WORDING).edited("judges", typed)
    assert found.wording == WORDING.replace("judges", written)
    assert [each.value for each in found.proposed] == [value]
    assert (found.questions, found.settled) == ((), ())


def test_words_that_the_language_never_prints_stay_bound_to_their_value(printed: MakePrinted) -> None:
    found = printed("en", WORDING).edited("judges", "July 18, 2018, judges")
    assert '| as("July 18, 2018", when="2018-07-18") }}' in found.wording
    assert [each.value for each in found.proposed] == [Date(2018, 7, 18)]


@pytest.mark.parametrize(
    ("facts", "typed", "written"),
    [
        ({"land": Names("place", ("PH",))}, "judges of the Philippines", "judges of {{ land }}"),
        ({"lands": Names("place", ("PH", "KE"), many=True)}, "judges of Kenya", "judges of {{ lands.KE }}"),
        ({"n": Count(331)}, "331 judges", "{{ n }} judges"),
        ({"n": Count(7)}, "seven judges", "{{ judges }} judges"),
    ],
)
def test_a_value_that_the_piece_has_is_its_fact_but_for_small_numbers(
    printed: MakePrinted, facts: dict[str, Value], typed: str, written: str
) -> None:
    found = printed("en", WORDING, facts).edited("judges", typed)
    assert found.wording == WORDING.replace("judges", written)


def test_without_a_wording_small_numbers_are_the_facts_too(printed: MakePrinted) -> None:
    piece = printed("fr", "", {"n": Count(7), "land": Names("place", ("KE",))})
    found = piece.comes_back("Au Kenya, sept juges sont venus.")
    assert found.wording == '{{ land | form("to") }}, {{ n }} juges sont venus.'
    assert found.proposed == ()


@pytest.mark.parametrize("typed", ["one of the judges", "the judges and the police", "judges from the Office"])
def test_articles_and_common_nouns_are_no_facts(printed: MakePrinted, typed: str) -> None:
    found = printed("en", WORDING).edited("judges", typed)
    assert found.wording == WORDING.replace("judges", typed)
    assert found.proposed == ()


def test_names_of_new_facts_do_not_meet_those_of_old_ones(printed: MakePrinted) -> None:
    found = printed("en", WORDING, {"place": Names("place", ("KE",))}).edited("judges", "judges of Nepal and Peru")
    assert found.wording == "It trained judges of {{ place_2 }} and {{ place_3 }} there."


@pytest.mark.parametrize(
    ("tag", "typed"),
    [
        ("en", "18 July"),
        ("en", "two thirds"),
        ("en", "4.5"),
        ("fr", "18 juillet"),
        ("ru", "18 июля"),
        ("es", "dos tercios"),
        ("zh", "6月30日"),
        ("zh", "三分之二"),
    ],
)
def test_figures_that_no_fact_holds_are_told_and_stay_letters(printed: MakePrinted, tag: str, typed: str) -> None:
    found = printed(tag, "x.").comes_back(f"x {typed}.")
    assert found.wording == f"x {typed}."
    assert found.proposed == ()
    assert [(each.kind, each.what) for each in found.questions] == [("no form", typed)]
