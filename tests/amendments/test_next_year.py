"""Next year's report: what is moved on by a year, what is taken out, and what has to be confirmed."""

from __future__ import annotations

import pytest

from reportgen.amendments.carried import unconfirmed
from reportgen.amendments.next_year import next_years_files
from reportgen.errors import ReportgenError

FIRST = """\
symbol: E/CN.15/2019/9
language: en
title: A small report
masthead:
  organ: ecosoc
  date: {date: 2019-03-01}
  late: true
  session: 28       # of the Commission
  meeting: {place: vienna, dates: {date: 2019-05-20, to: 2019-05-24}}
  agenda: {item: 7, note: {symbol: E/CN.15/2019/1}}
  job_numbers: {en: V.19-01519}
facts:
  year: {year: 2018}
length: {words: 9000, why: granted}
sections: [first]
"""


@pytest.fixture
def moved(tiny):
    """Next year's first file of a text, and what is to be confirmed in it."""

    def next_year(first: str = FIRST, symbol: str = "") -> tuple[str, list[str]]:
        path = tiny.report(first)
        for name, data in next_years_files(tiny.load(), path.read_bytes(), symbol).items():
            tiny.write(f"inputs/tiny/{name}", data)
        return path.read_text("utf-8"), [f"{each.key} {each.said}" for each in unconfirmed(tiny.load())]

    return next_year


def test_what_is_of_a_year_moves_on_and_what_is_of_a_day_goes(moved) -> None:
    text, waiting = moved()
    assert text == (
        "symbol: E/CN.15/2020/9\nlanguage: en\ntitle: A small report\nmasthead:\n  organ: ecosoc\n"
        "  session: 29       # of the Commission\n"
        "  meeting: {place: vienna, dates: {date: 2020-05-20, to: 2020-05-24}}\n"
        "  agenda: {item: 7, note: {symbol: E/CN.15/2020/1}}\n"
        "facts:\n  year: {year: 2019}\nsections: [first]\n"
    )
    assert waiting == [
        "masthead/symbol E/CN.15/2020/9",
        "masthead/session 29",
        "masthead/meeting vienna, 2020-05-20/2020-05-24",
        "masthead/agenda 7, E/CN.15/2020/1",
        "report/year 2019",
    ]


def test_a_symbol_that_was_given_is_confirmed(moved) -> None:
    text, waiting = moved(symbol="E/CN.15/2020/4")
    assert text.startswith("symbol: E/CN.15/2020/4\n")
    assert "masthead/symbol" not in " ".join(waiting)


@pytest.mark.parametrize(
    ("symbol", "session", "expected"),
    [
        ("A/80/590", 80, "A/81/590"),
        ("A/80/590/Rev.1", 80, "A/81/590"),
        ("A/80/590*", 80, "A/81/590"),
        ("A/80/7", "{number: 80, kind: resumed}", "A/80/7"),
        ("A/HRC/55/12", 55, "A/HRC/56/12"),
        ("S/2026/7", None, "S/2027/7"),
        ("E/CN.15/2019/9/Add.1", 28, "E/CN.15/2020/9"),
        ("ST/SGB/12", None, "ST/SGB/12"),
    ],
)
def test_the_symbol_of_the_series(moved, symbol: str, session: int | None, expected: str) -> None:
    line = f"masthead: {{organ: ecosoc, session: {session}}}" if session else "masthead: {organ: ecosoc}"
    text, _ = moved(f"symbol: {symbol}\ntitle: A report\n{line}\nsections: [first]\n")
    assert text.startswith(f"symbol: {expected}\n")


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("{date: 2024-02-29}", "{date: 2025-02-28}"),
        ("{date: 2023-02-28}", "{date: 2024-02-28}"),
        ("{date: 2018-01, to: 2018-12}", "{date: 2019-01, to: 2019-12}"),
        ("{year: 1999}", "{year: 2000}"),
    ],
)
def test_the_reporting_period_moves_on(moved, fact: str, expected: str) -> None:
    text, _ = moved(FIRST.replace("{year: 2018}", fact))
    assert f"  year: {expected}\n" in text


