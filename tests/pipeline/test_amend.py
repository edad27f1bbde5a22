from __future__ import annotations

import pytest

from reportgen import pipeline
from reportgen.errors import ReportgenError, UsageError
from reportgen.finding import Finding
from reportgen.pipeline import numbers
from reportgen.pipeline.after_issue.addendum import amend_by_addendum
from reportgen.pipeline.after_issue.amend import Amendment, amend_by_corrigendum
from reportgen.pipeline.after_issue.revision import amend_by_revision
from reportgen.pipeline.numbers import Built
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, content_of
from tests.conftest import TinyReport
from tests.tools.issued_report import change, put

REPORT = "inputs/tiny/report.yaml"
TAGS = ("en", "ar", "es", "fr", "ru", "zh")


def amended(report: TinyReport, *tags: str) -> Amendment:
    made = amend_by_corrigendum(Built(report.workspace, report.load()), tags)
    put(report, dict(made.files))
    return made


def findings(report: TinyReport, slug: str = "tiny") -> list[Finding]:
    found = pipeline.check(report.workspace, pipeline.load(report.workspace, slug))
    return [each for each in found if each.code in ("RG092", "RG093", "RG097", "RG098", "RG099")]


def items(report: TinyReport, tag: str) -> list[str]:
    document = pipeline.build(report.workspace, pipeline.load(report.workspace, "tiny-corr.1"), tag)
    return [plain_text(content_of(block)) for block in all_blocks(document)]


def test_a_cell_and_a_note_in_all_languages(issued: TinyReport) -> None:
    change(issued, "[Kenya, 1250, 2018]", "[Kenya, 1251, 2018]")
    change(issued, "part: In part.", "part: In parts.")
    for tag in TAGS[1:]:
        change(issued, "In part.", "In parts.", f"locales/{tag}/tiny.po")
    assert amended(issued).symbol == "A/99/2/Corr.1"
    assert items(issued, "en") == [
        "Table 1, row 1, second column", "For “1,250” read “1,251”", "Table 1, note b", "For “part” read “parts”",
    ]  # fmt: skip
    where, what = items(issued, "fr")[:2]
    assert where == "Tableau 1, ligne 1, deuxième colonne"
    assert what.replace("\u00a0", " ") == "Au lieu de « 1 250 » lire « 1 251 »"
    assert findings(issued) == [] == findings(issued, "tiny-corr.1")


def test_an_empty_cell_is_filled(issued: TinyReport) -> None:
    change(issued, '[Total, 1300, ""]', "[Total, 1300, 2018]")
    amended(issued)
    assert items(issued, "en") == ["Table 1, row 3, third column", "Insert “2018”"]
    assert findings(issued) == []


def test_the_languages_that_are_not_asked_for_say_so(issued: TinyReport) -> None:
    change(issued, "Texte It is in", "Texte C’est dans", "locales/fr/tiny.po")
    made = amended(issued, "fr")
    assert made.items == (("opening", ("fr",)),)
    assert items(issued, "es") == ["Párrafo 1", "No se aplica al texto español."]


def test_what_a_later_freeze_leaves_alone(issued: TinyReport) -> None:
    change(issued, "Count first.", "Count at first.")
    amended(issued)
    before = issued.workspace.read(issued.root / "inputs/tiny/sent/edition-1.txt")
    put(issued, numbers.freeze(Built(issued.workspace, issued.load()), TAGS, "issued").files())
    assert issued.workspace.read(issued.root / "inputs/tiny/sent/edition-1.txt") == before
    assert findings(issued) == []


def test_a_second_corrigendum_counts_from_the_first(issued: TinyReport) -> None:
    change(issued, "Count first.", "Count at first.")
    put(issued, dict(amended(issued).files))
    corrected = Built(issued.workspace, pipeline.load(issued.workspace, "tiny-corr.1"))
    put(issued, numbers.freeze(corrected, state="issued").files())
    change(issued, "Count at first.", "Count at last.")
    assert amended(issued).symbol == "A/99/2/Corr.2"
    text = (issued.root / "inputs/tiny-corr.2/corrections.yaml").read_text("utf-8")
    assert '"old": "first", "new": "last"' in text
    assert findings(issued) == [] == findings(issued, "tiny-corr.2")


def test_a_draft_that_is_written_anew_keeps_what_is_its_own(issued: TinyReport) -> None:
    change(issued, "Count first.", "Count at first.")
    amended(issued)
    first = "inputs/tiny-corr.1/report.yaml"
    change(issued, "masthead: {organ: ecosoc}", "masthead: {organ: ecosoc, date: {date: 2019-03-01}}", first)
    change(issued, "corrections:", "checks: {RG201: note}\ncorrections:", first)
    change(issued, "Then write.", "Then write it.")
    assert amended(issued).slug == "tiny-corr.1"
    again = pipeline.load(issued.workspace, "tiny-corr.1")
    assert (str(again.masthead.date.value), again.checks, len(again.corrections)) == (
        "2019-03-01",
        {"RG201": "note"},
        2,
    )


def test_a_draft_is_written_anew_where_it_is(issued: TinyReport) -> None:
    change(issued, "Count first.", "Count at first.")
    amended(issued)
    built = Built(issued.workspace, issued.load())
    assert amend_by_corrigendum(built, to="inputs/tiny-corr.1").slug == "tiny-corr.1"
    with pytest.raises(UsageError, match=r"inputs/tiny-corr\.1 is this corrigendum, still a draft"):
        amend_by_corrigendum(built, to="inputs/other")


