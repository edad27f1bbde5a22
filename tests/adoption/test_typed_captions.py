"""A label without a style is a caption where a table follows, with one line of words between them at most."""

from __future__ import annotations

import pytest

from reportgen.adoption.typed_captions import with_typed_captions
from reportgen.readers import ReadDocument, ReadLine
from reportgen.tree.inlines import Bold, Text
from reportgen.tree.line import Line
from reportgen.tree.text import plain_text


def _line(text: str, cell: tuple[int, int] | None = None) -> ReadLine:
    kind = "cell" if cell else "plain"
    return ReadLine(
        Line("", kind, (), "", text), content=(Bold((Text(text),)),), cell=cell, place="table" if cell else "body"
    )


def _document(*texts: str, table: bool = True) -> ReadDocument:
    cells = [_line("Staff", (0, 1)), _line("12", (0, 2))] if table else []
    return ReadDocument("a.docx", "accepted", (*map(_line, texts), *cells))


@pytest.mark.parametrize(
    ("texts", "label", "rest"),
    [
        (("Table 2", "Requirements"), "Table 2", ""),
        (("Table 2. Requirements",), "Table 2", "Requirements"),
        (("Tableau 2", "Ressources"), "Tableau 2", ""),
        (("表2：资源",), "表2", "资源"),
    ],
)
def test_a_label_above_a_table_is_its_caption(texts: tuple[str, ...], label: str, rest: str) -> None:
    line = with_typed_captions(_document(*texts)).blocks[0]
    assert (line.line.kind, line.line.path, line.line.label, line.line.text) == ("table", (2,), label, rest)
    assert plain_text(line.content) == rest


@pytest.mark.parametrize("texts", [("Table 2", "One line.", "Another one."), ("Tables follow",), ("Table 2",)])
def test_other_texts_stay_as_they_are(texts: tuple[str, ...]) -> None:
    document = _document(*texts)
    assert with_typed_captions(document) == document


def test_without_a_table_there_is_no_caption() -> None:
    document = _document("Table 2 shows all", table=False)
    assert with_typed_captions(document) is document
