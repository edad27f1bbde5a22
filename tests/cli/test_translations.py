"""reportgen translations update: catalogues that a second update leaves as they are."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree

import pytest

ROOT = Path(__file__).parents[2]


def test_a_new_language(run, tiny) -> None:
    assert run("translations", "update", "-l", "zh") == (0, "locales/zh/tiny.po\n", "")
    text = tiny.root.joinpath("locales/zh/tiny.po").read_text("utf-8")
    assert [line for line in text.splitlines() if line.startswith("msgctxt")] == [
        'msgctxt "title"',
        'msgctxt "first"',
        'msgctxt "opening"',
    ]
    assert '"Language: zh\\n"' in text


def test_all_languages_that_have_a_catalogue(run, tiny, translate) -> None:
    translate(opening=None)
    assert run("translations", "update", "tiny") == (0, "locales/zh/tiny.po\nlocales/zh/tiny.state.yaml\n", "")
    text = tiny.root.joinpath("locales/zh/tiny.po").read_text("utf-8")
    assert text.endswith(
        'msgid "The first section"\nmsgstr "第一节"\n\nmsgctxt "opening"\nmsgid "The report is small."\nmsgstr ""\n'
    )


def test_a_second_update_changes_nothing(run, tiny, translate) -> None:
    translate(opening=None)
    tiny.section("id: first\nheading: The only section\nparagraphs: [{id: opening, text: b}]\n")
    run("translations", "update")
    first = tiny.root.joinpath("locales/zh/tiny.po").read_bytes()
    assert b'#, fuzzy\n#| msgid "The first section"\n' in first
    assert run("translations", "update").exit_code == 0
    assert tiny.root.joinpath("locales/zh/tiny.po").read_bytes() == first


def test_the_real_report_is_updated_once(run, tiny) -> None:
    copytree(ROOT / "inputs" / "e-cn.15-2019-9", tiny.root / "inputs" / "e-cn.15-2019-9")
    path = tiny.root / "locales" / "zh" / "e-cn.15-2019-9.po"
    update = ("translations", "update", "E/CN.15/2019/9", "-l", "zh")
    written = "locales/zh/e-cn.15-2019-9.po\nlocales/zh/e-cn.15-2019-9.state.yaml\n"
    assert run(*update) == (0, written, "")
    first = path.read_bytes()
    run(*update)
    assert path.read_bytes() == first
    installed = ROOT / "locales" / "zh" / "e-cn.15-2019-9.po"
    assert first.decode().count("\nmsgctxt ") == installed.read_text("utf-8").count("\nmsgctxt ")


@pytest.mark.parametrize(
    ("options", "outcome"),
    [
        ([], (2, "", "the report has no catalogue yet\n  hint: name a language to translate into: -l TAG\n")),
        (
            ["-l", "en"],
            (2, "", "the report is written in 'en': that language has no catalogue\n  hint: name another one\n"),
        ),
        (["-l", "zhh"], (5, "", "there is no language 'zhh'\n  hint: did you mean 'zh'?\n")),
    ],
)
def test_languages_that_cannot_be_updated(run, files, options: list[str], outcome: tuple[int, str, str]) -> None:
    assert run("translations", "update", *options) == outcome
    assert files("locales") == []


def test_a_broken_catalogue_is_left_as_it_is(run, tiny) -> None:
    tiny.catalogue("<<<<<<< ours\n")
    outcome = run("translations", "update")
    assert (outcome.exit_code, outcome.out) == (5, "")
    assert outcome.err.startswith("locales/zh/tiny.po:1:1: this line is not of a gettext catalogue\n")
    assert tiny.root.joinpath("locales/zh/tiny.po").read_text() == "<<<<<<< ours\n"


def states(run) -> str:
    return run("translations", "status").out.splitlines()[0]


def test_texts_are_reviewed_by_somebody_on_a_day(run, tiny, translate) -> None:
    translate()
    outcome = run("translations", "accept", "tiny", "opening", "-l", "zh", "--by", "A. Reviser", "--on", "2026-01-31")
    assert (outcome.exit_code, outcome.err) == (0, "")
    recorded = tiny.root.joinpath("locales/zh/tiny.state.yaml").read_text("utf-8")
    assert "state: reviewed, source: " in recorded
    assert "by: A. Reviser, on: 2026-01-31" in recorded
    assert states(run) == "zh  1 reviewed, 2 translated, 0 needs review, 0 stale, 0 new"


@pytest.mark.parametrize("given", [[], ["--by", "A"], ["--on", "2026-01-31"]])
def test_nobody_answers_for_a_review_by_chance(run, translate, given: list[str], monkeypatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    translate()
    outcome = run("translations", "accept", "tiny", "-l", "zh", *given)
    assert (outcome.exit_code, outcome.out) == (2, "")
    assert outcome.err.startswith("who says that it is reviewed, and on which day?")


def test_the_environment_may_say_who_and_when(run, tiny, translate, monkeypatch) -> None:
    monkeypatch.setenv("REPORTGEN_BY", "The office")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    translate()
    assert run("translations", "accept", "tiny", "-l", "zh", "--as", "final").exit_code == 0
    assert states(run) == "zh  3 final, 0 translated, 0 needs review, 0 stale, 0 new"
    assert "by: The office, on: 1970-01-02" in tiny.root.joinpath("locales/zh/tiny.state.yaml").read_text("utf-8")


def test_what_is_final_is_not_lowered_unless_it_is_named(run, translate) -> None:
    translate()
    accept = ("translations", "accept", "tiny", "-l", "zh", "--by", "A", "--on", "2026-01-31")
    run(*accept[:3], "opening", *accept[3:], "--as", "final")
    run(*accept)
    assert states(run) == "zh  1 final, 2 reviewed, 0 translated, 0 needs review, 0 stale, 0 new"
    run(*accept[:3], "opening", *accept[3:])
    assert states(run) == "zh  3 reviewed, 0 translated, 0 needs review, 0 stale, 0 new"


def test_a_word_changed_makes_a_review_stale_and_moving_does_not(run, tiny, translate) -> None:
    translate()
    run("translations", "accept", "tiny", "-l", "zh", "--by", "A", "--on", "2026-01-31")
    tiny.section("id: first\nheading: The first section\nparagraphs: [{id: opening, text: The report is tiny.}]\n")
    assert states(run) == "zh  2 reviewed, 0 translated, 0 needs review, 1 stale, 0 new"
    run("translations", "update")
    tiny.section(
        "id: first\nheading: The first section\n"
        "paragraphs: [{id: new, text: First.}, {id: opening, text: The report is small.}]\n"
    )
    assert states(run) == "zh  3 reviewed, 0 translated, 0 needs review, 0 stale, 1 new"


def test_status_has_the_change_of_the_source_and_what_is_left(run, tiny, translate) -> None:
    translate()
    tiny.section("id: first\nheading: The first section\nparagraphs: [{id: opening, text: The report is tiny.}]\n")
    lines = run("translations", "status").out.splitlines()
    assert lines[0] == "zh  2 translated, 0 needs review, 1 stale, 0 new"
    assert lines[1] == "  left: 4 words, 0.0 pages"
    assert lines[3] == "    The report is [-small-]{+tiny+}."
    [found] = json.loads(run("translations", "status", "--format", "json").out)
    assert (found["language"], found["states"]["stale"], found["words_left"]) == ("zh", 1, 4)
    [piece] = [each for each in found["pieces"] if each["state"] == "stale"]
    assert (piece["id"], piece["where"]) == ("opening", "para. 1")
    assert piece["change"] == "The report is [-small-]{+tiny+}."


def test_status_says_who_answers_for_a_text(run, translate) -> None:
    translate()
    run("translations", "accept", "tiny", "opening", "-l", "zh", "--by", "A", "--on", "2026-01-31")
    [found] = json.loads(run("translations", "status", "--format", "json").out)
    who = [(each["by"], each["on"]) for each in found["pieces"] if each["state"] == "reviewed"]
    assert who == [("A", "2026-01-31")]


def test_a_stale_text_is_accepted_by_its_id_with_a_reason(run, tiny, translate) -> None:
    translate()
    run("translations", "update")
    tiny.section("id: first\nheading: The first section\nparagraphs: [{id: opening, text: The report is tiny.}]\n")
    accept = ("translations", "accept", "tiny", "opening", "-l", "zh", "--by", "A", "--on", "2026-01-31")
    refused = run(*accept)
    assert refused.exit_code == 2
    assert refused.err.startswith("'opening' is of an older source: the source has changed since")
    assert run(*accept, "--why", "same in Chinese").exit_code == 0
    assert states(run) == "zh  1 reviewed, 2 translated, 0 needs review, 0 stale, 0 new"
    assert "why: same in Chinese" in tiny.root.joinpath("locales/zh/tiny.state.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (["openin"], "there is no piece 'openin' in the report\n  hint: did you mean 'opening'?\n"),
        (["opening", "--on", "soon"], "'soon' is no day\n  hint: write it as 2026-01-31\n"),
    ],
)
def test_what_cannot_be_accepted(run, translate, given: list[str], message: str) -> None:
    translate()
    outcome = run("translations", "accept", "tiny", "-l", "zh", "--by", "A", "--on", "2026-01-31", *given)
    assert (outcome.exit_code, outcome.err) == (2, message)


def test_a_final_build_waits_for_what_the_report_requires(run, tiny, translate) -> None:
    translate()
    report = tiny.root / "inputs/tiny/report.yaml"
    report.write_text(report.read_text("utf-8") + "translations: {require: reviewed}\n", "utf-8")
    outcome = run("check", "tiny", "-l", "zh")
    assert "RG050 warning zh" in outcome.out
    assert "it is translated, and must be reviewed" in outcome.out
    run("translations", "accept", "tiny", "-l", "zh", "--by", "A", "--on", "2026-01-31")
    assert "RG050" not in run("check", "tiny", "-l", "zh").out


def test_facts_alone_are_nobodys_to_review(run, tiny, translate) -> None:
    tiny.section(
        "id: first\nheading: The first section\nparagraphs:\n"
        "  - {id: opening, text: The report is small.}\n"
        "  - {id: alone, facts: {n: {place: KE}}, text: '{{ n }}'}\n"
    )
    translate()
    assert run("translations", "accept", "tiny", "-l", "zh", "--by", "A", "--on", "2026-01-31").exit_code == 0
    report = tiny.root / "inputs/tiny/report.yaml"
    report.write_text(report.read_text("utf-8") + "translations: {require: reviewed}\n", "utf-8")
    assert "RG050" not in run("check", "tiny", "-l", "zh").out
