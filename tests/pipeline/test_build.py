"""A whole build: languages, formats, and references that only a whole report can prove wrong."""

from __future__ import annotations

import pytest

from reportgen import pipeline
from reportgen.errors import ErrorList, ReferenceError, TranslationError, UsageError
from reportgen.tree.line import lines
from tests.tools.messages import as_expected

FIRST = "inputs/tiny/sections/first.yaml"

REFERENCES = {
    '{{ para("openng") }}': "15: the cross-reference 'openng' points to nothing\n  hint: did you mean 'opening'?",
    '{{ paras("opening", to="q") }}': "15: the cross-reference 'q' points to nothing\n"
    "  hint: one of: closing, first, opening",
    '{{ para("first") }}': "15: 'first' is a heading; para() does not refer to it",
    '{{ section("opening") }}': "15: 'opening' is a paragraph; section() does not refer to it",
    '{{ para("opening") | form("x") }}': "15: a reference to a para has no form 'x' in en",
}


@pytest.mark.parametrize("wording", REFERENCES)
def test_a_reference_points_to_nothing_or_to_another_kind(tiny, wording: str) -> None:
    """The reference begins in line 7, column 15."""
    tiny.paragraphs(f"- id: opening\n  text: Words.\n- id: closing\n  text: 'As {wording}'\n")
    with pytest.raises(ReferenceError) as caught:
        tiny.build()
    assert as_expected(str(caught.value), REFERENCES[wording]) == f"{FIRST}:7:{REFERENCES[wording]}"
    assert caught.value.exit_code == 6


def test_all_wrong_references_are_said_at_once(tiny) -> None:
    tiny.paragraphs(
        "- id: opening\n  text: 'As {{ para(\"q\") }}.[^n]'\n  notes:\n    n: 'As {{ section(\"qq\") }}.'\n"
        "- id: closing\n  text: 'As *{{ para(\"first\") }}*.'\n"
    )
    with pytest.raises(ErrorList) as caught:
        tiny.build()
    found = {str(error.position).removeprefix(FIRST) for error in caught.value.errors}
    assert found == {":5:15", ":7:14", ":9:16"}
    assert caught.value.exit_code == 6


@pytest.mark.parametrize("filters", ["full", "brief | bare", "form", 'brief("x")', 'form("x", "y")'])
def test_a_filter_that_references_do_not_take(tiny, filters: str) -> None:
    tiny.paragraphs(f"- id: opening\n  text: 'As {{{{ para(\"opening\") | {filters} }}}}.'\n")
    assert tiny.refusal("en") == (
        f'{FIRST}:5:15: a cross-reference takes one filter of its own\n  hint: brief, bare or form("…")'
    )


def test_a_language_that_is_not_there(tiny) -> None:
    with pytest.raises(TranslationError) as caught:
        pipeline.build(tiny.workspace, tiny.load(), "zhh")
    assert str(caught.value) == "there is no language 'zhh'\n  hint: did you mean 'zh'?"
    assert caught.value.exit_code == 5


def test_a_format_that_is_not_there(tiny) -> None:
    with pytest.raises(UsageError) as caught:
        pipeline.write(tiny.build(), "docxx")
    assert str(caught.value) == "there is no format 'docxx'\n  hint: did you mean 'docx'?"


def test_a_report_is_written_in_its_own_language_and_in_those_that_have_a_catalogue(tiny) -> None:
    assert pipeline.report_languages(tiny.workspace, tiny.load()) == ("en",)
    tiny.catalogue('msgctxt "opening"\nmsgid "The report is small."\nmsgstr "报告很短。"\n')
    assert pipeline.report_languages(tiny.workspace, tiny.load()) == ("en", "zh")
    documents = pipeline.build_all(tiny.workspace, tiny.load())
    texts = {tag: [line.text for line in lines(document)][-1] for tag, document in documents.items()}
    assert texts == {"en": "The report is small.", "zh": "报告很短。"}


def test_one_language_is_checked_against_the_original_that_stands_beside_it(tiny) -> None:
    tiny.catalogue('msgctxt "opening"\nmsgid "The report is small."\nmsgstr "报告很短。"\n')
    found = [(each.code, each.language, each.where) for each in pipeline.check(tiny.workspace, tiny.load(), ["zh"])]
    assert found == [("RG041", "zh", "title"), ("RG041", "zh", "first")]


def test_two_builds_give_the_same_document(tiny) -> None:
    assert tiny.build() == tiny.build()
