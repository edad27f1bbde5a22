"""reportgen new --symbol: the masthead of a series of documents in six languages, and the words that mastheads have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

import reportgen
from reportgen.language import load
from reportgen.templates.series import all_series, series_of
from reportgen.tree.masthead import LINE_IDS
from reportgen.tree.nodes import Document
from reportgen.tree.text import plain_text
from reportgen.workspace import Workspace

TAGS = ("en", "fr", "es", "ru", "zh", "ar")
_DATA = Path(__file__).with_name("data")
TABLE = yaml.safe_load((_DATA / "mastheads.yaml").read_text("utf-8"))
WORDS = yaml.safe_load((_DATA / "masthead-words.yaml").read_text("utf-8"))
MEETING, ITEM = "date: 2026-05-18, to: 2026-05-22", "6"


def completed(text: str) -> str:
    """The report with the lines that a symbol does not tell."""
    text = re.sub("(?m)^# session: NUMBER", "  session: 79", text)
    text = text.replace("# meeting: ", "  meeting: ").replace("date: YYYY-MM-DD, to: YYYY-MM-DD", MEETING)
    return text.replace("# agenda: {item: NUMBER", f"  agenda: {{item: {ITEM}")


def masthead_lines(document: Document) -> list[str]:
    """The lines above the title but for the information block, as they are printed."""
    head = document.masthead
    lines = (plain_text(getattr(head, field)) for field in LINE_IDS if field not in ("title", "agenda_title"))
    return [line for line in lines if line]


@pytest.fixture
def begun(run, tiny):
    """A report that was begun with a symbol, its masthead changed by some regular expressions."""

    def begin(symbol: str, changes: Sequence[tuple[str, str]] = (), language: str = "en") -> reportgen.Report:
        slug = re.sub("[^a-z0-9]+", "-", f"r-{symbol}".lower()).strip("-")
        assert run("new", slug, "--symbol", symbol, "--language", language).exit_code == 0
        path = tiny.root / "inputs" / slug / "report.yaml"
        text = completed(path.read_text("utf-8"))
        for pattern, instead in changes:
            text, count = re.subn(pattern, instead, text)
            assert count, f"{pattern} is not in {text}"
        path.write_text(text, "utf-8")
        return reportgen.load(path.parent)

    return begin


@pytest.mark.parametrize("symbol", TABLE)
def test_the_masthead_of_a_series_in_six_languages(begun, symbol: str) -> None:
    report = begun(symbol)
    assert {tag: masthead_lines(reportgen.build(report, tag)) for tag in TAGS} == TABLE[symbol]


def test_the_table_has_at_least_twenty_five_series() -> None:
    assert len({series_of(Workspace.at(), symbol).begins for symbol in TABLE}) >= 25


@pytest.mark.parametrize("issued", WORDS["issued"], ids=lambda each: f"{each['symbol']} {each['language']}")
def test_the_lines_of_issued_documents(begun, issued) -> None:
    report = begun(issued["symbol"], issued["changes"])
    found = masthead_lines(reportgen.build(report, issued["language"]))
    assert [line for line in found if line in issued["lines"]] == issued["lines"]


@pytest.mark.parametrize("session", WORDS["sessions"])
def test_the_kinds_of_sessions(begun, session: str) -> None:
    report = begun("A/81/1", [("session: 81", f"session: {session}")])
    found = {tag: plain_text(reportgen.build(report, tag).masthead.session) for tag in TAGS}
    assert found == WORDS["sessions"][session]


@pytest.mark.parametrize("items", WORDS["items"])
def test_several_items_their_parts_and_their_list(begun, items: str) -> None:
    report = begun("A/81/1", [("item: 6", items)])
    found = {tag: plain_text(reportgen.build(report, tag).masthead.agenda_item) for tag in TAGS}
    assert found == WORDS["items"][items]


@pytest.mark.parametrize("author", WORDS["authors"])
def test_whose_report_or_note_it_is(begun, author: str) -> None:
    report = begun("A/81/1", [("author: .*", f"author: {author}")])
    found = {tag: plain_text(reportgen.build(report, tag).masthead.author) for tag in TAGS}
    assert found == WORDS["authors"][author]


def test_a_joint_document_has_the_lines_of_both_organs(begun, run, tiny) -> None:
    joint = r"author: \1\n  joint: {symbol: S/2026/612, organ: security-council, session: {number: 81, kind: year}}"
    begun("A/81/1", [("author: (.*)", joint)])
    assert run("build", "r-a-81-1", "-q", "-t", "md", "-t", "docx").exit_code == 0
    text = (tiny.root / "outputs/r-a-81-1/r-a-81-1.en.md").read_text("utf-8").partition("#")[0]
    lines = ["A/81/1–S/2026/612", "General Assembly", "Security Council", "Eighty-first session", "Eighty-first year"]
    assert [line for line in lines if f"**{line}**" in text] == lines


def test_what_an_addendum_and_an_unedited_version_say(begun) -> None:
    report = begun("A/81/1/Add.1", [("author: (.*)", r"author: \1\n  advance: true")])
    heads = [reportgen.build(report, tag).masthead for tag in TAGS]
    assert [plain_text(head.amendment) for head in heads] == [
        "Addendum",
        "Additif",
        "Adición",
        "Добавление",
        "增编",
        "إضافة",
    ]
    assert [plain_text(head.advance) for head in heads] == [
        "Advance unedited version", "Version avancée non éditée", "Versión avanzada sin editar",
        "Неотредактированный предварительный вариант", "未经编辑的预发本", "نسخة أولية غير محررة",
    ]  # fmt: skip


def test_the_titles_of_several_items_are_pieces_of_wording(begun) -> None:
    items = "item: 13, title: Conferences, further: [{item: 115, title: The Summit}]"
    report = begun("A/81/1", [("item: 6", items)])
    head = reportgen.build(report, "en").masthead
    assert [plain_text(each) for each in (head.agenda_title, *head.further_titles)] == ["Conferences", "The Summit"]


@pytest.mark.parametrize("language", TAGS)
def test_a_report_begins_in_any_of_the_six_languages(begun, run, language: str) -> None:
    report = begun("A/81/123", language=language)
    assert report.language == language
    assert run("check", "r-a-81-123").out == ""


@pytest.mark.parametrize("language", ["zh", "ru", "ar"])
def test_the_letters_of_the_parts_of_an_item_are_no_foreign_letters(begun, run, language: str) -> None:
    begun("A/81/123", [("item: 6", "item: 6, part: [a (ii), b]")], language)
    assert run("check", "r-a-81-123").out == ""


def test_a_language_that_no_report_begins_in(run) -> None:
    outcome = run("new", "demo", "--language", "de")
    assert (outcome.exit_code, outcome.err) == (
        2,
        "no report to start from is worded in 'de'\n"
        "  hint: one of ar, en, es, fr, ru, zh; templates/TAG/new.yaml adds another one\n",
    )
    assert run("new", "demo", "--from", "tiny", "--language", "fr").exit_code == 2


def test_every_series_has_names_in_every_language_and_a_source_or_a_doubt() -> None:
    workspace = Workspace.at()
    for begins, series in all_series(workspace).items():
        assert series.source or series.why, begins
        names = (series.organ, series.body, series.sub_body, series.committee)
        for tag in TAGS:
            kinds = [load(workspace, tag).lexicon.kind_of(name) for name in names if name]
            assert set(kinds) <= {"entity", "instrument"}, (begins, tag)
            assert series.place is None or load(workspace, tag).lexicon.kind_of(series.place) == "place"
            assert series.author == "none" or load(workspace, tag).lexicon.kind_of(series.author) == "entity"


def test_a_series_of_ones_own_goes_before_the_installed_one(run, tiny) -> None:
    tiny.write("templates/series.yaml", '"A/{session}": {organ: security-council, sure: false, why: a test}\n')
    run("new", "own", "--symbol", "A/81/1")
    assert "organ: security-council" in (tiny.root / "inputs/own/report.yaml").read_text("utf-8")


def test_a_series_without_source_or_doubt(run, tiny) -> None:
    tiny.write("templates/series.yaml", '"A/{session}": {organ: security-council}\n')
    outcome = run("new", "own", "--symbol", "A/81/1")
    assert outcome.exit_code == 3
    assert outcome.err == (
        "templates/series.yaml:1:24: a series has a document that it was compared with, or a doubt\n"
        "  hint: give 'source', or 'sure: false' with 'why'\n"
    )


def test_every_kind_of_line_says_where_its_words_were_read() -> None:
    said = yaml.safe_load((Workspace.at().installed / "templates/masthead-sources.yaml").read_text("utf-8"))
    for tag in TAGS:
        template = (Workspace.at().installed / "templates" / tag / "masthead.j2").read_text("utf-8")
        for line, key in (("session", "session"), ("agenda_item", "agenda_item"), ("author", "author")):
            block = re.search(rf"{{% block {key} %}}(.*?){{% endblock %}}", template, re.DOTALL)
            kinds = set(re.findall(r'"([a-z-]+)": ', block[1])) - set("abcdefghijklmnopqrstuvwxyz")
            assert kinds <= set(said[line]), (tag, line)
    assert all(set(sources) <= set(TAGS) for kinds in said.values() for sources in kinds.values())
