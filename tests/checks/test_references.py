from __future__ import annotations

from collections.abc import Callable

from reportgen.checks import Edition, references

PARAGRAPHS = """
    - id: one
      text: One.[^n] See {{ paras("two", to="three") }} and {{ para("three") }}.
      notes: {n: A note.}
    - {id: two, text: Two.}
    - {id: three, text: Three.}
"""
CHINESE = {"two": "二。", "three": "三。", "n": "注。"}
BOTH = '{{ paras("two", to="three") }}{{ para("three") | brief }}'


def messages(edition: Callable[..., Edition], text: str, **more: str) -> list[str]:
    made = edition(PARAGRAPHS, {**CHINESE, "one": text, **more})
    return [str(each) for each in references.check(made)]


def test_the_same_marks_and_references(edition: Callable[..., Edition]) -> None:
    assert messages(edition, f"一。[^n]见{BOTH}。") == []
    assert messages(edition, f"见{BOTH}。一。[^n]") == []


def test_a_footnote_mark_that_is_missing(edition: Callable[..., Edition]) -> None:
    assert messages(edition, f"一。见{BOTH}。") == [
        "RG021 error zh para. 1 (one): the footnote mark 'n' stands 0 times, 1 time in the original"
    ]


def test_a_footnote_mark_that_stands_twice(edition: Callable[..., Edition]) -> None:
    assert messages(edition, f"一。[^n]见{BOTH}。[^n]") == [
        "RG021 error zh para. 1 (one): the footnote mark 'n' stands 2 times, 1 time in the original"
    ]


def test_a_cross_reference_that_is_missing(edition: Callable[..., Edition]) -> None:
    assert messages(edition, '一。[^n]见{{ para("three") }}。') == [
        "RG022 error zh para. 1 (one): the cross-reference to 'three' stands 1 time, 2 times in the original",
        "RG022 error zh para. 1 (one): the cross-reference to 'two' stands 0 times, 1 time in the original",
    ]


def test_a_cross_reference_that_the_original_has_not(edition: Callable[..., Edition]) -> None:
    assert messages(edition, f"一。[^n]见{BOTH}。", two='见{{ section("first") }}。') == [
        "RG022 error zh para. 2 (two): the cross-reference to 'first' stands 1 time, 0 times in the original"
    ]
