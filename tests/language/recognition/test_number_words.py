"""Number words up to millions, in all genders, cases and spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.facts import Count
from reportgen.language import labels
from tests.tools.recognition import is_read_as, stated_in

WORDS = {
    "en": {
        21: "twenty-one", 100: "a hundred", 206: "two hundred and six", 313: "three hundred and thirteen",
        1001: "one thousand and one", 2018: "two thousand and eighteen", 12: "a dozen", 500_000: "half a million",
        2_925: "two thousand nine hundred and twenty-five", 1_000_000_000: "one thousand million",
        3_200_001: "three million two hundred thousand and one", 24: "two dozen",
    },
    "fr": {
        21: "vingt et un", 71: "soixante et onze", 77: "soixante-dix-sept", 80: "quatre-vingts", 81: "quatre-vingt-un",
        90: "quatre-vingt-dix", 97: "quatre-vingt-dix-sept", 99: "nonante-neuf", 200: "deux cents",
        250: "deux cent cinquante", 313: "trois cent treize", 1990: "mille neuf cent quatre-vingt-dix",
        2_300_000: "deux millions trois cent mille",
        71_000: "soixante et onze mille", 3_001_200: "trois millions mille deux cents", 61: "soixante et une",
    },
    "es": {
        21: "veintiún", 31: "treinta y una", 102: "ciento dos", 200: "doscientas", 313: "trescientas trece",
        21_000: "veintiún mil", 1999: "mil novecientos noventa y nueve", 1_200_000: "un millón doscientas mil",
        2_000_000_000: "dos mil millones", 100_000: "cien mil", 22: "veintidós", 550: "quinientos cincuenta",
    },
    "ru": {
        2: "двумя", 3: "трёх", 4: "четырьмя", 21: "двадцатью одной", 40: "сорока", 53: "пятидесяти трех",
        90: "девяноста", 200: "двухсот", 253: "двухсот пятидесяти трех", 313: "триста тринадцать", 500: "пятьюстами",
        1200: "тысяча двести", 2000: "двумя тысячами", 21_000: "двадцать одна тысяча", 1_500_000: "полтора миллиона",
        3_200_000: "трех миллионов двухсот тысяч", 5: "пятеро",
    },
    "ar": {
        3: "ثلاث", 10: "عشرة", 11: "إحدى عشرة", 12: "اثنتي عشرة", 21: "إحدى وعشرين", 25: "خمسة وعشرون",
        99: "تسع وتسعون", 100: "مائة", 200: "مئتي", 221: "مئتان وواحد وعشرون",
        313: "ثلاثمائة وثلاثة عشر", 800: "ثمانمئة",
        1200: "ألف ومائتان", 2018: "ألفين وثمانية عشر", 5000: "خمسة آلاف", 25_000: "خمسة وعشرون ألفًا",
        3_200_000: "ثلاثة ملايين ومائتا ألف", 2_500_000: "مليونان وخمسمائة ألف",
    },
    "zh": {
        2: "两", 10: "十", 12: "十二", 20: "二十", 25: "廿五", 105: "一百零五", 313: "三百一十三", 2000: "两千",
        2_000_000: "两百万", 16_000_000: "一千六百万", 3_000_000: "3百万",
        35_000: "3.5万", 120_000_000: "1亿2000万", 10_001: "一万零一", 100_000_000: "一亿",
    },
}  # fmt: skip
CASES = [(tag, number, words) for tag, numbers in WORDS.items() for number, words in numbers.items()]


@pytest.mark.parametrize(("tag", "number", "words"), CASES)
def test_number_words(tag: str, number: int, words: str) -> None:
    assert is_read_as(tag, words, Count(number))


@pytest.mark.parametrize(("tag", "number", "words"), CASES)
def test_the_whole_number_is_what_is_stated(tag: str, number: int, words: str) -> None:
    assert stated_in(tag, words) == [(words, "count", str(number))]


@given(st.integers(2, 10**8 - 1))
def test_every_chinese_number(number: int) -> None:
    assert is_read_as("zh", labels.chinese(number), Count(number))


@pytest.mark.parametrize(
    ("tag", "text", "numbers"),
    [
        ("en", "five and six", [5, 6]),
        ("en", "twenty twenty", [20, 20]),
        ("en", "six two", [6, 2]),
        ("fr", "cinq et six", [5, 6]),
        ("es", "cinco y seis", [5, 6]),
        ("ru", "пять, шесть", [5, 6]),
        ("ar", "خمسة وستة", [5, 6]),
    ],
)
def test_words_side_by_side_that_are_two_numbers(tag: str, text: str, numbers: list[int]) -> None:
    assert [value for _, _, value in stated_in(tag, text)] == [str(number) for number in numbers]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "hundreds of people, millions and dozens"),
        ("fr", "des millions"),
        ("es", "millones"),
        ("ru", "тысячи людей"),
        ("ar", "آلاف الناس"),
        ("zh", "数百人，成千上万，三四个"),
        ("en", "two thirds, three-quarters"),
        ("fr", "deux tiers"),
        ("es", "tres cuartas partes"),
        ("ru", "две трети"),
        ("zh", "三分之二"),
        ("en", "one of them"),
        ("zh", "一个"),
    ],
)
def test_words_that_say_no_number_of_things(tag: str, text: str) -> None:
    assert stated_in(tag, text) == []


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("en", "27.5 million", 27_500_000),
        ("en", "27,5 million", 27_500_000),
        ("fr", "27,5 millions", 27_500_000),
        ("es", "2.500 millones", 2_500_000_000),
        ("ru", "3 тыс.", 3000),
        ("ru", "27,5 млн", 27_500_000),
        ("ar", "27,5 مليون", 27_500_000),
        ("zh", "2 750万", 27_500_000),
        ("zh", "12 亿", 1_200_000_000),
    ],
)
def test_figures_with_a_word_for_their_scale(tag: str, text: str, value: int) -> None:
    assert stated_in(tag, text) == [(text, "count", str(value))]
