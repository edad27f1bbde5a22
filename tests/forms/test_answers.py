"""Answers as people type them in six languages: one value of the kind that is asked, or what is wrong with them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from reportgen.facts import Count, Date, Money, Names, Ordinal, Percent, Period, Range, Value, Year
from reportgen.forms.answers import AnswerReader, FormAnswer, WrongAnswer
from reportgen.forms.questions import FormQuestion
from tests.tools.recognition import language_of


def read(tag: str, kind: str, text: str, value: Value | None = None, many: bool = False) -> Value | WrongAnswer:
    question = FormQuestion(1, "block", "fact", (kind,), many, value)
    return AnswerReader(language_of(tag)).value(question, FormAnswer(text))


@pytest.mark.parametrize(
    ("tag", "kind", "text", "value"),
    [
        ("en", "count", "1,250", Count(1250)),
        ("en", "count", " eight ", Count(8)),
        ("fr", "count", "1 250", Count(1250)),
        ("ar", "count", "٣٣١", Count(331)),
        ("zh", "count", "三百", Count(300)),
        ("en", "percent", "12.5", Percent(Decimal("12.5"))),
        ("fr", "percent", "12,5 %", Percent(Decimal("12.5"))),
        ("en", "ordinal", "3", Ordinal(3)),
        ("en", "money", "USD 1.5 million", Money(Decimal(1500000), "USD")),
        ("ru", "date", "12 мая 2019 года", Date(2019, 5, 12)),
        ("zh", "date", "2019年5月12日", Date(2019, 5, 12)),
        ("en", "date", "2019-05-12", Date(2019, 5, 12)),
        ("ru", "period", "9 месяцев", Period(9, "month")),
        ("en", "range", "13 to 18", Range(13, 18)),
        ("en", "year", "2018", Year(2018)),
        ("en", "place", "jordan", Names("place", ("JO",))),
        ("fr", "place", "Jordanie", Names("place", ("JO",))),
        ("ar", "place", "الأردن", Names("place", ("JO",))),
        ("en", "sdg", "5", Names("sdg", ("5",))),
    ],
)
def test_an_answer_is_a_value_of_its_kind(tag: str, kind: str, text: str, value: Value) -> None:
    assert read(tag, kind, text) == value


@pytest.mark.parametrize(
    ("tag", "kind", "text", "fault"),
    [
        ("en", "count", "67x", "unreadable"),
        ("en", "count", "12.5", "unreadable"),
        ("en", "count", "1.250", "unclear"),
        ("fr", "count", "1,250", "unclear"),
        ("en", "count", "-5", "unreadable"),
        ("en", "count", "300 or 310", "unreadable"),
        ("en", "count", "=2+3", "formula"),
        ("en", "count", "n/a", "unreadable"),
        ("en", "count", "-", "unreadable"),
        ("en", "count", "less than 5", "qualifier"),
        ("en", "count", "9" * 40, "unreadable"),
        ("en", "count", "x" * 5000, "long"),
        ("en", "date", "03/04/2019", "unclear"),
        ("en", "date", "31 February 2019", "unreadable"),
        ("en", "period", "9", "unreadable"),
        ("en", "money", "1,500", "unreadable"),
        ("en", "range", "18 to 13", "unreadable"),
        ("en", "place", "Jordann", "unknown"),
        ("en", "place", "Jordan; Iraq", "one_name"),
        ("en", "entity", "Attorney General’s Office", "several_names"),
    ],
)
def test_a_wrong_answer_says_what_is_wrong(tag: str, kind: str, text: str, fault: str) -> None:
    found = read(tag, kind, text)
    assert isinstance(found, WrongAnswer)
    assert found.fault == fault


def test_a_name_that_is_nearly_one_of_the_list_has_it_as_an_example() -> None:
    found = read("en", "place", "Jordann")
    assert isinstance(found, WrongAnswer)
    assert (found.entry, found.example) == ("Jordann", "Jordan")


@pytest.mark.parametrize("text", ["Egypt; Iraq; Jordan", "Egypt\nIraq\nJordan", "Egypt, Iraq and Jordan"])
def test_several_names_may_be_written_in_any_usual_way(text: str) -> None:
    assert read("en", "place", text, many=True) == Names("place", ("EG", "IQ", "JO"), True, "sorted")


def test_the_same_name_twice_is_no_list() -> None:
    found = read("en", "place", "Egypt; Iraq; Egypt", many=True)
    assert isinstance(found, WrongAnswer)
    assert found.fault == "repeated"


def test_a_city_is_no_answer_where_a_country_stands() -> None:
    found = read("en", "place", "Cairo", Names("place", ("EG",)))
    assert isinstance(found, WrongAnswer)
    assert found.fault == "unknown"


def test_a_number_alone_keeps_the_qualifier_that_stands() -> None:
    standing = Count(300, "more_than")
    assert read("en", "count", "310", standing) == Count(310, "more_than")
    assert read("en", "count", "more than 310", standing) == Count(310, "more_than")
    assert read("en", "count", "at least 310", standing) == Count(310, "at_least")


def test_a_name_of_two_is_the_one_that_stands() -> None:
    standing = Names("entity", ("pa-attorney-general",))
    assert read("en", "entity", "Attorney General’s Office", standing) == standing


@pytest.mark.parametrize("text", ["", "  ", "………", "...", "\u00a0"])
def test_blanks_and_dots_are_no_answer(text: str) -> None:
    assert FormAnswer(text).tidy == ""


def test_cells_of_sheets_keep_numbers_and_days() -> None:
    reader = AnswerReader(language_of("fr"))
    count, share, day = (FormQuestion(1, "block", "fact", (kind,)) for kind in ("count", "percent", "date"))
    assert reader.value(count, FormAnswer("12", Decimal(12))) == Count(12)
    assert reader.value(share, FormAnswer("12.5%", Decimal("12.5"))) == Percent(Decimal("12.5"))
    assert reader.value(day, FormAnswer(f"{date(2019, 5, 12)}", day=Date(2019, 5, 12))) == Date(2019, 5, 12)
    wrong = reader.value(count, FormAnswer("12.5", Decimal("12.5")))
    assert isinstance(wrong, WrongAnswer)


@pytest.mark.parametrize("tag", ["en", "ar", "es", "fr", "ru", "zh"])
def test_what_a_form_shows_is_the_value_again(tag: str) -> None:
    reader = AnswerReader(language_of(tag))
    values = [Count(7), Count(2925, "about"), Period(9, "month"), Date(2019, 5, 12), Money(Decimal(1500000), "USD"),
              Percent(Decimal("12.5")), Range(13, 18), Names("place", ("EG", "JO"), True, "given")]  # fmt: skip
    for value in values:
        many = isinstance(value, Names)
        question = FormQuestion(1, "block", "fact", (value.kind,), many, value)
        assert reader.value(question, FormAnswer(reader.shown(value))) == value
