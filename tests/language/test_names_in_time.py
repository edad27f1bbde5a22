from __future__ import annotations

from typing import Any

import pytest

from reportgen import language as languages
from reportgen import pipeline
from reportgen.errors import InputError
from reportgen.facts import Names
from reportgen.tree.text import plain_text
from reportgen.workspace import Workspace
from tests.conftest import REPORT, TinyReport

TAGS = ("en", "ar", "es", "fr", "ru", "zh")
EARLIER = {
    "SZ": ("2018-04-18", "2018-04-19", {
        "en": "Swaziland", "fr": "le Swaziland", "es": "Swazilandia", "ru": "Свазиленд", "ar": "سوازيلند"}),
    "MK": ("2019-02-13", "2019-02-14", {
        "en": "the former Yugoslav Republic of Macedonia", "fr": "l’ex-République yougoslave de Macédoine",
        "es": "la ex República Yugoslava de Macedonia", "ru": "бывшая югославская Республика Македония",
        "zh": "前南斯拉夫的马其顿共和国", "ar": "جمهورية مقدونيا اليوغوسلافية السابقة"}),
    "TR": ("2022-05-31", "2022-06-01", {"en": "Turkey", "fr": "la Turquie", "es": "Turquía"}),
}  # fmt: skip


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("state", EARLIER)
def test_a_state_has_the_name_of_the_day(state: str, tag: str) -> None:
    last, first, names = EARLIER[state]
    workspace = Workspace.at()
    today = languages.load(workspace, tag).name("place", state)
    named = {day: languages.load(workspace, tag, day).name("place", state) for day in (last, first, last[:7])}
    wanted = names.get(tag, today.forms[""].full)
    assert named[last].forms[""].full == named[last[:7]].forms[""].full == wanted
    assert named[first] == today
    assert (wanted != today.forms[""].full) == (tag in names)


@pytest.mark.parametrize("tag", TAGS)
def test_an_earlier_name_has_the_forms_of_the_later_one(tag: str) -> None:
    entries = [each for each in languages.load(Workspace.at(), tag).lexicon.entries() if each.earlier]
    assert len(entries) >= 3
    for entry in entries:
        for each in entry.earlier:
            assert set(each.forms) == set(entry.forms), entry.id
            assert (each.kind, each.id, bool(each.last_day)) == (entry.kind, entry.id, True)


def test_a_body_has_the_name_of_the_day() -> None:
    named = [languages.load(Workspace.at(), "en", day).name("entity", "dgc").forms[""].full for day in ("2018", "2019")]
    assert named == ["the Department of Public Information", "the Department of Global Communications"]


def test_both_names_are_read() -> None:
    for day in ("", "2017-01-01"):
        found = languages.load(Workspace.at(), "en", day).recognizer.readings("Turkey and Türkiye")
        assert {each.value for each in found if isinstance(each.value, Names)} == {Names("place", ("TR",))}


SECTION = """\
id: first
heading: The first section
paragraphs:
  - {id: opening, facts: {states: {places: [SZ, TR, UG]}}, text: "Courses were held in {{ states }}."}
"""


@pytest.mark.parametrize(
    ("masthead", "printed"),
    [
        ("{organ: ecosoc, date: {date: 2017-03-01}}", "Swaziland, Turkey and Uganda"),
        ("{organ: ecosoc, date: {date: 2019-03-01}}", "Eswatini, Turkey and Uganda"),
        ("{organ: ecosoc, date: {date: 2023-03-01}}", "Eswatini, Türkiye and Uganda"),
        ("{organ: ecosoc}", "Eswatini, Türkiye and Uganda"),
        ("{organ: ecosoc, meeting: {place: vienna, dates: {date: 2017-05-20, to: 2017-05-24}}}",
         "Swaziland, Turkey and Uganda"),
    ],
)  # fmt: skip
def test_a_report_prints_the_names_of_its_date(tiny: TinyReport, masthead: str, printed: str) -> None:
    tiny.report(REPORT.replace("{organ: ecosoc}", masthead))
    tiny.section(SECTION)
    assert plain_text(tiny.build().blocks[1].content) == f"Courses were held in {printed}."


def test_last_years_report_keeps_its_own(tiny: TinyReport) -> None:
    tiny.section(SECTION)
    tiny.report(REPORT.replace("{organ: ecosoc}", "{organ: ecosoc, date: {date: 2022-03-01}}"))
    texts = {slug: report_text(tiny, slug) for slug in ("tiny",)}
    next_year = REPORT.replace("{organ: ecosoc}", "{organ: ecosoc, date: {date: 2023-03-01}}").replace(
        "A/99/1", "A/99/9"
    )
    tiny.write("inputs/next/report.yaml", next_year)
    tiny.write("inputs/next/sections/first.yaml", SECTION)
    texts |= {slug: report_text(tiny, slug) for slug in ("next", "tiny")}
    assert texts == {
        "tiny": "Courses were held in Eswatini, Turkey and Uganda.",
        "next": "Courses were held in Eswatini, Türkiye and Uganda.",
    }


def report_text(tiny: TinyReport, slug: str) -> str:
    document = pipeline.build(tiny.workspace, pipeline.load(tiny.workspace, slug), "en")
    block: Any = document.blocks[1]
    return plain_text(block.content)


def test_a_last_day_that_is_none(tiny: TinyReport) -> None:
    tiny.write("locales/en/lexicon/places.yaml", "the-hill: {name: the Hill, earlier: [{name: the Mount, to: soon}]}\n")
    with pytest.raises(InputError, match="'to' is the last day of the name"):
        languages.load(tiny.workspace, "en").name("place", "the-hill")


def test_a_typed_name_is_out_of_date_only_from_its_day_on(tiny: TinyReport) -> None:
    tiny.section(
        SECTION.replace(
            '"Courses were held in {{ states }}."', '"Courses were held in {{ states }}, not in Swaziland."'
        )
    )
    found = []
    for year in (2017, 2019):
        tiny.report(REPORT.replace("{organ: ecosoc}", f"{{organ: ecosoc, date: {{date: {year}-03-01}}}}"))
        found.append([each.code for each in pipeline.check(tiny.workspace, tiny.load()) if each.code == "RG215"])
    assert found == [[], ["RG215"]]


def test_a_name_that_has_an_entry_of_its_own_is_that_one() -> None:
    text = "the Department of Public Information"
    found = languages.load(Workspace.at(), "en").recognizer.readings(text)
    assert {each.value for each in found if each.end == len(text)} == {Names("entity", ("dpi",))}
