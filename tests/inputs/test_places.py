"""Where each thing of a report is kept: the value at the place of a piece is the wording that was read there."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen import pipeline
from reportgen.inputs.places import WrittenPlaces, YamlPlace, written_places
from reportgen.inputs.rows import rows_of_file
from reportgen.located.cells import CellPlace
from reportgen.model.blocks import Table
from reportgen.model.cells import Sign
from reportgen.model.report import Report, wordings
from reportgen.workspace import Workspace


def found_at(workspace: Workspace, places: WrittenPlaces, name: str) -> str:
    place = places.wordings[name]
    if isinstance(place, CellPlace):
        return rows_of_file(workspace, places.files[place.file])[place.row][place.column]
    return str(places.value(place)).strip()


def check_all(workspace: Workspace, report: Report) -> None:
    places = written_places(workspace, report.slug)
    for name, wording, _ in wordings(report):
        assert found_at(workspace, places, name) == wording.text
    for item in report.all_items():
        assert places.value(places.owners[item.id])["id"] == item.id
        for name in item.all_facts():
            assert isinstance(places.value(places.facts[item.id, name]), dict)
        if isinstance(item, Table):
            for name, cell in (pair for row in item.cells() for pair in row):
                written = found_at(workspace, places, name)
                if isinstance(cell, Decimal):
                    assert Decimal(written.replace("−", "-")) == cell
                elif isinstance(cell, Sign):
                    assert written == cell.text
    for _, part in report.all_parts():
        assert places.value(places.owners[part.id])["id"] == part.id
    for name in report.facts:
        assert places.fact("", name) == places.facts["", name]


def test_the_real_report() -> None:
    workspace = Workspace.at()
    check_all(workspace, pipeline.load(workspace, "e-cn.15-2019-9"))


def test_every_kind_of_block(every) -> None:
    check_all(every.workspace, every.load())


@pytest.mark.parametrize("heads", ["", "      columns: [Place, Visits]\n"])
def test_cells_of_a_csv_file(tiny, heads: str) -> None:
    tiny.write("inputs/tiny/visits.csv", "Town,Count\n\nKenya,12\n")
    tiny.paragraphs(
        f"- id: visits\n  table:\n    caption: Visits\n{heads.replace('      ', '    ')}    file: visits.csv\n"
    )
    check_all(tiny.workspace, tiny.load())
    row = 1 if heads else 0
    places = written_places(tiny.workspace, "tiny")
    assert places.wordings[f"visits/{row + 1}-2"] == CellPlace("inputs/tiny/visits.csv", 1, 1)
    assert isinstance(places.wordings["visits/head-1"], YamlPlace if heads else CellPlace)


def test_a_fact_is_kept_in_its_block_before_the_report(tiny) -> None:
    facts = "facts: {a: {count: 1}, b: {count: 2}}"
    tiny.report(f"symbol: A/99/1\ntitle: A\nmasthead: {{organ: ecosoc}}\n{facts}\nsections: [first]\n")
    tiny.paragraphs("- {id: opening, facts: {a: {count: 3}}, text: 'It has {{ a }} and {{ b }}.'}")
    places = written_places(tiny.workspace, "tiny")
    shown = "inputs/tiny/sections/first.yaml"
    assert places.fact("opening", "a") == YamlPlace(shown, ("paragraphs", 0, "facts", "a"))
    assert places.fact("opening", "b") == YamlPlace("inputs/tiny/report.yaml", ("facts", "b"))
    assert places.fact("opening", "c") is None
