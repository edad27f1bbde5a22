"""The map has every State once, in its region; what is counted are the facts that a report prints."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.pipeline.covered import bars_svg, coverage_of, map_svg
from reportgen.pipeline.covered.count import Coverage, states_of_regions, tiles
from reportgen.pipeline.figures import moved_figures
from reportgen.pipeline.numbers import Built
from reportgen.workspace import Workspace

MEMBERS, OBSERVERS = 193, {"VA", "PS"}


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    workspace = Workspace.at(Path(__file__).parents[3])
    document = pipeline.build(workspace, pipeline.load(workspace, "e-cn.15-2019-9"), "en")
    return coverage_of(document, pipeline.language(workspace, "en"))


def test_every_member_and_observer_has_one_tile_and_one_region() -> None:
    states = Counter(name for names in states_of_regions().values() for name in names)
    assert set(states.values()) == {1}
    assert states.keys() == tiles().keys()
    assert len(states) == MEMBERS + len(OBSERVERS)
    assert states.keys() >= OBSERVERS
    assert len(set(tiles().values())) == len(tiles())


def test_every_state_has_a_name_in_the_lexicon() -> None:
    workspace = Workspace.at(Path(__file__).parents[3])
    known = pipeline.language(workspace, "en").lexicon.ids("place")
    assert set(tiles()) <= set(known)


def test_states_stand_with_the_paragraphs_that_name_them(coverage: Coverage) -> None:
    [indonesia] = [each for each in coverage.states if each.id == "ID"]
    assert (indonesia.name, indonesia.region) == ("Indonesia", "Asia")
    assert ("indonesia-extremist-prisoners", "para. 37") in indonesia.pieces
    assert sum(map(len, coverage.regions.values())) == len(coverage.states) > 50


def test_pictures_are_svg_that_says_what_it_shows(coverage: Coverage) -> None:
    drawn = ElementTree.fromstring(map_svg(coverage, "A <map> & more"))
    titles = [each.text for each in drawn.iter("{http://www.w3.org/2000/svg}title")]
    assert len(titles) == MEMBERS + len(OBSERVERS)
    assert any(each and each.startswith("Indonesia: in ") for each in titles)
    assert "A <map> & more" in drawn.attrib["aria-label"]
    bars = ElementTree.fromstring(bars_svg({"<one>": 2, "none": 0}, "bars"))
    assert len(list(bars.iter("{http://www.w3.org/2000/svg}title"))) == 2
    ElementTree.fromstring(bars_svg({}, "nothing"))


SECTION = """\
id: first
heading: One
paragraphs:
  - id: opening
    facts:
      judges: {{count: {judges}}}
    text: Of {{{{ judges }}}} judges.
"""


def test_figures_against_another_report(tiny) -> None:
    tiny.write("inputs/tiny/sections/first.yaml", SECTION.format(judges=40))
    old = pipeline.load(tiny.workspace, "tiny")
    tiny.write("inputs/tiny/sections/first.yaml", SECTION.format(judges=50))
    [figure] = moved_figures(old, Built(tiny.workspace, pipeline.load(tiny.workspace, "tiny")))
    assert figure.last
    assert figure.this
    assert (figure.key, figure.last.said, figure.this.said) == ("opening/judges", "40", "50")
    assert (figure.where, figure.percent) == ("para. 1", 25)
