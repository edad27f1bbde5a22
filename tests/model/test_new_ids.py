"""Ids of blocks that came back: words of theirs, valid and free."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from reportgen.model.new_ids import free_name, new_id
from reportgen.model.written import Id

ID = TypeAdapter(Id)


@pytest.mark.parametrize(
    ("text", "behind", "found"),
    [
        ("In the west, officers of the police learned about parole.", "x", "west-officers-police-learned"),
        ("Les États Membres ont été formés", "x", "etats-membres-formes"),
        ("2 of 3", "kenya-prisons", "kenya-prisons-new"),
        ("在肯尼亚", "kenya", "kenya-new"),
        ("في كينيا", "visits/2-1", "visits-new"),
        ("", "", "block-new"),
    ],
)
def test_words_of_the_text_or_the_block_before(text: str, behind: str, found: str) -> None:
    assert new_id(text, behind, ()) == found


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert new_id("Prison officers", "x", {"prison-officers", "prison-officers-2"}) == "prison-officers-3"
    assert free_name("trained", {"trained"}) == "trained_2"


@given(
    st.text(max_size=60), st.from_regex(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", fullmatch=True).filter(lambda s: len(s) < 41)
)
def test_any_text_gives_a_valid_id(text: str, behind: str) -> None:
    assert ID.validate_python(new_id(text, behind, {"block-new"}))
