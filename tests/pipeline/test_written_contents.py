"""What writers made of contents is found by later runs, and files are the same bytes with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reportgen import pipeline
from reportgen.pipeline import orders
from reportgen.pipeline.written_contents import WrittenContents
from reportgen.store import packs
from reportgen.store.packs import save_packs
from reportgen.tree.inlines import Text
from reportgen.tree.nodes import Document


@pytest.fixture(autouse=True)
def _empty_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTGEN_CACHE", str(tmp_path / "store"))


def in_a_new_process() -> None:
    save_packs()
    packs._opened.clear()


@pytest.mark.parametrize("format_name", ["docx", "md"])
@pytest.mark.parametrize("tag", ["ar", "en", "zh"])
def test_a_file_is_the_same_bytes_with_what_was_kept(
    real_documents: dict[str, Document], tag: str, format_name: str
) -> None:
    document = real_documents[tag]
    alone = pipeline.write(document, format_name)
    for _ in range(2):
        assert pipeline.write(document, format_name, memory=WrittenContents(document, format_name)) == alone
        in_a_new_process()


def test_what_was_made_of_a_content_is_not_made_again(tiny: Any) -> None:
    tiny.paragraphs("- {id: one, text: A plan.}\n")
    document, content = tiny.build(), (Text("A plan."),)
    assert WrittenContents(document, "md").made(content, "key", lambda: "made") == "made"
    in_a_new_process()
    again = WrittenContents(document, "md")
    assert again.made((Text("A plan."),), "key", lambda: "anew") == "made"
    assert again.made(content, "another", lambda: "anew") == "anew"
    assert WrittenContents(document, "docx").made(content, "key", lambda: "anew") == "anew"


def test_only_writers_that_remember_ask_the_store(tiny: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny.paragraphs("- {id: one, text: A plan.}\n")
    asked: list[str] = []
    monkeypatch.setattr(orders, "WrittenContents", lambda _, name: asked.append(name))
    orders.build_report(orders.BuildOrder(str(tiny.root), "tiny", formats=("html", "json", "md", "outline")))
    assert asked == ["md"]
