from __future__ import annotations

from reportgen.facts import Count
from tests.recover.conftest import MakePrinted

WORDING = '{{ n }} {{ n | plural(one="judge was", other="judges were") }} trained.'


def test_words_follow_the_number_that_was_typed(printed: MakePrinted) -> None:
    found = printed("en", f"There {WORDING}", {"n": Count(53)}).edited("53 judges were", "one judge was")
    assert found.wording == f"There {WORDING}"
    assert [each.new for each in found.changed] == [Count(1)]
    assert not found.settled


def test_words_that_were_left_are_put_right(printed: MakePrinted) -> None:
    found = printed("en", f"There {WORDING}", {"n": Count(53)}).edited("53 judges were", "one judges were")
    assert found.wording == f"There {WORDING}"
    assert [(place.kind, place.ours) for place in found.settled] == [("agreement", "judge was")]
