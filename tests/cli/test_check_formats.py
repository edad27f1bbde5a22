"""reportgen check for other programs: SARIF against its schema, GitHub's commands; many findings as one line."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

SCHEMA = Path(__file__).parent / "data" / "sarif-2.1.0.json"

WRONG = """\
- {id: opening, text: The  report uses 47 programs in the organisation.}
- {id: second, text: "A sentence, 100% e.g. new: it's here."}
"""


@pytest.fixture
def wrong(tiny) -> None:
    tiny.paragraphs(WRONG)


def test_sarif_holds_its_schema(run, wrong) -> None:
    outcome = run("check", "--format", "sarif")
    log = json.loads(outcome.out)
    jsonschema.Draft4Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(log)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    for result in log["runs"][0]["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    [typed] = [each for each in log["runs"][0]["results"] if "'47'" in each["message"]["text"]]
    region = typed["locations"][0]["physicalLocation"]
    assert region["artifactLocation"]["uri"] == "inputs/tiny/sections/first.yaml"
    assert region["region"] == {"startLine": 4, "startColumn": 42}
    assert outcome.exit_code == 1


def test_sarif_without_findings_holds_its_schema_too(run, translate) -> None:
    translate()
    log = json.loads(run("check", "--format", "sarif").out)
    jsonschema.Draft4Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(log)
    assert log["runs"][0]["results"] == []


def test_commands_of_github(run, wrong) -> None:
    lines = run("check", "--format", "github").out.splitlines()
    [percent] = [line for line in lines if "'100%25'" in line]
    assert percent.startswith(
        "::error file=inputs/tiny/sections/first.yaml,line=5,col=37,title=RG051 en para. 2 (second)"
    )
    assert "::'100%25' is typed in prose%0A" in percent
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)


def test_many_alike_about_different_words_are_one_line(run, tiny) -> None:
    words = ("program", "center", "labor", "defense", "color")
    tiny.paragraphs("".join(f"- {{id: p-{word}, text: A {word} is here.}}\n" for word in words))
    lines = [line for line in run("check").out.splitlines() if "RG210" in line and "hint" not in line]
    assert len(lines) == 1
    assert "'program' is spelled 'programme', and at 4 more places" in lines[0]
    every = run("check", "--every").out.splitlines()
    assert len([line for line in every if "RG210" in line and "hint" not in line]) == 5
