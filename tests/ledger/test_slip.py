from __future__ import annotations

from typing import Any

import pytest

from reportgen.errors import ReportgenError
from reportgen.pipeline import numbers


def slip(book: Any, since: int | None = None) -> list[str]:
    return list(numbers.slip(book.built(), since).text())


def test_nothing_changed(frozen: Any) -> None:
    assert slip(frozen) == ["A/99/1: numbers since edition 1", "No number has changed."]


def test_a_slip_says_what_became_of_every_number(frozen: Any) -> None:
    frozen.write(two=["gamma", ("new", ["part-a"]), "epsilon"])
    frozen.accept("new", why="Asked for by the Committee")
    frozen.accept("delta", why="Out of date")
    assert slip(frozen) == [
        "A/99/1: numbers since edition 1",
        "",
        "old      new          change    block",
        "para. 4  –            deleted   delta   Out of date",
        "–        para. 4      inserted  new     Asked for by the Committee",
        "–        para. 4 (a)  inserted  part-a  Asked for by the Committee",
        "",
        "All other numbers are as before.",
    ]


def test_cross_references_that_follow_are_named(frozen: Any) -> None:
    frozen.write(one=["alpha", ("beta", '\'As said in {{ para("epsilon") }} and {{ para("alpha") }}.\'')])
    frozen.freeze()
    frozen.write(two=["gamma", "new", "delta", "epsilon"])
    frozen.accept("new")
    assert slip(frozen) == [
        "A/99/1: numbers since edition 1",
        "",
        "old        new        change      block",
        "–          para. 4    inserted    new       Asked for",
        "para. 4–5  para. 5–6  renumbered  2 blocks  delta to epsilon",
        "",
        "Cross-references changed in para. 2.",
        "All other numbers are as before.",
    ]


def test_a_slip_says_only_what_is_settled(frozen: Any) -> None:
    frozen.write(one=["alpha", "new", "beta"])
    with pytest.raises(ReportgenError) as caught:
        slip(frozen)
    assert str(caught.value) == (
        "not accepted since edition 1: new\n  hint: a slip says only what is settled: reportgen numbers accept"
    )


def test_a_slip_of_an_issued_report_wants_a_corrigendum(book: Any) -> None:
    book.freeze(state="issued")
    book.write(one=["alpha"])
    with pytest.raises(ReportgenError, match="not accepted since edition 1: beta"):
        slip(book)
    book.accept("beta", why="Withdrawn", corrigendum="A/99/1/Corr.1")
    assert "para. 2    –          deleted     beta      Withdrawn" in slip(book)


def test_a_slip_since_an_older_edition_tells_of_all_changes(frozen: Any) -> None:
    frozen.write(one=["alpha", "new", "beta"])
    frozen.accept("new", why="First reason")
    frozen.freeze()
    frozen.write(one=["alpha", "new", "newer", "beta"])
    frozen.accept("newer", why="Second reason")
    assert [row.split("  ")[-1].strip() for row in slip(frozen) if "inserted" in row] == ["Second reason"]
    assert [row.split("  ")[-1].strip() for row in slip(frozen, 1) if "inserted" in row] == [
        "First reason",
        "Second reason",
    ]
    with pytest.raises(ReportgenError) as caught:
        slip(frozen, 3)
    assert str(caught.value) == "there is no edition 3 of A/99/1\n  hint: editions: 1, 2"


def test_a_slip_of_what_was_never_frozen(book: Any) -> None:
    with pytest.raises(ReportgenError) as caught:
        slip(book)
    assert str(caught.value) == "there is no edition of A/99/1\n  hint: reportgen numbers freeze"


def test_as_data(frozen: Any) -> None:
    frozen.write(two=["gamma", "delta"])
    frozen.accept("epsilon", why="Out of date")
    assert numbers.slip(frozen.built()).as_json() == {
        "symbol": "A/99/1",
        "edition": 1,
        "numbers": [
            {
                "id": "epsilon",
                "kind": "paragraph",
                "change": "deleted",
                "old": [5],
                "new": [],
                "reworded": [],
                "reprinted": [],
                "found": "id",
                "remark": "",
                "accepted": "Out of date",
            }
        ],
        "references": [],
    }
