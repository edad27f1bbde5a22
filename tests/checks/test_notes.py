from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reportgen import pipeline

NOTE = "\n  notes: {n: A note.}"


@pytest.mark.parametrize("text", ["One.[^n]", "One,[^n] more.", "One[^n] more.", "One”[^n] more."])
def test_a_mark_behind_the_punctuation(findings: Callable[..., list[str]], text: str) -> None:
    assert findings(f"- id: one\n  text: '{text}'{NOTE}", {"one": "一。[^n]", "n": "注。"}) == []


@pytest.mark.parametrize(("text", "sign"), [("One[^n].", "."), ("One[^n], more.", ","), ("One[^n]; more.", ";")])
def test_a_mark_before_the_punctuation_in_english(findings: Callable[..., list[str]], text: str, sign: str) -> None:
    assert findings(f"- id: one\n  text: '{text}'{NOTE}", {"one": "一。[^n]", "n": "注。"}) == [
        f"RG081 warning en para. 1 (one): the mark of note 'n' stands before '{sign}'\n  hint: put it after it"
    ]


def test_a_mark_before_the_punctuation_in_chinese(findings: Callable[..., list[str]]) -> None:
    assert findings(f"- id: one\n  text: One.[^n]{NOTE}", {"one": "一[^n]。", "n": "注。"}) == [
        "RG081 warning zh para. 1 (one): the mark of note 'n' stands before '。'\n  hint: put it after it"
    ]


def test_a_language_where_the_mark_stands_before(invented: Any) -> None:
    invented.report("symbol: A/99/1\nlanguage: xx\ntitle: x\nmasthead: {organ: ecosoc}\nsections: [first]\n")
    invented.paragraphs("- id: one\n  text: 'Uno.[^n] Otros[^m].'\n  notes: {n: a, m: b}")
    found = pipeline.check(invented.workspace, invented.load())
    assert [str(each) for each in found] == [
        "inputs/tiny/sections/first.yaml:5:12: RG081 warning xx para. 1 (one): the mark of note 'n' stands after '.'\n"
        "  hint: put it before it"
    ]
