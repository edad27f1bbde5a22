"""Numbers that are never moved."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen import pipeline
from reportgen.errors import InputError
from reportgen.ledger.bis_numbers import SUFFIXES


@pytest.fixture
def kept(book: Any) -> Any:
    """The small report, frozen so that no number is ever moved."""
    book.write(one=["alpha", ("beta", ["part-a", "part-b"])])
    book.freeze(insertions="bis")
    return book


def numbers_of(book: Any) -> str:
    return ", ".join(row for row in book.numbers() if not row.endswith((" one", " two", " three")))


def test_an_insertion_gets_a_number_between(kept: Any) -> None:
    kept.write(one=["alpha", "new", "newer", ("beta", ["part-a", "part-b"])])
    assert numbers_of(kept) == (
        "1 alpha, 1 bis new, 1 ter newer, 2 beta, 2.1 part-a, 2.2 part-b, 3 gamma, 4 delta, 5 epsilon"
    )
    assert [each.id for each in kept.standing().differences if each.place == "renumbered"] == []
    assert kept.standing().refused == {"new", "newer"}


def test_a_deletion_leaves_its_number_empty(kept: Any) -> None:
    kept.write(two=["delta", "epsilon"])
    assert numbers_of(kept) == "1 alpha, 2 beta, 2.1 part-a, 2.2 part-b, 4 delta, 5 epsilon"
    assert kept.audit().retired == {("paragraph", (3,))}
    kept.accept("gamma")
    assert kept.findings() == []
    assert [str(each) for each in pipeline.check(kept.tiny.workspace, kept.tiny.load(), ["en"])] == []


def test_a_moved_paragraph_leaves_its_number_and_gets_one_between(kept: Any) -> None:
    kept.write(one=["alpha", "gamma", ("beta", ["part-a", "part-b"])], two=["delta", "epsilon"])
    assert numbers_of(kept) == "1 alpha, 1 bis gamma, 2 beta, 2.1 part-a, 2.2 part-b, 4 delta, 5 epsilon"
    [moved] = [each for each in kept.standing().differences if each.place != "same"]
    assert (moved.id, moved.place, moved.old, moved.new) == ("gamma", "moved", (3,), ("1 bis",))


def test_parts_of_an_insertion_are_counted_from_one(kept: Any) -> None:
    kept.write(one=["alpha", ("new", ["part-c", "part-d"]), ("beta", ["part-a", "between", "part-b"])])
    assert numbers_of(kept) == (
        "1 alpha, 1 bis new, 1 bis.1 part-c, 1 bis.2 part-d, 2 beta, 2.1 part-a, 2.1 bis between, 2.2 part-b, "
        "3 gamma, 4 delta, 5 epsilon"
    )


def test_before_the_first_one(kept: Any) -> None:
    kept.write(one=["new", "newer", "alpha", ("beta", ["part-a", "part-b"])], two=["gamma"])
    assert numbers_of(kept).startswith("1 ante new, 1 ante bis newer, 1 alpha, ")


def test_behind_the_last_one(kept: Any) -> None:
    kept.write(two=["gamma", "delta", "epsilon", "new"])
    assert numbers_of(kept).endswith("5 epsilon, 5 bis new")


def test_headings(kept: Any) -> None:
    kept.write(three=["new"])
    kept.sections = {"one": kept.sections["one"], "three": ["new"], "two": kept.sections["two"]}
    kept.write()
    assert [row for row in kept.numbers() if row.endswith(("one", "two", "three"))] == ["1 one", "1 bis three", "2 two"]


def test_an_accepted_number_stays(kept: Any) -> None:
    parts = ("beta", ["part-a", "part-b"])
    kept.write(one=["alpha", "new", parts])
    kept.accept("new")
    assert kept.ledger().editions[0].changes[0].step == "1 bis"
    kept.write(one=["alpha", "earlier", "new", "later", parts])
    assert numbers_of(kept).startswith("1 alpha, 1 ter earlier, 1 bis new, 1 quater later, 2 beta")


def test_no_number_is_given_twice(kept: Any) -> None:
    parts = ("beta", ["part-a", "part-b"])
    kept.write(one=["alpha", "new", parts])
    kept.accept("new")
    kept.freeze()
    kept.write(one=["alpha", parts])
    kept.accept("new")
    kept.freeze()
    kept.write(one=["alpha", "other", parts])
    assert numbers_of(kept).startswith("1 alpha, 1 ter other, 2 beta")
    kept.accept("other")
    assert [str(each) for each in pipeline.check(kept.tiny.workspace, kept.tiny.load(), ["en"])] == []


def test_all_languages_have_the_same(kept: Any) -> None:
    kept.write(one=["alpha", "new", ("beta", ["part-b"])])
    assert kept.numbers("zh") == kept.numbers("en")


def test_cross_references_follow(kept: Any) -> None:
    kept.write(one=["alpha", ("new", ["part-c"]), ("beta", '\'See {{ para("new") }}, {{ para("part-c") }}.\'')])
    texts = [line.text for line in lines_of(kept) if line.id == "beta"]
    assert texts == ["See paragraph 1 bis above, paragraph 1 bis (a) above."]


def lines_of(book: Any) -> list[Any]:
    from reportgen.tree.line import lines

    return list(lines(book.built()["en"]))


def test_too_many_insertions_at_one_place(kept: Any) -> None:
    kept.write(one=["alpha", *(f"new-{number}" for number in range(len(SUFFIXES) + 1))])
    with pytest.raises(InputError, match="more than 19 blocks are inserted behind 1"):
        kept.numbers()


def test_a_new_symbol_counts_anew(kept: Any) -> None:
    kept.symbol = "A/99/1/Rev.1"
    kept.write(one=["alpha", "new", "beta"])
    assert numbers_of(kept) == "1 alpha, 2 new, 3 beta, 4 gamma, 5 delta, 6 epsilon"
