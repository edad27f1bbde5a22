"""reportgen status: length, open translations, names to confirm, what the masthead lacks."""

from __future__ import annotations

import json

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
        "  open: RG401 the masthead has no line 'date'\n"
        "  open: RG402 en the job number is missing\n",
        "",
    )


def test_chinese_counts_characters(run, translate) -> None:
    translate(opening=None)
    out = run("status", "tiny").out.splitlines()
    assert out[1:3] == [
        "  en       7 words  0 pieces not translated  0 names to confirm",
        "  zh       3 characters  1 pieces not translated  0 names to confirm",
    ]
    assert out[-1] == "  open: RG402 zh the job number is missing"


def test_a_masthead_that_lacks_nothing(run, tiny) -> None:
    tiny.report(REPORT)
    assert "open:" not in run("status").out


@pytest.fixture
def unsure(tiny):
    tiny.write("locales/en/lexicon/entities.yaml", UNSURE)
    tiny.paragraphs("- id: opening\n  facts: {a: {entity: office}, b: {entity: lab}}\n  text: '{{ a }} and {{ b }}.'\n")


def test_names_to_confirm(run, unsure) -> None:
    assert run("status").out.splitlines()[1] == "  en      10 words  0 pieces not translated  2 names to confirm"
    assert run("status", "--names").out.splitlines()[2:4] == [
        "      entity lab: the Laboratory – no document or page was found that has it",
        "      entity office: the Office of Something – found in one document only",
    ]


def test_one_language(run, translate) -> None:
    translate()
    out = run("status", "-l", "zh").out.splitlines()
    assert [line.split()[0] for line in out] == ["A/99/1", "zh", "open:", "open:"]
    assert out[-1] == "  open: RG402 zh the job number is missing"


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
        "  open: RG407 report.yaml does not name inputs/tiny/sections/second.yaml",
        "  open: RG407 report.yaml does not name inputs/tiny/annexes/terms.yaml",
    ]


def _masthead(lines: str) -> str:
    return f"symbol: E/CN.15/2019/9\ntitle: T\nmasthead: {{{lines}}}\nsections: [first]\n"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("organ: ecosoc, body: ccpcj", "RG401 the masthead has no line 'session'"),
        ("organ: ecosoc, job_numbers: {en: V.19-01520, fr: V.19-01520}", "RG402 fr the job number V.19-01520 is"),
        ("meeting: {place: vienna, dates: {date: 2020-05-20, to: 2020-05-24}}", "RG404 the symbol says 2019"),
        (
            "date: {date: 2019-04-30}, meeting: {place: vienna, dates: {date: 2019-05-20, to: 2019-05-24}}",
            "RG405 the date 2019-04-30 is later than 2019-03-11, ten weeks before the session; it is to",
        ),
        ("date: {date: 2019-03-01}, job_numbers: {en: V.18-01520}", "RG406 en the job number V.18-01520"),
        ("agenda: {item: 1, note: {symbol: E/CN.15/2018/1}}, date: {date: 2019-03-01}", "RG406 the note on the agenda"),
    ],
)  # fmt: skip
def test_what_an_issued_document_may_not_lack(run, tiny, lines, said) -> None:
    tiny.report(_masthead(lines))
    assert f"  open: {said}" in run("status").out


def test_the_length_and_its_waiver(run, tiny) -> None:
    tiny.section(f"id: first\nheading: H\nparagraphs: [{{id: opening, text: {'Word ' * 9000}.}}]\n")
    tiny.report(_masthead("organ: ecosoc"))
    assert "RG403 the report has 9,002 words; 8,500 are the most" in run("status").out
    tiny.report(_masthead("organ: ecosoc") + "length: {words: 9100, why: Granted.}\n")
    assert "RG403" not in run("status").out


def test_the_status_as_data(run) -> None:
    data = json.loads(run("status", "--format", "json").out)
    assert (data["symbol"], data["languages"]["en"]["length"]) == ("A/99/1", 7)
    assert [each["code"] for each in data["open"]] == ["RG401", "RG402"]


def test_waivers_are_listed(run, tiny) -> None:
    tiny.paragraphs("- {id: opening, text: The program is short.}\n")
    waiver = "{rule: RG210, id: opening, language: en, text: '" + "0" * 64 + "', why: A name.}"
    tiny.report(f"{REPORT}waivers: [{waiver}]\n")
    assert "  open: RG408 en the waiver of RG210 for 'opening' silences nothing\n" in run("status").out


def test_the_log_says_what_was_frozen(run, tiny) -> None:
    run("numbers", "freeze")
    assert "  edition 1 of A/99/1: en frozen\n" in run("status", "--log").out


def test_the_log_says_at_which_edition_each_language_stands(run, tiny) -> None:
    tiny.catalogue("", "fr")
    run("numbers", "freeze", "-l", "en")
    out = run("status", "--log", "-l", "en", "-l", "fr").out
    assert "  en stands at edition 1, frozen\n  fr stands at no edition\n" in out
