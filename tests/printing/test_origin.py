"""Every inline knows the wording that it was made of, through all passes: recovery stands on it."""

from __future__ import annotations

from itertools import groupby

import pytest

from reportgen import catalogue, pipeline
from reportgen.model.report import wordings
from reportgen.tree.inlines import Content
from reportgen.tree.nodes import Document
from reportgen.tree.walk import all_blocks, content_of
from reportgen.workspace import Workspace


def origins(content: Content) -> list[tuple[int, int] | None]:
    """The places in the wording, one for all inlines of a placeholder."""
    return [place for place, _ in groupby(inline.origin for inline in content)]


def wording_of(content: Content, text: str) -> str:
    """The wording put together again from the places that the inlines name."""
    return "".join(text[place[0] : place[1]] for place in origins(content) if place)


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_the_places_of_the_inlines_give_the_whole_wording(language: str, real_documents: dict[str, Document]) -> None:
    workspace = Workspace.at()
    report = pipeline.load(workspace, "e-cn.15-2019-9")
    texts = {name: wording.text for name, wording, _ in wordings(report)}
    if language != "en":
        texts = {name: entry.text for name, entry in catalogue.load(workspace, report.slug, language).entries.items()}
    tried = 0
    for block in all_blocks(real_documents[language]):
        text = texts.get(block.id, "").rstrip("\n").replace("\n", " ")
        if text and content_of(block):
            assert wording_of(content_of(block), text) == text
            tried += 1
    assert tried > 80
