"""Answers to questions about what is gone."""

from __future__ import annotations

import pytest

from reportgen.facts import Count
from reportgen.tree.inlines import Text
from tests.recover.conftest import MakePrinted


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        ("It trained {{ n }} judges.", "It trained judges."),
        ("It trained {{ n }} judges.", "It trained many judges."),
        ("{{ n }} came, as did {{ m }}.", "Came, as did 60."),
        ("Of them came {{ n }}", "Of them came"),
    ],
)
def test_a_number_that_is_gone_may_be_put_back(printed: MakePrinted, wording: str, text: str) -> None:
    piece = printed("en", wording, {"n": Count(50), "m": Count(60)})
    found = piece.comes_back(text)
    assert found.gone == ("n",)
    [question] = found.questions
    assert (question.kind, question.fact, question.choices) == ("gone", "n", ("drop", "restore"))
    restored = piece.comes_back(text, {question.key: "restore"})
    assert "{{ n }}" in restored.wording
    assert restored.gone == ()


def test_it_is_put_back_where_it_stood(printed: MakePrinted) -> None:
    piece = printed("en", "It trained {{ n }} judges there.", {"n": Count(50)})
    found = piece.comes_back("It trained judges here.")
    restored = piece.comes_back("It trained judges here.", {found.questions[0].key: "restore"})
    assert restored.wording == "It trained {{ n }} judges here."


def test_a_number_that_was_typed_elsewhere_may_be_the_same_fact(printed: MakePrinted) -> None:
    piece = printed("en", "It trained {{ n }} judges. Then they left.", {"n": Count(313)})
    text = "It trained judges. Then 331 of them left."
    found = piece.comes_back(text)
    [question] = found.questions
    assert (question.kind, question.fact, question.choices) == ("same fact", "n", ("new", "same"))
    assert found.wording == "It trained judges. Then {{ count }} of them left."
    same = piece.comes_back(text, {question.key: "same"})
    assert same.wording == "It trained judges. Then {{ n }} of them left."
    assert [each.new for each in same.changed] == [Count(331)]
    assert (same.proposed, same.gone) == ((), ())


def test_a_mark_that_is_gone_may_be_put_back(printed: MakePrinted) -> None:
    piece = printed("en", "It is so.[^why]")
    found = piece.comes_back((Text("It is so."),))
    assert found.wording == "It is so."
    [question] = found.questions
    assert (question.kind, question.what) == ("note", "why")
    assert piece.comes_back("It is so.", {question.key: "restore"}).wording == "It is so.[^why]"
