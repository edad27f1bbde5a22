from __future__ import annotations

from typing import Any

import pytest

from reportgen.errors import ReportgenError, UsageError


def refusal(error: type[ReportgenError], call: Any, *arguments: Any, **options: Any) -> str:
    with pytest.raises(error) as caught:
        call(*arguments, **options)
    return str(caught.value)


def test_a_first_freeze_records_numbers_texts_and_state(frozen: Any) -> None:
    [edition] = frozen.ledger().editions
    assert (edition.number, edition.symbol, edition.insertions) == (1, "A/99/1", "renumber")
    assert edition.states == {"en": "frozen"}
    assert [(block.id, block.kind, block.path) for block in edition.blocks] == [
        ("title", "title", ()),
        ("one", "heading", (1,)),
        ("alpha", "paragraph", (1,)),
        ("beta", "paragraph", (2,)),
        ("two", "heading", (2,)),
        ("gamma", "paragraph", (3,)),
        ("delta", "paragraph", (4,)),
        ("epsilon", "paragraph", (5,)),
    ]
    assert list(edition.texts["en"]) == [block.id for block in edition.blocks]
    assert edition.blocks[2].words == ("capital", "courts", "detention", "during", "judges", "juvenile", "received",
                                       "training", "year")  # fmt: skip


def test_freezing_again_changes_nothing(frozen: Any) -> None:
    before = frozen.ledger()
    frozen.freeze()
    assert frozen.ledger() == before


def test_another_language_joins_the_edition(frozen: Any) -> None:
    frozen.freeze(["zh"])
    [edition] = frozen.ledger().editions
    assert edition.states == {"en": "frozen", "zh": "frozen"}
    assert set(edition.texts) == {"en", "zh"}


def test_new_wording_is_recorded_by_the_next_freeze(frozen: Any) -> None:
    frozen.freeze(["zh"])
    frozen.write(one=[("alpha", "Other wording."), "beta"])
    before = frozen.ledger().editions[0].texts
    frozen.freeze(["zh"])
    [edition] = frozen.ledger().editions
    assert edition.texts == before
    assert set(edition.texts["zh"].values()) == {"missing"}
    assert frozen.findings() == ["RG094 enpara. 1 (alpha): reworded since edition 1, which is frozen"]
    frozen.freeze(["en"])
    assert frozen.findings() == []


def test_a_change_that_is_not_accepted_cannot_be_frozen(frozen: Any) -> None:
    frozen.write(one=["alpha", "new", "beta"])
    assert refusal(ReportgenError, frozen.freeze) == (
        'not accepted since edition 1: new\n  hint: reportgen numbers accept tiny new --why "…"'
    )


def test_accepted_changes_begin_a_new_edition_for_all_languages(frozen: Any) -> None:
    frozen.freeze(["zh"])
    frozen.write(one=["alpha", "new", "beta"])
    frozen.accept("new")
    frozen.freeze(["zh"])
    first, second = frozen.ledger().editions
    assert (second.number, second.states) == (2, {"en": "frozen", "zh": "frozen"})
    assert second.changes == ()
    assert [change.id for change in first.changes] == ["new"]
    assert ("new", (2,)) in [(block.id, block.path) for block in second.blocks]
    assert frozen.findings(["en", "zh"]) == []


def test_an_issued_language_stays_issued(book: Any) -> None:
    book.freeze(state="issued")
    assert refusal(UsageError, book.freeze) == (
        "en is issued as A/99/1\n  hint: give the revision a symbol of its own (…/Rev.1) in report.yaml, then freeze"
    )
    book.freeze(state="issued")


def test_an_issued_language_that_differs_cannot_be_issued_again(book: Any) -> None:
    book.freeze(state="issued")
    book.write(one=[("alpha", "Other wording."), "beta"])
    assert refusal(ReportgenError, book.freeze, state="issued") == (
        "en is issued and differs: alpha\n  hint: this needs a corrigendum, or a revision under a symbol of its own"
    )


def test_other_languages_are_not_held_up_by_an_issued_one(book: Any) -> None:
    book.freeze(["en"], state="issued")
    book.freeze(["zh"])
    book.write(one=["alpha", "new", "beta"])
    book.accept("new")
    book.freeze(["zh"])
    first, second = book.ledger().editions
    assert (first.states, second.states) == ({"en": "issued", "zh": "frozen"}, {"zh": "frozen"})
    assert book.findings(["zh"]) == []
    assert book.findings(["en"]) == ["RG092 enpara. 2 (new): inserted since edition 1, which is issued"]


def test_how_insertions_are_numbered_is_chosen_once(frozen: Any) -> None:
    assert refusal(UsageError, frozen.freeze, insertions="bis") == (
        "insertions are 'renumber' in edition 1\n  hint: the choice is made at the first freeze under a symbol"
    )


def test_what_was_accepted_must_be_made_before_the_next_freeze(frozen: Any) -> None:
    frozen.write(one=["alpha", "new", "beta"])
    frozen.accept("new")
    frozen.write(one=["alpha", "beta"])
    assert refusal(ReportgenError, frozen.freeze) == (
        "inputs/tiny/numbering.yaml:10:7: accepted as inserted, but not so in the report: new"
        "\n  hint: make the change, or take its line out of the ledger"
    )


def test_a_new_symbol_begins_a_draft(frozen: Any) -> None:
    frozen.symbol = "A/99/1/Rev.1"
    frozen.write(one=["beta"])
    assert frozen.findings() == ["RG095 : the last edition went out as A/99/1; this is a draft of a new one"]
    frozen.freeze(insertions="bis")
    assert [(edition.number, edition.symbol, edition.insertions) for edition in frozen.ledger().editions] == [
        (1, "A/99/1", "renumber"), (2, "A/99/1/Rev.1", "bis"),
    ]  # fmt: skip
    assert frozen.findings() == []
