"""Qualifiers belong to the numbers beside them."""

from __future__ import annotations

import pytest

from reportgen.facts import Count
from tests.recover.conftest import MakePrinted


@pytest.mark.parametrize(
    ("tag", "wording", "before", "old", "new", "after"),
    [
        ("en", "It trained more than {{ n }} judges.", "more_than", "more than", "at least", "at_least"),
        ("en", "It trained {{ n }} judges.", "exact", "trained 50", "trained about 50", "about"),
        ("en", "It trained up to {{ n }} judges.", "up_to", "up to 50", "50", "exact"),
        ("en", "It trained more than {{ n }} judges.", "more_than", "more than", "no more than", "up_to"),
        ("en", "It trained {{ n }} judges.", "exact", "50 judges", "50 or more judges", "at_least"),
        ("ru", "Обучено более {{ n }} судей.", "more_than", "более", "около", "about"),
        ("zh", "培训了{{ n }}名法官。", "exact", "50名", "约50名", "about"),
    ],
)  # fmt: skip
def test_another_qualifier_is_asked_about(
    printed: MakePrinted, tag: str, wording: str, before: str, old: str, new: str, after: str
) -> None:
    piece = printed(tag, wording, {"n": Count(50, before)})  # type: ignore[arg-type]
    found = piece.edited(old, new)
    assert [each.new for each in found.changed] == [Count(50, after)]  # type: ignore[arg-type]
    [question] = found.questions
    assert (question.kind, question.fact, question.choices) == ("qualifier", "n", ("take", "back"))
    kept = piece.edited(old, new, {question.key: "back"})
    assert kept.changed == ()
    assert kept.wording == found.wording


def test_less_than_is_what_no_fact_can_be(printed: MakePrinted) -> None:
    found = printed("en", "It trained {{ n }} judges.", {"n": Count(50)}).edited("50", "fewer than 50")
    assert not found.changed
    assert [(each.kind, each.choices) for each in found.questions] == [("qualifier", ("back",))]


def test_a_qualifier_that_stays_says_nothing(printed: MakePrinted) -> None:
    piece = printed("en", "It trained more than {{ n }} judges.", {"n": Count(50, "more_than")})
    found = piece.edited("50", "60")
    assert [each.new for each in found.changed] == [Count(60, "more_than")]
    assert not found.questions


def test_a_number_that_was_typed_takes_its_qualifier(printed: MakePrinted) -> None:
    found = printed("en", "It trained judges.", {}).edited("judges", "more than 300 judges")
    assert [each.value for each in found.proposed] == [Count(300, "more_than")]
