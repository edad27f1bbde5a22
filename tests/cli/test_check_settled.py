"""What report.yaml says of the rules: other severities, and waivers that lapse with their texts."""

from __future__ import annotations

import json

import pytest

REPORT = "symbol: A/99/1\ntitle: A small report\nmasthead: {{organ: ecosoc}}\n{}sections: [first]\n"
TEXT = "- {id: opening, text: The program is short.}\n"


def _report(tiny, line: str = "") -> None:
    tiny.report(REPORT.format(line))


@pytest.fixture
def wrong(tiny) -> None:
    tiny.paragraphs(TEXT)
    _report(tiny)


def _found(run) -> list[dict[str, object]]:
    return [each for each in json.loads(run("check", "--format", "json").out) if each["code"] == "RG210"]


@pytest.mark.parametrize("severity", ["error", "note"])
def test_a_rule_of_style_is_as_bad_as_the_report_says(run, tiny, wrong, severity) -> None:
    assert [each["severity"] for each in _found(run)] == ["warning"]
    _report(tiny, f"checks: {{RG210: {severity}}}\n")
    assert [each["severity"] for each in _found(run)] == [severity]
    assert run("check").exit_code == (1 if severity == "error" else 0)


def test_a_rule_that_proves_something_cannot_be_lowered(run, tiny, wrong) -> None:
    _report(tiny, "checks: {RG210: note, RG051: note}\n")
    outcome = run("check")
    assert outcome.exit_code == 3
    assert outcome.err.startswith("inputs/tiny/report.yaml:4:23: the rule RG051 cannot be lowered\n  hint: ")


def test_a_rule_that_is_not_there(run, tiny, wrong) -> None:
    _report(tiny, "checks: {RG219: note, RG999: note}\n")
    outcome = run("check")
    assert (outcome.exit_code, outcome.err.split("\n")[0]) == (
        3,
        "inputs/tiny/report.yaml:4:23: there is no rule 'RG999'",
    )


@pytest.mark.parametrize("word", ["off", "fatal"])
def test_a_severity_that_is_not_there(run, tiny, wrong, word) -> None:
    _report(tiny, f"checks: {{RG210: {word}}}\n")
    outcome = run("check")
    assert outcome.exit_code == 3
    assert outcome.err.startswith("inputs/tiny/report.yaml:4:")


def _waiver(text: str, rule: str = "RG210", language: str = "en") -> str:
    return f"waivers: [{{rule: {rule}, id: opening, language: {language}, text: {text}, why: It is a name.}}]\n"


def test_a_waiver_is_silent_about_one_text(run, tiny, wrong) -> None:
    [found] = _found(run)
    _report(tiny, _waiver(str(found["text"])[:16]))
    assert _found(run) == []
    log = json.loads(run("check", "--format", "sarif").out)
    [result] = log["runs"][0]["results"]
    assert (result["ruleId"], result["suppressions"]) == ("RG210", [{"kind": "external"}])


def test_a_waiver_lapses_when_the_text_changes(run, tiny, wrong) -> None:
    [found] = _found(run)
    _report(tiny, _waiver(str(found["text"])))
    tiny.paragraphs("- {id: opening, text: The program is very short.}\n")
    assert len(_found(run)) == 1


def test_a_rule_that_proves_something_cannot_be_waived(run, tiny, wrong) -> None:
    _report(tiny, _waiver("0" * 64, "RG051"))
    outcome = run("check")
    assert outcome.exit_code == 3
    assert outcome.err.startswith("inputs/tiny/report.yaml:4:18: the rule RG051 cannot be waived\n")
