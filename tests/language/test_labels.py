from __future__ import annotations

import pytest

from reportgen import language as languages
from reportgen.language import labels
from reportgen.language.language import LabelKind
from reportgen.workspace import Workspace


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "I"), (2, "II"), (3, "III"), (4, "IV"), (5, "V"), (6, "VI"), (8, "VIII"), (9, "IX"), (14, "XIV"),
        (19, "XIX"), (40, "XL"), (49, "XLIX"), (90, "XC"), (400, "CD"), (999, "CMXCIX"), (2019, "MMXIX"),
    ],
)  # fmt: skip
def test_roman(number: int, text: str) -> None:
    assert labels.roman(number) == text


def test_roman_numbers_read_back_as_themselves() -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    for number in range(1, 4000):
        digits = [values[letter] for letter in labels.roman(number)]
        following = [*digits[1:], 0]
        read = sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))
        assert read == number


@pytest.mark.parametrize(
    ("number", "text"), [(1, "a"), (2, "b"), (26, "z"), (27, "aa"), (28, "bb"), (52, "zz"), (53, "aaa")]
)
def test_latin_letters_repeat_after_z_as_in_word(number: int, text: str) -> None:
    assert labels.latin(number) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"), (2, "二"), (6, "六"), (10, "十"), (11, "十一"), (19, "十九"), (20, "二十"), (28, "二十八"),
        (76, "七十六"), (99, "九十九"), (100, "一百"), (101, "一百零一"), (105, "一百零五"), (110, "一百一十"),
        (111, "一百一十一"), (1000, "一千"), (1001, "一千零一"), (1010, "一千零一十"), (1100, "一千一百"),
        (2019, "二千零一十九"), (9009, "九千零九"), (9999, "九千九百九十九"),
    ],
)  # fmt: skip
def test_chinese(number: int, text: str) -> None:
    assert labels.chinese(number) == text


def test_chinese_numbers_up_to_9999_read_back_as_themselves() -> None:
    units = {"千": 1000, "百": 100, "十": 10}
    for number in range(1, 10000):
        read, digit = 0, 0
        for sign in labels.chinese(number):
            if sign in units:
                read, digit = read + (digit or 1) * units[sign], 0
            else:
                digit = "零一二三四五六七八九".index(sign)
        assert read + digit == number


def test_there_is_no_chinese_number_with_two_zeros_in_a_row() -> None:
    assert not [number for number in range(1, 10000) if "零零" in labels.chinese(number)]


@pytest.mark.parametrize(("number", "text"), [(1, "㈠"), (10, "㈩"), (11, "（十一）"), (20, "（二十）")])
def test_parenthesized_chinese(number: int, text: str) -> None:
    assert labels.parenthesized_chinese(number) == text


@pytest.mark.parametrize(
    ("pattern", "number", "text"),
    [
        ("{decimal}.", 41, "41."),
        ("{roman}.", 4, "IV."),
        ("({roman_lower})", 4, "(iv)"),
        ("{latin_upper}.", 2, "B."),
        ("{latin})", 2, "b)"),
        ("{chinese}.", 12, "十二."),
        ("{chinese_parenthesized}", 3, "㈢"),
        ("[{decimal}]", 7, "[7]"),
        ("({letters})", 2, "(ب)"),
        ("{words} -", 1, "أولا -"),
        ("{names} -", 1, "ألف -"),
    ],
)
def test_label_fills_the_pattern(pattern: str, number: int, text: str) -> None:
    assert labels.filled_label(pattern, number, {"letters": ["أ", "ب"], "words": ["أولا"], "names": ["ألف"]}) == text


def test_a_series_that_has_no_more_words_goes_on_in_figures() -> None:
    assert labels.filled_label("{words} -", 3, {"words": ["first", "second"]}) == "3 -"


@pytest.mark.parametrize(
    ("pattern", "text"), [("{decimal}.", "12 bis."), ("({latin})", "(l bis)"), ("{roman}.", "XII bis.")]
)
def test_an_inserted_number_keeps_its_suffix(pattern: str, text: str) -> None:
    assert labels.filled_label(pattern, 12, {}, "bis") == text


@pytest.mark.parametrize(
    ("tag", "kind", "found"),
    [
        ("en", "heading", ["II.", "B.", "2.", "(b)", "(ii)", "b."]),
        ("zh", "heading", ["二.", "B.", "2.", "(b)", "(ii)", "b."]),
        ("en", "subparagraph", ["(b)", "(ii)", "b.", "ii."]),
        ("zh", "subparagraph", ["(b)", "㈡", "b.", "ii."]),
        ("en", "paragraph", ["2."]),
        ("zh", "paragraph", ["2."]),
        ("en", "note", ["2"]),
        ("zh", "note", ["2"]),
        ("en", "table", ["Table 2"]),
        ("fr", "figure", ["Figure\u00a0II"]),
        ("es", "box", ["Recuadro\u00a02"]),
        ("ru", "annex", ["Приложение\u00a0II"]),
        ("zh", "annex", ["附件二"]),
        ("ar", "annex", ["المرفق الثاني"]),
        ("ar", "letter-note", ["ب"]),
    ],
)
def test_labels_of_a_language_by_level(tag: str, kind: LabelKind, found: list[str]) -> None:
    language = languages.load(Workspace.at(), tag)
    assert [language.label(kind, level, 2) for level in range(1, len(found) + 1)] == found


def test_the_number_of_a_label_by_itself() -> None:
    english, arabic = (languages.load(Workspace.at(), tag) for tag in ("en", "ar"))
    assert (english.counter("table", 12), english.counter("annex", 4), arabic.counter("annex", 1)) == (
        "12",
        "IV",
        "الأول",
    )
    assert (english.uncounted("annex"), arabic.uncounted("appendix")) == ("Annex", "التذييل")
