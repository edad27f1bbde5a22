"""Texts as they are compared keep the places of the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.language.recognition.plain import Plain, folded, plain_form

ODD = st.text(st.sampled_from("aé1٣ \u00a0\u200b\u0301\u0640\u064b–’ ёأ\u200f年"), max_size=20)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“Côte d’Ivoire” – 3\u00a0%", '"Côte d\'Ivoire" - 3 %'),
        ("e\u0301te\u0301", "été"),
        ("٣١٣ ３", "313 3"),
        ("ثلاثةً أعوام", "ثلاثة اعوام"),
        ("трёх", "трех"),
        ("a\u200bb\u00ad  c", "ab c"),
    ],
)
def test_what_is_left_out_and_what_is_one_kind(text: str, plain: str) -> None:
    assert Plain(text).text == plain
    assert plain_form(text) == plain


def test_chinese_blanks_beside_figures() -> None:
    assert Plain("2018 年 7 月 in", blanks=False).text == "2018年7月 in"


@given(ODD)
def test_places_grow_and_stay_inside(text: str) -> None:
    plain = Plain(text)
    starts = [plain.start(at) for at in range(len(plain.text))]
    ends = [plain.end(at + 1) for at in range(len(plain.text))]
    assert starts == sorted(starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))


@given(ODD)
def test_folding_moves_nothing(text: str) -> None:
    assert len(folded(text)) == len(text)
