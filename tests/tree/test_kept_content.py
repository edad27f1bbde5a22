"""Inlines as they are kept: what comes back is what was kept, origins and all."""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportgen import catalogue, pipeline
from reportgen.assemble import assemble
from reportgen.errors import Position
from reportgen.tree.inlines import (
    Bold,
    Content,
    CrossReference,
    Italic,
    Link,
    NoteMark,
    NumberReference,
    PrintedFact,
    Text,
)
from reportgen.tree.kept_content import content_of_kept, kept_content
from reportgen.tree.walk import all_blocks, content_of
from reportgen.workspace import Workspace

CASES = {
    "e-cn.15-2019-9": Workspace.at(),
    "every-block": Workspace.at(Path(__file__).parents[1] / "cases/every-block"),
}


def contents(slug: str) -> Iterator[Content]:
    """Every content of a report in all its languages, as it is assembled."""
    workspace = CASES[slug]
    report = pipeline.load(workspace, slug)
    for tag in pipeline.report_languages(workspace, report):
        own, original = pipeline.language(workspace, tag), pipeline.language(workspace, report.language)
        translation = None if tag == report.language else catalogue.load(workspace, slug, tag)
        document = assemble(report, own, translation, original)
        yield from (content_of(block) for block in all_blocks(document))
        yield from (note.content for note in document.notes)


def fields(value: Any) -> Any:
    """A value with all its fields, also those that do not count for equality."""
    if hasattr(value, "__record_fields__"):
        return type(value), {
            name: fields(getattr(value, name)) for name in value.__record_fields__ if name != "position"
        }
    return tuple(map(fields, value)) if isinstance(value, tuple) else value


@pytest.mark.parametrize("slug", CASES)
def test_every_piece_of_a_report_comes_back(slug: str) -> None:
    found = list(contents(slug))
    assert len(found) > 20
    for content in found:
        data = marshal.loads(marshal.dumps(kept_content(content)))
        assert fields(content_of_kept(data, lambda _: None)) == fields(content)


def test_references_get_the_places_that_they_have_now() -> None:
    content = (CrossReference("para", ("a",), origin=(7, 20), position=Position("old", 1, 1)),)
    [found] = content_of_kept(kept_content(content), lambda offset: Position("new", 2, offset))
    assert isinstance(found, CrossReference)
    assert found.position == Position("new", 2, 7)


def test_emphasis_with_all_that_it_may_hold() -> None:
    inner = (
        Text("a", (2, 3)),
        PrintedFact("n", "count", "3", (Text("three"),), (3, 10)),
        NoteMark("x", origin=(10, 14)),
    )
    content = (Italic((Bold(inner, (1, 15)), Link("https://un.org", (16, 30))), (0, 31)),)
    data = marshal.loads(marshal.dumps(kept_content(content)))
    assert fields(content_of_kept(data, lambda _: None)) == fields(content)


def test_what_is_not_made_when_a_piece_is_assembled_is_not_kept() -> None:
    with pytest.raises(AssertionError):
        kept_content((NumberReference("a", "1"),))
