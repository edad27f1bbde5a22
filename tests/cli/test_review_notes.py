"""Open review notes: listed by status and by check --every, and put into Word files by build --notes."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

NOTES = """\
format: 1
notes:
  - {key: a1, piece: opening, quote: is small, text: Since when?, author: A. Officer, date: "2019-03-04T10:00:00Z"}
  - {key: a2, piece: opening, text: Settled, author: A. Officer, resolved: true}
  - {key: a3, piece: gone, text: "Where is it?", author: B. Reader, answer: Left out}
"""


@pytest.fixture
def noted(tiny):
    tiny.write("locales/en/tiny.notes.yaml", NOTES)
    return tiny


def test_status_lists_the_open_ones(run, noted) -> None:
    assert run("status").out.splitlines()[2:4] == [
        "      locales/en/tiny.notes.yaml:3:5: opening: A. Officer: Since when?",
        "      locales/en/tiny.notes.yaml:5:5: gone: B. Reader: Where is it? → Left out",
    ]


def test_check_lists_them_where_every_finding_is_asked_for(run, noted) -> None:
    assert run("check").out == ""
    assert run("check", "--every") == (
        0,
        "locales/en/tiny.notes.yaml:3:5: note note en opening: a comment by A. Officer: Since when? (on “is small”)\n"
        "  hint: answer it, and write 'resolved: true' where it is settled\n"
        "locales/en/tiny.notes.yaml:5:5: note note en gone: a comment by B. Reader: Where is it? → Left out\n"
        "  hint: answer it, and write 'resolved: true' where it is settled; the report has no such piece now\n",
        "A/99/1 in en: 0 errors, 0 other findings\n",
    )
    assert [each["where"] for each in json.loads(run("check", "--every", "--format", "json").out)] == [
        "opening",
        "gone",
    ]


def test_build_puts_them_into_word_files_alone(run, noted) -> None:
    run("build", "-o", "plain")
    assert run("build", "--notes", "-o", "noted").exit_code == 0
    found = docx.Document(str(noted.root / "noted/tiny.en.docx")).comments
    assert [(each.author, each.text) for each in found] == [
        ("A. Officer", "Since when?"),
        ("B. Reader", "gone: Where is it?\n→ Left out"),
    ]
    assert not list(docx.Document(str(noted.root / "plain/tiny.en.docx")).comments)
    written, plain = (Path(noted.root, folder, "tiny.en.md").read_bytes() for folder in ("noted", "plain"))
    assert written == plain


def test_build_refuses_where_no_word_file_is_written(run, noted) -> None:
    assert run("build", "--notes", "-t", "md").exit_code == 2


def test_a_wrong_file_stops_nothing_that_does_not_read_it(run, tiny) -> None:
    tiny.write("locales/en/tiny.notes.yaml", "format: 1\nnotes: [{key: a}]\n")
    assert run("build").exit_code == 0
    assert run("status").exit_code == 3
