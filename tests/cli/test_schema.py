"""reportgen schema: JSON Schema that accepts what reportgen reads and refuses what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from reportgen.located import parse

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "inputs/e-cn.15-2019-9", ROOT / "templates/new")
EVERY_BLOCK = ROOT / "tests/cases/every-block/inputs/every-block"
FILES = [
    path for folder in (*FOLDERS, EVERY_BLOCK) for path in (folder / "report.yaml", *sorted(folder.glob("*s/*.yaml")))
]


@pytest.fixture
def errors(run):
    def check(file: str, data: object) -> list[str]:
        schema = json.loads(run("schema", file).out)
        found = Draft202012Validator(schema).iter_errors(data)
        return ["/".join(str(step) for step in each.absolute_path) for each in found]

    return check


@pytest.mark.parametrize("file", ["report", "section", "annex", "summary"])
def test_it_is_a_schema(run, file: str) -> None:
    outcome = run("schema", file)
    assert (outcome.exit_code, outcome.err) == (0, "")
    Draft202012Validator.check_schema(json.loads(outcome.out))


def test_without_a_name_it_is_that_of_the_report(run) -> None:
    assert run("schema").out == run("schema", "report").out


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_files_of_reports_are_accepted(errors, path: Path) -> None:
    kind = path.stem if path.stem in ("report", "summary") else path.parent.name.removesuffix("s").removesuffix("e")
    assert errors(kind, parse(path.read_text("utf-8"), path.name)) == []


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
        (REPORT + "contents: 3\nannexes: [one, {id: two, heading: x, appendices: [three]}]\n", []),
        (REPORT + "contents: 9\n", ["contents"]),
        (REPORT + "contents: yes\n", ["contents"]),
        (REPORT + "annexes: [3]\n", ["annexes/0"]),
        (REPORT + "annexes: one\n", ["annexes"]),
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
        "{symbol: E/CN.15/2019/1, para: 12, to: 15}",
        "{resolution: 72/162, organ: general-assembly}",
        "{article: 33, para: 2, point: a}",
        "{target: 10.2}",
        "{number: 2.5, qualifier: about}",
        "{rate: 6.1, per: 100000}",
        "{ratio: [1, 4]}",
        "{age: 15, to: 24}",
        "{time: '10:30', to: '13:00'}",
        "{fiscal_year: 2024/25}",
        "{year: 2018, to: 2021}",
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
        "{target: 10.2, organ: x}",
        "{rate: 5}",
        "{resolution: 72/162, colour: red}",
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


TABLE = "caption: d, columns: [A, B], rows: [[1, x], ['', null]]"


@pytest.mark.parametrize(
    ("block", "places"),
    [
        ("{id: c, plain: d}", []),
        ("{id: c, plain: 3}", ["plain"]),
        ("{id: c, plain: d, text: e}", [""]),
        ("{id: c, quotation: d, notes: {n: e}, facts: {n: {count: 3}}}", []),
        ("{id: c, quotation: ''}", ["quotation"]),
        ("{id: c, list: [d, {text: e, list: [f]}]}", []),
        ("{id: c, list: []}", ["list"]),
        ("{id: c, list: [{list: [f]}]}", ["list/0"]),
        ("{id: c, list: [{text: e, lst: [f]}]}", ["list/0"]),
        ("{id: c, box: {heading: d, paragraphs: [e]}, source: f}", []),
        ("{id: c, box: {heading: d}}", ["box"]),
        ("{id: c, box: {heading: d, paragraphs: []}}", ["box/paragraphs"]),
        (f"{{id: c, table: {{{TABLE}}}, source: f, notes: {{n: e}}}}", []),
        (f"{{id: c, table: {{{TABLE}, total: true}}}}", []),
        (f"{{id: c, table: {{{TABLE}, total: 1}}}}", ["table/total"]),
        (f"{{id: c, table: {{{TABLE}}}, sources: f}}", [""]),
        (f"{{id: c, table: {{{TABLE}, file: x.csv}}}}", ["table"]),
        ("{id: c, table: {caption: d, file: x.csv}}", []),
        ("{id: c, table: {caption: d, file: x.csv, columns: [{head: A, share: 2, numbers: plain}]}}", []),
        ("{id: c, table: {caption: d, file: x.csv, columns: [{head: A, share: 0}]}}", ["table/columns/0"]),
        ("{id: c, table: {caption: d}}", ["table"]),
        ("{id: c, table: {file: x.csv}}", []),
        ("{id: c, table: {caption: d, columns: [A], rows: []}}", ["table/rows"]),
        ("{id: c, table: {caption: d, columns: [A], rows: [[true]]}}", ["table/rows/0/0"]),
        ("{id: c, table: {caption: d, columns: [A], rows: [[[1]]]}}", ["table/rows/0/0"]),
        ("{id: c, figure: {file: x.png, caption: d, alternative: e, width: 200}, source: f}", []),
        ("{id: c, figure: {file: x.png, caption: d}}", ["figure"]),
        ("{id: c, figure: {file: x.png, caption: d, alternative: e, width: 900}}", ["figure/width"]),
        (f"{{id: {'c' * 31}, list: [d]}}", ["id"]),
        ("{id: c, text: d, recommendation: true}", []),
        ("{id: c, text: d, recommendation: 1}", ["recommendation"]),
    ],
)
@pytest.mark.parametrize("file", ["section", "annex"])
def test_blocks(errors, file: str, block: str, places: list[str]) -> None:
    text = f"id: a\nheading: b\nparagraphs: [{block}]\n"
    assert errors(file, parse(text, "section.yaml")) == [f"paragraphs/0/{place}".rstrip("/") for place in places]


@pytest.mark.parametrize("file", ["section", "annex", "summary"])
def test_a_report_alone_has_a_summary(run, errors, file: str) -> None:
    properties = json.loads(run("schema", file).out)["properties"]
    assert "summary" not in properties
    body = {"id": "a", "heading": "b", "paragraphs": [{"id": "c", "text": "d"}]}
    body = {key: value for key, value in body.items() if key in properties}
    assert errors(file, body) == []
    assert errors(file, {**body, "summary": "summary"}) == [""]


def test_subsections_are_files_or_stand_there(errors) -> None:
    assert errors("section", {"id": "a", "heading": "b", "sections": ["c", {"id": "d", "heading": "e"}]}) == []
    assert errors("section", {"id": "a", "heading": "b", "sections": [3]}) == ["sections/0"]


def test_an_unknown_file(run) -> None:
    outcome = run("schema", "sections")
    assert (outcome.exit_code, outcome.out) == (2, "")
    assert "'sections' is not one of 'report', 'section', 'annex', 'summary'" in outcome.err
