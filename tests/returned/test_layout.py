"""Which block each piece belongs to, and which part each block."""

from __future__ import annotations

from reportgen.model.report import wordings
from reportgen.returned.layout import layout_of


def test_every_kind_of_block(every) -> None:
    report = every.load()
    found = layout_of(report)
    assert found.owners["visits/1-2"] == found.owners["all"] == found.owners["visits/source"] == "visits"
    assert found.owners["request-count"] == found.owners["why"] == found.owners["request"] == "request"
    assert found.owners["lands/1-1-1"] == "lands"
    assert found.kinds["advice"] == "box"
    assert found.notes["seen"] == "opening"
    assert found.totals == {"visits"}
    assert found.parents["request-count"] == "request"
    assert found.parents["opening"] == "first"
    assert found.parents["in-short"] == "summary"
    assert found.parents["noun"] == "nouns"
    assert found.parents["letters"] == "terms"
    assert found.levels == {
        "summary": 0, "first": 1, "terms": 0, "nouns": 1, "verbs": 1, "letters": 0, "figures": 0, "sources": 0,
        "names": 0,
    }  # fmt: skip
    assert {name for name, _, item in wordings(report) if item} <= found.ids


def test_the_part_of_a_level(tiny) -> None:
    inner = "sections: [{id: a, heading: A, sections: [{id: b, heading: B}]}, {id: c, heading: C}]"
    tiny.section(f"id: first\nheading: First\nparagraphs: [{{id: opening, text: It is.}}]\n{inner}\n")
    found = layout_of(tiny.load())
    assert [found.above("b", level) for level in (1, 2, 3, 4)] == ["first", "a", "b", ""]
