"""The store stays within its bounds: what was not used for longest goes first."""

from __future__ import annotations

import os
import time
from pathlib import Path

from reportgen.store import bounds
from reportgen.store.bounds import throw_away
from reportgen.store.entries import read_entry, write_entry


def keys(count: int) -> list[str]:
    return [f"{number:040x}" for number in range(count)]


def fill(store: Path, count: int) -> list[str]:
    """Entries of 1,000 bytes, the first one unused for longest."""
    for number, key in enumerate(keys(count)):
        write_entry(str(store), "run", key, bytes(975))
        os.utime(store / "run" / key, (number, number))
    return keys(count)


def test_what_was_unused_for_longest_goes_first(store: Path) -> None:
    written = fill(store, 10)
    size = sum(path.stat().st_size for path in (store / "run").iterdir())
    throw_away(str(store), size - 1)
    left = sorted(path.name for path in (store / "run").iterdir())
    assert left == written[3:]


def test_nothing_goes_while_there_is_room(store: Path) -> None:
    written = fill(store, 10)
    throw_away(str(store), 10_000)
    assert sorted(path.name for path in (store / "run").iterdir()) == written


def test_what_is_read_counts_as_new(store: Path) -> None:
    written = fill(store, 10)
    assert read_entry(str(store), "run", written[0]) is not None
    throw_away(str(store), 5_000)
    assert (store / "run" / written[0]).exists()


def test_what_a_stopped_command_left_goes_after_an_hour(store: Path) -> None:
    fill(store, 1)
    new, old = (store / "run" / f"{'0' * 40}.7.{name}" for name in ("new", "old"))
    for path, age in ((new, 60), (old, 7200)):
        path.write_bytes(b"half")
        os.utime(path, (time.time() - age,) * 2)
    throw_away(str(store), 10_000)
    assert (new.exists(), old.exists()) == (True, False)


def test_writing_holds_the_bounds(store: Path, monkeypatch) -> None:
    monkeypatch.setattr(bounds, "LARGEST_STORE", 400_000)
    for number in range(500):
        write_entry(str(store), "run", f"{number * 7919 * 2**140 % 2**160:040x}", bytes(20_000))
    assert sum(path.stat().st_size for path in (store / "run").iterdir()) < 2 * 400_000


def test_a_folder_that_is_deleted_meanwhile_is_made_anew(store: Path) -> None:
    write_entry(str(store), "run", "0a" * 20, 1)
    (store / "run" / ("0a" * 20)).unlink()
    (store / "run").rmdir()
    store.rmdir()
    write_entry(str(store), "run", "0a" * 20, 2)
    assert read_entry(str(store), "run", "0a" * 20) == 2
