"""reportgen status: length, open translations, names to confirm, what the masthead lacks."""

from __future__ import annotations

import pytest

REPORT = """\
symbol: A/99/1
title: A small report
masthead:
  organ: ecosoc
  date: {date: 2019-03-01}
  job_numbers: {en: 19-01520}
facts: {unodc: {entity: unodc}}
sections: [first]
"""

UNSURE = """\
office:
  name: the Office of Something
  sure: false
  why: found in one document only
lab:
  name: the Laboratory
  sure: false
"""


def test_a_report_in_one_language(run) -> None:
    assert run("status") == (
        0,
        "A/99/1  tiny\n"
        "  en       7 words  0 pieces not translated  0 names to confirm\n"
        "  missing: masthead date (the day the report is submitted)\n"
        "  missing: job number (en)\n",
        "",
    )


def test_chinese_counts_characters(run, translate) -> None:
    translate(opening=None)
    out = run("status", "tiny").out.splitlines()
    assert out[1:3] == [
        "  en       7 words  0 pieces not translated  0 names to confirm",
        "  zh       3 characters  1 pieces not translated  0 names to confirm",
    ]
    assert out[-1] == "  missing: job number (zh)"


def test_a_masthead_that_lacks_nothing(run, tiny) -> None:
    tiny.report(REPORT)
    assert "missing" not in run("status").out


@pytest.fixture
def unsure(tiny):
    tiny.write("locales/en/lexicon/entities.yaml", UNSURE)
    tiny.paragraphs("- id: opening\n  facts: {a: {entity: office}, b: {entity: lab}}\n  text: '{{ a }} and {{ b }}.'\n")


def test_names_to_confirm(run, unsure) -> None:
    assert run("status").out.splitlines()[1] == "  en      10 words  0 pieces not translated  2 names to confirm"
    assert run("status", "--names").out.splitlines()[2:4] == [
        "      entity lab: the Laboratory – not confirmed",
        "      entity office: the Office of Something – found in one document only",
    ]


def test_one_language(run, translate) -> None:
    translate()
    out = run("status", "-l", "zh").out.splitlines()
    assert [line.split()[0] for line in out] == ["A/99/1", "zh", "missing:", "missing:"]
    assert out[-1] == "  missing: job number (zh)"


def test_an_unknown_language(run) -> None:
    outcome = run("status", "-l", "zhh")
    assert (outcome.exit_code, outcome.err) == (5, "there is no language 'zhh'\n  hint: did you mean 'zh'?\n")


def test_texts_of_an_older_source_and_marked_ones_are_counted(run, tiny, translate) -> None:
    translate()
    tiny.section("id: first\nheading: Another section\nparagraphs: [{id: opening, text: The report is small.}]\n")
    path = tiny.root / "locales/zh/tiny.po"
    tiny.catalogue(path.read_text("utf-8").replace('msgctxt "opening"', '#, fuzzy\nmsgctxt "opening"'))
    for update in (False, True):
        if update:
            run("translations", "update")
        assert "  0 pieces not translated, 1 stale, 1 needs review  " in run("status", "-l", "zh").out


def test_files_that_the_report_does_not_name(run, tiny) -> None:
    tiny.section("id: second\nheading: x\nparagraphs: [{id: a, text: b}]\n", "second")
    tiny.write("inputs/tiny/annexes/terms.yaml", "id: terms\nheading: x\nparagraphs: [{id: c, text: d}]\n")
    assert run("status").out.splitlines()[-2:] == [
        "  not in the report: inputs/tiny/sections/second.yaml (report.yaml does not name it)",
        "  not in the report: inputs/tiny/annexes/terms.yaml (report.yaml does not name it)",
    ]
