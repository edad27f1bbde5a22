"""reportgen build --changes-since: what is written, under which names, and with which other options."""

from __future__ import annotations

import io
import zipfile

import pytest

from reportgen.readers import read_document

NOTES = """\
format: 1
notes:
  - {key: a1, piece: opening, quote: is short, text: Since when?, author: A. Officer}
"""


@pytest.fixture
def sent(run, tiny) -> str:
    """A Word file that was sent before the report was changed."""
    assert run("build", "-t", "docx", "-q").exit_code == 0
    path = tiny.root / "outputs/tiny/tiny.en.docx"
    tiny.write("sent.docx", path.read_bytes())
    path.unlink()
    tiny.paragraphs("- id: opening\n  text: The report is short.")
    return "sent.docx"


def both(tiny, path: str) -> list[str]:
    """The text below the masthead, as it was and as it is."""
    views = (read_document(tiny.root / path, view) for view in ("original", "accepted"))
    return [read.blocks[-1].line.text for read in views]


def test_a_word_file_with_both_texts(run, files, tiny, sent: str) -> None:
    assert run("build", "--changes-since", sent) == (0, "outputs/tiny/tiny.en.changes.docx\n", "")
    assert files("outputs") == ["outputs/tiny/tiny.en.changes.docx"]
    assert both(tiny, "outputs/tiny/tiny.en.changes.docx") == ["The report is small.", "The report is short."]


def test_the_same_bytes_every_time(run, tiny, sent: str) -> None:
    for folder in ("one", "two"):
        assert run("build", "--changes-since", sent, "-q", "-o", folder).exit_code == 0
    one, two = ((tiny.root / folder / "tiny.en.changes.docx").read_bytes() for folder in ("one", "two"))
    assert one == two


def test_markdown_has_critic_markup(run, tiny, sent: str) -> None:
    assert run("build", "--changes-since", sent, "-t", "md", "-q").exit_code == 0
    assert "is {--small--}{++short++}." in (tiny.root / "outputs/tiny/tiny.en.changes.md").read_text()


def test_review_notes_stand_in_the_text_that_changed(run, tiny, sent: str) -> None:
    tiny.write("locales/en/tiny.notes.yaml", NOTES)
    assert run("build", "--changes-since", sent, "--notes", "-q").exit_code == 0
    data = (tiny.root / "outputs/tiny/tiny.en.changes.docx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert "Since when?" in archive.read("word/comments.xml").decode()
    assert both(tiny, "outputs/tiny/tiny.en.changes.docx") == ["The report is small.", "The report is short."]


def test_a_file_says_in_which_language_it_is(run, files, translate, sent: str) -> None:
    translate()
    assert run("build", "--changes-since", sent, "-q").exit_code == 0
    assert files("outputs") == ["outputs/tiny/tiny.en.changes.docx"]
    assert run("build", "--changes-since", sent, "-l", "zh") == (
        2,
        "",
        "sent.docx is in en, not in zh\n  hint: compare it with -l en\n",
    )


def test_nothing_is_written_with_findings_where_final(run, files, tiny, sent: str) -> None:
    tiny.paragraphs("- id: opening\n  text: The report has 3 parts.")
    assert run("build", "--changes-since", sent, "--final").exit_code == 1
    assert files("outputs") == []


def test_a_changed_file_is_seen_by_the_next_run(run, tiny, sent: str) -> None:
    assert run("build", "--changes-since", sent, "-q").exit_code == 0
    assert run("build", "-t", "docx", "-q").exit_code == 0
    tiny.write(sent, (tiny.root / "outputs/tiny/tiny.en.docx").read_bytes())
    assert run("build", "--changes-since", sent, "-q").exit_code == 0
    assert both(tiny, "outputs/tiny/tiny.en.changes.docx") == ["The report is short."] * 2


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--author", "A. Drafter"], "--author and --date sign tracked changes"),
        (["--date", "2026-01-31"], "--author and --date sign tracked changes"),
        (["--changes-since", "1", "--date", "soon"], "'soon' is no date"),
        (["--changes-since", "3"], "'tiny' has no edition 3\n  hint: reportgen numbers freeze makes one"),
        (["--changes-since", "report.odt", "--all"], "--all compares with an edition"),
    ],
)
def test_options_that_are_refused(run, files, options: list[str], message: str) -> None:
    outcome = run("build", *options)
    assert outcome.exit_code == 2
    assert outcome.err.startswith(message)
    assert files("outputs") == []


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0" + bytes(600)])
def test_a_file_that_is_no_word_file(run, files, tiny, content: bytes) -> None:
    tiny.write("sent.docx", content)
    outcome = run("build", "--changes-since", "sent.docx")
    assert outcome.exit_code == 3
    assert outcome.err.startswith("sent.docx: ")
    assert files("outputs") == []
