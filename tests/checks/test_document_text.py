"""The whole text of a document: what is found in a piece does not depend on the one behind it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from reportgen.checks.content import CheckedContent
from reportgen.checks.document_text import DocumentText
from reportgen.tree.inlines import Text
from tests.tools.recognition import language_of


def text_of(*texts: str) -> DocumentText:
    contents = [CheckedContent(f"p{number}", (Text(words),), "a") for number, words in enumerate(texts)]
    document: Any = SimpleNamespace(language="en")
    return DocumentText(document, contents, language_of("en"))


@pytest.mark.parametrize(
    ("pattern", "found"),
    [("b.?$", ["b", "b"]), ("^.", ["a", "c"]), (r"b\s?", ["b", "b"]), ("[^a]{2}", ["cb"]), ("(?=x)|$", [])],
)
def test_a_pattern_is_looked_for_in_each_piece_by_itself(pattern: str, found: list[str]) -> None:
    assert [match.group() for *_, match in text_of("ab", "cb").matches(pattern)] == found


def test_a_document_without_text_has_no_match_and_no_sentence() -> None:
    assert list(text_of().matches("^$")) == []
    assert text_of().sentence_starts == []
