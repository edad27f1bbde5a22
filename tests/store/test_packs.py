"""Packs: many small things in one entry, written once at the end."""

from __future__ import annotations

from pathlib import Path

from reportgen.store import nothing_kept
from reportgen.store.packs import Pack, save_packs

KEY = "0a" * 20


def test_what_was_put_is_found_by_the_next_run(store: Path) -> None:
    pack = Pack("wording", KEY, 10)
    assert pack.find("a") is None
    pack.put("a", "words")
    assert pack.find("a") == "words"
    assert Pack("wording", KEY, 10).find("a") is None
    save_packs()
    assert Pack("wording", KEY, 10).find("a") == "words"
    assert Pack("wording", "0b" * 20, 10).find("a") is None


def test_nothing_is_written_where_nothing_is_new(store: Path) -> None:
    pack = Pack("wording", KEY, 10)
    pack.put("a", 1)
    pack.save()
    path = store / "wording" / KEY
    path.unlink()
    again = Pack("wording", KEY, 10)
    again.find("a")
    again.save()
    pack.save()
    assert not path.exists()


def test_what_nobody_asked_for_is_left_out_of_a_pack_that_is_full(store: Path) -> None:
    pack = Pack("wording", KEY, 3)
    for name in "abc":
        pack.put(name, name)
    pack.save()
    second = Pack("wording", KEY, 3)
    assert second.find("b") == "b"
    second.put("d", "d")
    second.save()
    third = Pack("wording", KEY, 3)
    assert [third.find(name) for name in "abcd"] == [None, "b", None, "d"]


def test_what_others_put_meanwhile_stays(store: Path) -> None:
    one, other = Pack("wording", KEY, 10), Pack("wording", KEY, 10)
    one.put("a", 1)
    other.put("b", 2)
    save_packs()
    again = Pack("wording", KEY, 10)
    assert (again.find("a"), again.find("b")) == (1, 2)


def test_an_entry_of_another_shape_is_taken_for_none(store: Path) -> None:
    from reportgen.store import keep

    keep("wording", KEY, (1, 2))
    assert Pack("wording", KEY, 3).find("a") is None


def test_what_is_put_while_nothing_is_kept_is_never_written(store: Path) -> None:
    pack = Pack("wording", KEY, 2)
    with nothing_kept():
        for name in "abcd":
            pack.put(name, name)
        assert [pack.find(name) for name in "abcd"] == ["a", "b", "c", "d"]
    pack.put("e", "e")
    save_packs()
    again = Pack("wording", KEY, 2)
    assert [again.find(name) for name in "abcde"] == [None, None, None, None, "e"]
