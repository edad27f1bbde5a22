from __future__ import annotations

import pytest

from reportgen import pipeline
from reportgen.errors import InputError, UsageError
from reportgen.pipeline import numbers
from reportgen.pipeline.after_issue.addendum import amend_by_addendum
from reportgen.pipeline.after_issue.amend import amend_by_corrigendum
from reportgen.pipeline.after_issue.reissue import amend_by_reissue
from reportgen.pipeline.after_issue.revision import amend_by_revision
from reportgen.pipeline.changes import older_source, with_changes
from reportgen.pipeline.numbers import Built
from reportgen.readers.docx import read_word
from reportgen.readers.markdown import parse_markdown
from reportgen.tree.inlines import Content, NoteMark
from reportgen.tree.printed import identity_of
from reportgen.tree.text import plain_text
from tests.conftest import TinyReport
from tests.tools.issued_report import change, put

SLUG = "tiny-reissued"
DAY = "2019-03-16"
NOTES = {
    "en": "Reissued for technical reasons on 16 March 2019.",
    "ar": "أعيد إصدارها لأسباب فنية في 16 آذار/مارس 2019.",
    "es": "Publicado nuevamente por razones técnicas el 16 de marzo de 2019.",
    "fr": "Nouveau tirage pour raisons techniques (16 mars 2019).",
    "ru": "Переиздано по техническим причинам 16 марта 2019 года.",
    "zh": "因技术原因于2019年3月16日重新印发。",
}


@pytest.fixture
def reissued(issued: TinyReport) -> TinyReport:
    """The issued report with a note of its agenda item, and its reissue."""
    made = amend_by_reissue(Built(issued.workspace, issued.load()), DAY)
    assert (made.slug, made.symbol) == (SLUG, "A/99/2*")
    put(issued, dict(made.files))
    return issued


def codes(report: TinyReport) -> set[str]:
    found = pipeline.check(report.workspace, pipeline.load(report.workspace, SLUG))
    return {each.code for each in found if each.severity == "error" and each.code[:4] in ("RG09", "RG10")}


@pytest.mark.parametrize("tag", NOTES)
def test_it_says_so_at_its_symbol(reissued: TinyReport, tag: str) -> None:
    document = pipeline.build(reissued.workspace, pipeline.load(reissued.workspace, SLUG), tag)
    note = document.masthead.notes[0]
    assert (document.symbol, note.number and note.number.label) == ("A/99/2*", "*")
    assert plain_text(note.content).replace("\u00a0", " ") == NOTES[tag]
    for read in (
        read_word(pipeline.write(document, "docx"), "a file"),
        parse_markdown(pipeline.write(document, "md").decode()),
    ):
        line = next(each for each in read.masthead if "A/99/2" in plain_text(each.content))
        assert [each.label for each in line.content if isinstance(each, NoteMark)] == ["*"]
        assert plain_text(line.content) == "A/99/2"
        assert plain_text(read.notes[0].content).replace("\u00a0", " ") == NOTES[tag]
        assert read.identity == identity_of(document)


def test_the_ledger_knows_it(reissued: TinyReport) -> None:
    built = Built(reissued.workspace, pipeline.load(reissued.workspace, SLUG))
    assert codes(reissued) == set()
    assert numbers.slip(built, 1).was == "A/99/2"
    put(reissued, numbers.freeze(built, state="issued").files())
    editions = Built(reissued.workspace, pipeline.load(reissued.workspace, SLUG)).ledger().editions
    assert [(each.symbol, len(each.issued())) for each in editions] == [("A/99/2", 6), ("A/99/2*", 6)]
    assert codes(reissued) == set()


def test_it_says_what_was_issued(reissued: TinyReport) -> None:
    change(reissued, "Count first.", "Count at first.", f"inputs/{SLUG}/sections/first.yaml")
    assert codes(reissued) == {"RG100"}


def test_it_says_what_was_issued_with_its_corrigenda(issued: TinyReport) -> None:
    change(issued, "Count first.", "Count at first.")
    put(issued, dict(amend_by_corrigendum(Built(issued.workspace, issued.load())).files))
    put(issued, dict(amend_by_reissue(Built(issued.workspace, issued.load()), DAY).files))
    assert codes(issued) == set()


