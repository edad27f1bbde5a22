"""Printed text without origins, as a kept edition has it."""

from __future__ import annotations

import pytest

from reportgen.facts import Count, Names
from reportgen.record import replace
from reportgen.tree.inlines import Content, Italic, Link, NoteMark, Text
from tests.recover.conftest import MakePrinted


@pytest.mark.parametrize(
    ("wording", "content", "came_back", "written"),
    [
        ("It trained {{ n }} judges.", (Text("It trained 50 judges."),), "It trained 60 clerks.",
         "It trained {{ n }} clerks."),
        ("{{ l }}, {{ l }} and *so*.", (Text("Kenya, Kenya and "), Italic((Text("so"),)), Text(".")),
         "Kenya, Kenya and so on.", "{{ l }}, {{ l }} and so on."),
        ('See {{ para("x") }}.[^y]', (Text("See paragraph 9."), NoteMark("y")), "See also paragraph 9.",
         'See also {{ para("x") }}.'),
        ("At <https://un.org> it is.", (Text("At "), Link("https://un.org"), Text(" it is.")),
         "At https://un.org it was.", "At <https://un.org> it was."),
        ("By {{ old }} it was.", (Text("By a name of then it was."),), "By a name of then it is.",
         "By {{ old }} it is."),
    ],
)  # fmt: skip
def test_the_places_of_placeholders_are_found_again(
    printed: MakePrinted, wording: str, content: Content, came_back: str, written: str
) -> None:
    facts = {"n": Count(50), "l": Names("place", ("KE",)), "old": Names("place", ("NP",))}
    piece = printed("en", "x", facts)
    piece.piece = replace(piece.piece, wording=wording, content=content)
    assert piece.comes_back(came_back).wording == written


def test_very_many_placeholders_are_found_again(printed: MakePrinted) -> None:
    # Tried one by one with every place where each may end, they would never come to an end.
    wording, text = "In {{ n }} and" + " {{ n }} and" * 2_000, "In 50 and" + " 50 and" * 2_000
    piece = printed("en", "x", {"n": Count(50)})
    piece.piece = replace(piece.piece, wording=wording, content=(Text(text),))
    assert piece.comes_back(f"{text} more").wording == f"{wording} more"
