from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.readers.numerals import LARGEST_NUMERAL, NUMERAL_FORMATS, is_numeral_known, numeral

NUMBERS = (1, 2, 10, 11, 21, 76, 105)
WRITTEN = {
    "decimal": "1 2 10 11 21 76 105",
    "decimalZero": "01 02 10 11 21 76 105",
    "decimalFullWidth": "１ ２ １０ １１ ２１ ７６ １０５",
    "decimalEnclosedCircle": "① ② ⑩ ⑪ 21 76 105",
    "upperRoman": "I II X XI XXI LXXVI CV",
    "lowerRoman": "i ii x xi xxi lxxvi cv",
    "upperLetter": "A B J K U XXX AAAAA",
    "lowerLetter": "a b j k u xxx aaaaa",
    "russianLower": "а б к л х ттт тттт",
    "russianUpper": "А Б К Л Х ТТТ ТТТТ",
    "arabicAlpha": "أ ب ر ز ق ففف قققق",
    "arabicAbjad": "أ ب ي ك ش ررر شششش",
    "hebrew1": "א ב י יא כא עו קה",
    "hebrew2": "א ב י כ ש יייי פפפפפ",
    "chineseCounting": "一 二 十 十一 二十一 七十六 一百零五",
    "chineseCountingThousand": "一 二 十 十一 二十一 七十六 一百零五",
    "japaneseCounting": "一 二 十 十一 二十一 七十六 百五",
    "chineseLegalSimplified": "壹 贰 壹拾 壹拾壹 贰拾壹 柒拾陆 壹佰零伍",
    "ideographLegalTraditional": "壹 貳 壹拾 壹拾壹 貳拾壹 柒拾陸 壹佰零伍",
    "ideographDigital": "一 二 一〇 一一 二一 七六 一〇五",
    "taiwaneseDigital": "一 二 一○ 一一 二一 七六 一○五",
    "ideographEnclosedCircle": "㈠ ㈡ ㈩ 11 21 76 105",
    "ideographTraditional": "甲 乙 癸 11 21 76 105",
    "ideographZodiac": "子 丑 酉 戌 21 76 105",
    "ideographZodiacTraditional": "甲子 乙丑 癸酉 甲戌 甲申 己卯 戊申",
    "chicago": "* † ††† ‡‡‡",
    "none": "",
    "numberInDash": "- 1 -|- 2 -|- 10 -",
    "hex": "1 2 A B 15 4C 69",
    "aFormatOfTomorrow": "1 2 10 11 21 76 105",
}


@pytest.mark.parametrize("number_format", WRITTEN)
def test_written_as_word_does(number_format: str) -> None:
    text = WRITTEN[number_format]
    wanted = text.split("|") if "|" in text else text.split()
    assert [numeral(number, number_format) for number in NUMBERS[: len(wanted)]] == wanted


@pytest.mark.parametrize(
    ("number", "number_format", "text"),
    [
        (27, "lowerLetter", "aa"),
        (780, "lowerLetter", "z" * 30),
        (781, "lowerLetter", "a"),
        (28, "arabicAbjad", "غ"),
        (29, "arabicAbjad", "أأ"),
        (5, "arabicAbjad", "ه\u200d"),
        (29, "russianLower", "я"),
        (30, "russianLower", "аа"),
        (15, "hebrew1", "טו"),
        (16, "hebrew1", "טז"),
        (115, "hebrew1", "קטו"),
        (999, "hebrew1", "תתקצט"),
        (1000, "hebrew1", "1000"),
        (110, "chineseCounting", "一百一十"),
        (1001, "chineseCounting", "一千零一"),
        (1010, "chineseCounting", "一千零一十"),
        (20000, "chineseCounting", "二万"),
        (10203, "taiwaneseCounting", "一萬零二百零三"),
        (3999, "upperRoman", "MMMCMXCIX"),
        (0, "decimal", "0"),
        (0, "decimalZero", "00"),
        (0, "lowerLetter", "0"),
        (-3, "upperRoman", "-3"),
        (LARGEST_NUMERAL + 1, "upperRoman", "32768"),
    ],
)
def test_edges(number: int, number_format: str, text: str) -> None:
    assert numeral(number, number_format) == text


@given(st.integers(-(10**9), 10**9), st.sampled_from(sorted(NUMERAL_FORMATS)))
def test_no_number_is_too_large_to_write(number: int, number_format: str) -> None:
    assert 1 <= len(numeral(number, number_format)) <= 60


@pytest.mark.parametrize("number_format", ["upperRoman", "hebrew1", "chineseCounting", "ideographDigital"])
def test_no_two_numbers_are_written_alike(number_format: str) -> None:
    assert len({numeral(number, number_format) for number in range(1, 1000)}) == 999


def test_words_follow_the_language() -> None:
    assert numeral(21, "ordinalText", "fr-FR") == "Vingt et unième"
    assert numeral(12_000, "cardinalText", "en-GB") == "Twelve thousand"
    assert numeral(21, "ordinalText", "de-DE") == "21"
    assert numeral(0, "ordinalText", "en") == "0"


@pytest.mark.parametrize(
    ("number_format", "language", "known"),
    [
        ("decimal", "", True),
        ("none", "", True),
        ("ordinal", "en-US", True),
        ("ordinal", "", False),
        ("ordinalText", "de-DE", False),
        ("thaiLetters", "th-TH", False),
    ],
)
def test_what_is_known_of_a_format(number_format: str, language: str, known: bool) -> None:
    assert is_numeral_known(7, number_format, language) == known
