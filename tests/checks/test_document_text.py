"""What was looked for in vain in a text is not looked for again, in no later process either."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from reportgen.checks import document_text
from reportgen.checks.content import CheckedContent
from reportgen.checks.document_text import DocumentText
from reportgen.store.packs import save_packs
from reportgen.tree.inlines import Text
from tests.tools.recognition import language_of


def text_of(words: str) -> DocumentText:
    content = CheckedContent("a", (Text(words),), "a")
    document: Any = SimpleNamespace(language="en")
    return DocumentText(document, [content], language_of("en"))


def test_a_pattern_without_a_match_is_looked_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTGEN_CACHE", str(tmp_path))
    asked: list[object] = []
    compiled = document_text.compiled_pattern

    def counted(pattern: Any) -> Any:
        asked.append(pattern)
        return compiled(pattern)

    monkeypatch.setattr(document_text, "compiled_pattern", counted)
    for _ in range(2):
        assert list(text_of("Two blanks.").matches("[ ]{2}")) == []
        save_packs()
    assert asked == ["[ ]{2}"]
    assert len(list(text_of("Two  blanks.").matches("[ ]{2}"))) == 1
    assert len(asked) == 2
