"""A note of Geneva whose original is French, of facts alone: six languages without a catalogue, French first."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from shutil import copytree

import pytest

from reportgen import pipeline
from reportgen.api import write
from reportgen.tree.inlines import PrintedFact
from reportgen.tree.nodes import Document
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, all_inlines, content_of
from reportgen.workspace import Workspace

CASE = Path(__file__).parent / "cases/geneva-note"
TAGS = ("fr", "ar", "en", "es", "ru", "zh")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, dict[str, Document]]:
    root = tmp_path_factory.mktemp("note")
    copytree(CASE, root / "inputs/geneva-note")
    workspace = Workspace.at(root)
    report = pipeline.load(workspace, "geneva-note")
    return workspace, {tag: pipeline.build(workspace, report, tag) for tag in TAGS}


def figures(document: Document) -> Counter[tuple[str, str, str]]:
    """The facts that each piece prints, whatever the words."""
    return Counter(
        (block.id, each.kind, each.value)
        for block in all_blocks(document)
        for each in all_inlines(content_of(block))
        if isinstance(each, PrintedFact) and each.kind not in ("entity", "topic", "group", "item")
    )


@pytest.mark.parametrize("tag", TAGS)
def test_it_is_whole_in_every_language(built: tuple[Workspace, dict[str, Document]], tag: str) -> None:
    document = built[1][tag]
    assert not any("⟦" in plain_text(content_of(block)) for block in all_blocks(document))
    assert set(figures(document)) == set(figures(built[1]["fr"]))


def test_it_says_which_language_is_the_original(built: tuple[Workspace, dict[str, Document]]) -> None:
    texts = {tag: write(document, "md").decode() for tag, document in built[1].items()}
    assert "Original : français" in texts["fr"] or "Original\u00a0: français" in texts["fr"]
    assert "Original: French" in texts["en"]
    assert "Original: francés" in texts["es"]
    assert all("A/HRC/61/198" in text for text in texts.values())


def test_what_is_computed_is_printed_as_each_language_has_it(built: tuple[Workspace, dict[str, Document]]) -> None:
    def text(tag: str, name: str) -> str:
        return next(plain_text(content_of(each)) for each in all_blocks(built[1][tag]) if each.id == name)

    amounts = [text("fr", f"funds/{number}").replace("\u00a0", " ") for number in (1, 2, 3)]
    assert amounts == ["12,75 millions de dollars", "9 562 500 dollars", "3 187 500 dollars"]
    assert text("fr", "part-spent") == "75,0\u00a0%"
    assert text("en", "funds/3") == "$3,187,500"
    assert text("zh", "funds/1") == "1\u00a0275万美元"


def test_no_rule_finds_an_error(built: tuple[Workspace, dict[str, Document]]) -> None:
    workspace, documents = built
    report = pipeline.load(workspace, "geneva-note")
    found = pipeline.check_documents(workspace, report, documents)
    assert [str(each) for each in found if each.severity == "error"] == []


@pytest.mark.parametrize("tag", TAGS)
def test_word_files_are_written(built: tuple[Workspace, dict[str, Document]], tag: str) -> None:
    assert write(built[1][tag], "docx")[:2] == b"PK"
