from __future__ import annotations

from collections.abc import Callable

import pytest

FACTS = "{n: {count: 60}, agenda: {instrument: agenda-2030}}"


def paragraph(text: str) -> str:
    return f"- id: one\n  facts: {FACTS}\n  text: >\n    {{{{ n }}}} {{{{ agenda | full }}}} {text}"


CHINESE = "{{ n }}{{ agenda | full }}"


@pytest.mark.parametrize("text", ["", "of para", "<https://undocs.org/A/99/1>"])
def test_no_digit(findings: Callable[..., list[str]], text: str) -> None:
    link = text if text.startswith("<") else ""
    assert findings(paragraph(text), {"one": CHINESE + link}) == []


@pytest.mark.parametrize(
    ("text", "digits"),
    [("in 2018", "2018"), ("*in 2018*", "2018"), ("2,925.5 of", "2,925.5"), ("18/7/2018.", "18/7/2018"), ("x2", "2")],
)
def test_a_digit_in_prose(findings: Callable[..., list[str]], text: str, digits: str) -> None:
    assert findings(paragraph(text), {"one": CHINESE}) == [
        f"RG051 error en para. 1 (one): '{digits}' is typed in prose"
    ]


def test_a_digit_in_a_translation_a_heading_and_a_note(findings: Callable[..., list[str]]) -> None:
    notes = "- id: one\n  text: One.[^n]\n  notes: {n: In 2018.}"
    found = findings(notes, {"one": "1。[^n]", "n": "２年。", "first": "第1节"})
    assert found == [
        "RG051 error en note 1 (n): '2018' is typed in prose",
        "RG051 error zh heading 一 (first): '第1' is typed in prose",
        "RG051 error zh para. 1 (one): '1' is typed in prose",
        "RG051 error zh note 1 (n): '２' is typed in prose",
    ]
