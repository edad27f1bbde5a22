"""reportgen numbers show: every block with its number, for people and for programs."""

from __future__ import annotations

import json

import pytest

PARAGRAPHS = """\
- id: opening
  text: "The report has:"
  subparagraphs:
    - id: opening-words
      text: Words.[^source]
  notes:
    source: A note.
- id: closing
  text: This text is so long that a line of a terminal with eighty columns has no room for the whole of it.
"""

ROWS = [
    ("      I.", "heading     ", "first", "The first section"),
    ("      1.", "paragraph   ", "opening", "The report has:"),
    ("     (a)", "subparagraph", "opening-words", "Words."),
    ("      2.", "paragraph   ", "closing", "This text is so long that a line of a terminal with eighty columns has …"),
    ("       1", "note        ", "source", "A note."),
]


@pytest.fixture
def numbered(tiny):
    tiny.paragraphs(PARAGRAPHS)
    return tiny


def test_text(run, numbered) -> None:
    text = "".join(f"{label}  {kind}  {name:<40}  {words}\n" for label, kind, name, words in ROWS)
    assert run("numbers", "show") == (0, text, "")


def test_json(run, numbered) -> None:
    outcome = run("numbers", "show", "tiny", "--format", "json")
    assert (outcome.exit_code, outcome.err) == (0, "")
    found = json.loads(outcome.out)
    assert [(each["id"], each["kind"], each["path"], each["label"]) for each in found] == [
        ("first", "heading", [1], "I."),
        ("opening", "paragraph", [1], "1."),
        ("opening-words", "subparagraph", [1, 1], "(a)"),
        ("closing", "paragraph", [2], "2."),
        ("source", "note", [1], "1"),
    ]
    assert found[3]["text"].endswith("has no room for the whole of it.")


def test_the_numbers_of_another_language(run, numbered) -> None:
    found = json.loads(run("numbers", "show", "-l", "zh", "--format", "json").out)
    assert [each["path"] for each in found] == [[1], [1], [1, 1], [2], [1]]
    assert [each["label"] for each in found] == ["一.", "1.", "(a)", "2.", "1"]


def test_an_unknown_language(run) -> None:
    assert run("numbers", "show", "-l", "zhh").exit_code == 5


def test_a_report_that_is_not_there(run) -> None:
    assert run("numbers", "show", "tinny") == (2, "", "there is no report 'tinny'\n  hint: did you mean 'tiny'?\n")
