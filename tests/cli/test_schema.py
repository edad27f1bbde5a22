"""reportgen schema: JSON Schema that accepts what reportgen reads and refuses what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from reportgen.marked import parse, read

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "inputs/e-cn.15-2019-9", ROOT / "templates/new")
FILES = [path for folder in FOLDERS for path in (folder / "report.yaml", *sorted(folder.glob("sections/*.yaml")))]


@pytest.fixture
def errors(run):
    def check(file: str, data: object) -> list[str]:
        schema = json.loads(run("schema", file).out)
        found = Draft202012Validator(schema).iter_errors(data)
        return ["/".join(str(step) for step in each.absolute_path) for each in found]

    return check


@pytest.mark.parametrize("file", ["report", "section", "summary"])
def test_it_is_a_schema(run, file: str) -> None:
    outcome = run("schema", file)
    assert (outcome.exit_code, outcome.err) == (0, "")
    Draft202012Validator.check_schema(json.loads(outcome.out))


def test_without_a_name_it_is_that_of_the_report(run) -> None:
    assert run("schema").out == run("schema", "report").out


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_files_of_reports_are_accepted(errors, path: Path) -> None:
    kind = path.stem if path.stem in ("report", "summary") else "section"
    assert errors(kind, read(path, path.name)) == []


REPORT = "symbol: A/99/1\ntitle: x\nmasthead: {organ: ecosoc}\nsections: [first]\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (REPORT, []),
        (REPORT.replace("A/99/1", "report 1"), ["symbol"]),
        (REPORT.replace("title: x\n", ""), [""]),
        (REPORT.replace("[first]", "[]"), ["sections"]),
        (REPORT.replace("[first]", "[{id: First, heading: x}]"), ["sections/0"]),
        (REPORT.replace("{organ: ecosoc}", "{organ: ecosoc, sesion: 28}"), ["masthead"]),
        (REPORT + "summary: summary\n", []),
        (REPORT + "summary: {paragraphs: [{id: a, text: b}]}\n", []),
        (REPORT + "summary: {paragraphs: []}\n", ["summary"]),
        (REPORT + "langauge: en\n", [""]),
        (REPORT + "facts: {unodc: {entity: unodc}}\n", []),
        (REPORT + "facts: {UNODC: {entity: unodc}}\n", ["facts"]),
        (REPORT + "facts: {unodc: {entitty: unodc}}\n", ["facts/unodc"]),
    ],
)
def test_reports(errors, text: str, places: list[str]) -> None:
    assert errors("report", parse(text, "report.yaml")) == places


@pytest.mark.parametrize(
    "fact",
    [
        "{count: 3}",
        "{count: 3, qualifier: more_than, of: cases, series: a}",
        "{range: [13, 18]}",
        "{ordinal: 3}",
        "{percent: 12}",
        '{percent: "3.75"}',
        "{money: 1500000, currency: USD}",
        "{year: 2018}",
        "{date: 2018-05}",
        "{date: 2019-05-20, to: 2019-05-24}",
        "{period: 9, unit: month}",
        "{symbol: E/CN.15/2019/1}",
        "{place: NO, inside: court}",
        "{places: [MW, 'NA'], order: given}",
        "{entities: [unodc]}",
        "{sdg: 5}",
        "{sdgs: [5, 11]}",
    ],
)
def test_facts(errors, fact: str) -> None:
    text = f"id: a\nheading: b\nparagraphs: [{{id: c, facts: {{n: {fact}}}, text: d}}]\n"
    assert errors("section", parse(text, "section.yaml")) == []


@pytest.mark.parametrize(
    "fact",
    [
        "313",
        "{}",
        "{cuont: 3}",
        "{count: many}",
        "{count: -3}",
        "{count: 3, year: 2018}",
        "{count: 3, colour: red}",
        "{range: [13]}",
        "{range: [13, 18, 20]}",
        "{date: yesterday}",
        "{period: 9, unit: fortnight}",
        "{money: 5}",
        "{place: [MW, KE]}",
        "{places: MW}",
        "{places: []}",
        "{places: [MW, MW]}",
        "{kind: place, ids: [MW], many: false, order: given}",
    ],
)
def test_facts_that_are_none(errors, fact: str) -> None:
    text = f"id: a\nheading: b\nparagraphs: [{{id: c, facts: {{n: {fact}}}, text: d}}]\n"
    assert errors("section", parse(text, "section.yaml")) == ["paragraphs/0/facts/n"]


@pytest.mark.parametrize(
    ("paragraph", "places"),
    [
        ("{id: c, text: d}", []),
        ("{id: c, kind: training}", []),
        ("{id: c}", ["paragraphs/0"]),
        ("{id: c, text: d, kind: training}", ["paragraphs/0"]),
        ("{text: d}", ["paragraphs/0"]),
        ("{id: C, text: d}", ["paragraphs/0/id"]),
        ("{id: c, text: 3}", ["paragraphs/0/text"]),
        ("{id: c, txt: d, text: e}", ["paragraphs/0"]),
        ("{id: c, text: d, notes: {n: e}}", []),
        ("{id: c, text: d, notes: {N: e}}", ["paragraphs/0/notes"]),
        ("{id: c, text: d, facts: {Big-one: {count: 3}}}", ["paragraphs/0/facts"]),
        ("{id: c, text: d, subparagraphs: [{id: e, text: f, subparagraphs: [{id: g}]}]}", None),
    ],
)
def test_paragraphs(errors, paragraph: str, places: list[str] | None) -> None:
    text = f"id: a\nheading: b\nparagraphs: [{paragraph}]\n"
    inner = ["paragraphs/0/subparagraphs/0/subparagraphs/0"]
    assert errors("section", parse(text, "section.yaml")) == (inner if places is None else places)


def test_subsections_are_files_or_stand_there(errors) -> None:
    assert errors("section", {"id": "a", "heading": "b", "sections": ["c", {"id": "d", "heading": "e"}]}) == []
    assert errors("section", {"id": "a", "heading": "b", "sections": [3]}) == ["sections/0"]


def test_an_unknown_file(run) -> None:
    outcome = run("schema", "sections")
    assert (outcome.exit_code, outcome.out) == (2, "")
    assert "'sections' is not one of 'report', 'section', 'annex', 'summary'" in outcome.err
