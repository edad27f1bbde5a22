"""A fact that stands in several places, in the whole report, or is worked out."""

from __future__ import annotations

import pytest

from reportgen.facts import Count, Names, Range, Value
from reportgen.record import replace
from reportgen.recover import SentFact
from tests.recover.conftest import MakePrinted, Printed

TWICE = "It trained {{ n }} judges. All {{ n }} judges passed."


def of_scope(printed: MakePrinted, **fact: object) -> Printed:
    piece = printed("en", "It trained {{ n }} judges.", {"n": Count(50)})
    piece.piece = replace(piece.piece, facts={"n": replace(SentFact(Count(50)), **fact)})
    return piece


def test_a_fact_that_changes_in_all_places_of_its_piece_is_one_change(printed: MakePrinted) -> None:
    found = printed("en", TWICE, {"n": Count(50)}).comes_back("It trained 60 judges. All 60 judges passed.")
    assert found.wording == TWICE
    assert [each.new for each in found.changed] == [Count(60)]
    assert not found.questions


def test_a_fact_that_changes_in_one_place_is_asked_about(printed: MakePrinted) -> None:
    piece = printed("en", TWICE, {"n": Count(50)})
    text = "It trained 60 judges. All 50 judges passed."
    found = piece.comes_back(text)
    assert found.wording == "It trained {{ n_2 }} judges. All {{ n }} judges passed."
    assert [(each.name, each.value) for each in found.proposed] == [("n_2", Count(60))]
    [question] = found.questions
    assert (question.kind, question.fact, question.choices) == ("places", "n", ("here", "everywhere", "back"))
    assert text[question.start : question.end] == "60"
    everywhere = piece.comes_back(text, {question.key: "everywhere"})
    assert everywhere.wording == TWICE
    assert [each.new for each in everywhere.changed] == [Count(60)]
    back = piece.comes_back(text, {question.key: "back"})
    assert (back.wording, back.changed, back.proposed) == (TWICE, (), ())


@pytest.mark.parametrize(
    ("fact", "kind", "choices"),
    [
        ({"places": ("other",)}, "places", ("everywhere", "here", "back")),
        ({"scope": "report"}, "places", ("everywhere", "here", "back")),
        ({"scope": "computed"}, "computed", ("here", "back")),
    ],
)
def test_a_fact_of_many_places_is_asked_about(
    printed: MakePrinted, fact: dict[str, object], kind: str, choices: tuple[str, ...]
) -> None:
    found = of_scope(printed, **fact).edited("50", "60")
    assert [(each.kind, each.choices) for each in found.questions] == [(kind, choices)]
    changed: list[Value] = [each.new for each in found.changed]
    proposed: list[Value] = [each.value for each in found.proposed]
    assert (changed, proposed) == (([Count(60)], []) if choices[0] == "everywhere" else ([], [Count(60)]))


def test_a_fact_that_changes_in_a_translation_is_asked_about(printed: MakePrinted) -> None:
    piece = printed("fr", "Il a formé {{ n }} juges.", {"n": Count(50)}, is_original=False)
    found = piece.edited("50", "60")
    assert [(each.kind, each.fact) for each in found.questions] == [("translation", "n")]


def test_both_ends_of_a_range_change_together(printed: MakePrinted) -> None:
    piece = printed("en", "People aged {{ n.low }} to {{ n.high }} came.", {"n": Range(13, 18)})
    found = piece.edited("13 to 18", "12 to 17")
    assert found.wording == piece.piece.wording
    assert [each.new for each in found.changed] == [Range(12, 17)]


def test_ends_that_are_in_no_order_are_two_facts(printed: MakePrinted) -> None:
    piece = printed("en", "People aged {{ n.low }} to {{ n.high }} came.", {"n": Range(13, 18)})
    found = piece.edited("13 to 18", "19 to 18")
    assert found.wording == "People aged {{ n_2 }} to {{ n.high }} came."
    assert [each.value for each in found.proposed] == [Count(19)]


def test_two_counts_that_were_exchanged_change_both(printed: MakePrinted) -> None:
    piece = printed("en", "It trained {{ a }} judges and {{ b }} clerks.", {"a": Count(50), "b": Count(60)})
    found = piece.comes_back("It trained 60 judges and 50 clerks.")
    assert found.wording == piece.piece.wording
    assert [(each.name, each.new) for each in found.changed] == [("a", Count(60)), ("b", Count(50))]


def test_a_sentence_that_moved_takes_its_facts_along(printed: MakePrinted) -> None:
    facts = {"a": Count(50), "b": Count(60), "land": Names("place", ("KE",))}
    piece = printed("en", "It trained {{ a }} judges in {{ land }}. Later {{ b }} clerks came.", facts)
    found = piece.comes_back("Later 60 clerks came. It trained 50 judges in Kenya.")
    assert found.wording == "Later {{ b }} clerks came. It trained {{ a }} judges in {{ land }}."
    assert (found.changed, found.questions) == ((), ())


def test_counts_of_one_series_are_written_as_they_stand(printed: MakePrinted) -> None:
    facts = {"a": Count(5, series="s"), "b": Count(6, series="s")}
    piece = printed("en", "It trained {{ a }} judges. Later {{ b }} clerks came.", facts)
    found = piece.edited("five", "15")
    assert found.wording == "It trained {{ a }} judges. Later {{ b | words }} clerks came."
    assert [each.new for each in found.changed] == [Count(15, series="s")]