def test_a_title_keeps_its_computed_facts_as_figures(every: TinyReport) -> None:
    sums = "{north: {count: 2}, south: {count: 3}, total: {sum: [north, south], of: visits}}"
    change(every, "title: A report with", f"facts: {sums}\ntitle: A report on {{{{ total }}}} visits with", REPORT)
    put(every, numbers.freeze(Built(every.workspace, every.load()), ["en"], "issued").files())
    change(every, "Count first.", "Count at first.")
    amended(every)
    put(every, dict(amend_by_addendum(Built(every.workspace, every.load())).files))
    for slug in ("tiny-corr.1", "tiny-add.1"):
        report = pipeline.load(every.workspace, slug)
        title = pipeline.build(every.workspace, report, "en").masthead.title
        assert plain_text(title) == "A report on five visits with every block"
        assert [(name, fact.of) for name, fact in report.facts.items()] == [("total", "visits")]


def test_a_title_keeps_a_proved_fact_without_its_proof(every: TinyReport) -> None:
    facts = "{north: {count: 5}, total: {count: 5, computed: {sum: [north]}}}"
    change(every, "title: A report with", f"facts: {facts}\ntitle: A report on {{{{ total }}}} visits with", REPORT)
    put(every, numbers.freeze(Built(every.workspace, every.load()), ["en"], "issued").files())
    made = amend_by_addendum(Built(every.workspace, every.load()))
    put(every, dict(made.files))
    assert list(pipeline.load(every.workspace, made.slug).facts) == ["total"]


def test_a_corrigendum_may_have_an_addendum(issued: TinyReport) -> None:
    change(issued, "Count first.", "Count at first.")
    amended(issued)
    corrected = Built(issued.workspace, pipeline.load(issued.workspace, "tiny-corr.1"))
    put(issued, numbers.freeze(corrected, state="issued").files())
    corrected = Built(issued.workspace, pipeline.load(issued.workspace, "tiny-corr.1"))
    made = amend_by_addendum(corrected)
    put(issued, dict(made.files))
    added = pipeline.load(issued.workspace, made.slug)
    assert (added.symbol, added.corrections, len(added.sections)) == ("A/99/2/Corr.1/Add.1", (), 1)


def test_nothing_to_correct(issued: TinyReport) -> None:
    with pytest.raises(UsageError, match="nothing has changed"):
        amended(issued)


def test_what_moves_a_number_is_a_revision(issued: TinyReport) -> None:
    change(issued, "  - {id: aside,", "  - {id: more, text: More.}\n  - {id: aside,")
    with pytest.raises(ReportgenError, match=r"para. 2 \(more\) was inserted"):
        amended(issued)


def test_a_draft_has_no_corrigendum(every: TinyReport) -> None:
    with pytest.raises(UsageError, match="no language of A/99/2 is issued"):
        amended(every)


def test_a_revision_knows_what_it_revises(issued: TinyReport) -> None:
    made = amend_by_revision(Built(issued.workspace, issued.load()))
    put(issued, dict(made.files))
    change(
        issued,
        "  - {id: aside,",
        "  - {id: more, text: More.}\n  - {id: aside,",
        f"inputs/{made.slug}/sections/first.yaml",
    )
    revised = Built(issued.workspace, pipeline.load(issued.workspace, made.slug))
    slip = numbers.slip(revised)
    assert (made.symbol, slip.symbol, slip.was) == ("A/99/2/Rev.1", "A/99/2/Rev.1", "A/99/2")
    moved = {each.id: (each.old, each.new) for each in slip.differences if each.place == "renumbered"}
    assert moved["request"] == ((2,), (3,))
    put(issued, numbers.freeze(revised, ["en"], "issued").files())
    assert not [each for each in numbers.slip(revised).differences if each.place != "same"]
    assert [each.id for each in numbers.slip(revised, 1).differences if each.place == "inserted"] == ["more"]


def test_an_addendum_has_the_title_line_of_each_language(issued: TinyReport) -> None:
    made = amend_by_addendum(Built(issued.workspace, issued.load()))
    put(issued, dict(made.files))
    report = pipeline.load(issued.workspace, made.slug)
    lines = [plain_text(pipeline.build(issued.workspace, report, tag).masthead.amendment) for tag in TAGS]
    assert lines == ["Addendum", "إضافة", "Adición", "Additif", "Добавление", "增编"]


def test_another_report_that_cannot_be_read_is_no_matter_of_an_addendum(issued: TinyReport) -> None:
    issued.write("inputs/broken/report.yaml", "symbol: [A/99/7\n")
    issued.write("inputs/other/report.yaml", "amends: a text\n")
    built = Built(issued.workspace, issued.load())
    first = amend_by_addendum(built)
    put(issued, dict(first.files))
    built = Built(issued.workspace, issued.load())
    assert [each.symbol for each in (first, amend_by_addendum(built))] == ["A/99/2/Add.1", "A/99/2/Add.2"]


def test_a_revision_loses_no_linked_folder(issued: TinyReport) -> None:
    (issued.root / "shared").mkdir()
    (issued.root / "inputs/tiny/pictures").symlink_to(issued.root / "shared", target_is_directory=True)
    with pytest.raises(UsageError, match="is a link to a folder"):
        amend_by_revision(Built(issued.workspace, issued.load()))
