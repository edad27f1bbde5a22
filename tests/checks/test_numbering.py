from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from reportgen import pipeline
from reportgen.checks import Edition, numbering
from reportgen.pipeline.build import checked_edition
from reportgen.tree.nodes import Document, Number

PARAGRAPHS = """
    - id: one
      text: One.
      subparagraphs: [{id: one-a, text: A.}, {id: one-b, text: B.}]
    - id: two
      text: Two.[^n]
      notes: {n: A note.}
"""
CHINESE = {"one": "一。", "one-a": "甲。", "one-b": "乙。", "two": "二。[^n]", "n": "注。"}


def renumbered(name: str, number: Number | None) -> Callable[[Document], Document]:
    def change(document: Document) -> Document:
        blocks = tuple(replace(block, number=number) if block.id == name else block for block in document.blocks)
        notes = tuple(replace(note, number=number) if note.id == name else note for note in document.notes)
        return replace(document, blocks=blocks, notes=notes)

    return change


def test_numbers_without_gap(edition: Callable[..., Edition]) -> None:
    assert list(numbering.check(edition(PARAGRAPHS, CHINESE))) == []


@pytest.mark.parametrize(
    ("name", "number", "messages"),
    [
        ("two", Number((3,), "3."),
         ["RG011 error zh para. 3 (two): expected number 2 here, found 3",
          "RG012 error zh para. 3 (two): its number differs from 2 in en"]),
        ("two", Number((1,), "1."),
         ["RG011 error zh para. 1 (two): expected number 2 here, found 1",
          "RG012 error zh para. 1 (two): its number differs from 2 in en"]),
        ("two", None, ["RG011 error zh two: expected number 2 here, found none"]),
        ("one-b", Number((1, 3), "(c)"),
         ["RG011 error zh para. 1 (c) (one-b): expected number 2 here, found 3",
          "RG012 error zh para. 1 (c) (one-b): its number differs from 1.2 in en"]),
        ("first", Number((2,), "II."),
         ["RG011 error zh heading II (first): expected number 1 here, found 2",
          "RG012 error zh heading II (first): its number differs from 1 in en"]),
        ("n", Number((2,), "2"),
         ["RG011 error zh note 2 (n): expected number 1 here, found 2",
          "RG012 error zh note 2 (n): its number differs from 1 in en"]),
    ],
)  # fmt: skip
def test_a_number_that_is_wrong_in_one_language(
    edition: Callable[..., Edition], name: str, number: Number | None, messages: list[str]
) -> None:
    found = numbering.check(edition(PARAGRAPHS, CHINESE, renumbered(name, number)))
    assert [str(replace(each, position=None)) for each in found] == messages


def test_a_number_that_is_wrong_has_its_place(edition: Callable[..., Edition]) -> None:
    (found, _) = numbering.check(edition(PARAGRAPHS, CHINESE, renumbered("two", Number((3,), "3."))))
    assert str(found.position) == "inputs/tiny/sections/first.yaml:7:9"


def test_notes_that_are_marked_in_another_order(edition: Callable[..., Edition]) -> None:
    notes = "- id: one\n  text: One[^a] and[^b].\n  notes: {a: A., b: B.}"
    made = edition(notes, {"one": "一[^b]和[^a]。", "a": "甲。", "b": "乙。"})
    assert [str(each) for each in numbering.check(made)] == [
        "RG012 error zh note 1 (b): its number differs from 2 in en",
        "RG012 error zh note 2 (a): its number differs from 1 in en",
    ]


def test_a_heading_alone_at_its_level(tiny: Any) -> None:
    tiny.section("id: first\nheading: x\nsections: [second]\n")
    tiny.section("id: second\nheading: y\nparagraphs: [{id: a, text: b}]\nsections: [third, fourth]\n", "second")
    for name in ("third", "fourth"):
        tiny.section(f"id: {name}\nheading: z\nparagraphs: [{{id: p-{name}, text: b}}]\n", name)
    assert [str(each) for each in pipeline.check(tiny.workspace, tiny.load())] == [
        "inputs/tiny/sections/second.yaml:1:5: RG013 warning heading A (second): "
        "the heading stands alone at its level\n"
        "  hint: reportgen explain RG013 says why, and what to do"
    ]


def test_notes_of_tables_without_a_caption_are_counted_table_by_table(tiny: Any) -> None:
    table = "- id: t{0}\n  table: {{{1}columns: [A], rows: [['1[^n{0}]'], ['2[^m{0}]']]}}\n"
    table += "  notes: {{n{0}: N., m{0}: M.}}\n"
    tiny.paragraphs("".join(table.format(name, caption) for name, caption in enumerate(("", "", "caption: x, ", ""))))
    report = tiny.load()
    made = checked_edition(tiny.workspace, report, pipeline.build_all(tiny.workspace, report, ["en"]))
    assert list(numbering.check(made)) == []
    names = {each.id: each.where for each in made.contents(made.original)}
    assert [names[f"n{number}"] for number in range(4)] == ["n0", "n1", "note a to table 1 (n2)", "n3"]
