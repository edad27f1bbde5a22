"""How figures moved from one report to the next."""

from __future__ import annotations

from decimal import Decimal
from xml.etree import ElementTree

import pytest

from reportgen.comparison.figure_table import move_lines, moves_page, moves_picture, moves_summary
from reportgen.comparison.figures import FigureMove, figure_moves, figures_of

LAST = """
- id: training
  facts:
    trained: {count: 313, of: officials trained}
    share: {percent: "40.5"}
    cost: {money: 1200, currency: USD}
    countries: {places: [KE, PE]}
    gone: {count: 3}
    nobody: {count: 0}
    ages: {range: [13, 18]}
    when: {year: 2018}
  text: "{{ trained }}, {{ share }}, {{ cost }}, {{ countries }}, {{ gone }}, {{ nobody }}, {{ ages }}, {{ when }}."
- id: visits
  table:
    caption: Visits
    columns: [Region, {head: Visits, id: visits}, {head: Year, numbers: plain}]
    rows:
      - [Africa, 12, 2017]
      - [Asia, 8, 2018]
"""


@pytest.fixture
def moves(tiny) -> dict[str, FigureMove]:
    tiny.paragraphs(LAST)
    last = tiny.load()
    this = LAST.replace("313", "421").replace('"40.5"', "43").replace("currency: USD", "currency: EUR")
    this = this.replace("[KE, PE]", "[KE, PE, ID]").replace("gone: {count: 3}", "came: {count: 7}")
    this = this.replace("{{ gone }}", "{{ came }}").replace("nobody: {count: 0}", "nobody: {count: 4}")
    tiny.paragraphs(this.replace("[13, 18]", "[13, 19]").replace("[Africa, 12", "[Africa, 15"))
    return {each.key: each for each in figure_moves(figures_of(last), figures_of(tiny.load()), {"training": "para. 1"})}


def test_each_figure_is_found_by_its_id(moves) -> None:
    assert {key: (each.change, each.difference, each.percent) for key, each in moves.items()} == {
        "training/trained": ("moved", 108, Decimal("34.5")),
        # A percentage moves by points.
        "training/share": ("moved", Decimal("2.5"), None),
        "training/cost": ("unlike", None, None),
        "training/countries": ("moved", 1, Decimal("50.0")),
        "training/came": ("new", None, None),
        # From one number to another: both are told, and no difference.
        "training/ages": ("moved", None, None),
        "training/nobody": ("moved", 4, None),
        "visits/Africa/visits": ("moved", 3, Decimal("25.0")),
        "visits/Asia/visits": ("same", None, None),
        "training/gone": ("dropped", None, None),
    }


def test_the_table(moves) -> None:
    found = list(moves.values())
    assert moves_summary(found) == "6 moved, 1 in other units, 1 new, 1 dropped, 1 the same"
    assert [line.split() for line in move_lines(found)][:2] == [
        ["where", "what", "last", "this", "change", "%", "of"],
        ["para.", "1", "training/trained", "313", "421", "+108", "+34.5", "officials", "trained"],
    ]
    assert "Asia" not in "\n".join(move_lines(found))
    assert list(move_lines([moves["visits/Asia/visits"]])) == []


def test_the_data(moves) -> None:
    assert moves["training/trained"].as_json() == {
        "what": "training/trained", "where": "para. 1", "of": "officials trained", "change": "moved", "unit": "",
        "last": "313", "this": "421", "difference": "108", "percent": "34.5",
    }  # fmt: skip
    assert moves["training/gone"].as_json()["this"] is None


def test_the_picture_has_a_panel_for_each_figure_that_moved(moves) -> None:
    picture = ElementTree.fromstring(moves_picture("a & b", list(moves.values())))
    space = {"svg": "http://www.w3.org/2000/svg"}
    panels = picture.findall("svg:g", space)
    assert len(panels) == 5
    first = [int(each.attrib["width"]) for each in panels[0].findall("svg:rect", space)]
    # Bars are as long as their figures: 313 to 421.
    assert first[0] / first[1] == pytest.approx(313 / 421, abs=0.01)


def test_the_page_shows_both(moves) -> None:
    page = moves_page("a < b", list(moves.values()))
    assert "<h1>a &lt; b</h1>" in page
    assert page.count("<svg") == 1
    assert page.count("<tr><td>") == 9
    assert "<svg" not in moves_page("", [moves["visits/Asia/visits"]])
