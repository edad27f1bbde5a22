from __future__ import annotations

from reportgen.recover import SETTLED


def test_what_is_put_back_is_a_closed_list() -> None:
    # Whoever adds to it takes something from what people may write: it needs a reason as good as those of these.
    assert SETTLED == ("reference", "list", "name", "first letter", "blank", "agreement", "signs")
