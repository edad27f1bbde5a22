"""Dates and ranges of dates as they are printed and as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.facts import Date, DateRange
from reportgen.language import formats
from tests.tools.recognition import TAGS, is_read_as, language_of, stated_in

DAY = {
    "en": ["18 July 2018", "July 18, 2018", "18th July 2018", "18 Jul. 2018", "18/7/2018", "2018-07-18", "18.07.2018"],
    "fr": ["18 juillet 2018", "18 juil. 2018", "18/07/2018"],
    "es": ["18 de julio de 2018", "18 de julio del 2018", "18/7/2018"],
    "ru": ["18 июля 2018 года", "18 июля 2018 г.", "18 июля 2018", "18.07.2018"],
    "ar": ["18 تموز/يوليه 2018", "18 تموز 2018", "18 يوليه 2018", "١٨ تموز/يوليه ٢٠١٨"],
    "zh": ["2018年7月18日", "二〇一八年七月十八日", "2018 年 7 月 18 日", "２０１８年７月１８日"],
}
MONTH = {
    "en": ["July 2018", "July, 2018"],
    "fr": ["juillet 2018"],
    "es": ["julio de 2018", "julio del 2018"],
    "ru": ["июль 2018 года", "июля 2018 г."],
    "ar": ["تموز/يوليه 2018", "يوليه 2018"],
    "zh": ["2018年7月", "二〇一八年七月"],
}
DAYS = {
    "en": [
        "20–24 May 2019",
        "from 20 to 24 May 2019",
        "20 to 24 May 2019",
        "May 20-24, 2019",
        "between 20 and 24 May 2019",
    ],
    "fr": ["20-24 mai 2019", "du 20 au 24 mai 2019", "entre le 20 et le 24 mai 2019"],
    "es": ["20 a 24 de mayo de 2019", "del 20 al 24 de mayo de 2019"],
    "ru": ["20–24 мая 2019 года", "с 20 по 24 мая 2019 года", "с 20 по 24 мая 2019 г."],
    "ar": ["20-24 أيار/مايو 2019", "من 20 إلى 24 أيار/مايو 2019", "في الفترة من 20 إلى 24 مايو 2019"],
    "zh": ["2019年5月20日至24日", "2019年5月20-24日", "2019年5月20日到24日"],
}


def cases(texts: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(tag, text) for tag, each in texts.items() for text in each]


@pytest.mark.parametrize(("tag", "text"), cases(DAY))
def test_a_day(tag: str, text: str) -> None:
    assert is_read_as(tag, text, Date(2018, 7, 18))
    assert stated_in(tag, text) == [(text, "date", "2018-07-18")]


@pytest.mark.parametrize(("tag", "text"), cases(MONTH))
def test_a_month(tag: str, text: str) -> None:
    assert stated_in(tag, text) == [(text, "date", "2018-07")]


@pytest.mark.parametrize(("tag", "text"), cases(DAYS))
def test_some_days(tag: str, text: str) -> None:
    assert stated_in(tag, text) == [(text, "dates", "2019-05-20/2019-05-24")]


@pytest.mark.parametrize(
    ("tag", "text"),
    [("en", "on 18 July"), ("fr", "le 18 juillet"), ("es", "el 18 de julio"), ("ru", "18 июля"),
     ("ar", "18 تموز/يوليه"),
     ("zh", "7月18日"), ("zh", "5月20日至24日"), ("en", "20–24 May"), ("en", "31/2/2018"), ("en", "July 18")],
)  # fmt: skip
def test_days_without_a_year_are_no_facts_and_no_counts(tag: str, text: str) -> None:
    assert [each for each in stated_in(tag, text) if each[1] != "year"] == []


def test_the_year_of_a_date_is_read_too() -> None:
    readings = {str(each.value) for each in language_of("en").recognizer.readings("June 2018")}
    assert readings >= {"2018-06", "2018"}


def test_days_and_months_that_may_be_exchanged_are_read_both_ways() -> None:
    readings = language_of("en").recognizer.readings("5/7/2018")
    assert [(str(each.value), each.usual) for each in readings if each.end == 8 and not each.start] == [
        ("2018-07-05", True), ("2018-05-07", False),
    ]  # fmt: skip
    assert is_read_as("en", "7/18/2018", Date(2018, 7, 18))


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("en", "upon 18 July 2018", "18 July 2018"),
        ("ru", "так как 5 мая 2018 года", "5 мая 2018 года"),
        ("ar", "وفي 18 تموز/يوليه 2018", "في 18 تموز/يوليه 2018"),
    ],
)
def test_the_words_before_a_date_are_whole_words(tag: str, text: str, found: str) -> None:
    assert [words for words, _, _ in stated_in(tag, text)] == [found]


def test_a_date_says_in_which_form_it_is_typed() -> None:
    text = "с 20 по 24 мая 2019 года"
    (reading,) = language_of("ru").recognizer.stated(text)
    assert reading.form == "from"


dates = st.builds(Date, st.integers(1000, 2999), st.integers(1, 12), st.integers(0, 28))
days = st.builds(Date, st.integers(1946, 2090), st.integers(1, 12), st.integers(1, 28))


@given(st.sampled_from(TAGS), dates, st.data())
def test_every_date_that_is_printed(tag: str, date: Date, data: st.DataObject) -> None:
    rule = language_of(tag).conventions.dates
    forms = rule.day if date.day else rule.month
    form = data.draw(st.sampled_from([*forms] if isinstance(forms, dict) else [""]))
    assert is_read_as(tag, formats.date(language_of(tag).conventions, date, form.replace("default", "")), date)


@given(st.sampled_from(TAGS), st.tuples(days, days).filter(lambda pair: pair[0] < pair[1]), st.data())
def test_every_range_of_dates_that_is_printed(tag: str, ends: tuple[Date, Date], data: st.DataObject) -> None:
    forms = language_of(tag).conventions.dates.days_of_month
    form = data.draw(st.sampled_from([*forms] if isinstance(forms, dict) else [""])).replace("default", "")
    value = DateRange(*ends)
    try:
        text = formats.date_range(language_of(tag).conventions, value, form)
    except formats.FormError:
        return
    assert is_read_as(tag, text, value), text


@pytest.mark.parametrize(
    ("tag", "text", "months"),
    [
        ("en", "in June and July 2019", ["2019-06", "2019-07"]),
        ("en", "April, May and June 2019", ["2019-04", "2019-05", "2019-06"]),
        ("en", "between May and June 2018", ["2018-05", "2018-06"]),
        ("en", "in June, and in July 2019", ["2019-07"]),
        ("es", "en junio y julio de 2019", ["2019-06", "2019-07"]),
        ("ar", "في حزيران/يونيه وتموز/يوليه 2019", ["2019-06", "2019-07"]),
        ("zh", "2019年6月和7月", ["2019-06", "2019-07"]),
        ("zh", "2019年6月、7月和8月", ["2019-06", "2019-07", "2019-08"]),
    ],
)
def test_months_share_the_year_of_one_beside_them(tag: str, text: str, months: list[str]) -> None:
    assert [(kind, value) for _, kind, value in stated_in(tag, text)] == [("date", month) for month in months]


@pytest.mark.parametrize(
    ("tag", "text", "months"),
    [
        ("en", "June–July 2019", "2019-06/2019-07"),
        ("en", "from July 2018 to June 2019", "2018-07/2019-06"),
        ("fr", "de juin à juillet 2019", "2019-06/2019-07"),
        ("es", "de junio a julio de 2019", "2019-06/2019-07"),
        ("ru", "с июня по июль 2019 года", "2019-06/2019-07"),
        ("zh", "2018年7月至2019年6月", "2018-07/2019-06"),
        ("ar", "من حزيران/يونيه إلى تموز/يوليه 2019", "2019-06/2019-07"),
    ],
)
def test_from_a_month_to_another(tag: str, text: str, months: str) -> None:
    assert [(kind, value) for _, kind, value in stated_in(tag, text)] == [("dates", months)]


def test_a_month_in_figures_without_a_year_is_no_count() -> None:
    assert stated_in("zh", "7月举行") == []
