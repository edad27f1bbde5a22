"""The real report against its fact sheet: every figure, country, date and name of it stands in every language."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.model.blocks import Paragraph
from reportgen.tree.inlines import PrintedFact
from reportgen.tree.nodes import Document, Heading, Subparagraph
from reportgen.tree.nodes import Paragraph as NumberedParagraph
from reportgen.tree.walk import all_inlines
from reportgen.workspace import Workspace

ROOT = Path(__file__).parents[1]
SHEET = json.loads((ROOT / "tests/facts/e-cn.15-2019-9.json").read_text("utf-8"))
WORKSPACE = Workspace.at(ROOT)
REPORT = pipeline.load(WORKSPACE, "e-cn.15-2019-9")
LANGUAGES = pipeline.report_languages(WORKSPACE, REPORT)
PARAGRAPHS = [paragraph for _, part in REPORT.all_parts() for paragraph in part.paragraphs]

NOT_NAMED = {
    76: {"secretary-general": "speaks as I"},
    70: {"3": "stands inside the name of the conference"},
}
"""What the sheet itself says is not printed as such."""


@pytest.fixture(scope="module", params=LANGUAGES)
def document(request: pytest.FixtureRequest) -> Document:
    return pipeline.build(WORKSPACE, REPORT, request.param)


def printed_values(document: Document) -> dict[int, set[str]]:
    """The values of the facts that each numbered paragraph prints, with its subparagraphs and notes."""
    found: dict[int, set[str]] = defaultdict(set)
    notes = {note.id: note for note in document.notes}
    number = 0
    for block in document.blocks:
        if isinstance(block, NumberedParagraph | Subparagraph):
            number = block.number.path[0]
            contents = [block.content]
            owner = next((each for each in PARAGRAPHS if each.id == block.id), None)
            contents += [notes[note].content for note in (owner.notes if owner else ())]
            for content in contents:
                found[number] |= {each.value for each in all_inlines(content) if isinstance(each, PrintedFact)}
    return found


def inside_values(paragraph: Paragraph) -> set[str]:
    """The values of facts that stand only inside the name of another one."""
    return {name for fact in paragraph.all_facts().values() if fact.inside for name in str(fact.value).split()}


def test_there_are_76_paragraphs_in_order(document: Document) -> None:
    numbers = [block.number.path for block in document.blocks if isinstance(block, NumberedParagraph)]
    assert numbers == [(number,) for number in range(1, 77)]


def test_headings_have_the_paragraphs_of_the_sheet(document: Document) -> None:
    ranges: list[list[int]] = []
    open_sections: list[tuple[int, list[int]]] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            open_sections = [each for each in open_sections if each[0] < block.level]
            row = [block.level, 0, 0]
            ranges.append(row)
            open_sections.append((block.level, row))
        elif isinstance(block, NumberedParagraph):
            for _, row in open_sections:
                row[1] = row[1] or block.number.path[0]
                row[2] = block.number.path[0]
    assert ranges == [[level, first, last] for _, level, first, last in SHEET["sections"]]


@pytest.mark.parametrize("number", range(1, 77))
def test_paragraph_prints_what_the_sheet_lists(document: Document, number: int) -> None:
    printed = printed_values(document)[number] | inside_values(PARAGRAPHS[number - 1])
    ends = {end for value in printed for end in value.split("–")}
    periods = {value.split()[0] for value in printed if " " in value}
    wanted = {value for fact in SHEET["paragraphs"][str(number)] for value in fact["values"]}
    missing = wanted - printed - ends - periods - set(NOT_NAMED.get(number, ()))
    assert not missing


@pytest.mark.parametrize("number", range(1, 77))
def test_paragraph_has_no_figure_that_the_sheet_has_not(number: int) -> None:
    listed = {value for fact in SHEET["paragraphs"][str(number)] for value in fact["values"]}
    for fact in PARAGRAPHS[number - 1].all_facts().values():
        if fact.value.kind in ("count", "year", "date", "period", "range", "sdg"):
            assert set(str(fact.value).replace("–", " ").split()) - {"day", "month", "year"} <= listed


@pytest.mark.parametrize("number", range(1, 77))
def test_qualifiers_are_those_of_the_sheet(number: int) -> None:
    listed = [fact for fact in SHEET["paragraphs"][str(number)] if "qualifier" in fact]
    wanted = sorted((fact["values"][0], fact["qualifier"]) for fact in listed)
    facts = [fact.value for fact in PARAGRAPHS[number - 1].all_facts().values()]
    found = sorted((str(value), value.qualifier) for value in facts if getattr(value, "qualifier", "exact") != "exact")
    assert found == wanted


def test_notes_stand_in_paragraphs_1_and_12(document: Document) -> None:
    places = {}
    for block in document.blocks:
        if isinstance(block, NumberedParagraph):
            for inline in all_inlines(block.content):
                if type(inline).__name__ == "NoteMark":
                    places[inline.label] = block.number.path[0]
    assert places == {"1": 1, "2": 12}


def test_no_rule_has_anything_to_say_but_where_a_language_turns_a_sentence_round() -> None:
    found = pipeline.check(WORKSPACE, REPORT)
    assert [str(finding) for finding in found if finding.severity != "note"] == []
    turned = Counter((each.language, each.message.split(" stand ")[0]) for each in found if each.code == "RG038")
    assert max(turned.values()) <= 5, turned


def test_rules_of_style_say_little_about_it() -> None:
    said = Counter(each.language for each in pipeline.check(WORKSPACE, REPORT) if each.code not in ("RG038", "RG023"))
    assert max(said.values()) <= 5, said
