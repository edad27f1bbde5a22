from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.readers.numerals import numeral
from reportgen.readers.typed import is_typed_again, label_number, typed_number

FOUND = {
    "12.\tText": ("12.", "Text", "decimal", 12),
    "12. Text": ("12.", "Text", "decimal", 12),
    " 12.\u00a0Text": ("12.", "Text", "decimal", 12),
    "12\tText": ("12", "Text", "decimal", 12),
    "3) Text": ("3)", "Text", "decimal", 3),
    "(3) Text": ("(3)", "Text", "decimal", 3),
    "(a) text": ("(a)", "text", "lowerLetter", 1),
    "b) text": ("b)", "text", "lowerLetter", 2),
    "(aa) text": ("(aa)", "text", "lowerLetter", 27),
    "(iv) text": ("(iv)", "text", "lowerRoman", 4),
    "IV.\tText": ("IV.", "Text", "upperRoman", 4),
    "B.\tText": ("B.", "Text", "upperLetter", 2),
    "б) текст": ("б)", "текст", "russianLower", 2),
    "一. 导言": ("一.", "导言", "chineseCounting", 1),
    "二十一、导言": ("二十一、", "导言", "chineseCounting", 21),
    "（三）案文": ("（三）", "案文", "chineseCounting", 3),
    "㈢ 案文": ("㈢", "案文", "ideographEnclosedCircle", 3),
    "أولا - مقدمة": ("أولا -", "مقدمة", "arabicOrdinal", 1),
    "أولاً- مقدمة": ("أولاً-", "مقدمة", "arabicOrdinal", 1),
    "حادي عشر - نص": ("حادي عشر -", "نص", "arabicOrdinal", 11),
    "باء - أفريقيا": ("باء -", "أفريقيا", "arabicLetterName", 2),
    "41 - نص": ("41 -", "نص", "decimal", 41),
    "٤١ - نص": ("٤١ -", "نص", "decimal", 41),
    "(ه‍) نص": ("(ه‍)", "نص", "arabicAbjad", 5),
    "(هـ) نص": ("(هـ)", "نص", "arabicAbjad", 5),
    "’2‘ نص": ("’2‘", "نص", "decimal", 2),
    "12.19  Table": ("12.19", "Table", "decimal", 19),
    "12  The Committee": ("12", "The Committee", "decimal", 12),
    "IV.  Introduction": ("IV.", "Introduction", "upperRoman", 4),
    "3.1\u2003Budget": ("3.1", "Budget", "decimal", 1),
    "2.1 项目概况": ("2.1", "项目概况", "decimal", 1),
    "2.1项目概况": ("2.1", "项目概况", "decimal", 1),
    "2.3 **资质**": ("2.3", "**资质**", "decimal", 3),
    "1.2 《招标投标法》": ("1.2", "《招标投标法》", "decimal", 2),
    "3.2.11 分包": ("3.2.11", "分包", "decimal", 11),
    "1、项目": ("1、", "项目", "decimal", 1),
    "1.项目": ("1.", "项目", "decimal", 1),
    "2）报价": ("2）", "报价", "decimal", 2),
    "(2)报价": ("(2)", "报价", "decimal", 2),
    "(二)报价": ("(二)", "报价", "chineseCounting", 2),
    "第一章 总则": ("第一章", "总则", "chineseCounting", 1),
    "第十二节\u3000附件": ("第十二节", "附件", "chineseCounting", 12),
    "第3条 费用": ("第3条", "费用", "decimal", 3),
    "第二部分：技术": ("第二部分：", "技术", "chineseCounting", 2),
}


@pytest.mark.parametrize("text", FOUND)
def test_a_number_at_the_beginning(text: str) -> None:
    typed = typed_number(text)
    assert typed is not None
    label, rest, series, value = FOUND[text]
    assert (typed.label, typed.rest) == (label, rest)
    assert (series, value) in typed.readings


