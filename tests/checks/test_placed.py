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
