"""Ordinals in words, also of two words, and in figures with the endings of every gender and case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.facts import Ordinal
from reportgen.language import formats
from reportgen.language.formats import FormError
from tests.tools.recognition import TAGS, is_read_as, language_of, stated_in


@pytest.mark.parametrize(
    ("tag", "text", "number"),
    [
        ("en", "twenty-first", 21),
        ("en", "two hundred and first", 201),
        ("en", "sixty-fifth", 65),
        ("en", "28th", 28),
        ("fr", "vingt et unième", 21),
        ("fr", "quatre-vingt-dix-septième", 97),
        ("fr", "deux cent vingtième", 220),
        ("fr", "1er", 1),
        ("fr", "28e", 28),
        ("fr", "21ème", 21),
        ("es", "vigésimo octavo", 28),
        ("es", "septuagésima segunda", 72),
        ("es", "decimotercer", 13),
        ("es", "28.º", 28),
        ("es", "13er", 13),
        ("ru", "двадцать восьмой", 28),
        ("ru", "сто двадцать пятой", 125),
        ("ru", "третьего", 3),
        ("ru", "28-я", 28),
        ("ru", "28-го", 28),
        ("ar", "الثامنة والعشرون", 28),
        ("ar", "الحادي والعشرين", 21),
        ("ar", "الخامسة", 5),
        ("zh", "第二十八", 28),
        ("zh", "第28", 28),
    ],
)
def test_ordinals(tag: str, text: str, number: int) -> None:
    assert is_read_as(tag, text, Ordinal(number))
    assert stated_in(tag, text) == [(text, "ordinal", str(number))]


@given(st.sampled_from(TAGS), st.integers(1, 120), st.data())
def test_every_ordinal_that_is_printed(tag: str, number: int, data: st.DataObject) -> None:
    conventions = language_of(tag).conventions
    form = data.draw(st.sampled_from(["", *conventions.numbers.forms]))
    try:
        text = formats.ordinal(conventions, number, form)
    except FormError:
        return
    # Arabic has no sign of its own for ordinals in figures.
    assert is_read_as(tag, text, Ordinal(number)) or text == str(number)


@pytest.mark.parametrize("text", ["the second and twentieth", "five and tenth", "1stock"])
def test_ordinals_that_stay_apart(text: str) -> None:
    assert [kind for _, kind, value in stated_in("en", text) if kind == "ordinal" and value in ("22", "15")] == []
