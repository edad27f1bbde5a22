"""The ends of items and of subparagraphs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from reportgen.checks.editorial import list_items
from reportgen.pipeline.build import build_all, checked_edition


def said(tiny: Any, texts: Sequence[str]) -> list[str]:
    parts = ", ".join(f'{{id: s{at}, text: "{text}"}}' for at, text in enumerate(texts))
    tiny.paragraphs(f'- {{id: one, text: "I ask States:", subparagraphs: [{parts}]}}\n- {{id: two, text: Yes.}}\n')
    report = tiny.load()
    edition = checked_edition(tiny.workspace, report, build_all(tiny.workspace, report, ["en"]))
    return [each.message for each in list_items.check(edition)]


@pytest.mark.parametrize(
    "texts",
    [
        ["To go;", "To come;", "To stay."],
        ["To go;", "To come; and", "To stay."],
        ["They go.", "They come.", "They stay."],
    ],
)
def test_subparagraphs_that_end_alike(tiny: Any, texts: Sequence[str]) -> None:
    assert said(tiny, texts) == []


def test_an_item_with_a_stop_among_items_without(tiny: Any) -> None:
    tiny.paragraphs("- {id: one, list: [They go., They come, They sit]}\n")
    report = tiny.load()
    edition = checked_edition(tiny.workspace, report, build_all(tiny.workspace, report, ["en"]))
    assert [each.words for each in list_items.check(edition)] == ["."]


def test_a_subparagraph_that_ends_otherwise(tiny: Any) -> None:
    assert said(tiny, ["To go;", "To come.", "To stay;", "To sit."]) == ["an item ends with '.', the others with ';'"]
