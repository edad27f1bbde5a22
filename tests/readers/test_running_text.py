"""Lines of a page or a text file as numbered paragraphs."""

from __future__ import annotations

import pytest

from reportgen.errors import InputError
from reportgen.readers.running_text import check_length, lines_as_one, numbered_document, paragraphs_of

PAGE = """\
I. Introduction
1. The present report has been prepared pursuant to a resolution, in which the
Council decided that 12 of its members should keep on the agenda a standing item
concerning the rules.
2. In 2018, the Office promoted the use of the standards in all of its regional of-
fices.
(a) To support the work of the judges;
II. Second part
""".splitlines()


def test_paragraphs_of_a_page() -> None:
    found = numbered_document(paragraphs_of(PAGE), "page").lines()
    assert [(line.kind, line.path, line.label) for line in found] == [
        ("heading", (1,), "I."),
        ("paragraph", (1,), "1."),
        ("paragraph", (2,), "2."),
        ("subparagraph", (2, 1), "(a)"),
        ("heading", (2,), "II."),
    ]
    assert found[1].text.endswith(
        "decided that 12 of its members should keep on the agenda a standing item concerning the rules."
    )
    assert found[2].text.endswith("regional offices.")


def test_each_long_line_is_a_paragraph() -> None:
    lines = ["word " * 60, "and " * 60]
    assert paragraphs_of(lines) == [line.strip() for line in lines]


def test_empty_lines_part() -> None:
    assert paragraphs_of(["one", "two", "", "three"]) == ["one two", "three"]


@pytest.mark.parametrize(
    ("before", "behind", "joined"),
    [
        ("regional of-", "fices", "regional offices"),
        ("Latin-", "American", "Latin-American"),
        ("from 2010 –", "and on", "from 2010 – and on"),
        ("犯罪问", "题办公室", "犯罪问题办公室"),
        ("目标5、8、", "11、15", "目标5、8、11、15"),
        ("将于20", "19年启动", "将于2019年启动"),
        ("定于 20", "19 年启动", "定于 2019 年启动"),
        ("one", "two", "one two"),
    ],
)
def test_lines_joined(before: str, behind: str, joined: str) -> None:
    assert lines_as_one(before, behind) == joined


def test_arabic_numbers_with_a_dash() -> None:
    (line,) = numbered_document(["3-كان ترويج المعايير"], "text").lines()
    assert (line.kind, line.path, line.text) == ("paragraph", (3,), "كان ترويج المعايير")


def test_a_figure_that_begins_a_sentence_is_no_number() -> None:
    (line,) = numbered_document(["12 countries took part in the work."], "text").lines()
    assert line.path == ()


def test_too_long() -> None:
    check_length(10, 10, "file")
    with pytest.raises(InputError, match="200,001 lines, more than 200,000"):
        check_length(200_001, 1, "file")
