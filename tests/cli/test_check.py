"""reportgen check: findings as text and as JSON."""

from __future__ import annotations

import json

MISSING = (
    "locales/zh/tiny.po:11:1: RG041 error zh opening: the translation is missing\n"
    "  hint: reportgen explain RG041 says why, and what to do\n"
)

PAIRS = "write 'key: value', one a line"


def test_nothing_to_say(run, translate) -> None:
    translate()
    assert run("check") == (0, "", "A/99/1 in en, zh: 0 errors, 0 other findings\n")


def test_findings_as_text(run, translate) -> None:
    translate(opening="")
    assert run("check", "tiny") == (1, MISSING, "A/99/1 in en, zh: 1 errors, 0 other findings\n")


def test_warnings_make_no_exit_code(run, tiny, translate) -> None:
    translate()
    tiny.report("symbol: A/99/1\ntitle: A short report\nmasthead: {organ: ecosoc}\nsections: [first]\n")
    assert run("check") == (
        0,
        "locales/zh/tiny.po:3:9: RG042 warning zh title: the source has changed since\n"
        "  hint: reportgen explain RG042 says why, and what to do\n",
        "A/99/1 in en, zh: 0 errors, 1 other findings\n",
    )


def test_findings_as_json(run, tiny, translate) -> None:
    translate(opening="")
    tiny.report("symbol: A/99/1\ntitle: A short report\nmasthead: {organ: ecosoc}\nsections: [first]\n")
    outcome = run("check", "--format", "json")
    assert (outcome.exit_code, outcome.err) == (1, "")
    found = json.loads(outcome.out)
    assert [each.pop("text")[:8] for each in found] == ["d0cb422a", ""]
    hint = "reportgen explain {} says why, and what to do"
    place = {"file": "locales/zh/tiny.po", "number": "", "words": "", "language": "zh", "fixable": False}
    assert found == [
        {
            **place, "code": "RG042", "severity": "warning", "where": "title", "id": "title",
            "message": "the source has changed since", "hint": hint.format("RG042"),
            "position": "locales/zh/tiny.po:3:9", "line": 3, "column": 9,
        },
        {
            **place, "code": "RG041", "severity": "error", "where": "opening", "id": "opening",
            "message": "the translation is missing", "hint": hint.format("RG041"),
            "position": "locales/zh/tiny.po:11:1", "line": 11, "column": 1,
        },
    ]  # fmt: skip


def test_no_findings_as_json(run) -> None:
    assert run("check", "--format", "json") == (0, "[]\n", "")


def test_one_language(run, translate) -> None:
    translate(opening="")
    assert run("check", "-l", "en") == (0, "", "A/99/1 in en: 0 errors, 0 other findings\n")
    assert run("check", "-l", "zh") == (1, MISSING, "A/99/1 in zh: 1 errors, 0 other findings\n")


def test_an_unknown_language(run) -> None:
    assert run("check", "-l", "zhh") == (5, "", "there is no language 'zhh'\n  hint: did you mean 'zh'?\n")


def test_a_wrong_report(run, tiny) -> None:
    tiny.section("")
    assert run("check") == (
        3,
        "",
        f"inputs/tiny/sections/first.yaml:1:1: expected a mapping of keys to values\n  hint: {PAIRS}\n",
    )


def test_nothing_is_written(run, files, translate) -> None:
    translate()
    run("check")
    assert files("outputs") == []


def test_many_alike_are_one_line(run, tiny, translate) -> None:
    tiny.paragraphs("".join(f"- {{id: p-{letter}, text: Something.}}\n" for letter in "abcdef"))
    translate(opening=None)
    lines = [line for line in run("check").out.splitlines() if "RG041" in line and "error" in line]
    assert len(lines) == 1
    assert lines[0].endswith("the translation is missing, and at 5 more places (reportgen check --every lists them)")
    every = [line for line in run("check", "--every").out.splitlines() if "RG041 error" in line]
    assert len(every) == 6
