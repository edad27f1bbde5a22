"""Totals of tables are compared with their rows, where there is something to add up."""

from __future__ import annotations

import pytest

from reportgen import pipeline

NESTED = (
    "[a, 1], [b, 2], [Sub, 3], [c, 4], [d, 5], [Sub, 9], [Region, 12], "
    "[e, 6], [f, 7], [Sub, 13], [g, 8], [h, 9], [Sub, 17], [Region, 30]"
)
BEFORE = (
    "[Region, 12], [Sub, 3], [a, 1], [b, 2], [Sub, 9], [c, 4], [d, 5], "
    "[Region, 30], [Sub, 13], [e, 6], [f, 7], [Sub, 17], [g, 8], [h, 9]"
)


def found(tiny, rows: str, columns: str = "[A, B]", caption: str = "x", facts: str = "{}") -> list[str]:
    tiny.paragraphs(
        f"- id: t\n  facts: {facts}\n  table:\n    caption: {caption}\n    columns: {columns}\n"
        f"    rows: {rows}\n    total: true\n"
    )
    return [str(each) for each in pipeline.check(tiny.workspace, tiny.load()) if each.code == "RG037"]


def test_a_wrong_total(tiny) -> None:
    assert found(tiny, "[[x, 1250], [y, 750], [Total, 2001]]") == [
        "inputs/tiny/sections/first.yaml:9:13: RG037 error t: the total of 'B' is 2,001, and its rows add up to 2,000\n"
        "  hint: write 2000, or correct a row; a column whose last cell is no sum has `sum: false`"
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "[[x, 1], [y, 2], [Total, 3]]",
        "[[x, -1], [y, 2.50], [Total, 1.50]]",
        "[[x, 1], [y, '..'], [Total, 5]]",
        "[[x, 1], [y, null], [Total, 5]]",
        "[[x, 1], [y, '–'], [Total, 5]]",
        "[[x, 1], [y, 2], [Total, '']]",
        "[[x, 1], [y, few], [Total, 5]]",
        "[[x, '007'], [y, 2], [Total, 5]]",
        "[[Total, 5]]",
        "[[a, 1], [b, 2], [Sub, 3], [c, 4], [d, 5], [Sub, 9], [Total, 12]]",
        "[[Sub, 3], [a, 1], [b, 2], [Sub, 9], [c, 4], [d, 5], [Total, 12]]",
        f"[{NESTED}, [Total, 42]]",
        f"[{BEFORE}, [Total, 42]]",
        "[[a, 1], [b, 2], [S, 3], [c, 4], [d, 5], [S, 9], [Region, 12], [e, 6], [f, 7], [S, 13], [Total, 25]]",
        "[[x, 99999999999999999999999999999999], [y, 1], [Total, 100000000000000000000000000000000]]",
    ],
)
def test_nothing_to_say(tiny, rows: str) -> None:
    assert found(tiny, rows) == []


@pytest.mark.parametrize(
    "rows",
    [
        "[[a, 2], [b, 3], [c, 5], [Total, 5]]",
        "[[a, 5], [b, 5], [Total, 5]]",
        "[[a, 1], [b, 2], [Sub, 3], [c, 4], [d, 5], [Sub, 9], [Total, 13]]",
        f"[{NESTED}, [Total, 43]]",
        f"[{NESTED.replace('[Region, 30]', '[Region, 31]')}, [Total, 43]]",
        f"[{NESTED}, [h, 1], [Total, 43]]",
        "[[a, 1], [b, 2], [Sub, 4], [c, 4], [d, 5], [Sub, 9], [Total, 13]]",
        "[[x, 99999999999999999999999999999999], [y, 1], [Total, 100000000000000000000000000000001]]",
    ],
)
def test_a_total_that_only_looks_right(tiny, rows: str) -> None:
    (finding,) = found(tiny, rows)
    assert "RG037 error" in finding


def test_rounded_numbers_are_a_warning(tiny) -> None:
    (finding,) = found(tiny, "[[x, 33.3], [y, 33.3], [z, 33.3], [Total, 100.0]]")
    assert "RG037 warning" in finding
    assert "rounding may explain it" in finding
    (finding,) = found(tiny, "[[x, 33.3], [y, 33.3], [z, 33.3], [Total, 101.0]]")
    assert "RG037 error" in finding


@pytest.mark.parametrize(
    ("columns", "caption"),
    [
        ("[A, {head: B, sum: false}]", "x"),
        ("[A, {head: B, numbers: plain}]", "x"),
        ("[A, 'Share (per cent)']", "x"),
        ("[A, Percentage]", "x"),
        ("[A, 'Share, %']", "x"),
        ("[A, B]", "'Officials (percentage)'"),
    ],
)
def test_columns_that_have_no_sum(tiny, columns: str, caption: str) -> None:
    assert found(tiny, "[[x, 10], [y, 20], [Total, 15]]", columns, caption) == []


@pytest.mark.parametrize(
    ("facts", "right"),
    [
        ("{a: {count: 3}, b: {count: 4}, c: {count: 7}}", True),
        ("{a: {count: 3}, b: {count: 4}, c: {count: 8}}", False),
        ("{a: {money: 3, currency: USD}, b: {money: 4.5, currency: USD}, c: {money: 7.5, currency: USD}}", True),
        ("{a: {money: 3, currency: USD}, b: {money: 4, currency: USD}, c: {money: 8, currency: USD}}", False),
        ("{a: {money: 3, currency: USD}, b: {money: 4, currency: EUR}, c: {money: 8, currency: USD}}", True),
        ("{a: {percent: 3}, b: {percent: 4}, c: {percent: 8}}", True),
    ],
)
def test_facts_in_cells(tiny, facts: str, right: bool) -> None:
    rows = "[[x, '{{ a }}'], [y, '{{ b }}'], [Total, '{{ c }}']]"
    assert bool(found(tiny, rows, facts=facts)) is not right


def test_rows_of_a_csv_file_and_a_language_that_is_not_the_original(tiny) -> None:
    tiny.write("inputs/tiny/x.csv", "A,B,C\nx,1,1\ny,2,2\nTotal,4,3\n")
    tiny.paragraphs("- id: t\n  table: {caption: x, file: x.csv, total: true}\n")
    for tags in (None, ["fr"]):
        said = [str(each) for each in pipeline.check(tiny.workspace, tiny.load(), tags) if each.code == "RG037"]
        assert len(said) == 1
        assert said[0].startswith("inputs/tiny/x.csv:2:1: RG037 error t: the total of 'B'")