@pytest.mark.parametrize(
    ("before", "after"), [("2024/25", "2025/26"), ("1998/99", "1999/00"), ("2024/2025", "2025/2026")]
)
def test_a_financial_year_that_is_the_reporting_period(moved, before: str, after: str) -> None:
    first = FIRST.replace("year: {year: 2018}", f"year: {{fiscal_year: {before}}}")
    text, waiting = moved(first.replace("sections:", "reporting_period: year\nsections:"))
    assert f"  year: {{fiscal_year: {after}}}\n" in text
    assert waiting[-1].startswith("report/year ")


def test_where_two_facts_may_be_the_period_none_moves(moved) -> None:
    text, waiting = moved(FIRST.replace("  year: {year: 2018}\n", "  first: {year: 2018}\n  second: {year: 2017}\n"))
    assert "first: {year: 2018}\n  second: {year: 2017}" in text
    assert waiting[-2:] == ["report/first 2018", "report/second 2017"]


BLOCKS = """
- id: training
  facts:
    trained: {count: 313, qualifier: more_than}
    women: {count: 100}
    both: {sum: [trained-exact, women]}
    trained-exact: {count: 5}
  text: "{{ trained }}, {{ women }}, {{ both }}, {{ others }}."
""".replace("trained-exact", "others")

TABLE = """
- id: visits
  table:
    caption: Visits
    columns: [Region, Visits]
    rows:
      - [Africa, 12]
      - [Asia, 8]
      - [Europe, none]
"""


def test_a_value_that_was_changed_is_confirmed_by_that(moved, tiny) -> None:
    tiny.paragraphs(BLOCKS)
    _, waiting = moved()
    # What is computed follows the others.
    assert waiting[-3:] == ["training/trained 313", "training/women 100", "training/others 5"]
    tiny.paragraphs(
        BLOCKS.replace("count: 313, qualifier: more_than", "count: 313").replace("count: 100", "count: 101")
    )
    assert [each.key for each in unconfirmed(tiny.load())][-1] == "training/others"
    assert "training/trained" not in [each.key for each in unconfirmed(tiny.load())]


def test_rows_of_tables_are_counted(moved, tiny) -> None:
    tiny.paragraphs(TABLE)
    _, waiting = moved()
    assert waiting[-1] == "visits 2 of 2 rows"
    tiny.paragraphs(TABLE.replace("12", "13"))
    assert [each.said for each in unconfirmed(tiny.load())][-1] == "1 of 2 rows"
    tiny.paragraphs(TABLE.replace("12", "13").replace("8", "9"))
    assert [each.key for each in unconfirmed(tiny.load())][-1] == "report/year"


def test_a_file_that_is_wrong_is_told_with_its_place(moved, tiny) -> None:
    moved()
    tiny.write("inputs/tiny/carried-over.yaml", "report: tiny\nfacts:\n  training:\n    trained: {count: many}\n")
    with pytest.raises(ReportgenError, match=r"carried-over\.yaml:4:\d+: .*whole number"):
        tiny.load()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{number: 80, kind: year}", "{number: 81, kind: year}"),
        ("{year: 2026, kind: annual}", "{year: 2027, kind: annual}"),
        ("{number: 11, kind: emergency-special}", "{number: 11, kind: emergency-special}"),
    ],
)
def test_sessions_that_are_no_regular_ones(moved, before: str, after: str) -> None:
    text, waiting = moved(FIRST.replace("session: 28 ", f"session: {before} "))
    assert f"  session: {after} " in text
    assert any(each.startswith("masthead/session ") for each in waiting)


def test_both_symbols_of_a_joint_document_move_on(moved) -> None:
    joint = "{symbol: S/2019/612, organ: security-council, session: {number: 74, kind: year}}"
    text, waiting = moved(FIRST.replace("  session: 28", f"  joint: {joint}\n  session: 28"))
    assert joint.replace("2019", "2020").replace("74", "75") in text
    assert "masthead/joint S/2020/612, 75 year" in waiting
