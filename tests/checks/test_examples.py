"""Every rule of style and of language versions finds what its docstring says it finds, and nothing in what passes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from reportgen import pipeline
from reportgen.checks.editorial import EDITORIAL
from reportgen.checks.versions import VERSIONS

_EXAMPLE = re.compile(r"^(Passes|Fails) \((\w+)\): (.+)$", re.MULTILINE)
_REPORT = """\
symbol: A/99/1
title: T
masthead: {organ: ecosoc}
facts:
  country: {place: NE}
  few: {count: 7}
  many: {count: 313}
  more: {count: 60, qualifier: more_than}
  share: {percent: 53.1}
  part: {count: 95}
  whole: {count: 179}
  year: {year: 2018}
sections: [first]
"""


def _examples(rules: tuple[ModuleType, ...]) -> Iterator[Any]:
    for rule in rules:
        for number, (verdict, tag, text) in enumerate(_EXAMPLE.findall(rule.__doc__ or "")):
            yield pytest.param(rule, verdict, tag, text, id=f"{rule.__name__.rpartition('.')[2]}-{number}-{tag}")


@pytest.mark.parametrize(("rule", "verdict", "tag", "text"), list(_examples(EDITORIAL)))
def test_an_example_of_a_rule_of_style(rule: ModuleType, verdict: str, tag: str, text: str, tiny: Any) -> None:
    _written(tiny, tag, text.strip('"') if "{{" in text else text)
    assert _found(tiny, rule, tag) == (verdict == "Fails")


@pytest.mark.parametrize(("rule", "verdict", "tag", "text"), list(_examples(VERSIONS)))
def test_an_example_of_a_rule_about_versions(rule: ModuleType, verdict: str, tag: str, text: str, tiny: Any) -> None:
    original, translation = text.split(" → ")
    _written(tiny, "en", original)
    tiny.catalogue(f'msgctxt "opening"\nmsgid {_quoted(original)}\nmsgstr {_quoted(translation)}\n', tag)
    assert _found(tiny, rule, tag) == (verdict == "Fails")


@pytest.mark.parametrize("rule", EDITORIAL, ids=lambda each: each.__name__.rpartition(".")[2])
def test_a_rule_of_style_says_where_it_is_from(rule: ModuleType) -> None:
    assert "\nSource: " in (rule.__doc__ or "")
    assert all(code.source and not code.proof for code in rule.CODES.values())


def _written(tiny: Any, tag: str, text: str) -> None:
    tiny.report(f"language: {tag}\n{_REPORT}")
    notes = ", ".join(f"{name}: A note." for name in dict.fromkeys(re.findall(r"\[\^(\w+)\]", text)))
    body = f"id: opening, notes: {{{notes}}}, text: {_quoted(text)}"
    tiny.section(f"id: first\nheading: H\nparagraphs:\n  - {{{body}}}\n")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _found(tiny: Any, rule: ModuleType, tag: str) -> bool:
    report = tiny.load()
    findings = pipeline.check(tiny.workspace, report)
    return any(each.code in rule.CODES and each.id == "opening" and each.language == tag for each in findings)
