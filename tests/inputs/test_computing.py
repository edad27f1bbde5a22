"""Computed facts and cells of whole reports: what their operands name, what is proved, what is an error and where."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen.errors import ReportgenError
from reportgen.tree.nodes import Table
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, content_of

REPORT = """\
symbol: A/99/1
language: {}
title: x
masthead: {{organ: ecosoc}}
facts: {{all: {{count: 20}}}}
sections: [first]
"""
BLOCKS = """\
- id: kenya
  facts: {trained: {count: 5}, place: {place: KE}, cost: {money: 2500000, currency: USD}}
  text: '{{ trained }}, {{ place }}, {{ cost }}'
- id: malawi
  facts: {trained: {count: 7}, places: {places: [MW, KE]}, cost: {money: 1000000, currency: USD}}
  text: '{{ trained }}, {{ places }}, {{ cost }}'
- id: costs
  table:
    caption: Costs
    columns: [Region, {head: Cost, id: cost, currency: USD, times: 1000}]
    row_ids: [east, west, south, rest, all]
    subtotals: [south]
    total: true
    rows: [[East, 1], [West, 2], [South, 3], [Rest, 4.5], [All, 7.5]]
"""


def printed(tiny: Any, fact: str, tag: str = "en") -> str:
    """What a fact prints in a paragraph behind the blocks above."""
    tiny.report(REPORT.format(tag))
    tiny.paragraphs(BLOCKS + f"- id: p\n  facts: {{n: {fact}}}\n  text: 'x {{{{ n }}}}, {{{{ all }}}}'\n")
    (block,) = (each for each in all_blocks(tiny.build(tag)) if each.id == "p")
    return plain_text(content_of(block)).removeprefix("x ").rpartition(", ")[0].replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("{sum: [kenya/trained, malawi/trained]}", "12"),
        ("{sum: trained, in: [first]}", "12"),
        ("{sum: first/trained}", "12"),
        ("{sum: [first/trained, all]}", "32"),
        ("{difference: [all, kenya/trained]}", "15"),
        ("{difference: [all, kenya/trained, malawi/trained]}", "eight"),
        ("{share: kenya/trained, whole: all}", "25.0 per cent"),
        ("{share: kenya/trained, whole: all, places: 0}", "25 per cent"),
        ("{change: [kenya/trained, malawi/trained], places: 0}", "40 per cent"),
        ("{mean: first/trained}", "six"),
        ("{sum: [kenya/cost, malawi/cost]}", "$3.5 million"),
        ("{sum: costs/cost}", "$7,500"),
        ("{sum: costs/2}", "$7,500"),
        ("{sum: costs/east/cost}", "$1,000"),
        ("{mean: costs/cost}", "$2,500"),
        ("{share: costs/rest/cost, whole: costs/all/cost, places: 0}", "60 per cent"),
        ("{rank: malawi/trained, among: [kenya/trained]}", "first"),
        ("{rank: costs/west/cost, among: costs/cost}", "second"),
        ("{distinct: countries}", "two"),
        ("{distinct: places, in: [first]}", "two"),
        ("{count: 10, qualifier: more_than, computed: {sum: first/trained}}", "10"),
        ("{percent: 60, computed: {share: costs/rest/cost, whole: costs/all/cost}}", "60 per cent"),
        ("{ordinal: 1, computed: {rank: costs/rest/cost, among: costs/cost}}", "first"),
        ("{number: 1.5, qualifier: nearly, computed: {mean: [costs/east/cost, costs/west/cost]}}", None),
    ],
)
def test_operands(tiny: Any, fact: str, text: str | None) -> None:
    if text is None:
        with pytest.raises(ReportgenError):
            printed(tiny, fact)
    else:
        assert printed(tiny, fact) == text


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "$3.5 million"), ("fr", "3,5~millions de dollars"), ("es", "3,5 millones de dólares"),
        ("ru", "3,5~млн~долл. США"), ("zh", "350万美元"), ("ar", "3.5~مليون~دولار"),
    ],
)  # fmt: skip
def test_a_computed_fact_is_printed_like_any_other(tiny: Any, tag: str, text: str) -> None:
    assert printed(tiny, "{sum: [kenya/cost, malawi/cost]}", tag) == text


@pytest.mark.parametrize(
    ("fact", "message"),
    [
        ("{sum: [kenya/cost, all]}",
         "'kenya/cost' is in USD and 'all' in things that are counted\n  hint: compute with values of one unit, and "
         "with numbers instead of percentages"),
        ("{sum: [kenya/traned]}", "there is no fact 'traned' in 'kenya'\n  hint: did you mean 'trained'?"),
        ("{sum: [kenia/trained]}", "there is no block and no section 'kenia'\n  hint: did you mean 'kenya'?"),
        ("{sum: costs/cots}", "the table 'costs' has no column 'cots'\n  hint: did you mean 'cost'?"),
        ("{sum: costs/north/cost}",
         "the table 'costs' has no row 'north'\n  hint: one of: all, east, rest, south, west"),
        ("{sum: costs/1}",
         "the cell costs/east/1 is a text, and no number\n  hint: write 0 for nothing, or name another operand"),
        ("{sum: n}", "it is computed from itself\n  hint: an operand leads back to the fact: take it out"),
        ("{share: costs/cost, whole: all}",
         "'costs/cost' is 3 numbers, and one is wanted\n  hint: write the sum as a fact of its own, or one cell as "
         "table/row/column"),
        ("{distinct: countries, in: [second]}",
         "there is no section 'second'\n  hint: one of: first"),
        ("{count: 20, qualifier: more_than, computed: {sum: first/trained}}",
         "it says more than 20, and what is computed is 12 (5 + 7)\n  hint: write 12, or correct what it is computed "
         "from"),
        ("{count: 13, computed: {sum: first/trained}}",
         "it says 13, and what is computed is 12 (5 + 7)\n  hint: write 12, or correct what it is computed from"),
        ("{count: 3, computed: {distinct: countries}}",
         "it says 3, and what is computed is 2 (KE, MW)\n  hint: write 2, or correct what it is computed from"),
    ],
)  # fmt: skip
def test_what_cannot_be_computed_has_its_place(tiny: Any, fact: str, message: str) -> None:
    with pytest.raises(ReportgenError) as caught:
        printed(tiny, fact)
    place, _, rest = str(caught.value).partition(" ")
    assert place.startswith("inputs/tiny/sections/first.yaml:")
    assert rest == f"'n' cannot be computed: {message}"


@pytest.mark.parametrize(
    ("fact", "message"),
    [
        ("{difference: [a]}", "a difference takes two operands"),
        ("{share: a}", "a share takes one operand and its whole"),
        ("{distinct: cows}", "a distinct takes one of: places"),
        ("{sum: a, whole: b}", "a sum has no 'whole'"),
        ("{rank: a, among: b, places: 1}", "a rank has no 'places'"),
        ("{sum: a, count: 3}", "a fact has one value, not both 'sum' and 'count'"),
    ],
)
def test_the_grammar_is_closed(tiny: Any, fact: str, message: str) -> None:
    with pytest.raises(ReportgenError) as caught:
        printed(tiny, fact)
    assert message in str(caught.value)


COMPUTED = """\
- id: budget
  table:
    caption: Budget
    columns:
      - Region
      - {{head: Approved, id: approved}}
      - {{head: Spent, id: spent}}
      - {{head: Variance, computed: {{difference: [spent, approved]}}}}
      - {{head: Per cent, computed: {{change: [approved, spent]}}, sum: false}}
    total: computed
    rows: {}
