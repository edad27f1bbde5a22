"""What a text states: the longest and usual readings, without articles, common nouns and cross-references."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.recognition import TAGS, language_of, stated_in


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "one of them, for one month"),
        ("fr", "un ou une"),
        ("es", "uno y una"),
        ("ru", "один из них"),
        ("zh", "一个"),
        ("en", "officials, judges and prosecutors"),
        ("en", "see paragraph 12 and table 3"),
        ("en", "on 18 July, at 10:30"),
        ("en", "half-yearly, both"),
    ],
)
def test_what_is_not_stated(tag: str, text: str) -> None:
    assert stated_in(tag, text) == []


def test_one_in_figures_is_stated() -> None:
    assert stated_in("en", "1 official, 1 month") == [("1", "count", "1"), ("1 month", "period", "1 month")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("12 per cent of 313", ["percent", "count"]),
        ("10–15 per cent", ["percents"]),
        ("in June 2018", ["date"]),
        ("for nine months", ["period"]),
        ("United Nations", ["entity"]),
    ],
)
def test_the_longest_is_stated(text: str, kinds: list[str]) -> None:
    assert [kind for _, kind, _ in stated_in("en", text)] == kinds


@given(st.sampled_from(TAGS), st.text(max_size=80))
def test_what_is_stated_is_read_in_order_and_does_not_overlap(tag: str, text: str) -> None:
    recognizer = language_of(tag).recognizer
    stated = recognizer.stated(text)
    readings = recognizer.readings(text)
    assert all(each in readings for each in stated)
    places = list(dict.fromkeys((each.start, each.end) for each in stated))
    assert all(before[1] <= behind[0] for before, behind in pairwise(places))
