from __future__ import annotations

from typing import Any

import pytest

from reportgen.errors import ReportgenError, UsageError
from reportgen.ledger.model import Accepted

NOTED = {"notes": {"source": "A source."}}


def refusal(book: Any, *ids: str, **options: Any) -> str:
    with pytest.raises(ReportgenError) as caught:
        book.accept(*ids, **options)
    return str(caught.value)


def changes(book: Any) -> list[Accepted]:
    return list(book.ledger().editions[-1].changes)


def test_a_change_is_recorded_with_its_reason_and_place(frozen: Any) -> None:
    frozen.write(one=["beta", "alpha"], two=["gamma", "new", "epsilon"])
    moved = next(iter(frozen.standing().refused - {"new", "delta"}))
    frozen.accept(moved, "new", "delta", why="So decided")
    assert changes(frozen) == [
        Accepted("alpha", "moved", "So decided", "beta"),
        Accepted("delta", "deleted", "So decided"),
        Accepted("new", "inserted", "So decided", "gamma"),
    ]
    assert frozen.standing().is_clean()


def test_parts_and_notes_go_with_their_paragraph(frozen: Any) -> None:
    frozen.write(one=["alpha", ("parent", ["part-a", "part-b"]), ("noted", NOTED), "beta"])
    frozen.tiny.section(
        (frozen.tiny.root / "inputs/tiny/sections/one.yaml")
        .read_text()
        .replace("under noted.", "under noted.[^source]"),
        "one",
    )
    assert frozen.standing().refused == {"parent", "part-a", "part-b", "noted", "source"}
    frozen.accept("parent")
    assert frozen.standing().refused == {"noted", "source"}
    frozen.accept("noted")
    assert frozen.standing().is_clean()


def test_a_section_goes_with_its_heading(frozen: Any) -> None:
    frozen.write(three=["eins", ("zwei", ["drei"])])
    assert frozen.standing().refused == {"three", "eins", "zwei", "drei"}
    frozen.accept("three")
    assert frozen.standing().is_clean()
    frozen.freeze()
    frozen.write(two=[])
    frozen.accept("two")
    assert frozen.standing().is_clean()


def test_a_part_alone(frozen: Any) -> None:
    frozen.write(one=[("alpha", ["part-a"]), "beta"])
    assert frozen.standing().refused == {"part-a"}
    frozen.accept("part-a")
    assert frozen.standing().is_clean()


def test_what_needs_no_acceptance(frozen: Any) -> None:
    frozen.write(one=["alpha", "new", ("beta", "Reworded wholly.")])
    assert refusal(frozen, "gamma") == (
        "'gamma' is renumbered: there is nothing to accept"
        "\n  hint: accept the insertion, deletion or move that its number follows from"
    )
    assert refusal(frozen, "alpha") == (
        "'alpha' is unchanged: there is nothing to accept\n  hint: reportgen numbers check lists what changed"
    )
    assert refusal(frozen, "new", "aplha") == "there is no block 'aplha'\n  hint: did you mean 'alpha'?"
    assert changes(frozen) == []


def test_new_wording_of_a_frozen_report_needs_no_acceptance(frozen: Any) -> None:
    frozen.write(one=[("alpha", "Reworded wholly."), "beta"])
    assert refusal(frozen, "alpha") == (
        "'alpha' is reworded: there is nothing to accept"
        "\n  hint: new wording of a frozen report is reported, and needs no acceptance"
    )


def test_nothing_is_frozen(book: Any) -> None:
    with pytest.raises(UsageError, match="nothing is frozen"):
        book.accept("alpha")


def test_an_issued_report_wants_a_corrigendum(book: Any) -> None:
    book.freeze(state="issued")
    book.write(one=[("alpha", "Reworded wholly."), "beta"])
    assert refusal(book, "alpha") == (
        "all languages are issued as A/99/1\n  hint: name the corrigendum with --corrigendum SYMBOL, or give the "
        "revision a symbol of its own (…/Rev.1)"
    )
    book.accept("alpha", corrigendum="A/99/1/Corr.1", languages=["en"])
    assert changes(book) == [Accepted("alpha", "reworded", "Asked for", corrigendum="A/99/1/Corr.1", languages=("en",))]
    assert book.standing().is_clean()
