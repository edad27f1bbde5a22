"""The new wording: letters as letters, emphasis, marks, addresses and blanks."""

from __future__ import annotations

import pytest

from reportgen.facts import Count, Names
from reportgen.tree.inlines import Bold, Content, Italic, Link, NoteMark, Text
from reportgen.wording import scan
from tests.recover.conftest import MakePrinted

WORDING = "It trained {{ n }} judges there."
FACTS = {"n": Count(50)}


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("{{ n }}", r"\{\{ n \}\}"),
        ("2 * 3", r"{{ count | figures }} \* {{ there | figures }}"),
        ("[^x]", r"\[^x]"),
        ("<https://un.org>", r"\<https://un.org>"),
        ("a\\*b", r"a\\\*b"),
        ("a\\b", r"a\b"),
        ("{% x %}", r"\{% x %\}"),
        ("[1] < x", "[1] < x"),
    ],
)
def test_signs_that_were_typed_come_back_as_letters(printed: MakePrinted, typed: str, written: str) -> None:
    found = printed("en", WORDING, FACTS).edited("judges", f"judges {typed}")
    assert found.wording == f"It trained {{{{ n }}}} judges {written} there."
    scan(found.wording)


@pytest.mark.parametrize(
    ("content", "written"),
    [
        ((Text("It trained 50 "), Italic((Text("judges"),)), Text(" there.")), "It trained {{ n }} *judges* there."),
        ((Text("It trained "), Bold((Text("50 judges"),)), Text(" there.")), "It trained **{{ n }} judges** there."),
        ((Text("It trained 50 "), Bold((Italic((Text("judges"),)),)), Text(" there.")),
         "It trained {{ n }} ***judges*** there."),
        ((Text("It trained 50 "), Italic((Text("judges"),)), Bold((Text(" there"),)), Text(".")),
         "It trained {{ n }} *judges*** there**."),
        ((Text("It trained 50 "), Bold((Text("judges "), Italic((Text("there"),)))), Text(".")),
         "It trained {{ n }} **judges *there***."),
    ],
)  # fmt: skip
def test_emphasis_is_written_as_it_is_seen(printed: MakePrinted, content: Content, written: str) -> None:
    found = printed("en", WORDING, FACTS).comes_back(content)
    assert found.wording == written
    scan(written)


def test_the_italics_of_a_name_are_the_name_s(printed: MakePrinted) -> None:
    book = Names("publication", ("compendium",))
    piece = printed("en", "It printed {{ b }} and *Law* again.", {"b": book})
    assert any(isinstance(each, Italic) for inline in piece.piece.content for each in getattr(inline, "content", ()))
    found = piece.comes_back((*piece.piece.content[:-1], Text(" once more.")))
    assert found.wording == "It printed {{ b }} and *Law* once more."


def test_marks_and_addresses_keep_their_places(printed: MakePrinted) -> None:
    piece = printed("en", "See <https://un.org>,[^why] it is {{ n }}.", FACTS)
    content = (Text("Do see "), Link("https://un.org"), Text(","), NoteMark("why"), Text(" it is 60."))
    found = piece.comes_back(content)
    assert found.wording == "Do see <https://un.org>,[^why] it is {{ n }}."


def test_a_mark_may_move(printed: MakePrinted) -> None:
    piece = printed("en", "It is so,[^why] they say.")
    assert piece.comes_back((Text("It is so, they say."), NoteMark("why"))).wording == "It is so, they say.[^why]"


def test_a_mark_that_nobody_knows_is_asked_about(printed: MakePrinted) -> None:
    found = printed("en", "It is so.").comes_back((Text("It is so."), NoteMark("")))
    assert found.wording == "It is so."
    assert [each.kind for each in found.questions] == ["note"]


@pytest.mark.parametrize(
    ("tag", "wording", "typed", "ours"),
    [
        ("fr", "Il a dit\u00a0: «\u00a0oui\u00a0».", "Il a dit : « oui ».", 3),
        ("en", "It trained judges.", "It  trained judges.", 1),
        ("en", "It trained judges.", " It trained judges. ", 2),
        ("fr", "Il a formé {{ n }} juges.", "Il a formé 2 925 juges.", 1),
    ],
)
def test_blanks_are_ours(printed: MakePrinted, tag: str, wording: str, typed: str, ours: int) -> None:
    found = printed(tag, wording, {"n": Count(2925)}).comes_back(typed)
    assert found.wording == wording
    assert [place.kind for place in found.settled] == ["blank"] * ours


def test_quotation_marks_and_dashes_of_words_are_what_was_typed(printed: MakePrinted) -> None:
    found = printed("en", "It’s “so” – they say {{ n }}.", FACTS).comes_back('It\'s "so" - they say 50.')
    assert found.wording == 'It\'s "so" - they say {{ n }}.'


def test_words_keep_how_they_were_written(printed: MakePrinted) -> None:
    piece = printed("en", r"A \*star\* of\\ {{ n }} points.", FACTS)
    assert piece.edited("points", "rays").wording == r"A \*star\* of\\ {{ n }} rays."
