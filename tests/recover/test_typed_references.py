"""References that were typed, and references whose numbers were typed over."""

from __future__ import annotations

import pytest

from tests.recover.conftest import MakePrinted

NUMBERS = {("para", "12"): "asia", ("para", "14"): "africa", ("section", "II"): "tools", ("table", "3"): "costs"}


@pytest.mark.parametrize(
    ("tag", "typed", "written"),
    [
        ("en", "see para. 12", 'see {{ para("asia") | brief }}'),
        ("en", "see paragraph 12 above", 'see {{ para("asia") }}'),
        ("en", "see paragraph 12", 'see paragraph {{ para("asia") | bare }}'),
        ("en", "see paras. 12–14", 'see {{ paras("asia", to="africa") | brief }}'),
        ("en", "see paragraphs 12 and 14", 'see {{ paras("asia", "africa") }}'),
        ("en", "see table 3", 'see {{ table("costs") }}'),
        ("fr", "voir paragraphe 12 ci-dessus", 'voir {{ para("asia") }}'),
        ("zh", "见第12段", '见{{ para("asia") | brief }}'),
    ],
)
def test_a_reference_that_was_typed_is_to_what_had_the_number(
    printed: MakePrinted, tag: str, typed: str, written: str
) -> None:
    piece = printed(tag, "X (Y).", numbers=NUMBERS)
    assert piece.edited("Y", typed).wording == f"X ({written})."


def test_a_number_that_was_never_sent_is_asked_about(printed: MakePrinted) -> None:
    found = printed("en", "X (Y).", numbers=NUMBERS).edited("Y", "see para. 99")
    assert found.wording == "X (see para. 99)."
    assert [(each.kind, each.what) for each in found.questions] == [("reference", "para. 99")]
    assert found.proposed == ()


def test_a_paragraph_of_another_document_is_no_reference(printed: MakePrinted) -> None:
    found = printed("en", "X (Y).", numbers=NUMBERS).edited("Y", "see paragraph 12 of A/RES/70/1")
    assert "para(" not in found.wording
    assert found.questions == ()


@pytest.mark.parametrize("typed", ["paragraph 43 above", "paragraph 7", "para. 12"])
def test_a_number_that_was_typed_over_is_no_edit(printed: MakePrinted, typed: str) -> None:
    piece = printed("en", 'As said in {{ para("asia") }}, it is so.', numbers=NUMBERS)
    found = piece.edited("paragraph 41 above", typed)
    assert found.wording == piece.piece.wording
    assert [(place.kind, place.ours) for place in found.settled] == [("reference", "paragraph 41 above")]
