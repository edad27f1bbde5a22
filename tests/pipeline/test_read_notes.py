"""Footnotes that somebody put in, or took out, in Word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.tools.came_back import SentOut, left_to_do, lines_of, open_ones, unlike
from tests.tools.edits import EditedWord

SECTION = """\
id: first
heading: The courses
paragraphs:
  - id: noted
    text: The Commission[^who] has many members.
    notes: {who: Of ECOSOC.}
  - id: end
    text: All were asked.
"""


def noted(word: EditedWord) -> Any:
    return word.containing("The Commission")


CASES: dict[str, tuple[Callable[[EditedWord], Any], str, str]] = {
    "a note": (
        lambda word: word.footnote(word.containing("were asked"), "were asked", "By 12 officers in Nepal."),
        "new note 'end-note': {+By 12 officers in Nepal.+}",
        'notes: {end-note: "By {{ officers }} officers in {{ place }}."}',
    ),
    "a second note": (
        lambda word: word.footnote(noted(word), "members", "As of today."),
        "new note 'noted-note': {+As of today.+}",
        "notes: {who: Of ECOSOC., noted-note: As of today.}",
    ),
    "a note of a new paragraph": (
        lambda word: word.footnote(word.insert_after(noted(word), "One more paragraph."), "One more", "As of today."),
        "new note 'note': {+As of today.+}",
        "notes: {note: As of today.}",
    ),
    "a note that is gone": (
        lambda word: word.without_footnote(noted(word)),
        "note 'who' is gone: [-Of ECOSOC.-]",
        "  - id: noted\n    text: The Commission has many members.\n  - id: end",
    ),
}


@pytest.fixture
def sent(sent_tiny: SentOut, tiny: Any) -> SentOut:
    tiny.section(SECTION)
    return sent_tiny


@pytest.mark.parametrize("tracked", [False, True], ids=["plain", "tracked"])
@pytest.mark.parametrize("name", CASES)
def test_notes(sent: SentOut, name: str, tracked: bool) -> None:
    edit, said, written = CASES[name]
    path = sent.edited(edit, tracked=tracked)
    reading = sent.apply(path)
    assert open_ones(reading) == []
    assert said in "\n".join(lines_of(reading))
    assert written in sent.source("sections/first.yaml")
    again = sent.read(path)
    assert left_to_do(again) == []
    assert list(unlike(again)) == []


def test_figures_of_a_note_are_alarms(sent: SentOut) -> None:
    path = sent.edited(CASES["a note"][0])
    [change] = sent.read(path).changes
    assert "a count was typed: 12" in change.alarms
    assert [each.as_json() for each in change.notes] == [
        {"id": "end-note", "change": "inserted", "text": "By 12 officers in Nepal."}
    ]
