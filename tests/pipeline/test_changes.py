"""Changes since an edition that was kept or a file that was sent: which edition, in which language, signed by whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.errors import InputError, UsageError
from reportgen.pipeline.changes import older_source, signed, with_changes
from reportgen.pipeline.numbers import Built, accept, freeze
from reportgen.tree import nodes as tree
from reportgen.tree.editions import each_block, older
from reportgen.tree.inlines import Deleted, Inserted
from tests.conftest import REPORT, TinyReport
from tests.tools.two_editions import as_printed

SECTION = """\
id: first
heading: The first section
paragraphs:
  - id: opening
    text: The report is small.
  - id: second
    text: It has two paragraphs.
"""


def frozen(tiny: TinyReport) -> tree.Document:
    """The report after a freeze, as it was built before."""
    tiny.section(SECTION)
    write(tiny, freeze(Built(tiny.workspace, tiny.load())).files())
    return tiny.build()


def write(tiny: TinyReport, files: dict[Path, bytes]) -> None:
    for path, data in files.items():
        tiny.write(str(path.relative_to(tiny.root)), data)


def changed(tiny: TinyReport, since: str) -> tree.Document:
    source = older_source(tiny.workspace, since)
    return with_changes(Built(tiny.workspace, tiny.load()), "en", source, "A", "2026-01-01T00:00:00Z")


def test_since_an_edition(tiny: TinyReport) -> None:
    before = frozen(tiny)
    tiny.section(SECTION.replace("small", "short").replace("second", "other").replace("It has two", "There are some"))
    both = changed(tiny, "1")
    assert [(kind, block.id) for kind, block in each_block(both) if kind] == [(Deleted, "second"), (Inserted, "other")]
    assert as_printed(older(both)) == as_printed(before)


@pytest.mark.parametrize("kind", ["docx", "md"])
def test_since_a_file(tiny: TinyReport, kind: str) -> None:
    before = frozen(tiny)
    path = tiny.write(f"sent.{kind}", pipeline.write(before, kind))
    tiny.section(SECTION.replace("small", "short"))
    assert as_printed(older(changed(tiny, str(path)))) == as_printed(before)


def test_reasons_of_accepted_changes_are_comments(tiny: TinyReport) -> None:
    frozen(tiny)
    tiny.section(SECTION.replace("  - id: second", "  - {id: between, text: New.}\n  - id: second"))
    write(tiny, accept(Built(tiny.workspace, tiny.load()), ["between"], "Asked for by Kenya").file())
    assert changed(tiny, "1").comments == (tree.Comment("between", "Asked for by Kenya", "A", "2026-01-01T00:00:00Z"),)


def test_an_edition_that_is_not_there(tiny: TinyReport) -> None:
    with pytest.raises(UsageError, match="'tiny' has no edition 1\n  hint: reportgen numbers freeze makes one"):
        changed(tiny, "1")
    frozen(tiny)
    with pytest.raises(UsageError, match="'tiny' has no edition 2\n  hint: its editions: 1"):
        changed(tiny, "2")


def test_an_edition_whose_text_was_not_kept(tiny: TinyReport) -> None:
    frozen(tiny)
    (tiny.root / "inputs/tiny/sent/edition-1.txt").unlink()
    with pytest.raises(UsageError, match="edition 1 of 'tiny' keeps no text in en\n  hint: give the file"):
        changed(tiny, "1")


def test_a_file_that_cannot_be_read(tiny: TinyReport) -> None:
    with pytest.raises(InputError, match="cannot read the file"):
        older_source(tiny.workspace, "nothing.docx")


def test_a_file_is_in_one_language(tiny: TinyReport) -> None:
    path = tiny.write("sent.docx", pipeline.write(tiny.build(), "docx"))
    source = older_source(tiny.workspace, str(path))
    assert source.languages(("fr", "en"), is_said=False) == ("en",)
    assert source.languages(("en",), is_said=True) == ("en",)
    with pytest.raises(UsageError, match="is in en, not in fr"):
        source.languages(("fr",), is_said=True)
    with pytest.raises(UsageError, match="is in one language"):
        source.languages(("fr", "en"), is_said=True)


@pytest.mark.parametrize(
    ("author", "date", "expected"),
    [
        ("", "", ("reportgen", "1980-01-01T00:00:00Z")),
        ("B. Drafter", "2026-02-28", ("B. Drafter", "2026-02-28T00:00:00Z")),
        ("", "2026-02-28T09:30:00Z", ("reportgen", "2026-02-28T09:30:00Z")),
    ],
)
def test_who_signs(tiny: TinyReport, author: str, date: str, expected: tuple[str, str]) -> None:
    assert signed(tiny.load(), author, date) == expected


def test_the_date_of_the_masthead_signs(tiny: TinyReport) -> None:
    tiny.report(REPORT.replace("organ: ecosoc", "organ: ecosoc, date: {date: 2026-03-04}"))
    assert signed(tiny.load(), "", "") == ("reportgen", "2026-03-04T00:00:00Z")


@pytest.mark.parametrize("date", ["yesterday", "2026-13-01", "2026-02-30", "2026-02-28T25:00:00Z", "2026-02-28 09:30"])
def test_what_is_no_date(tiny: TinyReport, date: str) -> None:
    with pytest.raises(UsageError, match="is no date"):
        signed(tiny.load(), "", date)
