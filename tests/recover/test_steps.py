"""What is decided before any text is laid on another."""

from __future__ import annotations

import pytest

from reportgen.facts import Count, Names
from reportgen.record import replace
from reportgen.recover.recovery import Recovery
from reportgen.tree.inlines import Italic, Text
from reportgen.tree.text import plain_text
from tests.recover.conftest import MakePrinted


def test_what_came_back_untouched_has_its_wording(printed: MakePrinted) -> None:
    piece = printed("en", r"In \*two\* {{ n }}.", {"n": Count(5)})
    found = piece.comes_back(piece.piece.content)
    assert found.wording == piece.piece.wording
    assert not found.questions


def test_a_name_typed_without_its_own_italics_costs_nothing(
    printed: MakePrinted, monkeypatch: pytest.MonkeyPatch
) -> None:
    piece = printed("fr", "Voir {{ book }} et *autres*.", {"book": Names("publication", ("compendium",))})
    assert any(isinstance(each, Italic) for each in piece.piece.content[1].content)
    monkeypatch.setattr(Recovery, "__init__", None)
    back = (Text(plain_text(piece.piece.content[:-2])), *piece.piece.content[-2:])
    assert piece.comes_back(back).wording == piece.piece.wording


def test_a_wording_that_cannot_have_printed_the_text_leaves_it_unclear(printed: MakePrinted) -> None:
    piece = printed("en", "It is so.")
    piece.piece = replace(piece.piece, content=(Text("Something else."),))
    found = piece.comes_back("It is new.")
    assert found.wording == "It is so."
    assert [each.kind for each in found.questions] == ["unclear"]


@pytest.mark.parametrize("wording", ["It is {{ so", "It is {% so %}", "*so"])
def test_what_is_no_wording_leaves_the_text_unclear(printed: MakePrinted, wording: str) -> None:
    piece = printed("en", "It is so.")
    piece.piece = replace(piece.piece, wording=wording)
    assert [each.kind for each in piece.comes_back("It is new.").questions] == ["unclear"]


def test_words_of_a_kind_are_asked_about_and_its_facts_are_not(printed: MakePrinted) -> None:
    piece = printed("en", "It trained {{ n }} judges.", {"n": Count(50)}, of_kind="training")
    assert piece.edited("50", "60").questions == ()
    assert [(each.kind, each.what) for each in piece.edited("judges", "clerks").questions] == [
        ("words of a kind", "training")
    ]


def test_a_sentence_that_is_as_it_was_costs_nothing(printed: MakePrinted, monkeypatch: pytest.MonkeyPatch) -> None:
    from reportgen.language.recognition import Recognizer

    asked: list[str] = []
    readings = Recognizer.readings
    monkeypatch.setattr(Recognizer, "readings", lambda self, text: asked.append(text) or readings(self, text))
    same = "It trained {{ n }} judges in the capital. " * 20
    piece = printed("en", f"{same}Then they left. {same}".strip(), {"n": Count(50)})
    assert piece.edited("Then they", "Later they").wording == piece.piece.wording.replace("Then", "Later")
    assert max(map(len, asked), default=0) < 100
