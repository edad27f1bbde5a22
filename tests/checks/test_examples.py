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
from tests.checks.conftest import EXAMPLE_FACTS

_EXAMPLE = re.compile(r"^(Passes|Fails) \((\w+)\): (.+)$", re.MULTILINE)
_NAMES = ("opening", "second", "third", "fourth")
"""Ids of the paragraphs of an example, which ¶ parts."""

_REPORT = f"""\
symbol: A/99/1
title: T
masthead: {{organ: ecosoc}}
{EXAMPLE_FACTS}sections: [first]
"""


def _examples(rules: tuple[ModuleType, ...]) -> Iterator[Any]:
    for rule in rules:
        for number, (verdict, tag, text) in enumerate(_EXAMPLE.findall(rule.__doc__ or "")):
            yield pytest.param(rule, verdict, tag, text, id=f"{rule.__name__.rpartition('.')[2]}-{number}-{tag}")


@pytest.mark.parametrize(("rule", "verdict", "tag", "text"), list(_examples(EDITORIAL)))
def test_an_example_of_a_rule_of_style(rule: ModuleType, verdict: str, tag: str, text: str, tiny: Any) -> None:
    _written(tiny, tag, *(text.strip('"') if "{{" in text else text).split(" ¶ "))
    assert _found(tiny, rule, tag) == (verdict == "Fails")


@pytest.mark.parametrize(("rule", "verdict", "tag", "text"), list(_examples(VERSIONS)))
def test_an_example_of_a_rule_about_versions(rule: ModuleType, verdict: str, tag: str, text: str, tiny: Any) -> None:
    originals, translations = (side.split(" ¶ ") for side in text.partition(" → ")[::2])
    _written(tiny, "en", *originals)
    entries = (
        f'msgctxt "{name}"\nmsgid {_quoted(original)}\nmsgstr {_quoted(translation)}\n'
        for name, original, translation in zip(_NAMES, originals, translations, strict=False)
    )
    if tag != "en":
        tiny.catalogue("\n".join(entries), tag)
    assert _found(tiny, rule, tag) == (verdict == "Fails")


@pytest.mark.parametrize("rule", EDITORIAL, ids=lambda each: each.__name__.rpartition(".")[2])
def test_a_rule_of_style_says_where_it_is_from(rule: ModuleType) -> None:
    assert "\nSource: " in (rule.__doc__ or "")
    assert all(code.source and not code.proof for code in rule.CODES.values())


def test_a_possessive_is_told_as_one(tiny: Any) -> None:
    _written(tiny, "en", "The plan is {{ country }}’s own.")
    found = [each for each in pipeline.check(tiny.workspace, tiny.load()) if each.code == "RG243"]
    assert [each.message for each in found] == ["'’s' stands behind a name that has no possessive"]


def _written(tiny: Any, tag: str, *texts: str) -> None:
    tiny.report(f"language: {tag}\n{_REPORT}")
    paragraphs = "".join(f"  - {_paragraph(name, text)}\n" for name, text in zip(_NAMES, texts, strict=False))
    tiny.section(f"id: first\nheading: H\nparagraphs:\n{paragraphs}")


def _paragraph(name: str, text: str) -> str:
    notes = ", ".join(f"{note}: A note." for note in dict.fromkeys(re.findall(r"\[\^(\w+)\]", text)))
    return f"{{id: {name}, notes: {{{notes}}}, text: {_quoted(text)}}}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _found(tiny: Any, rule: ModuleType, tag: str) -> bool:
    report = tiny.load()
    findings = pipeline.check(tiny.workspace, report)
    return any(each.code in rule.CODES and each.id in _NAMES and each.language == tag for each in findings)
