"""Translations without wording: the facts of the original are found in them, and nothing becomes a fact of its own."""

from __future__ import annotations

import pytest

from reportgen import pipeline
from reportgen.facts import Count, Names, Period, Range, Value, Year
from reportgen.recover import Recovered, SentFact, SentPiece, recover
from reportgen.tree.inlines import Text
from reportgen.workspace import Workspace

FRENCH = pipeline.language(Workspace.at(), "fr")

PLACE, LANGUAGE = Names("place", ("NP",)), Names("language", ("en",))


def recovered(source: str, text: str, **facts: Value) -> Recovered:
    known = {name: SentFact(value) for name, value in facts.items()}
    return recover(SentPiece("x", "", (), known, is_original=False, source=source), (Text(text),), FRENCH)


@pytest.mark.parametrize(
    ("source", "text", "facts", "wording"),
    [
        ("In {{ a }}", "Au Népal", {"a": PLACE}, '{{ a | form("to") }}'),
        # Of two facts with one value each is printed once, in the order of the original.
        ("{{ b }} and {{ a }}", "Avec 300 et 300", {"a": Count(300), "b": Count(300)}, "Avec {{ b }} et {{ a }}"),
        # A fact that the original does not print comes after those that it prints.
        ("In {{ b }}", "En 2018", {"a": Year(2018), "b": Year(2018)}, "En {{ b }}"),
        # Nor does one name of a list that the original prints alone give way to such a fact.
        (
            "In {{ a.NP }} and {{ a.KE }}",
            "Au Népal et au Kenya",
            {"a": Names("place", ("KE", "NP"), many=True), "b": Names("place", ("NP", "KE"), many=True)},
            '{{ a.NP | form("to") }} et {{ a.KE | form("to") }}',
        ),
        # The ends of a range stand apart, before a unit that makes a value of its own.
        (
            "{{ a.low }} to {{ a.high }} years",
            "âgés de 13 à 18 ans",
            {"a": Range(13, 18)},
            "âgés de {{ a.low }} à {{ a.high }} ans",
        ),
        (
            "{{ a }} years",
            "de 13 ans au moins à 18 ans",
            {"a": Range(13, 18)},
            "de {{ a.low }} ans au moins à {{ a.high }} ans",
        ),
        # Nobody recognizes these by themselves.
        ("{{ a }} expert", "Un expert", {"a": Count(1)}, "{{ a }} expert"),
        ("in {{ a }}", "disponible en anglais", {"a": LANGUAGE}, 'disponible {{ a | form("in") }}'),
        # Two facts of one value in two places follow each other as in the original; three places are too many.
        (
            "{{ b }} old hall and {{ a }} new one",
            "dans une salle ancienne et une salle nouvelle",
            {"a": Count(1), "b": Count(1)},
            'dans {{ b | form("f") }} salle ancienne et {{ a | form("f") }} salle nouvelle',
        ),
        # Words that say a length of time without its number.
        (
            "a {{ a | words }}-year plan",
            "un plan triennal",
            {"a": Period(3, "year")},
            'un plan {{ a | as("triennal", when="3 year") }}',
        ),
        # One of two places is meant, and nobody knows which.
        ("{{ a }} expert in a hall", "un expert dans un hall", {"a": Count(1)}, "un expert dans un hall"),
        # A list is printed as a whole.
        (
            "For {{ a }}",
            "Pour la Bolivie (État plurinational de) et le Népal",
            {"a": Names("place", ("BO", "NP"), many=True)},
            "Pour {{ a }}",
        ),
    ],
)
def test_facts_of_the_original(source: str, text: str, facts: dict[str, Value], wording: str) -> None:
    found = recovered(source, text, **facts)
    assert found.wording == wording
    assert found.proposed == ()


def test_a_name_stands_as_often_as_in_the_original() -> None:
    package = Names("publication", ("essential-services-package",))
    known, text = {"a": SentFact(package)}, "في ”حزمة الخدمات الأساسية“. ومن أجل عرض الحزمة وشرحها"
    piece = SentPiece("x", "", (), known, is_original=False, source="In {{ a }}. To present {{ a | third }}")
    found = recover(piece, (Text(text),), pipeline.language(Workspace.at(), "ar"))
    assert found.wording == "في {{ a }}. ومن أجل عرض {{ a | third }} وشرحها"


def test_values_that_the_original_has_not_are_letters() -> None:
    found = recovered("In {{ a }}", "Au Népal, 44 juges", a=PLACE)
    assert found.wording == '{{ a | form("to") }}, 44 juges'
    assert found.typed == (Count(44),)
    assert found.questions == ()


def test_the_original_has_facts_of_its_own() -> None:
    piece = SentPiece("x", "", (), {})
    found = recover(piece, (Text("Au Népal"),), FRENCH)
    assert [each.value for each in found.proposed] == [PLACE]
    assert found.typed == ()


@pytest.mark.parametrize(
    ("source", "asked"), [("In {{ a }}, 4.5 points", []), ("In {{ a }}, 18 July", ["4,5"]), ("In {{ a }}", ["4,5"])]
)
def test_figures_that_no_fact_holds_are_asked_where_the_original_has_none(source: str, asked: list[str]) -> None:
    found = recovered(source, "Au Népal, 4,5 points", a=PLACE)
    assert [(each.kind, each.what) for each in found.questions] == [("no form", each) for each in asked]


def test_a_date_that_a_translation_types_is_told_by_its_value_alone() -> None:
    found = recovered("In {{ a }}", "Au Népal, le 20 mars 2012", a=PLACE)
    assert [str(each) for each in found.typed] == ["2012-03-20"]
    assert found.questions == ()
