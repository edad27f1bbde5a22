from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportgen import pipeline
from reportgen.finding import Finding

PARAGRAPHS = "- {id: one, text: One.}\n- {id: two, text: Others.}"
BOTH = {"one": "一。", "two": "其他。"}


def texts(found: list[Finding]) -> list[str]:
    return [str(each).removeprefix("locales/zh/tiny.po:") for each in found]


def test_a_catalogue_in_full(findings: Callable[..., list[str]]) -> None:
    assert findings(PARAGRAPHS, BOTH) == []


def test_an_entry_that_is_missing_or_empty(findings: Callable[..., list[str]]) -> None:
    assert findings(PARAGRAPHS, {"one": "一。"}) == ["RG041 error zh two: the translation is missing"]
    assert findings(PARAGRAPHS, {**BOTH, "two": ""}) == ["RG041 error zh two: the translation is missing"]


def test_a_source_that_was_reworded_since(findings: Callable[..., list[str]], tiny: Any) -> None:
    assert findings(PARAGRAPHS, BOTH) == []
    tiny.paragraphs(PARAGRAPHS.replace("Others.", "Others of them."))
    found = pipeline.check(tiny.workspace, tiny.load())
    assert texts(found) == ["15:9: RG042 warning zh two: the source has changed since"]


def test_a_paragraph_that_was_moved_is_not_stale(findings: Callable[..., list[str]], tiny: Any) -> None:
    assert findings(PARAGRAPHS, BOTH) == []
    tiny.paragraphs("\n".join(PARAGRAPHS.split("\n")[::-1]))
    assert pipeline.check(tiny.workspace, tiny.load()) == []


def test_an_entry_marked_fuzzy(findings: Callable[..., list[str]], tiny: Any) -> None:
    assert findings(PARAGRAPHS, BOTH) == []
    path = tiny.root / "locales/zh/tiny.po"
    tiny.catalogue(path.read_text("utf-8").replace('msgctxt "two"', '#, fuzzy\nmsgctxt "two"'))
    found = pipeline.check(tiny.workspace, tiny.load())
    assert texts(found) == ["16:9: RG043 warning zh two: the translation is marked fuzzy"]


def test_an_entry_that_belongs_to_nothing(findings: Callable[..., list[str]], tiny: Any) -> None:
    assert findings(PARAGRAPHS, BOTH) == []
    tiny.paragraphs(PARAGRAPHS.split("\n")[0])
    found = pipeline.check(tiny.workspace, tiny.load())
    assert texts(found) == ["15:9: RG044 warning zh two: 'two' is not in the report"]
