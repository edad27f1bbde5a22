from __future__ import annotations

from reportgen.facts import Period
from tests.recover.conftest import MakePrinted


def test_a_unit_in_the_words_changes_with_them(printed: MakePrinted) -> None:
    piece = printed("en", "A {{ n | words }}-year plan.", {"n": Period(3, "year")})
    found = piece.edited("three-year", "three-month")
    assert found.wording == "A {{ n | words }}-month plan."
    assert [each.new for each in found.changed] == [Period(3, "month")]


def test_a_unit_that_was_never_said_changes_nothing(printed: MakePrinted) -> None:
    piece = printed("en", "A plan for {{ n | words }} terms.", {"n": Period(3, "year")})
    assert piece.edited("A plan", "A new plan").changed == ()