def test_only_once(reissued: TinyReport) -> None:
    built = Built(reissued.workspace, pipeline.load(reissued.workspace, SLUG))
    put(reissued, numbers.freeze(built, state="issued").files())
    built = Built(reissued.workspace, pipeline.load(reissued.workspace, SLUG))
    with pytest.raises(UsageError, match=r"A/99/2\* is a reissue"):
        amend_by_reissue(built, DAY)


def test_what_follows_it_is_no_reissue(reissued: TinyReport) -> None:
    built = Built(reissued.workspace, pipeline.load(reissued.workspace, SLUG))
    put(reissued, numbers.freeze(built, state="issued").files())
    built = Built(reissued.workspace, pipeline.load(reissued.workspace, SLUG))
    made = amend_by_revision(built)
    put(reissued, dict(made.files))
    revised = pipeline.load(reissued.workspace, made.slug)
    assert (revised.symbol, revised.masthead.reissued) == ("A/99/2/Rev.1", None)


def test_a_day_without_its_asterisk(every: TinyReport) -> None:
    change(every, "masthead: {organ: ecosoc}", "masthead: {organ: ecosoc, reissued: {date: 2019-03-16}}",
           "inputs/tiny/report.yaml")  # fmt: skip
    with pytest.raises(InputError, match="a reissued document has an asterisk at its symbol"):
        every.load()


def test_no_day(issued: TinyReport) -> None:
    with pytest.raises(UsageError, match="'soon' is no date"):
        amend_by_reissue(Built(issued.workspace, issued.load()), "soon")


def test_its_word_file_accepted_and_rejected(every: TinyReport) -> None:
    agenda = "{organ: ecosoc, agenda: {item: 3, note: {symbol: A/99/100}}}"
    change(every, "masthead: {organ: ecosoc}", f"masthead: {agenda}", "inputs/tiny/report.yaml")
    put(every, numbers.freeze(Built(every.workspace, every.load()), ["en"], "issued").files())
    put(every, dict(amend_by_reissue(Built(every.workspace, every.load()), DAY).files))
    built = Built(every.workspace, pipeline.load(every.workspace, SLUG))
    tracked = with_changes(built, "en", older_source(every.workspace, "1"), "A", "2026-01-01T00:00:00Z")
    data = pipeline.write(tracked, "docx")
    for view, document in (("accepted", built["en"]), ("original", every.build())):
        found = read_word(data, "tracked", view)  # type: ignore[arg-type]
        alone = read_word(pipeline.write(document, "docx"), "alone")
        for read in (found, alone):
            assert read.masthead
        assert [marked(line.content) for line in found.masthead] == [marked(line.content) for line in alone.masthead]
        assert [line.line.text for line in found.notes] == [line.line.text for line in alone.notes]


def marked(content: Content) -> tuple[str, list[str]]:
    return plain_text(content), [each.label for each in content if isinstance(each, NoteMark)]


def test_what_follows_is_counted_on(issued: TinyReport) -> None:
    change(issued, "Count first.", "Count at first.")
    put(issued, dict(amend_by_corrigendum(Built(issued.workspace, issued.load())).files))
    put(issued, dict(amend_by_addendum(Built(issued.workspace, issued.load())).files))
    put(issued, dict(amend_by_reissue(Built(issued.workspace, issued.load()), DAY).files))
    built = Built(issued.workspace, pipeline.load(issued.workspace, SLUG))
    put(issued, numbers.freeze(built, state="issued").files())
    change(issued, "Then write.", "Then write it.", f"inputs/{SLUG}/sections/first.yaml")
    built = Built(issued.workspace, pipeline.load(issued.workspace, SLUG))
    made = [amend_by_corrigendum(built), amend_by_addendum(built)]
    assert [each.symbol for each in made] == ["A/99/2/Corr.2", "A/99/2/Add.2"]
    put(issued, dict(made[0].files))
    again = amend_by_corrigendum(Built(issued.workspace, pipeline.load(issued.workspace, SLUG)))
    assert (again.symbol, again.slug) == ("A/99/2/Corr.2", made[0].slug)
