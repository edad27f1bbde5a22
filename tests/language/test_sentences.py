from __future__ import annotations

import pytest

from reportgen import language as languages
from reportgen.language import Language
from reportgen.language.conventions import Conventions
from reportgen.language.sentences import begins_sentence
from reportgen.workspace import Workspace


def conventions_of(tag: str) -> Conventions:
    return languages.load(Workspace.at(), tag).conventions


STARTS = [
    ("", True),
    (" ", True),
    ("“", True),
    ("He left. ", True),
    ("He left.  ", True),
    ("He left.\u00a0", True),
    ("He left! ", True),
    ("Did he leave? ", True),
    ("“He left.” ", True),
    ("(He left.) ", True),
    ("He left. “", True),
    ("He left. (", True),
    ("He left.", False),
    ("He left", False),
    ("He left ", False),
    ("He left, ", False),
    ("He left; ", False),
    ("He said: ", False),
    ("He said: “", False),
    ("He (", False),
    ("see para. ", False),
    ("see (para. ", False),
    ("see pp. ", False),
    ("e.g. ", False),
    ("No. ", False),
    ("at the camp. ", True),
    ("a new workshop. ", True),
    ("from the start. ", True),
    ("he said no. ", True),
    ("paid in 2018. ", True),
    ("in 2.", False),
]


@pytest.mark.parametrize(("before", "starts"), STARTS)
def test_where_a_sentence_begins_in_english(before: str, starts: bool) -> None:
    assert begins_sentence(conventions_of("en"), before) is starts


@pytest.mark.parametrize(
    ("before", "starts"),
    [("", True), ("他走了。", True), ("他走了！", True), ("“他走了。”", True), ("他走了，", False), ("他走了", False),
     ("他说：“", False), ("《", False)],
)  # fmt: skip
def test_where_a_sentence_begins_in_chinese(before: str, starts: bool) -> None:
    assert begins_sentence(conventions_of("zh"), before) is starts


@pytest.mark.parametrize(
    ("before", "starts"),
    [("Sale. ", True), ("Sale. «", True), ("«Sale.» ", True), ("el Sr. ", False), ("(p. ", False), ("el mapp. ", True)],
)
def test_abbreviations_are_words_of_their_own(invented_language: Language, before: str, starts: bool) -> None:
    assert begins_sentence(invented_language.conventions, before) is starts
