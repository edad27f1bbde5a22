"""What stands beside the numbers that a text prints."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen import pipeline


def codes(tiny: Any, tag: str, text: str) -> list[str]:
    tiny.report(f"language: {tag}\nsymbol: A/99/1\ntitle: T\nmasthead: {{organ: ecosoc}}\nsections: [first]\n")
    facts = [each for each in ("n", "share", "goal", "other") if f"{{{{ {each} " in text]
    kept = ", ".join(f"{name}: {_VALUES[name]}" for name in facts)
    tiny.section(f"id: first\nheading: H\nparagraphs:\n  - {{id: one, facts: {{{kept}}}, text: '{text}'}}\n")
    found = pipeline.check(tiny.workspace, tiny.load())
    return [each.code for each in found if each.code in ("RG073", "RG074")]


_VALUES = {"n": "{count: 29}", "share": "{percent: 29}", "goal": "{sdg: sdg-5}", "other": "{sdg: sdg-16}"}


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "It made {{ n }} per cent of audits."),
        ("fr", "Il a fait {{ n }} pour cent des audits."),
        ("es", "Hizo el {{ n }}% de las auditorías."),
        ("ru", "Это {{ n }} процентов проверок."),
        ("zh", "完成了百分之{{ n }}的审计。"),
        ("ar", "أجري {{ n }} في المائة من عمليات المراجعة."),
    ],
)
def test_a_count_that_is_said_to_be_a_percentage(tiny: Any, tag: str, text: str) -> None:
    assert codes(tiny, tag, text) == ["RG073"]


@pytest.mark.parametrize("text", ["It made {{ n }} audits, {{ share }} of all.", "Of {{ n }}, per cent by per cent."])
def test_a_count_and_a_percentage(tiny: Any, text: str) -> None:
    assert codes(tiny, "en", text) == []


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "It serves target {{ goal }}. The Goals are many."),
        ("fr", "Il sert la cible {{ goal }}."),
        ("ru", "Это способствует решению задачи {{ goal }}."),
        ("ar", "وذلك يخدم الغاية {{ goal }}."),
    ],
)
def test_the_number_of_a_goal_without_the_word(tiny: Any, tag: str, text: str) -> None:
    assert codes(tiny, tag, text) == ["RG074"]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "It serves Goals {{ goal }} and {{ other }}."),
        ("ru", "Это способствует достижению целей {{ goal }} и {{ other }}."),
        ("zh", "这有助于实现目标{{ goal }}。"),
        ("ar", "وذلك يخدم الهدفين {{ goal }} و {{ other }}."),
    ],
)
def test_the_number_of_a_goal_behind_the_word(tiny: Any, tag: str, text: str) -> None:
    assert codes(tiny, tag, text) == []
