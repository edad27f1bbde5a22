"""`typed("…", why="…")`: figures that are no fact, at one place, with the reason."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen.errors import ReportgenError
from reportgen.tree.inlines import PrintedFact, Text
from reportgen.wording import Fault, TypedText, scan
from reportgen.wording.written import written
from tests.recover.conftest import MakePrinted

CALL = '{{ typed("Sentinel-7", why="the name of a satellite") }}'


def test_it_is_read_and_written() -> None:
    (piece,) = scan(CALL)
    assert piece == TypedText("Sentinel-7", "the name of a satellite", 0)
    assert isinstance(piece, TypedText)
    assert written(piece) == CALL


@pytest.mark.parametrize(
    "text", ['{{ typed("x") }}', '{{ typed(why="x") }}', '{{ typed("", why="x") }}', '{{ typed("x", why=" ") }}',
             '{{ typed("x", "y", why="z") }}', '{{ typed("x", why="y", to="z") }}'],
)  # fmt: skip
def test_it_takes_one_text_and_the_reason(text: str) -> None:
    with pytest.raises(Fault) as caught:
        scan(text)
    assert (caught.value.message, caught.value.hint) == (
        "typed() takes one text, and the reason", 'write typed("…", why="…")',
    )  # fmt: skip


def test_it_is_printed_and_no_finding() -> None:
    printed = MakePrinted()("en", f"It used {CALL} there.")
    assert printed.text == "It used Sentinel-7 there."
    facts = [each for each in printed.piece.content if isinstance(each, PrintedFact)]
    assert [(each.kind, each.content) for each in facts] == [("typed", (Text("Sentinel-7"),))]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("It used Sentinel-7 there.", f"It used {CALL} there."),
        ("Then it used Sentinel-7 in Asia.", f"Then it used {CALL} in Asia."),
        ("It used nothing there.", "It used nothing there."),
    ],
)
def test_it_comes_back(text: str, wording: str) -> None:
    found = MakePrinted()("en", f"It used {CALL} there.").comes_back(text)
    assert found.wording == wording.replace("Asia", "{{ place }}" if found.proposed else "Asia")
    assert found.changed == ()


def test_a_report_says_it_without_a_finding(tiny: Any) -> None:
    from reportgen import pipeline

    tiny.paragraphs(f"- id: p\n  text: 'It used {CALL}, and 7 others.'\n")
    findings = pipeline.check(tiny.workspace, tiny.load())
    assert [each.message for each in findings if each.code == "RG051"] == ["'7' is typed in prose"]


def test_it_stands_in_no_filter(tiny: Any) -> None:
    tiny.paragraphs('- id: p\n  text: \'{{ typed("7", why="x") | form("y") }}\'\n')
    with pytest.raises(ReportgenError):
        tiny.load()
