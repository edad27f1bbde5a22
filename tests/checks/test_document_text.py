"""The whole text of a document: what is found in a piece does not depend on the one behind it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from reportgen.checks.content import CheckedContent
from reportgen.checks.document_text import DocumentText
from reportgen.tree.inlines import Content, PrintedFact, Text
from tests.tools.recognition import language_of


def text_of(*texts: str | Content) -> DocumentText:
    pieces = [(Text(each),) if isinstance(each, str) else each for each in texts]
    contents = [CheckedContent(f"p{number}", piece, "a") for number, piece in enumerate(pieces)]
    document: Any = SimpleNamespace(language="en")
    return DocumentText(document, contents, language_of("en"))


@pytest.mark.parametrize(
    ("pattern", "found"),
    [("b.?$", ["b", "b"]), ("^.", ["a", "c"]), (r"b\s?", ["b", "b"]), ("[^a]{2}", ["cb"]), ("(?=x)|$", [])],
)
def test_a_pattern_is_looked_for_in_each_piece_by_itself(pattern: str, found: list[str]) -> None:
    assert [match.group() for *_, match in text_of("ab", "cb").matches(pattern)] == found


def test_a_pattern_about_an_edge_sees_no_edge_of_another_piece() -> None:
    piece = Text("In "), PrintedFact("s", "place", "BS", (Text("the Bahamas"),))
    assert list(text_of(piece, piece).edge_matches(r"\|the Bahamas(?=\s)")) == []


def test_a_document_without_text_has_no_match_and_no_sentence() -> None:
    assert list(text_of().matches("^$")) == []
    assert text_of().sentence_starts == []


@pytest.mark.parametrize(
    ("before", "behind", "found"),
    [
        ("A plan of ", "’", [(21, "’")]),
        ("A a|b of ", "’s own.", [(20, "’s")]),
        ("A plan of a|’s in ", ".", []),
    ],
)
def test_a_pattern_about_an_edge_is_looked_for_there_alone(
    before: str, behind: str, found: list[tuple[int, str]]
) -> None:
    name = PrintedFact("s", "place", "BS", (Text("the Bahamas"),))
    # Twice, since what stands at an edge must not depend on the edge of another piece.
    text = text_of(*2 * [(Text(before), name, Text(behind))])
    matches = [
        (start, content.text[start:end])
        for pattern in text.style.possessives
        for content, start, end, _ in text.edge_matches(pattern)
    ]
    assert matches == [each for each in found for _ in range(2)]
