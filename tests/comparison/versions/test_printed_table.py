"""The table of disagreements as text and as a page."""

from __future__ import annotations

from reportgen.comparison.versions.disagreements import Disagreement
from reportgen.comparison.versions.printed_table import ShownComparison, disagreement_lines, disagreement_page

FOUND = [
    Disagreement("para. 1", "figure", {"en": ("24",), "fr": ("25",), "es": ("24",)}, ("fr",), "24 <officials> met."),
    Disagreement("para. 12", "place", {"en": ("Nepal",), "fr": (), "es": ("Nepal",)}, ("fr",)),
]


def test_who_stands_alone_comes_first() -> None:
    assert list(disagreement_lines(FOUND)) == [
        "where     what    who says what",
        "para. 1   figure  fr: 25; en, es: 24",
        "para. 12  place   fr: –; en, es: Nepal",
    ]
    assert list(disagreement_lines([])) == []


def test_the_page_stands_alone_and_is_escaped() -> None:
    page = disagreement_page("Title & more", [ShownComparison("2 disagreements", ("en", "fr", "es"), tuple(FOUND))])
    assert "<title>Title &amp; more</title>" in page
    assert "24 &lt;officials&gt; met." in page
    assert page.count('class="odd"') == 2
    assert "src=" not in page
    assert "<table>" not in disagreement_page("Title", [ShownComparison("nothing", ("en", "fr"))])
