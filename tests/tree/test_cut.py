"""Inlines cut at places of their text."""

from __future__ import annotations

import pytest

from reportgen.tree.cut import cut
from reportgen.tree.inlines import Bold, Italic, Link, NoteMark, PrintedFact, Text
from reportgen.tree.text import plain_text

CONTENT = (
    Text("one "),
    Italic((Text("two "), Bold((Text("three"),)))),
    NoteMark("note"),
    PrintedFact("n", "count", "4", (Text("four"),)),
    Link("https://x.org"),
    Text(" five"),
)
WHOLE = plain_text(CONTENT)


@pytest.mark.parametrize("place", range(len(WHOLE) + 1))
def test_two_sides_are_the_whole(place: int) -> None:
    left, right = cut(CONTENT, [place])
    assert plain_text(left) + plain_text(right) == WHOLE
    # An address is not cut: what begins before the place stays whole.
    inside = WHOLE.index("https") < place < WHOLE.index(" five")
    assert len(plain_text(left)) == (WHOLE.index(" five") if inside else place)


def test_marks_stay_with_the_text_before_them() -> None:
    left, right = cut(CONTENT, [WHOLE.index("four")])
    assert left[-1] == NoteMark("note")
    assert right[0] == PrintedFact("n", "count", "4", (Text("four"),))


def test_several_places() -> None:
    pieces = cut(CONTENT, [2, 2, 6])
    assert [plain_text(each) for each in pieces] == [WHOLE[:2], "", WHOLE[2:6], WHOLE[6:]]
    assert pieces[2] == (Text("e "), Italic((Text("tw"),)))
