"""What is done with a changed fact and with changed words, three-way: as sent, as it came back, as it is today."""

from __future__ import annotations

import pytest

from reportgen.facts import Count, Names, Value
from reportgen.recover import ChangedFact, Question, Recovered
from reportgen.returned.changes import Change, worst
from reportgen.returned.decisions import (
    FactSides,
    Holds,
    kept_back,
    questions_decided,
    same_value,
    words_decided,
)

SENT, BACK, OTHER = Count(313), Count(331), Count(315)


@pytest.mark.parametrize(
    ("today", "choice", "is_original", "held", "state"),
    [
        (SENT, "ask", True, "", "open"),
        (SENT, "keep", True, "", "kept"),
        (SENT, "take", True, "", "ready"),
        (SENT, "take", True, "frozen", "conflict"),
        (SENT, "keep", True, "frozen", "kept"),
        (BACK, "ask", True, "", "done"),
        (BACK, "take", False, "frozen", "done"),
        (OTHER, "take", True, "", "conflict"),
        (OTHER, "ask", True, "", "conflict"),
        (OTHER, "keep", True, "", "kept"),
        (None, "take", True, "", "conflict"),
        (SENT, "take", False, "", "open"),
        (SENT, "ask", False, "", "open"),
        (SENT, "keep", False, "", "kept"),
    ],
)
def test_a_changed_fact(today: Value | None, choice, is_original: bool, held: str, state: str) -> None:
    assert FactSides("trained", SENT, BACK, today).decided(choice, is_original, held)[0] == state


@pytest.mark.parametrize("choice", ["ask", "keep", "take"])
def test_a_fact_that_is_worked_out_is_a_conflict_whatever_is_said(choice) -> None:
    assert FactSides("total", SENT, BACK, SENT, computed=True).decided(choice, True, "")[0] == "conflict"


@pytest.mark.parametrize(
    ("sent", "back", "today", "state"),
    [
        ("a", "b", "a", "ready"),
        ("a", "b", "b", "done"),
        ("a", "b", "c", "conflict"),
        ("a", "a", "c", "done"),
        ("a", "b", None, "conflict"),
    ],
)
def test_words(sent: str, back: str, today: str | None, state: str) -> None:
    assert words_decided(sent, back, today)[0] == state


def asked(kind, fact: str = "", choices: tuple[str, ...] = ("here", "back")) -> Question:
    return Question(kind, "313", choices, fact)


@pytest.mark.parametrize(
    ("question", "choice", "is_original", "states"),
    [
        (asked("gone", "trained"), "ask", True, ["open"]),
        (asked("gone", "trained"), "take", True, ["ready"]),
        (asked("gone", "trained"), "take", False, ["open"]),
        (asked("unknown name"), "ask", True, ["ready"]),
        (asked("computed", "trained"), "take", True, ["conflict"]),
        (asked("places", "other"), "take", True, ["conflict"]),
        (asked("places", "other"), "ask", True, ["open"]),
        (asked("places", "changed"), "ask", True, []),
        (asked("words of a kind"), "take", True, ["open"]),
        (asked("no form"), "keep", True, ["ready"]),
        (asked("unclear"), "keep", True, ["open"]),
        (asked("note", choices=("take", "drop")), "ask", True, ["ready"]),
        (asked("note", choices=("drop", "restore")), "ask", True, ["ready"]),
        (asked("note", choices=("take", "drop")), "ask", False, ["open"]),
        (asked("note", choices=("drop", "restore")), "ask", False, ["open"]),
    ],
)
def test_questions(question: Question, choice, is_original: bool, states: list[str]) -> None:
    recovered = Recovered("", (ChangedFact("changed", SENT, BACK),), questions=(question,))
    assert [state for state, _ in questions_decided(recovered, choice, is_original)] == states


def test_facts_are_kept_by_answering_so() -> None:
    questions = asked("places", "a", ("everywhere", "here", "back")), asked("unknown name", choices=("as typed",))
    assert kept_back(Recovered("", questions=questions)) == {questions[0].key: "back"}


def test_values_are_the_same_where_they_are_written_alike() -> None:
    assert same_value(Count(3), Count(3, series="courses"))
    assert not same_value(Count(3), Count(3, "about"))
    assert same_value(Names("place", ("KE", "NP"), True, "sorted"), Names("place", ("NP", "KE"), True))
    assert not same_value(Names("entity", ("who", "undp"), True), Names("entity", ("undp", "who"), True))
    assert same_value(None, None)
    assert not same_value(None, Count(3))


def test_a_reason_opens_one_piece_of_a_frozen_report() -> None:
    holds = Holds("frozen", accepted=frozenset({"opening"}))
    assert [holds.facts(piece) for piece in ("opening", "other")] == ["", "frozen"]
    assert Holds("frozen", "issued", frozenset({"opening"})).facts("opening") == "issued"


def test_the_gravest_reason_decides_and_only_what_is_ready_is_written() -> None:
    change = Change("a", "paragraph", "para. 1", "en", "reworded", operations=(object(),))  # type: ignore[arg-type]
    assert worst([]) == "done"
    assert change.decided([("ready", ""), ("done", "")]).operations
    decided = change.decided([("ready", "look"), ("open", "why"), ("open", "why")])
    assert (decided.state, decided.why, decided.operations) == ("open", ("look", "why"), ())
    assert change.against("otherwise").state == "conflict"
