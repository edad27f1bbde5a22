"""CriticMarkup: accepted it is the Markdown of the newer edition, rejected that of the older one."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Deleted, Inserted
from reportgen.tree.walk import plain_blocks
from reportgen.writers.markdown import files_beside
from reportgen.writers.markdown.critic import exchanged, joined_lines, marked
from tests.tools.edited_documents import EDITS
from tests.tools.pictures import png
from tests.tools.two_editions import SIDES, EditionPair, as_read, edited_pair, resolved

TAGS = ("en", "ar", "zh", "fr", "es", "ru")


@pytest.mark.parametrize("kind", EDITS)
def test_our_reader_gets_both_editions(
    kind: str, every_documents: dict[str, tree.Document], real_documents: dict[str, tree.Document], tmp_path: Path
) -> None:
    for seed, tag in enumerate(TAGS):
        pair = edited_pair(real_documents if seed % 2 else every_documents, tag, kind, seed)
        if pair is None:
            continue
        critic = pair.tracked(tmp_path, "md").read_text("utf-8")
        for side in SIDES:
            path = tmp_path / "resolved.md"
            path.write_text(resolved(critic, side), "utf-8")
            assert as_read(path) == as_read(pair.written(side, tmp_path, "md")), (pair.name, side)


def test_marks() -> None:
    assert marked(Inserted, "new") == "{++new++}"
    assert marked(Deleted, "old") == "{--old--}"
    assert marked(None, "both") == "both"
    assert marked(Inserted, "") == ""
    assert exchanged("old", "new") == "{--old--}{++new++}"
    assert exchanged("same", "same") == "same"


def test_lines_take_their_breaks_along() -> None:
    assert joined_lines([(None, "a"), (Inserted, "b"), (None, "c")]) == "a{++\nb++}\nc"
    assert joined_lines([(Deleted, "a"), (None, "b"), (Inserted, "c")]) == "{--a\n--}b{++\nc++}"
    assert joined_lines([(None, "a"), (None, "b")]) == "a\nb"


def test_a_picture_that_was_exchanged_stands_beside_the_new_one(every_documents: dict[str, tree.Document]) -> None:
    document = every_documents["en"]
    blocks = list(plain_blocks(document))
    at = next(index for index, block in enumerate(blocks) if block.id == "chart")
    figure = blocks[at]
    assert isinstance(figure, tree.Figure)
    other = replace(figure.picture, data=png(5, 3))
    blocks[at] = replace(figure, picture=other)
    both = EditionPair("picture", document, replace(document, blocks=tuple(blocks))).both
    assert files_beside(both) == {"tiny/chart.png": other.data, "tiny/chart.was.png": figure.picture.data}
    assert b"(tiny/chart.was.png)--}{++![" in pipeline.write(both, "md")


def test_the_manifest_says_what_changed(every_documents: dict[str, tree.Document]) -> None:
    pair = edited_pair(every_documents, "en", "paragraph in", 3)
    assert pair
    manifest = json.loads(pipeline.write(pair.both, "json"))
    assert manifest["changes"] == {"author": "A. Drafter", "date": "2026-01-02T00:00:00Z", "symbol": "A/99/2"}
    changed = {block["id"]: block for block in manifest["blocks"] if "change" in block}
    assert changed["new-1"]["change"] == "inserted"
    others = {block["change"] for name, block in changed.items() if name != "new-1"}
    assert others <= {"changed"}
    known = ("path", "label", "text")
    same = [block["id"] for block in changed.values() if block.get("was") == {name: block[name] for name in known}]
    assert same == []
    plain = json.loads(pipeline.write(pair.new, "json"))
    assert [block["text"] for block in plain["blocks"]] == [
        block["text"] for block in manifest["blocks"] if block.get("change") != "deleted"
    ]


def test_the_outline_has_a_sign_before_each_line(every_documents: dict[str, tree.Document]) -> None:
    pair = edited_pair(every_documents, "en", "paragraph out", 3)
    assert pair
    first, *lines = pipeline.write(pair.both, "outline").decode().splitlines()
    plain = pipeline.write(pair.new, "outline").decode().splitlines()
    assert [first, *(line[2:] for line in lines if line[0] in " +")] == plain
    assert sum(line.startswith("- ") for line in lines) == 1
