"""Labels in words: what they say in six languages, and what is none."""

from __future__ import annotations

import pytest

from reportgen.readers.captions import Course, caption_number, labelled, source_text, steps_of


@pytest.mark.parametrize(
    ("text", "kind", "label", "number", "rest"),
    [
        ("Table 2\nVisits", "table", "Table 2", "2", "Visits"),
        ("Tableau\u00a03. Visites", "table", "Tableau\u00a03", "3", "Visites"),
        ("Gráfico 1 – Visitas", "figure", "Gráfico 1", "1", "Visitas"),
        ("表2 访问", "table", "表2", "2", "访问"),
        ("Table 2.1: Visits", "table", "Table 2.1", "2.1", "Visits"),
        ("Annex", "annex", "Annex", "", ""),
        ("ANNEX B: Terms", "annex", "ANNEX B", "B", "Terms"),
        ("Annex Methodology", "annex", "Annex", "", "Methodology"),
        ("Приложение IV", "annex", "Приложение IV", "IV", ""),
        ("附件一 用语", "annex", "附件一", "一", "用语"),
        ("المرفق الحادي عشر النص", "annex", "المرفق الحادي عشر", "الحادي عشر", "النص"),
        ("Apéndice II. Letras", "appendix", "Apéndice II", "II", "Letras"),
    ],
)
def test_labels(text: str, kind: str, label: str, number: str, rest: str) -> None:
    found = labelled(text)
    assert found is not None
    assert (found.kind, found.label, found.number, found.rest) == (kind, label, number, rest)


@pytest.mark.parametrize("text", ["Annexes to the report", "Tables 2 and 3", "附件一览表", "A table 2", ""])
def test_what_is_no_label(text: str) -> None:
    assert labelled(text) is None


@pytest.mark.parametrize(
    ("label", "number"), [("Tafel 3", "3"), ("Anhang II", "II"), ("Anhang", ""), ("Box 2 bis", "2 bis")]
)
def test_numbers_of_words_that_nobody_knows(label: str, number: str) -> None:
    assert caption_number(label) == number


@pytest.mark.parametrize(
    ("number", "before", "steps"),
    [("C", 2, (3,)), ("C", 99, (100,)), ("II", 0, (2,)), ("2.1", 0, (2, 1)), ("", 4, (5,)), ("الثالث", 0, (3,)),
     ("十一", 0, (11,)), ("2 bis", 2, ("2 bis",))],
)  # fmt: skip
def test_steps(number: str, before: int, steps: tuple[int | str, ...]) -> None:
    assert steps_of(number, before) == steps


@pytest.mark.parametrize(
    "text", ["Source: a", "Source\u00a0: a", "Fuente: a", "Источник: a", "资料来源：a", "المصدر: a"]
)
def test_sources(text: str) -> None:
    assert source_text(text) == "a"


def test_what_is_no_source() -> None:
    assert source_text("Sources of law: a") is None
    assert source_text("Quelle: a") is None
    assert source_text("Quelle: a", sure=True) == "a"


def test_a_course_counts_every_kind_by_itself() -> None:
    course = Course()
    assert course.captioned("table", "", "t") == (1,)
    assert course.lettered("b") == ("table", 1, 2)
    assert course.captioned("figure", "4", "f") == (4,)
    assert course.captioned("figure", "", "g") == (5,)
    assert course.lettered("?") == ("figure", 5, 1)
    assert course.annexed("annex", "") == ("annex", 1)
    assert course.annexed("appendix", "") == ("annex", 1, "appendix", 1)
    assert course.annexed("annex", "III") == ("annex", 3)
    assert course.annexed("appendix", "") == ("annex", 3, "appendix", 1)
