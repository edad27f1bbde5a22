"""Every finding says where: the line of the catalogue, or of the report where there is no text yet; and what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportgen import pipeline

PARAGRAPHS = "- id: one\n  text: There were 5 of them.\n- id: two\n  text: There were some.\n"


def test_every_finding_has_a_place_and_a_hint(tiny: Any, write: Callable[..., None]) -> None:
    write(PARAGRAPHS, {"one": "有5个。"})
    found = pipeline.check(tiny.workspace, tiny.load())
    assert {(each.code, each.language, str(each.position)) for each in found} >= {
        ("RG051", "en", "inputs/tiny/sections/first.yaml:5:22"),
        ("RG051", "zh", "locales/zh/tiny.po:11:10"),
        ("RG041", "zh", "inputs/tiny/sections/first.yaml:7:11"),
    }
    assert all(each.position and each.position.line and each.hint for each in found)


def test_a_finding_about_a_placeholder_stands_at_it(tiny: Any, write: Callable[..., None]) -> None:
    text = '{{ length | as("half a year") }} and {{ length }}'
    write(f"- id: one\n  facts: {{length: {{period: 6, unit: month}}}}\n  text: '{text}'\n", {"one": text})
    found = [each for each in pipeline.check(tiny.workspace, tiny.load()) if each.code == "RG046"]
    assert [str(each.position) for each in found] == ["inputs/tiny/sections/first.yaml:6:12", "locales/zh/tiny.po:11:9"]
