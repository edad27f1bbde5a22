from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reportgen import language as languages
from reportgen import pipeline
from reportgen.workspace import Workspace

WORDS = {
    "more_than": "one of: more than, over",
    "at_least": "one of: at least",
    "nearly": "one of: nearly, almost",
    "about": "one of: about, some, approximately, around",
    "up_to": "one of: up to",
}


def paragraph(text: str, qualifier: str = "more_than") -> str:
    return f"- id: one\n  facts: {{n: {{count: 60, qualifier: {qualifier}}}}}\n  text: >\n    {text}"


CHINESE = {
    "more_than": "超过{{ n }}人", "at_least": "至少{{ n }}人", "nearly": "近{{ n }}人", "about": "约{{ n }}人",
    "up_to": "至多{{ n }}人",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("More than {{ n }} judges", "more_than"),
        ("over {{ n }} judges", "more_than"),
        ("more than *{{ n }}* judges", "more_than"),
        ("at least {{ n }} judges", "at_least"),
        ("almost {{ n }} judges", "nearly"),
        ("some {{ n }} judges", "about"),
        ("{{ n }} judges or about that", "about"),
        ("up to {{ n }} judges", "up_to"),
    ],
)
def test_the_words_stand_beside_the_figure(findings: Callable[..., list[str]], text: str, qualifier: str) -> None:
    assert findings(paragraph(text, qualifier), {"one": CHINESE[qualifier]}) == []


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("The Government trained {{ n }} judges", "more_than"),
        ("The government, moreover, trained {{ n }} judges", "more_than"),
        ("An overall {{ n }} judges", "more_than"),
        ("Sometimes {{ n }} judges", "about"),
        ("At the least {{ n }} judges", "at_least"),
        ("More than once, in the course of a long and eventful year in many places, {{ n }} judges", "more_than"),
        ("*The {{ n }}* judges", "more_than"),
    ],
)
def test_the_words_are_missing(findings: Callable[..., list[str]], text: str, qualifier: str) -> None:
    assert findings(paragraph(text, qualifier), {"one": CHINESE[qualifier]}) == [
        f"RG071 error en para. 1 (one): the words for '{qualifier}' are missing beside the fact 'n'\n"
        f"  hint: {WORDS[qualifier]}"
    ]


def test_the_words_are_missing_in_a_translation(findings: Callable[..., list[str]]) -> None:
    words = languages.load(Workspace.at(), "zh").conventions.qualifiers["more_than"]
    assert findings(paragraph("more than {{ n }} judges"), {"one": "{{ n }}名法官"}) == [
        "RG071 error zh para. 1 (one): the words for 'more_than' are missing beside the fact 'n'\n"
        f"  hint: one of: {', '.join(words)}"
    ]


def test_the_words_are_missing_in_a_note_and_a_subparagraph(findings: Callable[..., list[str]]) -> None:
    text = paragraph("more than {{ n }}[^m]") + "\n  notes: {m: '{{ n }} judges'}"
    text += "\n  subparagraphs: [{id: part, text: 'the {{ n }} judges'}]"
    chinese = {"one": "超过{{ n }}[^m]", "m": "超过{{ n }}", "part": "超过{{ n }}"}
    assert [each.partition(":")[0] for each in findings(text, chinese)] == [
        "RG071 error en para. 1 (a) (part)",
        "RG071 error en note 1 (m)",
    ]


def test_a_fact_of_the_whole_report(tiny: Any) -> None:
    tiny.report(
        "symbol: A/99/1\ntitle: x\nmasthead: {organ: ecosoc}\nsections: [first]\n"
        "facts: {n: {count: 60, qualifier: nearly}}\n"
    )
    tiny.paragraphs("- {id: one, text: 'the {{ n }} judges'}\n- {id: two, text: 'nearly {{ n }} judges'}")
    found = pipeline.check(tiny.workspace, tiny.load())
    assert [str(each).partition("\n")[0] for each in found] == [
        "RG071 error en para. 1 (one): the words for 'nearly' are missing beside the fact 'n'"
    ]
