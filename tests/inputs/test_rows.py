"""Tables whose rows stand in a CSV file: separators, heads, quotes, and the place of every cell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.model.blocks import Table
from reportgen.model.cells import Sign
from reportgen.model.written import Wording

CSV = "inputs/tiny/x.csv"
TABLE = "- id: t\n  table:\n    caption: Words\n    file: x.csv\n"


def table(tiny, data: str | bytes, lines: str = "") -> Table:
    tiny.paragraphs(TABLE + lines)
    tiny.write(CSV, data)
    (found,) = tiny.load().all_items()
    assert isinstance(found, Table)
    return found


def texts(found: Table) -> list[list[object]]:
    return [[cell.text if isinstance(cell, Wording | Sign) else cell for _, cell in row] for row in found.cells()]


@pytest.mark.parametrize(
    "data",
    [
        "State,Number\nKenya,12\n",
        "State;Number\nKenya;12\n",
        "State\tNumber\nKenya\t12\n",
        "State,Number\r\nKenya,12\r\n",
        "\ufeffState,Number\nKenya,12\n",
        '"State","Number"\n"Kenya","12"',
        "\n\nState , Number\n\n Kenya , 12 \n,\n\n",
        "\n\nState;Number\nKenya;12\n",
        "State,Number,,\nKenya,12,,\n,,,\n",
        "State,Number\nKenya,12,\n",
    ],
    ids=[
        "commas",
        "semicolons",
        "tabs",
        "Windows",
        "a byte order mark",
        "quotes",
        "blanks and empty rows",
        "semicolons below empty lines",
        "empty columns at the end",
        "a separator at the end of a row",
    ],
)
def test_ways_to_write_the_same_rows(tiny, data: str) -> None:
    found = table(tiny, data)
    assert [column.head.text for _, column in found.heads()] == ["State", "Number"]
    assert texts(found) == [["Kenya", Decimal(12)]]


def test_cells_of_every_kind(tiny) -> None:
    found = table(tiny, 'A,B\n–,"a ""b"", c"\n,"two\nlines"\n-1.50,..\n')
    assert texts(found) == [["–", 'a "b", c'], [None, "two\nlines"], [Decimal("-1.50"), ".."]]


@pytest.mark.parametrize("heads", ['"State, region, ""area""";Number', 'State;"Number, of\nwhom, some, women"'])
def test_separators_inside_quotes_are_not_counted(tiny, heads: str) -> None:
    assert texts(table(tiny, f"{heads}\r\nKenya;12\r\n")) == [["Kenya", Decimal(12)]]


def test_columns_of_the_table_may_stand_empty(tiny) -> None:
    assert texts(table(tiny, "2016,1,\n", "    columns: [Year, Number, Remark]\n")) == [
        [Decimal(2016), Decimal(1), None]
    ]


def test_with_columns_of_the_table_the_first_row_is_a_row(tiny) -> None:
    found = table(tiny, "2016,1\n2017,2\n", "    columns: [{head: Year, numbers: plain}, Number]\n    total: true\n")
    assert [(name, column.head.text, column.numbers) for name, column in found.heads()] == [
        ("t/head-1", "Year", "plain"), ("t/head-2", "Number", "grouped")
    ]  # fmt: skip
    assert texts(found) == [[Decimal(2016), Decimal(1)], [Decimal(2017), Decimal(2)]]
    assert found.table.total


def test_every_cell_knows_its_place(tiny) -> None:
    found = table(tiny, 'A, B\n"x ""y""","z\nz"\n  a ,  a  \na,aa\n"b",\'c\'\n')
    places = [str(cell.position()) for row in found.cells() for _, cell in row if isinstance(cell, Wording)]
    assert [str(column.head.position()) for _, column in found.heads()] == [f"{CSV}:1:1", f"{CSV}:1:4"]
    assert places == [f"{CSV}:{place}" for place in ("2:2", "2:12", "4:3", "4:8", "5:1", "5:3", "6:2", "6:5")]


def test_places_inside_a_cell(tiny) -> None:
    found = table(tiny, 'A\n"""x"" > \ny z"\n')
    (((_, cell),),) = found.cells()
    assert isinstance(cell, Wording)
    assert cell.text == '"x" > \ny z'
    assert [str(cell.position(cell.text.index(word))) for word in ("x", ">", "y", "z")] == [
        f"{CSV}:{place}" for place in ("2:4", "2:8", "3:1", "3:3")
    ]


def test_tables_of_subsections_annexes_and_appendices_have_files_too(tiny) -> None:
    block = "paragraphs: [{id: NAME, table: {caption: x, file: x.csv}}]"
    tiny.write(CSV, "A\n1\n")
    tiny.report("symbol: A/99/1\ntitle: x\nmasthead: {organ: ecosoc}\nsections: [first]\nannexes: [one]\n")
    inner = f"{{id: second, heading: x, {block.replace('NAME', 't-1')}}}"
    tiny.section(f"id: first\nheading: x\nsections: [{inner}]\n")
    appendix = f"{{id: two, heading: x, {block.replace('NAME', 't-3')}}}"
    annex = f"id: one\nheading: x\n{block.replace('NAME', 't-2')}\nappendices: [{appendix}]\n"
    tiny.write("inputs/tiny/annexes/one.yaml", annex)
    found = [item for item in tiny.load().all_items() if isinstance(item, Table)]
    assert [(item.id, texts(item)) for item in found] == [(f"t-{n}", [[Decimal(1)]]) for n in (1, 2, 3)]