"""


def cells(tiny: Any, rows: str) -> list[list[str]]:
    tiny.report(REPORT.format("en"))
    tiny.paragraphs(COMPUTED.format(rows) + "- {id: q, text: '{{ all }}'}\n")
    (table,) = (each for each in tiny.build("en").blocks if isinstance(each, Table))
    return [[plain_text(cell.content) for cell in row] for row in table.rows]


def test_columns_and_totals_are_computed(tiny: Any) -> None:
    found = cells(tiny, "[[X, 10, 12, '', ''], [Y, 20, 19.5, -0.5, ''], [All, '', '', '', '']]")
    assert found == [
        ["X", "10", "12", "2", "20.0"],
        ["Y", "20", "19.5", "(0.5)", "(2.5)"],
        ["All", "30", "31.5", "1.5", "5.0"],
    ]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("[[X, 10, 12, 3, ''], [All, '', '', '', '']]", "the cell budget/1/4 is 3, and what is computed is 2"),
        ("[[X, 10, '', '', ''], [All, '', '', '', '']]",
         "the cell budget/2/3 cannot be computed: the cell budget/1/spent is empty, and no number"),
        ("[[X, 0, 12, '', ''], [All, '', '', '', '']]",
         "the cell budget/1/5 cannot be computed: 'budget/1/approved' is 0, and of nought there is no share"),
    ],
)  # fmt: skip
def test_cells_that_cannot_be_computed_or_say_otherwise(tiny: Any, rows: str, message: str) -> None:
    with pytest.raises(ReportgenError) as caught:
        cells(tiny, rows)
    assert message in str(caught.value)


LEDGER = """\
- id: summary
  facts: {{spent: {{sum: ledger/part/spent, places: 1}}, staff: {{sum: ledger/staff/spent, places: 1}}}}
  table:
    caption: In short
    columns: [Group, {{head: Spent, id: spent}}]
    row_ids: [part, staff, all]
    computed_rows: {{all: {{sum: [part, staff]}}}}
    rows: [[Part, '{{{{ spent }}}}'], [Staff, '{{{{ staff }}}}'], [All, '']]
