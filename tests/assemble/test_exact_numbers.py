"""Numbers are printed with every digit that their author wrote, and with one sign where they are negative."""

from __future__ import annotations

import pytest

from reportgen.tree.nodes import Paragraph, Table
from reportgen.tree.text import plain_text
from reportgen.tree.walk import content_of

TAGS = ("en", "fr", "es", "ru", "zh", "ar")
REPORT = "symbol: A/99/1\nlanguage: {}\ntitle: x\nmasthead: {{organ: ecosoc}}\nsections: [first]\n"


def printed(tiny, fact: str, tag: str = "en") -> str:
    tiny.report(REPORT.format(tag))
    tiny.paragraphs(f"- id: p\n  facts: {{n: {fact}}}\n  text: 'x {{{{ n }}}}'\n")
    (paragraph,) = (block for block in tiny.build(tag).blocks if isinstance(block, Paragraph))
    return plain_text(content_of(paragraph)).removeprefix("x ").replace("\u00a0", "~")


def cells(tiny, rows: str, tag: str = "en", column: str = "A") -> list[str]:
    tiny.report(REPORT.format(tag))
    tiny.paragraphs(f"- id: t\n  table:\n    caption: x\n    columns: [{column}]\n{rows}")
    (table,) = (block for block in tiny.build(tag).blocks if isinstance(block, Table))
    return [plain_text(row[0].content).replace("\u00a0", "~") for row in table.rows]


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("{percent: 4.50}", "4.50 per cent"),
        ("{percent: 0.10}", "0.10 per cent"),
        ("{percent: 1e3}", "1,000 per cent"),
        ("{percent: 1.5e3}", "1,500 per cent"),
        ("{percent: 0.0000001}", "0.0000001 per cent"),
        ("{percent: 12345678901234567.25}", "12,345,678,901,234,567.25 per cent"),
        ("{percent: -3.50}", "−3.50 per cent"),
        ("{money: 1e6, currency: USD}", "$1 million"),
        ("{money: 1.5e6, currency: USD}", "$1.5 million"),
        ("{money: 1500000.50, currency: USD}", "$1,500,000.50"),
        ("{money: -999, currency: USD}", "−$999"),
        ("{money: '123456789012345678901234567890.12', currency: USD}",
         "$123,456,789,012,345,678,901,234,567,890.12"),
        ("{range: [-5, 3]}", "−5–3"),
    ],
)  # fmt: skip
def test_a_fact_is_printed_as_it_was_written(tiny, fact: str, text: str) -> None:
    assert printed(tiny, fact) == text


@pytest.mark.parametrize(
    ("tag", "percentage", "amount"),
    [
        ("en", "−1,250.50 per cent", "−$1,250"),
        ("fr", "−1~250,50~%", "−1~250 dollars"),
        ("es", "−1.250,50%", "−1.250 dólares"),
        ("ru", "−1~250,50~процента", "−1~250~долл. США"),
        ("zh", "−1,250.50%", "−1,250美元"),
        ("ar", "\u200e−1~250.50~في المائة", "\u200e−1~250~دولارا"),
    ],
)
def test_one_minus_sign_in_six_languages(tiny, tag: str, percentage: str, amount: str) -> None:
    assert printed(tiny, "{percent: -1250.50}", tag) == percentage
    assert printed(tiny, "{money: -1250, currency: USD}", tag) == amount


LONG = "123456789012345678901234567890"


def test_cells_keep_their_digits(tiny) -> None:
    rows = f"    rows: [[1.10], [-0.50], [2.00], [1e-7], ['0.0000001'], [{LONG}], ['-{LONG}'], [{LONG}.25]]\n"
    found = cells(tiny, rows.replace("1e-7", "1.0e-7"))
    long = "123,456,789,012,345,678,901,234,567,890"
    assert found == ["1.10", "(0.50)", "2.00", "0.00000010", "0.0000001", long, f"({long})", f"{long}.25"]


@pytest.mark.parametrize("tag", TAGS)
def test_thirty_digits_in_a_plain_column(tiny, tag: str) -> None:
    assert cells(tiny, f"    rows: [['{LONG}']]\n", tag, "{head: A, numbers: plain}") == [LONG]


def test_csv_keeps_what_was_written(tiny) -> None:
    tiny.write("inputs/tiny/x.csv", "A\n1.10\n0.0000001\n-1\n")
    tiny.paragraphs("- id: t\n  table: {caption: x, file: x.csv}\n")
    (table,) = (block for block in tiny.build().blocks if isinstance(block, Table))
    assert [plain_text(row[0].content) for row in table.rows] == ["1.10", "0.0000001", "(1)"]
    assert [row[0].content[0].value for row in table.rows] == ["1.10", "0.0000001", "-1"]


@pytest.mark.parametrize("fact", ["{percent: 1e999999999}", "{percent: 1e-80}", "{money: '1e60', currency: USD}"])
def test_a_number_too_long_for_any_report(tiny, fact: str) -> None:
    tiny.paragraphs(f"- id: p\n  facts: {{n: {fact}}}\n  text: 'x {{{{ n }}}}'\n")
    assert "first.yaml:5:" in tiny.refusal()
    assert "a number has at most 60 digits" in tiny.refusal()


def test_a_cell_too_long_for_any_report(tiny) -> None:
    tiny.write("inputs/tiny/x.csv", f"A\n{'9' * 60}\n{'9' * 61}\n")
    tiny.paragraphs("- id: t\n  table: {caption: x, file: x.csv}\n")
    assert tiny.refusal().startswith("inputs/tiny/x.csv:3:1: a number has at most 60 digits")
