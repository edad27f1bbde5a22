"""The rule about the ledger; what it looks at is made in tests/ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from reportgen import pipeline
from reportgen.checks import Edition, ledger
from reportgen.comparison.difference import Difference
from reportgen.errors import Position
from reportgen.ledger.standing import Audit, Standing, Unmade

PARAGRAPHS = """
    - id: one
      text: One.
    - id: two
      text: Two.
"""
CHINESE = {"one": "一。", "two": "二。"}


@pytest.fixture
def said(edition: Callable[..., Edition]) -> Callable[..., list[str]]:
    """A function: what the rule says of an audit."""
    looked_at = edition(PARAGRAPHS, CHINESE)

    def check(*standings: Standing, **audit: Any) -> list[str]:
        return [str(finding) for finding in ledger.check(replace(looked_at, audit=Audit(standings, **audit)))]

    return check


def standing(*differences: Difference, states: Any = None, **fields: Any) -> Standing:
    defaults = {"accepted": {}, "refused": frozenset(), "issued": {}}
    return Standing(1, states or {"en": "frozen", "zh": "frozen"}, differences, **{**defaults, **fields})


INSERTED = Difference("two", "paragraph", "inserted", new=(2,))


def test_no_ledger(edition: Callable[..., Edition]) -> None:
    assert list(ledger.check(edition(PARAGRAPHS, CHINESE))) == []


def test_nothing_changed(said: Callable[..., list[str]]) -> None:
    assert said(standing(Difference("one", "paragraph", "same", (1,), (1,)))) == []


def test_a_change_that_is_not_accepted(said: Callable[..., list[str]]) -> None:
    place = "inputs/tiny/sections/first.yaml:6:9: "
    hint = '\n  hint: reportgen numbers accept tiny two --why "…"'
    since = "since edition 1, which is frozen in en, zh"
    refused = {"refused": frozenset({"two"})}
    assert said(standing(INSERTED, **refused)) == [f"{place}RG091 error para. 2 (two): inserted {since}{hint}"]
    split = replace(INSERTED, remark="split from one")
    assert said(standing(split, **refused)) == [
        f"{place}RG091 error para. 2 (two): inserted (split from one) {since}{hint}"
    ]
    moved = Difference("two", "paragraph", "moved", (7, 1), (2,))
    assert said(standing(moved, **refused)) == [f"{place}RG091 error para. 2 (two): moved (was 7.1) {since}{hint}"]
    assert said(standing(INSERTED, accepted={"two": "Asked for"})) == []


def test_a_deletion_points_to_the_ledger(said: Callable[..., list[str]]) -> None:
    deleted = Difference("gone", "paragraph", "deleted", old=(3,), position=Position("numbering.yaml", 9, 7))
    assert said(standing(deleted, refused=frozenset({"gone"}))) == [
        "numbering.yaml:9:7: RG091 error gone: deleted (was 3) since edition 1, which is frozen in en, zh"
        '\n  hint: reportgen numbers accept tiny gone --why "…"'
    ]


def test_an_issued_language(said: Callable[..., list[str]]) -> None:
    states = {"en": "issued", "zh": "frozen"}
    found = said(
        standing(
            INSERTED,
            Difference("one", "paragraph", "same", (1,), (1,), reworded=("en", "zh")),
            states=states,
            issued={"en": frozenset({"one", "two"})},
        )
    )
    hint = "\n  hint: reportgen amend tiny --as corrigendum, or --as revision"
    folder = "inputs/tiny/sections/first.yaml"
    assert found == [
        f"{folder}:6:9: RG092 error en para. 2 (two): inserted since edition 1, which is issued{hint}",
        f"{folder}:4:9: RG092 error en para. 1 (one): the text is not that of edition 1, which is issued{hint}",
        f"{folder}:4:9: RG094 note zh para. 1 (one): reworded since edition 1, which is frozen",
    ]


def test_what_was_accepted_and_not_made(said: Callable[..., list[str]]) -> None:
    lost = Unmade("two", "deleted", "Out of date", Position("numbering.yaml", 5, 7))
    assert said(standing(unmade=(lost,))) == [
        "numbering.yaml:5:7: RG093 error para. 2 (two): accepted as deleted (Out of date), but not so in the report"
    ]


def test_a_number_that_nothing_explains(said: Callable[..., list[str]]) -> None:
    renumbered = Difference("two", "paragraph", "renumbered", (3,), (2,))
    assert said(standing(renumbered)) == [
        "inputs/tiny/sections/first.yaml:6:9: RG096 error para. 2 (two): it was 3 in edition 1"
    ]
    assert said(standing(INSERTED, renumbered)) == []
    assert said(standing(renumbered, states={"en": "issued"}, issued={"en": frozenset()})) == []


def test_another_symbol(said: Callable[..., list[str]]) -> None:
    assert said(superseded="A/98/1") == [
        "RG095 note: the last edition went out as A/98/1; this is a draft of a new one"
    ]


def test_the_pipeline_looks_at_the_ledger_where_there_is_one(tiny: Any) -> None:
    from reportgen.pipeline import numbers
    from reportgen.pipeline.numbers import Built
    from reportgen.workspace.writing import write_all

    write_all(tiny.root, numbers.freeze(Built(tiny.workspace, tiny.load()), ["en"]).file())
    tiny.paragraphs("- id: opening\n  text: The report is small.\n- id: added\n  text: Something more.\n")
    assert [each.code for each in pipeline.check(tiny.workspace, tiny.load(), ["en"])] == ["RG091"]
    assert pipeline.check(tiny.workspace, tiny.load(), ["zh"])[0].code != "RG091"
