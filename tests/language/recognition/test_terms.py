"""Terms that hold digits are no figures, in the languages that have them."""

from __future__ import annotations

import pytest

from tests.tools.recognition import language_of, stated_in


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "COVID-19, CO2, the G20, the Group of 77 and Sentinel-1"),
        ("fr", "la COVID-19, le CO2, le G20 et le Groupe des 77"),
        ("es", "la COVID-19, el CO2, el G20 y el Grupo de los 77"),
        ("ru", "COVID-19, СО2 и Группа 77"),
        ("zh", "2019冠状病毒病、77国集团和二十国集团"),
        ("ar", "كوفيد-19 ومجموعة الـ 77"),
    ],
)
def test_terms_are_no_figures(tag: str, text: str) -> None:
    assert language_of(tag).recognizer.numbers(text) == []
    assert [each for each in stated_in(tag, text) if each[1] == "count"] == []


def test_a_figure_beside_a_term_is_one() -> None:
    found = language_of("en").recognizer.numbers("COVID-19 in 19 countries")
    assert [(each.start, each.end) for each in found] == [(12, 14)]