- id: ledger
  table:
    caption: In full
    columns:
      - Line
      - {{head: Approved, id: approved}}
      - {{head: Spent, id: spent}}
      - {{head: Variance, id: variance, computed: {{difference: [approved, spent]}}}}
      - {{head: Per cent, computed: {{share: variance, whole: approved}}}}
    row_ids: [people, posts, nobody, part, staff, net]
    computed_rows: {{part: {{sum: [posts, nobody]}}, net: {{difference: [part, staff]}}}}
    rows:
      - [People, '', '', '', '']
      - [Posts, 2.5, 3.5, '', '']
      - [Nobody, –, –, –, –]
      - [Part, '', {}, '', '']
      - [Staff, 0.5, 0.3, '', '']
      - [Net, '', '', '', '']
"""


def ledger(tiny: Any, spent: str) -> dict[str, list[list[str]]]:
    tiny.report(REPORT.format("en"))
    tiny.paragraphs(LEDGER.format(spent) + "- {id: q, text: '{{ all }}'}\n")
    tables = [each for each in tiny.build("en").blocks if isinstance(each, Table)]
    return {table.id: [[plain_text(cell.content) for cell in row] for row in table.rows] for table in tables}


def test_rows_are_computed_from_rows_and_keep_their_decimals(tiny: Any) -> None:
    assert ledger(tiny, "''")["ledger"] == [
        ["People", "", "", "", ""],
        ["Posts", "2.5", "3.5", "(1.0)", "(40.0)"],
        ["Nobody", "–", "–", "–", "–"],
        ["Part", "2.5", "3.5", "(1.0)", "(40.0)"],
        ["Staff", "0.5", "0.3", "0.2", "40.0"],
        ["Net", "2.0", "3.2", "(1.2)", "(60.0)"],
    ]


def test_cells_may_be_computed_from_computed_cells_of_a_table_further_down(tiny: Any) -> None:
    assert ledger(tiny, "''")["summary"] == [["Part", "3.5"], ["Staff", "0.3"], ["All", "3.8"]]


@pytest.mark.parametrize(
    ("spent", "message"),
    [
        ("3.6", "the cell ledger/part/3 is 3.6, and what is computed is 3.5"),
        ("–", "the cell ledger/part/3 is –, and what is computed is 3.5"),
    ],
)
def test_a_row_that_is_not_what_is_computed_is_refused(tiny: Any, spent: str, message: str) -> None:
    with pytest.raises(ReportgenError) as caught:
        ledger(tiny, spent)
    assert message in str(caught.value)


def test_a_row_is_computed_of_rows_that_are_there(tiny: Any) -> None:
    tiny.report(REPORT.format("en"))
    tiny.paragraphs(LEDGER.format("''").replace("[posts, nobody]", "[posts, nobdy]") + "- {id: q, text: '{{ all }}'}\n")
    with pytest.raises(ReportgenError) as caught:
        tiny.build("en")
    message = str(caught.value)
    assert "the row 'part' cannot be computed: the table 'ledger' has no row 'nobdy'" in message
    assert "did you mean 'nobody'?" in message


@pytest.mark.parametrize(("places", "text"), [("", "12"), (", places: 1", "12.0"), (", places: 0", "12")])
def test_decimals_that_are_asked_for_are_kept(tiny: Any, places: str, text: str) -> None:
    assert printed(tiny, f"{{sum: first/trained{places}}}") == text


def test_a_computed_count_may_belong_to_a_series(tiny: Any) -> None:
    assert printed(tiny, "{sum: first/trained, series: people}") == "12"
    few = "{difference: [malawi/trained, kenya/trained], series: people}"
    tiny.report(REPORT.format("en"))
    facts = f"{{n: {few}, m: {{count: 40, series: people}}}}"
    tiny.paragraphs(BLOCKS + f"- id: p\n  facts: {facts}\n  text: 'x {{{{ n }}}}, {{{{ m }}}}, {{{{ all }}}}'\n")
    (block,) = (each for each in all_blocks(tiny.build("en")) if each.id == "p")
    assert plain_text(content_of(block)) == "x 2, 40, 20"
