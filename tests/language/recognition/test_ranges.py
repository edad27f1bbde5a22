"""Ranges of whole numbers, in figures and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.facts import Range
from reportgen.language import formats
from tests.tools.recognition import TAGS, is_read_as, language_of, stated_in


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "5–10"),
        ("en", "5 – 10"),
        ("en", "from 5 to 10"),
        ("en", "five to ten"),
        ("en", "between 5 and 10"),
        ("fr", "de cinq à dix"),
        ("fr", "entre 5 et 10"),
        ("es", "de 5 a 10"),
        ("es", "entre cinco y diez"),
        ("ru", "от 5 до 10"),
        ("ru", "5—10"),
        ("ar", "من 5 إلى 10"),
        ("ar", "بين 5 و10"),
        ("ar", "10-5"),
        ("zh", "5至10"),
        ("zh", "五到十"),
        ("zh", "5～10"),
    ],
)
def test_ranges(tag: str, text: str) -> None:
    assert stated_in(tag, text) == [(text, "range", "5–10")]


@given(st.sampled_from(TAGS), st.integers(0, 10**6), st.integers(1, 10**6), st.data())
def test_every_range_that_is_printed(tag: str, low: int, more: int, data: st.DataObject) -> None:
    ranges = language_of(tag).conventions.ranges
    form = data.draw(st.sampled_from([*ranges] if isinstance(ranges, dict) else [""]))
    value = Range(low, low + more)
    assert is_read_as(
        tag, formats.number_range(language_of(tag).conventions, value, form.replace("default", "")), value
    )


def test_the_word_for_millions_counts_for_both_numbers() -> None:
    assert stated_in("en", "2 to 3 million") == [("2 to 3", "range", "2–3")]


@pytest.mark.parametrize("text", ["10 to 5", "5 to 5", "5 and 10"])
def test_what_is_no_range(text: str) -> None:
    assert [kind for _, kind, _ in stated_in("en", text)] == ["count", "count"]
