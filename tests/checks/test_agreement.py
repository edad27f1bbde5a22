from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reportgen import pipeline

PARAGRAPH = """
    - id: one
      facts: {{n: {{count: {number}}}, length: {{period: 6, unit: month}}}}
      text: "{text}"
"""
CHINESE = "{{ n }}{{ length }}"


def written(text: str, number: int = 60) -> str:
    return PARAGRAPH.format(number=number, text=text.replace('"', '\\"'))


@pytest.mark.parametrize(
    "text",
    [
        "x {{ n }} judges {{ length }}",
        'x {{ n }} judges {{ length | as("half a year", when="6 month") }}',
        'x {{ n | as("sixty", when="60") }} judges {{ length }}',
    ],
)
def test_words_that_hold(findings: Callable[..., list[str]], text: str) -> None:
    assert findings(written(text), {"one": CHINESE}) == []


def test_words_for_another_value(findings: Callable[..., list[str]]) -> None:
    text = 'x {{ n }} judges {{ length | as("half a year", when="5 month") }}'
    assert findings(written(text), {"one": CHINESE}) == [
        "RG045 error en one: the words 'half a year' are for 5 month; the fact 'length' is now 6 month"
    ]


def test_words_that_do_not_say_for_which_value(findings: Callable[..., list[str]]) -> None:
    text = 'x {{ n }} judges {{ length | as("half a year") }}'
    assert findings(written(text), {"one": '{{ n }}{{ length | as("半年") }}'}) == [
        "RG046 error en one: the words 'half a year' for 'length' do not say "
        'for which value\n  hint: add when="6 month"',
        "RG046 error zh one: the words '半年' for 'length' do not say for which value\n  hint: add when=\"6 month\"",
    ]


def test_a_noun_that_is_typed_beside_a_number(findings: Callable[..., list[str]]) -> None:
    assert findings(written("x {{ n }} judges {{ length }}", number=1), {"one": CHINESE}) == [
        "RG047 warning en one: 1 is of the category 'one'; the words beside 'n' may not agree\n  hint: use counted(…)"
    ]


@pytest.mark.parametrize(
    "text",
    [
        'x {{ n | counted(one="one judge", other="# judges") }} {{ length }}',
        'x {{ n }} {{ n | plural(one="judge", other="judges") }} {{ length }}',
        "a {{ n | words }}-judge court {{ length }}",
    ],
)
def test_a_noun_that_follows_its_number(findings: Callable[..., list[str]], text: str) -> None:
    assert findings(written(text, number=1), {"one": CHINESE}) == []


@pytest.mark.parametrize(("noun", "found"), [("судей", 0), ("новых судей", 0), ("судьи", 1), ("новый суд", 1)])
def test_a_noun_that_does_not_go_with_its_number(tiny: Any, noun: str, found: int) -> None:
    tiny.report("language: ru\nsymbol: A/99/1\ntitle: T\nmasthead: {organ: ecosoc}\nsections: [first]\n")
    body = f'{{id: one, facts: {{n: {{count: 315}}}}, text: "Прибыли {{{{ n }}}} {noun}."}}'
    tiny.section(f"id: first\nheading: H\nparagraphs:\n  - {body}\n")
    assert [each.code for each in pipeline.check(tiny.workspace, tiny.load())].count("RG047") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("x (in all: {{ n }}), {{ length }}", 0), ("x ({{ n }}) {{ length }}", 0), ("x ({{ n }} judges) {{ length }}", 1)],
)
def test_a_number_that_stands_alone_has_no_words_that_agree(
    findings: Callable[..., list[str]], text: str, found: int
) -> None:
    said = findings(written(text, number=1), {"one": CHINESE})
    assert len([each for each in said if each.startswith("RG047")]) == found
