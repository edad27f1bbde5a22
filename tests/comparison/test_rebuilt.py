"""An older edition made a tree again prints what it printed, from its pieces and from the files that were sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.comparison.merged_documents import merged
from reportgen.comparison.older import OlderEdition, OlderPiece, of_printed
from reportgen.comparison.rebuilt import rebuilt
from reportgen.passes.contents import list_contents
from reportgen.pipeline.older import of_file
from reportgen.readers import read_document
from reportgen.tree import nodes as tree
from reportgen.tree.editions import each_block
from reportgen.tree.inlines import NoteMark, Text
from reportgen.tree.printed import printed_pieces
from tests.tools.two_editions import AUTHOR, DATE, as_printed

TAGS = ("en", "ar", "zh", "fr", "es", "ru")
Documents = dict[str, tree.Document]


@pytest.mark.parametrize("tag", TAGS)
def test_printed_pieces_give_the_document(tag: str, every_documents: Documents, real_documents: Documents) -> None:
    for documents in (every_documents, real_documents):
        document = documents[tag]
        found = list_contents(rebuilt(of_printed(printed_pieces(document)), document))
        assert as_printed(found) == as_printed(document)


@pytest.mark.parametrize("kind", ["docx", "md"])
@pytest.mark.parametrize("tag", TAGS)
def test_a_file_of_ours_has_no_changes(
    tag: str, kind: str, every_documents: Documents, real_documents: Documents, tmp_path: Path
) -> None:
    for documents in (every_documents, real_documents):
        document = documents[tag]
        path = tmp_path / f"sent.{kind}"
        path.write_bytes(pipeline.write(document, kind))
        older = of_file(read_document(path), document)
        both = merged(list_contents(rebuilt(older, document)), document, AUTHOR, DATE, sure=older.sure)
        assert [block.id for edition, block in each_block(both) if edition] == []
        assert pipeline.write(both, "md") == pipeline.write(document, "md")


def test_what_pieces_do_not_say_is_that_of_the_newer_edition(every_documents: Documents) -> None:
    document = every_documents["en"]
    found = {block.id: block for _, block in each_block(rebuilt(of_printed(printed_pieces(document)), document))}
    wanted = {block.id: block for _, block in each_block(document)}
    for name in ("visits", "chart", "request", "lands/1-1-1", "advice"):
        one, other = found[name], wanted[name]
        assert type(one) is type(other)
        for attribute in ("shares", "numeric", "total", "picture", "width", "recommendation", "level"):
            assert getattr(one, attribute, None) == getattr(other, attribute, None), (name, attribute)


def piece(kind: str, text: str, name: str = "", **more: object) -> OlderPiece:
    return OlderPiece(name, kind, (), "", (Text(text),), **more)  # type: ignore[arg-type]


def test_pieces_without_ids_get_some(every_documents: Documents) -> None:
    older = OlderEdition(
        "A/1", (piece("plain", "a"), piece("plain", "b"), piece("plain", "c", "x"), piece("plain", "d", "x"))
    )
    names = [block.id for _, block in each_block(rebuilt(older, every_documents["en"]))]
    assert names == ["_1", "_2", "x", "_4"]


def test_cells_without_ids_stand_where_they_stood(every_documents: Documents) -> None:
    cells = (
        piece("cell", "Head", cell=(0, 1)), piece("cell", "More", cell=(0, 2)), piece("cell", "3", cell=(2, 2))
    )  # fmt: skip
    older = OlderEdition("A/1", (piece("table", "Caption"), *cells, piece("plain", "behind")))
    table, behind = rebuilt(older, every_documents["en"]).blocks
    assert isinstance(table, tree.Table)
    assert [[bool(cell.content) for cell in row] for row in (table.heads, *table.rows)] == [
        [True, True], [False, False], [False, True],
    ]  # fmt: skip
    assert isinstance(behind, tree.PlainParagraph)


def test_a_mark_of_no_note_is_text(every_documents: Documents) -> None:
    marked = OlderPiece("x", "plain", (), "", (Text("a"), NoteMark("none", "7")))
    [block] = rebuilt(OlderEdition("A/1", (marked,)), every_documents["en"]).blocks
    assert isinstance(block, tree.PlainParagraph)
    assert block.content == (Text("a"), Text("7"))


def test_a_figure_that_nobody_kept_shows_nothing(every_documents: Documents) -> None:
    older = OlderEdition("A/1", (piece("figure", "Caption", "gone"), piece("alternative", "A chart")))
    [figure] = rebuilt(older, every_documents["en"]).blocks
    assert isinstance(figure, tree.Figure)
    assert figure.picture.size == (1, 1)
    assert figure.alternative.content == (Text("A chart"),)
