"""Every kind of block is read back as it was meant, from Word and from Markdown, in every language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reportgen import pipeline
from reportgen.passes.number import number_blocks
from reportgen.passes.references import resolve_references
from reportgen.readers import ReadDocument, read_document
from reportgen.tree.inlines import Bold, Italic, NoteMark, Text
from reportgen.tree.line import Line, lines
from reportgen.tree.nodes import Block, Cell, Document, Heading, LetterNote, ListItem, Quotation, Table
from reportgen.workspace import Workspace

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
FORMATS = ("docx", "md")
CASE = Workspace.at(Path(__file__).parents[1] / "cases" / "every-block")


def read_back(document: Document, format_name: str, folder: Path) -> ReadDocument:
    path = folder / f"report.{format_name}"
    path.write_bytes(pipeline.write(document, format_name))
    return read_document(path, shown="")


def meant(document: Document) -> list[Line]:
    return [
        replace(line, id="" if line.kind == "note" else line.id, label=line.label.rstrip()) for line in lines(document)
    ]


def known(found: ReadDocument) -> list[Line]:
    return [line for line in found.lines() if line.id or line.path]


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_small_report(every: Any, tag: str, format_name: str, tmp_path: Path) -> None:
    document = every.build(tag)
    found = read_back(document, format_name, tmp_path)
    assert known(found) == meant(document)
    assert not [each.line for each in found.blocks if each.typed]


def test_all_kinds_are_in_it(every: Any) -> None:
    assert {line.kind for line in lines(every.build())} == {
        "summary", "contents", "heading", "paragraph", "subparagraph", "plain", "quotation", "item", "box", "table",
        "cell", "figure", "alternative", "source", "letter-note", "annex", "appendix", "note",
    }  # fmt: skip


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_large_report(format_name: str, tmp_path: Path) -> None:
    report = pipeline.load(CASE, "every-block")
    for tag in pipeline.report_languages(CASE, report):
        document = pipeline.build(CASE, report, tag)
        assert known(read_back(document, format_name, tmp_path)) == meant(document)


@pytest.mark.parametrize("format_name", FORMATS)
def test_references_point_to_what_they_say(every: Any, format_name: str, tmp_path: Path) -> None:
    found = read_back(every.build(), format_name, tmp_path)
    references = {each.line.id: [(one.target, one.text) for one in each.references] for each in found.blocks}
    assert references["opening"] == [("visits", "1"), ("advice", "1"), ("terms", "I")]  # the only figure has no number
    assert references["visits/source"] == [("request", "2")]
    note = next(each for each in found.notes if each.line.path == (1,))
    assert [(one.target, one.text) for one in note.references] == [("terms", "I"), ("meaning", "1")]


WORDS = Text("Words")


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize(
    "blocks",
    [
        (Quotation("one", (Italic((WORDS,)),)), Quotation("two", (Text("More"), Bold((WORDS,))))),
        (ListItem("a/1", 1, (WORDS,)), ListItem("b/1", 1, (WORDS,)), ListItem("b/1-1", 2, (WORDS,))),
        (Heading("high", 1, (WORDS,)), ListItem("a/1", 1, (Bold((WORDS,)),))),
    ],
    ids=["quotations", "lists", "bold"],
)
def test_neighbours_stay_apart(
    document_of: Callable, blocks: tuple[Block, ...], format_name: str, tmp_path: Path
) -> None:
    language = pipeline.language(Workspace.at(), "en")
    document = number_blocks(document_of(language, *blocks), language)
    assert known(read_back(document, format_name, tmp_path)) == meant(document)


@pytest.mark.parametrize("format_name", FORMATS)
def test_cells_hold_anything(document_of: Callable, format_name: str, tmp_path: Path) -> None:
    texts = ["|", "a\\", "\\|", "*", "1.\u00a0a", "(a) b", "`|`", "<br>", "- x", "| | |", "§", "---"]
    rows = tuple((Cell(f"t/{row}-1", (Text(text),)), Cell(f"t/{row}-2", ())) for row, text in enumerate(texts, 1))
    heads = (Cell("t/head-1", (Text("Head"), NoteMark("n"))), Cell("t/head-2", (Bold((Text("Bold"),)),)))
    notes = (LetterNote("n", (Text("Note."),)),)
    table = Table("t", (Text("Caption"),), heads, rows, (1, 1), (False, False), total=True, notes=notes)
    language = pipeline.language(Workspace.at(), "en")
    document = resolve_references(number_blocks(document_of(language, table), language), language)
    assert known(read_back(document, format_name, tmp_path)) == meant(document)


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_table_of_many_rows(document_of: Callable, format_name: str, tmp_path: Path) -> None:
    """Some 11,000 cells, each with a bookmark that begins and ends, are no more than a report may have."""
    columns = range(1, 9)
    heads = tuple(Cell(f"t/head-{column}", (Text(f"Head {column}"),)) for column in columns)
    rows = tuple(
        tuple(Cell(f"t/{row}-{column}", (Text(str(row * column)),)) for column in columns) for row in range(1, 1400)
    )
    table = Table("t", (Text("Caption"),), heads, rows, (1,) * 8, (True,) * 8)
    language = pipeline.language(Workspace.at(), "en")
    document = number_blocks(document_of(language, table), language)
    assert known(read_back(document, format_name, tmp_path)) == meant(document)
