"""Entries: what was kept is found, what is damaged is thrown away, and several processes may write at once."""

from __future__ import annotations

import marshal
import multiprocessing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen import store
from reportgen.store.digest import digest_of_bytes
from reportgen.store.entries import read_entry, write_entry

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary(),
    lambda inner: st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
)


@given(data=PLAIN)
def test_what_was_kept_is_found(tmp_path_factory, data: object) -> None:
    folder = str(tmp_path_factory.mktemp("store"))
    write_entry(folder, "run", "0a" * 20, data)
    assert read_entry(folder, "run", "0a" * 20) == data
    assert read_entry(folder, "run", "0b" * 20) is None


def entry(folder: Path) -> Path:
    write_entry(str(folder), "run", "0a" * 20, ("the report", 41))
    return folder / "run" / ("0a" * 20)


@pytest.mark.parametrize("place", [0, 7, 19, 20, 30, -1])
def test_one_wrong_bit_throws_an_entry_away(store: Path, place: int) -> None:
    path = entry(store)
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)
    assert read_entry(str(store), "run", path.name) is None
    assert not path.exists()


@pytest.mark.parametrize("length", [0, 1, 19, 20, 25])
def test_an_entry_that_is_cut_off_is_none(store: Path, length: int) -> None:
    path = entry(store)
    path.write_bytes(path.read_bytes()[:length])
    assert read_entry(str(store), "run", path.name) is None


def test_an_entry_under_the_name_of_another_is_none(store: Path) -> None:
    path = entry(store)
    other = path.with_name("0c" * 20)
    other.write_bytes(path.read_bytes())
    assert read_entry(str(store), "run", other.name) is None


def test_a_link_is_not_followed(store: Path, tmp_path: Path) -> None:
    path = entry(store)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert read_entry(str(store), "run", path.name) is None


def test_nothing_is_kept_where_it_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "run").write_bytes(b"a file where the folder should be")
    write_entry(str(tmp_path), "run", "0a" * 20, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["run"]


def test_entries_are_for_their_user_alone(store: Path) -> None:
    path = entry(store)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o077 == 0


def test_a_key_tells_its_parts_apart() -> None:
    alike = [("a", "bc"), ("ab", "c"), ("a", "b", "c"), ("a", ("b", "c")), ("a", b"bc")]
    assert len({store.store_key(*parts) for parts in alike}) == len(alike)


def test_what_is_kept_is_made_once() -> None:
    made: list[int] = []
    for _ in range(3):
        assert store.kept("run", ("a", 1), lambda: made.append(1) or ("x",)) == ("x",)
    assert store.kept("run", ("a", 2), lambda: made.append(2) or ("y",)) == ("y",)
    assert made == [1, 2]


def test_nothing_is_kept_where_the_store_is_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REPORTGEN_CACHE", "off")
    assert [store.kept("run", ("off",), lambda: 1), store.kept("run", ("off",), lambda: 2)] == [1, 2]


def _write_often(folder: str, number: int) -> None:
    for _ in range(200):
        write_entry(folder, "run", "0a" * 20, bytes([number]) * 50_000)


def test_readers_see_whole_entries_while_others_write(store: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_often, args=(str(store), number)) for number in (1, 2)]
    for each in writers:
        each.start()
    seen = set()
    while any(each.is_alive() for each in writers):
        found = read_entry(str(store), "run", "0a" * 20)
        seen.add(found if found is None else (set(found), len(found)) and found[:1] * 50_000 == found)
    for each in writers:
        each.join()
    assert seen <= {None, True}
    assert True in seen
    assert len(list((store / "run").iterdir())) == 1


def test_the_digest_stands_before_plain_data(store: Path) -> None:
    path = entry(store)
    data = path.read_bytes()
    assert marshal.loads(data[20:]) == ("the report", 41)
    assert data[:20] == digest_of_bytes(path.name.encode() + data[20:])
