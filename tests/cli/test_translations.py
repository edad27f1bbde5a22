"""reportgen translations update: catalogues that a second update leaves as they are."""

from __future__ import annotations

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
