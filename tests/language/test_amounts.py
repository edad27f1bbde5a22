"""Money and large numbers in six languages, against cases worked by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.facts import Money
from reportgen.language import amounts, formats
from reportgen.language.formats import FormError
from reportgen.language.recognition.vocabulary import currencies
from tests.tools.recognition import language_of

AMOUNTS = {
    "en": "$27.5 million|$12,500|€3.2 million|2 million Swiss francs|$1 million|$1,250.5 million|$27,512,301|"
    "−$1,234.50",
    "fr": "27,5~millions de dollars|12~500 dollars|3,2~millions d’euros|2~millions de francs suisses|"
    "1~million de dollars|1~250,5~millions de dollars|27~512~301 dollars|−1~234,50 dollars",
    "es": "27,5 millones de dólares|12.500 dólares|3,2 millones de euros|2 millones de francos suizos|"
    "1 millón de dólares|1.250,5 millones de dólares|27.512.301 dólares|−1.234,50 dólares",
    "ru": "27,5~млн~долл. США|12~500~долл. США|3,2~млн~евро|2~млн~швейцарских франков|1~млн~долл. США|"
    "1~250,5~млн~долл. США|27~512~301~долл. США|−1~234,50~долл. США",
    "zh": "2~750万美元|12,500美元|320万欧元|200万瑞士法郎|100万美元|125~050万美元|27,512,301美元|−1,234.50美元",
    "ar": "27.5~مليون~دولار|12~500~دولار|3.2~مليون~يورو|2~مليون~فرنك سويسري|مليون~دولار|1~250.5~مليون~دولار|"
    "27~512~301~دولار|\u200e−1~234.50~دولار",
}
VALUES = [
    Money(Decimal(number), currency)
    for number, currency in [
        ("27500000", "USD"), ("12500", "USD"), ("3200000", "EUR"), ("2000000", "CHF"), ("1000000", "USD"),
        ("1250500000", "USD"), ("27512301", "USD"), ("-1234.50", "USD"),
    ]
]  # fmt: skip


@pytest.mark.parametrize("tag", AMOUNTS)
def test_money_in_six_languages(tag: str) -> None:
    conventions = language_of(tag).conventions
    assert [amounts.money(conventions, value) for value in VALUES] == AMOUNTS[tag].replace("~", "\u00a0").split("|")


@pytest.mark.parametrize(
    ("tag", "full", "code"),
    [
        ("en", "$27,500,000", "USD 27,500,000"),
        ("fr", "27~500~000 dollars", "27~500~000~USD"),
        ("es", "27.500.000 dólares", "27.500.000 USD"),
        ("ru", "27~500~000~долл. США", "27~500~000~USD"),
        ("zh", "27,500,000美元", "27,500,000 USD"),
        ("ar", "27~500~000~دولار", "27~500~000~USD"),
    ],
)
def test_other_ways_to_print_an_amount(tag: str, full: str, code: str) -> None:
    conventions = language_of(tag).conventions
    found = [amounts.money(conventions, VALUES[0], form).replace("\u00a0", "~") for form in ("full", "code")]
    assert found == [full, code]


def test_an_amount_has_no_other_form() -> None:
    with pytest.raises(FormError):
        amounts.money(language_of("en").conventions, VALUES[0], "gen")


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", "27.5 million|1 billion|1.2 trillion|1,234,567"),
        ("fr", "27,5~millions|1~milliard|1~200~milliards|1~234~567"),
        ("es", "27,5 millones|1.000 millones|1,2 billones|1.234.567"),
        ("ru", "27,5~млн|1~млрд|1,2~трлн|1~234~567"),
        ("zh", "2~750万|10亿|1.2万亿|1,234,567"),
        ("ar", "27.5~مليون|بليون|1~200~بليون|1~234~567"),
    ],
)
def test_large_numbers_in_six_languages(tag: str, words: str) -> None:
    conventions = language_of(tag).conventions
    numbers = (27_500_000, 10**9, 12 * 10**11)
    *large, full = words.replace("~", "\u00a0").split("|")
    assert [amounts.large_number(conventions, number) for number in numbers] == large
    assert (amounts.large_number(conventions, 1_234_567), formats.figures_text(conventions, 1_234_567)) == (None, full)


@pytest.mark.parametrize(
    ("tag", "number", "category"),
    [("fr", 27_500_000, "many"), ("fr", 1_234_567, "other"), ("es", 27_500_000, "many"), ("ru", 27_500_000, "many"),
     ("en", 1_000_000, "other"), ("ar", 27_500_000, "other")],
)  # fmt: skip
def test_what_is_counted_in_millions_agrees_with_them(tag: str, number: int, category: str) -> None:
    assert language_of(tag).plural_category(number) == category


_NO_CURRENCIES = ("USN", "USS")
"""Dollars of the next day and of the same one, whose names in Arabic end in a mark that cannot be seen."""


@pytest.mark.parametrize("tag", AMOUNTS)
def test_amounts_of_every_currency_are_read_back(tag: str) -> None:
    language = language_of(tag)
    phrases = (each.means for each in currencies(language.conventions) if each.kind == "currency code")
    codes = sorted(set(phrases) - {*_NO_CURRENCIES})
    assert len(codes) > 250
    for value in (Money(Decimal(number), code) for code in codes for number in ("2", "12500", "27500000")):
        text = amounts.money(language.conventions, value)
        assert value in [each.value for each in language.recognizer.readings(text) if each.end == len(text)], text
