"""The text of a unit that came back, and what was done to its guarded values."""

from __future__ import annotations

import pytest

from reportgen.translation.came_back import returned_text
from reportgen.translation.units import GuardedPart, MarkedPart, ReturnedUnit, TranslationUnit, UnitPart, WordsPart
from reportgen.tree.inlines import Italic, NoteMark, Text
from reportgen.tree.text import plain_text

FIGURE = GuardedPart(1, "figure", "trained", "313", "{{ trained }}")
MARK = GuardedPart(2, "note", "why", "4", "[^why]")
OLD = GuardedPart(1, "figure", "trained", "plus de 313", "{{ trained }}")


def read(*target: UnitPart, old: tuple[UnitPart, ...] = ()):
    sent = TranslationUnit(
        "one", "para. 1", "", "", "", (FIGURE, WordsPart(" officials"), MARK, MarkedPart(3, "italic", ())), old
    )
    return returned_text(ReturnedUnit("one", "", "", target, 7), sent)


def test_a_value_that_was_never_printed_here_is_held_apart() -> None:
    found = read(WordsPart("Les "), FIGURE, WordsPart(" agents"))
    [sign] = found.signs
    assert plain_text(found.content) == f"Les {sign} agents"
    assert found.restored(f"Les {sign} agents") == "Les {{ trained }} agents"
    assert plain_text(found.shown) == "Les 313 agents"


def test_a_value_of_the_text_before_is_read_as_it_was_printed() -> None:
    found = read(OLD, WordsPart(" agents"), old=(OLD,))
    assert (plain_text(found.content), dict(found.signs)) == ("plus de 313 agents", {})


def test_marks_of_notes_and_looks_are_known_by_their_numbers() -> None:
    found = read(MarkedPart(3, "bold", (WordsPart("x"),)), GuardedPart(2, "note", "", "", ""))
    assert found.content == (Italic((Text("x"),)), NoteMark("why"))


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ((FIGURE, FIGURE), "the protected value '313' stands there 2 times"),
        ((GuardedPart(9, "figure", "", "5", "{{ five }}"),), "the protected value '5' is none of this piece"),
        ((GuardedPart(1, "figure", "", "313", "{{ other }}"),), "the protected value '313' was altered to '313'"),
    ],
)
def test_what_was_done_to_values(target: tuple[UnitPart, ...], fault: str) -> None:
    assert fault in read(*target).faults


def test_a_value_is_called_as_it_stands_in_the_text_that_is_there() -> None:
    assert read(OLD, OLD, old=(OLD,)).faults == ("the protected value 'plus de 313' stands there 2 times",)


def test_another_text_over_a_value_is_told_with_the_value() -> None:
    [(value, said)] = read(GuardedPart(1, "figure", "", "331", "{{ trained }}")).altered
    assert (value, said) == (FIGURE, "the protected value '313' was altered to '331'")


def test_an_emptied_code_is_no_fault() -> None:
    assert read(GuardedPart(1, "figure", "", "", "")).faults == ()