@pytest.mark.parametrize(
    "text",
    [
        "Text",
        "",
        "12.",
        "(a)",
        "2018 was a year",
        "2018. A year",
        "12.5 per cent",
        "1.2 Text",
        "10 - 12 May 2019",
        "A. Smith spoke",
        "I. think",
        "(UNODC) said",
        "(see above) it",
        "a word",
        "一、二审法院",
        "一个",
        "نص عادي",
        "1,5 million",
        "2030  Agenda for",
        "1.5  million",
        "2.5 亿元用于",
        "12.5 个百分点",
        "0.5 公里",
        "3.05 美元",
        "第一次会议",
        "第三节课结束后",
        "第一条规定",
        "第一章",
        "2018年",
    ],
)
def test_no_number(text: str) -> None:
    assert typed_number(text) is None


@pytest.mark.parametrize(
    ("text", "label"), [("A. Smith", "A."), ("IV. Text", "IV."), ("1.2 Text", "1.2"), ("3 Text", "3"), ("a. x", "a.")]
)
def test_where_a_number_is_expected_no_tab_is_needed(text: str, label: str) -> None:
    typed = typed_number(text, sure=True)
    assert typed is not None
    assert typed.label == label


@pytest.mark.parametrize("text", ["2030 Agenda and SDG coordination", "2030  Agenda", "1999 to 2019"])
def test_a_year_is_no_number_of_a_heading(text: str) -> None:
    assert typed_number(text, sure=True) is None


def test_a_bare_figure_may_be_a_word_of_the_text() -> None:
    bare = [typed_number(text, sure=True) for text in ("3 Text", "3. Text", "3\tText", "1.2 Text", "(3) Text")]
    assert [typed is not None and typed.bare for typed in bare] == [True, False, False, False, False]


def test_dotted_numbers_have_parents() -> None:
    typed = typed_number("3.1.4. Text")
    assert typed is not None
    assert (typed.parents, typed.step(None)) == ((3, 1), 4)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("41 bis. Text", "41 bis"),
        ("(b bis) text", "2 bis"),
        ("41 ante. Text", "41 ante"),
        ("41 ante ter. Text", "41 ante ter"),
        ("一 bis. 导言", "1 bis"),
        ("41 bis - نص", "41 bis"),
        ("أولا bis - نص", "1 bis"),
    ],
)
def test_numbers_between_two(text: str, step: str) -> None:
    typed = typed_number(text)
    assert typed is not None
    assert typed.step(None) == step


@pytest.mark.parametrize(("before", "value"), [(None, 1), (8, 9), (1, 1), (3, 1)])
def test_i_is_what_goes_on(before: int | None, value: int) -> None:
    typed = typed_number("(i) text")
    assert typed is not None
    assert typed.value(before) == value


@pytest.mark.parametrize(("label", "step"), [("أولا -", 1), ("41 bis.", "41 bis"), ("(b)", 2), ("㈡", 2)])
def test_labels_by_themselves(label: str, step: int | str) -> None:
    typed = label_number(label)
    assert typed is not None
    assert typed.step(None) == step


@pytest.mark.parametrize("label", ["Note:", "Article", "•", ""])
def test_labels_without_a_number(label: str) -> None:
    assert label_number(label) is None


@given(
    st.integers(1, 20),
    st.sampled_from(["upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "russianLower", "arabicAbjad"]),
)
def test_every_numeral_is_read_back(number: int, series: str) -> None:
    typed = typed_number(f"({numeral(number, series)}) x")
    assert typed is not None
    assert (series, number) in typed.readings


@given(st.text(max_size=60))
def test_any_text_is_either_whole_or_without_its_label(text: str) -> None:
    typed = typed_number(text)
    if typed:
        assert typed.rest
        assert "".join(text.split()) == "".join(f"{typed.label}{typed.rest}".split())


@pytest.mark.parametrize(
    ("label", "text", "again"),
    [
        ("37.", "37. In Indonesia", True),
        ("37.", "36. In Indonesia", True),
        ("(b)", "(b) the second", True),
        ("41 -", "41 - نص", True),
        ("一、", "一、导言", True),
        ("37.", "(a) In Indonesia", False),
        ("(a)", "(i) inside", False),
        ("37.", "2018. A year", False),
        ("37.", "In 37. it", False),
        ("Article", "1. one", False),
    ],
)
def test_a_number_that_is_typed_again(label: str, text: str, again: bool) -> None:
    assert is_typed_again(label, text) is again
