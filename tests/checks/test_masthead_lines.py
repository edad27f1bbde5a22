"""The lines of the masthead, which templates word, are checked as all wording is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reportgen import pipeline

TEMPLATES = Path(__file__).parents[2] / "templates"
REPORT = """
    symbol: A/99/1
    language: {}
    title: x
    masthead:
      organ: ecosoc
      body: ccpcj
      session: 28
      meeting: {{place: vienna, dates: {{date: 2019-05-20, to: 2019-05-24}}}}
      agenda: {{item: 7}}
      date: {{date: 2019-03-01}}
    {}sections: [first]
    """
LINES = {
    "organ": "organ of the masthead",
    "body": "body of the masthead",
    "session": "session of the masthead",
    "place_and_dates": "place and dates of the masthead",
    "agenda_item": "agenda item of the masthead",
    "author": "author of the masthead",
    "distribution": "information block of the masthead",
    "original": "information block of the masthead",
}
TYPED = {"en": "47", "fr": "sept", "es": "en Kenya", "ru": "47", "zh": "四十七", "ar": "47"}


def with_line(tiny: Any, tag: str, line: str, more: str) -> None:
    """Type something in a line of the masthead's template."""
    text = (TEMPLATES / tag / "masthead.j2").read_text("utf-8")
    begin = f"{{% block {line} %}}"
    assert begin in text
    tiny.write(f"templates/{tag}/masthead.j2", text.replace(begin, f"{begin}{more} "))


def found(tiny: Any, codes: tuple[str, ...]) -> set[tuple[str, str]]:
    return {(each.language, each.where) for each in pipeline.check(tiny.workspace, tiny.load()) if each.code in codes}


# The information block of Russian, Chinese and Arabic is that of English.
OWN = [(tag, line) for tag in TYPED for line in LINES if tag in ("en", "fr", "es") or "information" not in LINES[line]]


@pytest.mark.parametrize(("tag", "line"), OWN)
def test_what_is_typed_in_a_line(tiny: Any, tag: str, line: str) -> None:
    tiny.report(REPORT.format(tag, ""))
    with_line(tiny, tag, line, TYPED[tag])
    assert found(tiny, ("RG051", "RG053")) == {(tag, LINES[line])}


@pytest.mark.parametrize("tag", TYPED)
def test_lines_as_they_are_shipped(tiny: Any, tag: str) -> None:
    tiny.report(REPORT.format(tag, ""))
    assert [each for each in pipeline.check(tiny.workspace, tiny.load()) if "masthead" in each.where] == []


@pytest.mark.parametrize(("tag", "line"), OWN)
def test_a_finding_leads_to_the_template(tiny: Any, tag: str, line: str) -> None:
    tiny.report(REPORT.format(tag, ""))
    with_line(tiny, tag, line, TYPED[tag])
    places = {
        str(each.position)
        for each in pipeline.check(tiny.workspace, tiny.load())
        if each.code in ("RG051", "RG053") and "masthead" in each.where
    }
    first = "distribution" if line == "original" else line
    lines = (tiny.workspace.root / f"templates/{tag}/masthead.j2").read_text("utf-8").splitlines()
    number = next(number for number, text in enumerate(lines, 1) if f"{{% block {first} %}}" in text)
    assert places == {f"templates/{tag}/masthead.j2:{number}:1"}


def test_a_finding_about_a_note_leads_to_the_template(tiny: Any) -> None:
    tiny.report(REPORT.format("en", "").replace("agenda:", "late: true\n      agenda:"))
    with_line(tiny, "en", "late_note", "47")
    [note] = [each for each in pipeline.check(tiny.workspace, tiny.load()) if each.where.startswith("note of the mast")]
    text = (tiny.workspace.root / "templates/en/masthead.j2").read_text("utf-8")
    line = text[: text.index("{% block late_note %}")].count("\n") + 1
    assert str(note.position) == f"templates/en/masthead.j2:{line}:1"


def test_letters_that_look_alike(tiny: Any) -> None:
    tiny.report(REPORT.format("en", ""))
    with_line(tiny, "en", "session", "sеssion")
    assert found(tiny, ("RG061",)) == {("en", "session of the masthead")}


def test_a_fact_that_a_translation_leaves_out(tiny: Any) -> None:
    tiny.report(REPORT.format("en", ""))
    tiny.catalogue('msgctxt "title"\nmsgid "x"\nmsgstr "文"\n')
    text = (TEMPLATES / "zh" / "masthead.j2").read_text("utf-8")
    tiny.write("templates/zh/masthead.j2", text.replace('session ~ "届会议"', '"本届会议"'))
    assert found(tiny, ("RG031",)) == {("zh", "session of the masthead")}


def test_facts_of_the_report_are_not_those_of_the_masthead(tiny: Any) -> None:
    facts = "facts: {item: {count: 5, qualifier: more_than}}\n    "
    tiny.report(REPORT.format("en", facts))
    codes = [each.code for each in pipeline.check(tiny.workspace, tiny.load())]
    assert ("RG035" in codes, "RG071" in codes) == (True, False)


def test_an_agenda_title_that_only_one_language_has_apart(tiny: Any) -> None:
    tiny.report(REPORT.format("en", "").replace("{item: 7}", "{item: 7, title: y}"))
    tiny.catalogue('msgctxt "title"\nmsgid "x"\nmsgstr "文"\n\nmsgctxt "agenda-title"\nmsgid "y"\nmsgstr "文"\n')
    assert [each for each in pipeline.check(tiny.workspace, tiny.load()) if each.code == "RG001"] == []
