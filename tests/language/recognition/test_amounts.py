"""Percentages, money and lengths of time: a number with the words or signs beside it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.facts import Money, Percent, Period
from reportgen.language import amounts, formats
from reportgen.language.formats import FormError
from reportgen.printing.numbers import NumberPrinter
from reportgen.printing.request import Refusal, Request
from reportgen.wording import Placeholder
from tests.tools.recognition import TAGS, is_read_as, language_of, stated_in


@pytest.mark.parametrize(
    ("tag", "text", "number"),
    [
        ("en", "12 per cent", "12"),
        ("en", "twelve percent", "12"),
        ("en", "12.5%", "12.5"),
        ("fr", "12,5 %", "12.5"),
        ("fr", "douze pour cent", "12"),
        ("es", "12,5 por ciento", "12.5"),
        ("ru", "12,5 процента", "12.5"),
        ("ru", "пяти процентов", "5"),
        ("ar", "12 في المائة", "12"),
        ("ar", "خمسة في المئة", "5"),
        ("ar", "%12", "12"),
        ("ar", "١٢٫٥٪", "12.5"),
        ("zh", "百分之十二", "12"),
        ("zh", "百分之12.5", "12.5"),
        ("zh", "１２％", "12"),
    ],
)
def test_percentages(tag: str, text: str, number: str) -> None:
    assert is_read_as(tag, text, Percent(Decimal(number)))
    assert stated_in(tag, text) == [(text, "percent", f"{number}%")]


@pytest.mark.parametrize(
    ("tag", "text", "amount"),
    [
        ("en", "USD 27.5 million", "USD 27500000"),
        ("en", "US$ 3 billion", "USD 3000000000"),
        ("en", "$5,000", "USD 5000"),
        ("en", "12 million United States dollars", "USD 12000000"),
        ("en", "€ 3.50", "EUR 3.50"),
        ("en", "5,000 Swiss francs", "CHF 5000"),
        ("en", "XAF 5,000", "XAF 5000"),
        ("fr", "27,5 millions de dollars des États-Unis", "USD 27500000"),
        ("fr", "3 milliards d’euros", "EUR 3000000000"),
        ("es", "2.500 millones de dólares", "USD 2500000000"),
        ("ru", "27,5 млн долл. США", "USD 27500000"),
        ("ru", "пять тысяч рублей", "RUB 5000"),
        ("ar", "5 000 دولار من دولارات الولايات المتحدة", "USD 5000"),
        ("ar", "27,5 مليون دولار", "USD 27500000"),
        ("zh", "2 750万美元", "USD 27500000"),
        ("zh", "五百万欧元", "EUR 5000000"),
    ],
)
def test_money(tag: str, text: str, amount: str) -> None:
    currency, _, number = amount.partition(" ")
    assert is_read_as(tag, text, Money(Decimal(number), currency))
    assert stated_in(tag, text) == [(text, "money", amount)]


def test_a_currency_that_may_be_two_has_both_readings() -> None:
    text = "5 000 francs CFA"
    values = [each.value for each in language_of("fr").recognizer.readings(text) if each.end == len(text)]
    assert {str(value) for value in values} >= {"XAF 5000", "XOF 5000"}


@pytest.mark.parametrize(
    ("tag", "text", "number", "unit"),
    [
        ("en", "nine months", 9, "month"),
        ("en", "a two-week", 2, "week"),
        ("en", "18-month", 18, "month"),
        ("fr", "neuf mois", 9, "month"),
        ("fr", "2 ans", 2, "year"),
        ("es", "dos semanas", 2, "week"),
        ("ru", "девяти месяцев", 9, "month"),
        ("ru", "18 лет", 18, "year"),
        ("ar", "تسعة أشهر", 9, "month"),
        ("ar", "شهرين", 2, "month"),
        ("ar", "سنتين", 2, "year"),
        ("zh", "9个月", 9, "month"),
        ("zh", "两周", 2, "week"),
        ("zh", "五年", 5, "year"),
    ],
)
def test_lengths_of_time(tag: str, text: str, number: int, unit: str) -> None:
    assert [(kind, value) for _, kind, value in stated_in(tag, text)] == [("period", f"{number} {unit}")]


@pytest.mark.parametrize(("tag", "text"), [("ru", "2018 года"), ("zh", "2018年"), ("ar", "2018 عام")])
def test_a_year_goes_before_a_length_of_time(tag: str, text: str) -> None:
    assert stated_in(tag, text) == [("2018", "year", "2018")]
    assert is_read_as(tag, text, Period(2018, "year"))


@given(st.sampled_from(TAGS), st.decimals(0, 1000, places=2))
def test_every_percentage_that_is_printed(tag: str, number: Decimal) -> None:
    here = language_of(tag)
    text = formats.percent(here.conventions, Percent(number), here.plural_category(number))
    assert is_read_as(tag, text, Percent(number))


@given(
    st.sampled_from(TAGS), st.one_of(st.integers(1, 10**10).map(Decimal), st.decimals(0, 10**6, places=2)),
    st.sampled_from(["USD", "EUR", "XAF", "MAD"]),
)  # fmt: skip
def test_every_amount_that_is_printed(tag: str, amount: Decimal, currency: str) -> None:
    text = amounts.money(language_of(tag).conventions, Money(amount, currency))
    assert is_read_as(tag, text, Money(amount, currency))


@given(st.sampled_from(TAGS), st.integers(1, 400), st.sampled_from(["day", "week", "month", "year"]), st.data())
def test_every_length_of_time_that_is_printed(tag: str, number: int, unit: str, data: st.DataObject) -> None:
    here = language_of(tag)
    form = data.draw(st.sampled_from(["", *here.conventions.units[unit], *here.conventions.numbers.forms]))
    value = Period(number, unit)
    try:
        text = NumberPrinter(here).text(
            Placeholder("fact", "", (), 0), value, Request(form=form.replace("default", "")), False
        )
    except (FormError, Refusal):
        return
    assert is_read_as(tag, text, value), (text, form)


@pytest.mark.parametrize(
    ("tag", "text", "amount", "currency"),
    [
        ("en", "£30m", 30_000_000, "GBP"),
        ("en", "$2.5bn", 2_500_000_000, "USD"),
        ("en", "US$ 3m", 3_000_000, "USD"),
        ("en", "$1.5k", 1_500, "USD"),
        ("en", "3m USD", 3_000_000, "USD"),
        ("fr", "30 M€", 30_000_000, "EUR"),
        ("fr", "2,5 Md€", 2_500_000_000, "EUR"),
        ("es", "30 M€", 30_000_000, "EUR"),
    ],
)
def test_amounts_with_a_letter_for_millions(tag: str, text: str, amount: int, currency: str) -> None:
    assert is_read_as(tag, text, Money(Decimal(amount), currency))
    assert stated_in(tag, text) == [(text, "money", f"{currency} {amount}")]


@pytest.mark.parametrize("text", ["30m long", "a 30m pool", "$30 more", "5 b"])
def test_letters_are_no_millions_without_a_currency_or_inside_a_word(text: str) -> None:
    assert not any(each[2].endswith("000000") for each in stated_in("en", text))
