"""Several copies at once: what they say alike is taken once, clashes are conflicts of their piece."""

from __future__ import annotations

from reportgen.facts import Count
from reportgen.returned.changes import Change, ReturnedFact
from reportgen.returned.copies import taken_together
from reportgen.returned.operations import DeleteBlock, MoveBlock, Operation, SetFact, SetWording


def change(file: str, piece: str, *operations: Operation, new: str = "new", **fields) -> Change:
    return Change(
        piece, "paragraph", "", "en", "reworded", "ready", ("old", new), (file,), operations=operations, **fields
    )  # fmt: skip


def states(*copies: list[Change]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(each.id, each.state, each.files) for each in taken_together(copies)]


def test_what_two_copies_say_alike_is_taken_once() -> None:
    copies = [[change(file, "a", SetWording("a", "new"))] for file in ("one", "two", "three")]
    assert states(*copies) == [("a", "ready", ("one", "two", "three"))]


def test_different_words_for_one_piece_clash() -> None:
    one = change("one", "a", SetWording("a", "new"))
    two = change("two", "a", SetWording("a", "other"), new="other")
    other = change("two", "b", SetWording("b", "new"))
    assert states([one], [two, other]) == [
        ("a", "conflict", ("one",)),
        ("a", "conflict", ("two",)),
        ("b", "ready", ("two",)),
    ]
    assert all(not each.operations for each in taken_together([[one], [two]]))


def test_a_piece_that_one_deletes_and_another_rewords_is_a_conflict() -> None:
    assert {
        state
        for _, state, _ in states([change("one", "a", DeleteBlock("a"))], [change("two", "a", SetWording("a", "x"))])
    } == {"conflict"}


def test_a_piece_may_be_moved_by_one_and_reworded_by_another() -> None:
    moved, reworded = change("one", "a", MoveBlock("a", "b")), change("two", "a", SetWording("a", "x"))
    assert [state for _, state, _ in states([moved], [reworded])] == ["ready", "ready"]


def test_two_places_for_one_block_clash() -> None:
    found = states([change("one", "a", MoveBlock("a", "b"))], [change("two", "a", MoveBlock("a", "c"))])
    assert [state for _, state, _ in found] == ["conflict", "conflict"]


def fact(new: int, owner: str = "") -> ReturnedFact:
    return ReturnedFact("year", "changed", Count(2018), Count(new), owner)


def taking(file: str, piece: str, new: int, owner: str = "") -> Change:
    return change(file, piece, SetFact(owner, "year", Count(new)), facts=(fact(new, owner),))


def test_a_fact_with_two_values_is_a_conflict_also_within_one_file() -> None:
    assert [state for _, state, _ in states([taking("one", "a", 2019), taking("one", "b", 2020)])] == ["conflict"] * 2
    assert [state for _, state, _ in states([taking("one", "a", 2019)], [taking("two", "b", 2020)])] == ["conflict"] * 2


def test_a_fact_with_one_new_value_in_two_places_is_none() -> None:
    assert [state for _, state, _ in states([taking("one", "a", 2019), taking("one", "b", 2019)])] == ["ready"] * 2
    blocks = [taking("one", "a", 2019, "a"), taking("one", "b", 2020, "b")]
    assert [state for _, state, _ in states(blocks)] == ["ready"] * 2
