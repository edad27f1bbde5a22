from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reportgen.checks import Edition, ids
from reportgen.tree.nodes import Document

TWO = """
    - {id: one, text: One.}
    - {id: two, text: Two.}
    - {id: three, text: Three.}
"""
CHINESE = {"one": "一。", "two": "二。", "three": "三。"}
TWO_NOTES = """
    - id: one
      text: One[^a] and[^b].
      notes: {a: A., b: B.}
"""


def test_the_same_blocks_in_the_same_order(edition: Callable[..., Edition]) -> None:
    assert list(ids.check(edition(TWO, CHINESE))) == []


def test_a_block_that_one_language_lacks(edition: Callable[..., Edition]) -> None:
    made = edition(TWO, CHINESE, lambda document: replace(document, blocks=(*document.blocks[:2], document.blocks[3])))
    assert [str(each) for each in ids.check(made)] == ["RG001 error zh two: 'two' stands only in en"]


def test_a_block_that_only_one_language_has(edition: Callable[..., Edition]) -> None:
    def more(document: Document) -> Document:
        return replace(document, blocks=(*document.blocks, replace(document.blocks[1], id="four")))

    found = ids.check(edition(TWO, CHINESE, more))
    assert [str(each) for each in found] == ["RG001 error zh four: 'four' stands only in zh"]


def test_blocks_in_another_order(edition: Callable[..., Edition]) -> None:
    def turned(document: Document) -> Document:
        return replace(document, blocks=(*document.blocks[:1], *document.blocks[:0:-1]))

    found = ids.check(edition(TWO, CHINESE, turned))
    assert [str(each) for each in found] == ["RG002 error zh three: 'three' stands in another order"]


def test_a_footnote_that_a_translation_does_not_mark(edition: Callable[..., Edition]) -> None:
    made = edition(TWO_NOTES, {"one": "一[^b]和。", "a": "甲。", "b": "乙。"})
    assert [str(each) for each in ids.check(made)] == ["RG001 error zh a: 'a' stands only in en"]


def test_footnotes_that_a_translation_marks_in_another_order(edition: Callable[..., Edition]) -> None:
    made = edition(TWO_NOTES, {"one": "一[^b]和[^a]。", "a": "甲。", "b": "乙。"})
    assert [str(each) for each in ids.check(made)] == ["RG002 error zh b: 'b' stands in another order"]
