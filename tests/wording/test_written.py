from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reportgen.wording import Fault, Placeholder, ReferenceCall, Words, scan
from reportgen.wording.written import literal, written


@pytest.mark.parametrize(
    "text",
    [
        "{{ n }}",
        "{{ land.KE }}",
        '{{ n | form("f.gen") | counted(one="one \\"x\\"", other="# \\\\ x") }}',
        '{{ n | as("half-yearly", when="6 month") }}',
        '{{ para("asia") | brief }}',
        '{{ paras("a", "b", to="d") }}',
    ],
)
def test_a_placeholder_is_written_as_it_was_read(text: str) -> None:
    [piece] = scan(text)
    assert isinstance(piece, Placeholder | ReferenceCall)
    assert written(piece) == text


@given(some.text("a\\*[]^{}<>#%h:/ ", max_size=20), some.sampled_from(["", "{{ n }}", "*x*", "[^a]", "^", "https://"]))
def test_literal_words_are_read_as_they_are(words: str, following: str) -> None:
    pieces = scan(literal(words, following) + following)
    text = "".join(piece.text for piece in pieces if isinstance(piece, Words))
    assert text.startswith(words)


@given(some.text("a\\*[]^{}<>#%", max_size=20))
def test_words_that_mean_nothing_are_left_as_they_are(words: str) -> None:
    try:
        pieces = scan(words)
    except Fault:
        return
    if all(isinstance(piece, Words) and piece.text == words for piece in pieces):
        assert literal(words).replace("\\{", "{").replace("\\}", "}") == words
