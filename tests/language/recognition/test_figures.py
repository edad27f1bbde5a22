"""Figures of any script and grouping, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.facts import Count, Year
from tests.tools.recognition import TAGS, is_read_as, language_of, stated_in

SCRIPTS = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９", "०१२३४५६७८९"


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize(
    "figure",
    [
        "2,925",
        "2.925",
        "2 925",
        "2\u00a0925",
        "2\u202f925",
        "2\u2009925",
        "2'925",
        "2’925",
        "2٬925",
        "２，９２５",
        "٢٬٩٢٥",
    ],
)
def test_every_way_of_grouping_is_read_in_every_language(tag: str, figure: str) -> None:
    assert is_read_as(tag, figure, Count(2925))


@given(st.sampled_from(TAGS), st.sampled_from(SCRIPTS), st.integers(0, 10**9))
def test_digits_of_other_scripts(tag: str, script: str, number: int) -> None:
    assert is_read_as(tag, str(number).translate(str.maketrans("0123456789", script)), Count(number))


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("en", "1,234,567", 1234567),
        ("en", "12,34,567", 1234567),
        ("en", "1.234.567", 1234567),
        ("fr", "1.234.567", 1234567),
        ("fr", "1,234,567", 1234567),
        ("es", "1.234.567", 1234567),
        ("ru", "1 234 567", 1234567),
        ("zh", "1 234 567", 1234567),
    ],
)
def test_larger_figures(tag: str, text: str, value: int) -> None:
    assert is_read_as(tag, text, Count(value))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "2.925"),
        ("fr", "2,925"),
        ("es", "2,925"),
        ("ru", "2,925"),
        ("zh", "2.925"),
        ("en", "3.00"),
        ("fr", "3,0"),
    ],
)
def test_what_the_language_reads_as_a_decimal_is_no_count_that_is_stated(tag: str, text: str) -> None:
    assert stated_in(tag, text) == []


@pytest.mark.parametrize(
    "text",
    ["A4", "COVID-19", "the 1990s", "at 10:30", "1.2.3", "2.75 ha", "a 3x3 matrix", "½", "x²", "annex Ⅻ", "007"],
)
def test_what_is_no_number_of_things(text: str) -> None:
    assert stated_in("en", text) == []


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("ar", "100,000", "100000"),
        ("ar", "2,925", "2925"),
        ("fr", "100,000", "100000"),
        ("ar", "000 100", "100000"),
        ("ar", "925 2", "2925"),
        ("ar", "000 000 1", "1000000"),
        ("ar", "925 100", "925100"),
    ],
)
def test_grouping_as_people_type_it(tag: str, text: str, value: str) -> None:
    assert stated_in(tag, text) == [(text, "count", value)]


@pytest.mark.parametrize(("tag", "text"), [("en", "1" * 5000), ("zh", "一" * 5000)])
def test_numbers_of_thousands_of_digits_say_nothing(tag: str, text: str) -> None:
    assert language_of(tag).recognizer.readings(text) == []


def test_figures_side_by_side_are_two() -> None:
    assert stated_in("en", "in 2018 313 officials") == [("2018", "year", "2018"), ("313", "count", "313")]
    assert stated_in("en", "8,11,16") == [("8", "count", "8"), ("11", "count", "11"), ("16", "count", "16")]


def test_four_digits_are_a_year_or_a_count() -> None:
    assert is_read_as("en", "2018", Year(2018))
    assert is_read_as("en", "2018", Count(2018))
    assert stated_in("es", "1500 personas en 2018") == [("1500", "count", "1500"), ("2018", "year", "2018")]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("2018/19", "fiscal_year", "2018/19"),
        ("2018–2020", "years", "2018–2020"),
        ("resolution 1992/22", "resolution", "1992/22"),
    ],
)
def test_years_and_numbers_of_resolutions_are_more_than_their_figures(text: str, kind: str, value: str) -> None:
    assert stated_in("en", text) == [(text, kind, value)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2018/2019", ["2018", "2019"]),
        ("2018-19", ["2018"]),
        ("mid-2018", ["2018"]),
        ("A/74/6 and Corr.1, 2018", ["2018"]),
        ("1992/22", []),
        ("70/1", []),
    ],
)
def test_years_beside_others(text: str, found: list[str]) -> None:
    years = [each for each in stated_in("en", text) if each[1] != "symbol"]
    assert years == [(each, "year", each) for each in found]


def test_places_are_those_of_the_text_where_signs_cannot_be_seen() -> None:
    text = "\u200f\u200e313 \u00ad officials, 2\u200b925"
    assert stated_in("en", text) == [("313", "count", "313"), ("2\u200b925", "count", "2925")]


def test_a_chinese_figure_and_the_word_behind_it() -> None:
    assert stated_in("zh", "2018-2019两年期") == [
        ("2018", "year", "2018"),
        ("2019", "year", "2019"),
        ("两年", "period", "2 year"),
    ]
