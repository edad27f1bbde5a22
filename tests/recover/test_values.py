"""A fact whose text is not where it was: another value, form or style in its place."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.facts import Count, Date, DateRange, Money, Names, Ordinal, Percent, Period, Range, Symbol, Value, Year
from reportgen.recover import ChangedFact
from tests.recover.conftest import MakePrinted

KENYA = Names("place", ("KE",))


@pytest.mark.parametrize(
    ("wording", "old", "text", "new"),
    [
        ("It trained {{ n }} judges.", Count(313), "It trained 331 judges.", Count(331)),
        ("It trained {{ n }} judges.", Count(313), "It trained five judges.", Count(5)),
        ("It trained {{ n }} judges.", Count(3), "It trained 2,925 judges.", Count(2925)),
        ("{{ n }} judges came.", Count(53), "Twenty judges came.", Count(20)),
        ("It fell by {{ n }} there.", Percent(Decimal("4.5")), "It fell by 12 per cent there.", Percent(Decimal(12))),
        ("It cost {{ n }} in all.", Money(Decimal(9), "USD"), "It cost €5,000 in all.", Money(Decimal(5000), "EUR")),
        ("At its {{ n }} session.", Ordinal(28), "At its thirty-first session.", Ordinal(31)),
        ("In {{ n }}, it met.", Year(2018), "In 2019, it met.", Year(2019)),
        ("It met on {{ n }} there.", Date(2018, 7, 18), "It met on 8 July 2018 there.", Date(2018, 7, 8)),
        ("It met in {{ n }} there.", Date(2018, 7), "It met in 5 May 2017 there.", Date(2017, 5, 5)),
        ("It met {{ n }} there.", DateRange(Date(2019, 5, 20), Date(2019, 5, 24)),
         "It met 21–25 May 2019 there.", DateRange(Date(2019, 5, 21), Date(2019, 5, 25))),
        ("It lasted {{ n }} in all.", Period(9, "month"), "It lasted two weeks in all.", Period(2, "week")),
        ("It gave {{ n }} prizes.", Range(13, 18), "It gave 14–20 prizes.", Range(14, 20)),
        ("See {{ n }} there.", Symbol("A/74/1"), "See A/75/1 there.", Symbol("A/75/1")),
        ("It works in {{ n }} now.", KENYA, "It works in Nepal now.", Names("place", ("NP",))),
    ],
)  # fmt: skip
def test_another_value_changes_the_fact(printed: MakePrinted, wording: str, old: Value, text: str, new: Value) -> None:
    found = printed("en", wording, {"n": old}).comes_back(text)
    assert found.wording == wording
    assert found.changed == (ChangedFact("n", old, new),)
    assert (found.proposed, found.gone, found.questions, found.settled) == ((), (), (), ())


@pytest.mark.parametrize(
    ("tag", "wording", "value", "text", "expected"),
    [
        ("en", "It trained {{ n }} judges.", Count(7), "It trained 7 judges.", "It trained {{ n | figures }} judges."),
        ("en", "It trained {{ n }} judges.", Count(12), "It trained twelve judges.",
         "It trained {{ n | words }} judges."),
        ("en", "It met in {{ n }}.", Date(2018, 7), "It met then, in July 2018.", "It met then, in {{ n }}."),
        ("en", "A {{ n | words }}-year plan.", Period(3, "year"), "A 3-year plan.", "A {{ n | figures }}-year plan."),
        ("en", "The police of {{ n }} came.", KENYA, "The Kenyan police came.",
         'The {{ n | form("adj") }} police came.'),
        ("fr", 'Les juges {{ n | form("from") }} sont là.', KENYA, "Les juges sont au Kenya.",
         'Les juges sont {{ n | form("to") }}.'),
    ],
)  # fmt: skip
def test_the_same_value_in_another_form_is_no_change(
    printed: MakePrinted, tag: str, wording: str, value: Value, text: str, expected: str
) -> None:
    found = printed(tag, wording, {"n": value}).comes_back(text)
    assert found.wording == expected
    assert (found.changed, found.proposed, found.gone, found.questions) == ((), (), (), ())


def test_digits_and_separators_are_ours(printed: MakePrinted) -> None:
    found = printed("en", "It trained {{ n }} judges.", {"n": Count(313)}).comes_back("It trained 4500 judges.")
    assert found.wording == "It trained {{ n }} judges."
    assert found.changed == (ChangedFact("n", Count(313), Count(4500)),)
    [place] = found.settled
    assert (place.kind, place.start, place.end, place.ours) == ("signs", 11, 15, "4,500")


def test_other_words_for_a_value_stay_bound_to_it(printed: MakePrinted) -> None:
    piece = printed("en", "It met on {{ n }} there.", {"n": Date(2018, 7, 18)})
    found = piece.comes_back("It met on July 18, 2018 there.")
    assert found.wording == 'It met on {{ n | as("July 18, 2018", when="2018-07-18") }} there.'
    assert not found.changed


def test_a_fact_takes_no_value_of_another_kind(printed: MakePrinted) -> None:
    found = printed("en", "It met in {{ n }} there.", {"n": Year(2018)}).comes_back("It met in July 2019 there.")
    assert found.gone == ("n",)
    assert [each.value for each in found.proposed] == [Date(2019, 7)]
    assert [each.kind for each in found.questions] == ["gone"]


def test_a_text_inside_a_longer_one_is_not_that_fact(printed: MakePrinted) -> None:
    piece = printed("en", "It met in {{ n }} there.", {"n": Year(2018)})
    found = piece.comes_back("It met on 18 July 2018 there.")
    assert found.gone == ("n",)
    assert [each.value for each in found.proposed] == [Date(2018, 7, 18)]


def test_the_name_of_a_country_as_a_list_has_it_is_that_country(printed: MakePrinted) -> None:
    piece = printed("en", "It works in {{ n }} now.", {"n": Names("place", ("IR",))})
    found = piece.comes_back("It works in Iran (Islamic Republic of) now.")
    assert found.wording == "It works in {{ n }} now."
    assert [(place.kind, place.ours) for place in found.settled] == [("name", "the Islamic Republic of Iran")]


@pytest.mark.parametrize(
    ("tag", "wording", "typed"),
    [
        ("en", "It trained {{ n }} officials there.", "310–320"),
        ("es", 'Se formó a {{ n | counted(one="un niño", many="# de niños", other="# niños") }} allí.', "310 a 320"),
    ],
)
def test_a_range_in_place_of_a_count_is_none_of_its_ends(
    printed: MakePrinted, tag: str, wording: str, typed: str
) -> None:
    found = printed(tag, wording, {"n": Count(313)}).edited("313", typed)
    assert found.changed == ()
    assert found.gone == ("n",)
    assert [each.value for each in found.proposed] == [Range(310, 320)]
    assert [each.kind for each in found.questions] == ["gone"]


def test_a_name_of_the_piece_is_not_the_new_value_of_another_fact(printed: MakePrinted) -> None:
    facts = {"one": Names("place", ("KE",)), "two": Names("place", ("NP",))}
    came = printed("en", "The team left {{ one }} early. It stayed in {{ two }} for long.", facts)
    found = came.comes_back("For long the team was at work in Nepal.")
    assert found.changed == ()
    assert found.gone == ("one",)


def test_a_number_is_known_by_its_noun_whatever_became_of_the_one_before(printed: MakePrinted) -> None:
    wording = (
        'It sent {{ a | counted(one="one mentor", other="# mentors") }} for '
        '{{ b | counted(one="one officer", other="# officers") }} there.'
    )
    found = printed("en", wording, {"a": Count(46), "b": Count(50)}).edited("46 mentors for 50", "51")
    assert [(each.name, each.new) for each in found.changed] == [("b", Count(51))]
    assert found.gone == ("a",)


def test_quotation_marks_of_a_name_are_ours(printed: MakePrinted) -> None:
    came = printed("ru", 'Встреча {{ body | form("with") }} прошла.', {"body": Names("entity", ("un-women",))})
    assert "«" in came.text
    found = came.comes_back(came.text.replace("«", '"').replace("»", '"'))
    assert found.wording == came.piece.wording
    assert {place.kind for place in found.settled} == {"signs"}
