"""The budget report against its fact sheet: every figure of it stands in every language, in the paragraph or row where
the sheet has it, and nothing is found that is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.model.blocks import Table as WrittenTable
from reportgen.model.blocks import all_subparagraphs
from reportgen.tree.inlines import PrintedFact
from reportgen.tree.nodes import Document, Heading, Paragraph, Table
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, all_inlines, content_of
from reportgen.workspace import Workspace

ROOT = Path(__file__).parents[1]
SHEET = json.loads((ROOT / "tests/facts/a-80-590.json").read_text("utf-8"))
WORKSPACE = Workspace.at(ROOT)
REPORT = pipeline.load(WORKSPACE, "a-80-590")
TAGS = ("ar", "en", "es", "fr", "ru", "zh")
TABLES = {
    "summary_resources": ["resources-in-short"],
    "hr_incumbency": ["incumbency"],
    "financial_resources": ["financial-resources"],
    "balance_trend": ["unencumbered-balance"],
    "cancellation": ["cancellation"],
    "other_revenue": ["other-revenue"],
    "financial_position": ["financial-position"],
    "variance_heads": [
        item.id
        for section in REPORT.sections
        if section.id == "variances"
        for item in section.paragraphs
        if isinstance(item, WrittenTable)
    ],
}


@pytest.fixture(params=TAGS)
def document(request: pytest.FixtureRequest, budget_documents: dict[str, Document]) -> Document:
    return budget_documents[request.param]


def tokens(value: str) -> Iterator[str]:
    """The figures, dates and symbols that a printed value is made of, as the sheet writes them."""
    yield value
    words = value.split()
    for part in (value.removesuffix("%"), *value.split("/"), words[0], words[-1], " ".join(words[1:])):
        yield f"{Decimal(part).normalize():f}" if part.replace(".", "", 1).lstrip("-").isdecimal() else part


def printed(document: Document, names: set[str]) -> set[str]:
    """What the pieces of these names print; numbers of paragraphs that are referred to among it."""
    found: set[str] = set()
    for block in all_blocks(document):
        if block.id in names:
            for inline in all_inlines(content_of(block)):
                if isinstance(inline, PrintedFact):
                    found.update(tokens(inline.value))
            text = plain_text(content_of(block))
            found.update("".join(each if each.isdecimal() else " " for each in text).split())
    return found


def missing(document: Document, names: set[str], wanted: list[str]) -> set[str]:
    return set(wanted) - printed(document, names)


def test_there_are_79_paragraphs_in_order(document: Document) -> None:
    numbers = [block.number.path for block in document.blocks if isinstance(block, Paragraph)]
    assert numbers == [(number,) for number in range(1, 80)]


def test_headings_have_the_paragraphs_of_the_sheet(document: Document) -> None:
    rows: list[list[int | None]] = []
    still_open: list[tuple[int, list[int | None]]] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            still_open = [each for each in still_open if each[0] < block.level]
            row: list[int | None] = [block.level, None, None]
            rows.append(row)
            still_open.append((block.level, row))
        elif isinstance(block, Paragraph):
            for _, row in still_open:
                row[1] = row[1] or block.number.path[0]
                row[2] = block.number.path[0]
    assert rows == [[level, first, last] for _, level, first, last in SHEET["sections"]]


@pytest.mark.parametrize("number", range(1, 80))
def test_a_paragraph_prints_the_figures_of_the_sheet(document: Document, number: int) -> None:
    name = next(each.id for each in document.blocks if isinstance(each, Paragraph) and each.number.path == (number,))
    written = next(item for item in REPORT.all_items() if item.id == name)
    names = {name, *(part.id for _, part in all_subparagraphs(written))}
    assert not missing(document, names, SHEET["paragraphs"][str(number)])


def test_the_summary_prints_the_figures_of_the_sheet(document: Document) -> None:
    assert REPORT.summary is not None
    for paragraph, wanted in zip(REPORT.summary.paragraphs, SHEET["summary"], strict=True):
        assert not missing(document, {paragraph.id}, wanted), paragraph.id


def test_notes_print_the_figures_of_the_sheet(document: Document) -> None:
    for name, wanted in SHEET["notes"].items():
        assert not missing(document, {name}, wanted), name
    assert not missing(document, {"expected-accomplishment"}, SHEET["accomplishment"])


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_of_the_numeric_tables_is_that_of_the_sheet(document: Document, name: str) -> None:
    found = [row for table in TABLES[name] for row in numbers(document, table) if any(cell != "" for cell in row)]
    assert found == [[None if cell is None else Decimal(cell) for cell in row] for row in SHEET["tables"][name]]


def numbers(document: Document, name: str) -> Iterator[list[Decimal | str | None]]:
    """The cells of a table behind the labels: numbers, None for a dash or for one empty cell among figures."""
    table = next(each for each in document.blocks if isinstance(each, Table) and each.id == name)
    for row in table.rows:
        cells = [figure(plain_text(cell.content), cell.content) for cell in row[1:]]
        yield cells if all(cell == "" for cell in cells) else [None if cell == "" else cell for cell in cells]


def figure(text: str, content: object) -> Decimal | str | None:
    for inline in content if isinstance(content, tuple) else ():
        if isinstance(inline, PrintedFact):
            return Decimal(inline.value)
    return None if text == "–" else text


@pytest.mark.parametrize(
    ("name", "sheet"),
    [
        ("indicators", "indicators"),
        ("outputs", "outputs"),
        ("assembly-requests", "vii_a"),
        ("proposed-requests", "vii_b1"),
        ("performance-requests", "vii_b2"),
    ],
)
def test_rows_of_words_print_the_figures_of_the_sheet(document: Document, name: str, sheet: str) -> None:
    for names, wanted in zip(row_groups(document, name), SHEET[sheet], strict=True):
        assert not missing(document, names, wanted), sorted(names)[0]


def row_groups(document: Document, name: str) -> list[set[str]]:
    """The cells of the rows that belong together: one with a text in front, and those behind it that have none."""
    table = next(each for each in document.blocks if isinstance(each, Table) and each.id == name)
    groups: list[set[str]] = []
    for row in table.rows:
        texts = [plain_text(cell.content) for cell in row]
        if not any(texts[1:]):  # the heading of a group of outputs
            continue
        if texts[0]:
            groups.append(set())
        groups[-1].update(cell.id for cell in row)
    return groups


def test_outputs_were_completed_as_the_sheet_says(budget_documents: dict[str, Document]) -> None:
    document = budget_documents["en"]
    table = next(each for each in document.blocks if isinstance(each, Table) and each.id == "outputs")
    found = [
        [plain_text(row[1].content) for row in table.rows if row[1].id in names]
        for names in row_groups(document, table.id)
    ]
    assert [[each for each in group if each] for group in found] == SHEET["completed"]


def test_no_rule_finds_an_error_in_any_language(budget_documents: dict[str, Document]) -> None:
    found = pipeline.check_documents(WORKSPACE, REPORT, budget_documents)
    assert [str(finding) for finding in found if finding.severity == "error"] == []
