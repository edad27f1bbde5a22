"""Files are written whole or not at all, and nothing is left beside them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportgen.cli.files import write_all
from reportgen.errors import OutputError

FULL = OSError(28, "No space left on device")


def fails_at(call: int, original):
    """The function, failing when it is called for the n-th time."""
    calls = []

    def failing(*arguments, **options):
        calls.append(arguments)
        if len(calls) == call:
            raise FULL
        return original(*arguments, **options)

    return failing


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    write_all({tmp_path / "a" / "b.md": b"one", tmp_path / "c.md": b"two"})
    assert (names(tmp_path), names(tmp_path / "a")) == (["a", "c.md"], ["b.md"])
    assert (tmp_path / "a" / "b.md").read_bytes() == b"one"
    assert (tmp_path / "c.md").stat().st_mode & 0o777 == 0o644


def test_older_files_are_replaced(tmp_path: Path) -> None:
    tmp_path.joinpath("a.md").write_bytes(b"a longer text")
    write_all({tmp_path / "a.md": b"new"})
    assert tmp_path.joinpath("a.md").read_bytes() == b"new"
    assert names(tmp_path) == ["a.md"]


@pytest.mark.parametrize("call", [1, 2])
@pytest.mark.parametrize("function", ["chmod", "fdopen"])
def test_a_full_disk_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str, call: int
) -> None:
    tmp_path.joinpath("a.md").write_bytes(b"old")
    monkeypatch.setattr(os, function, fails_at(call, getattr(os, function)))
    with pytest.raises(OutputError) as caught:
        write_all({tmp_path / "a.md": b"new", tmp_path / "b.md": b"new"})
    path = tmp_path / ("a.md" if call == 1 else "b.md")
    assert str(caught.value) == f"{path}: cannot write: No space left on device"
    assert caught.value.exit_code == 7
    assert names(tmp_path) == ["a.md"]
    assert tmp_path.joinpath("a.md").read_bytes() == b"old"


def test_a_file_that_cannot_be_replaced_leaves_no_temporary_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "replace", fails_at(2, os.replace))
    with pytest.raises(OutputError, match=r"b\.md: cannot write: No space left on device$"):
        write_all({tmp_path / name: b"new" for name in ("a.md", "b.md", "c.md")})
    assert names(tmp_path) == ["a.md"]
    assert tmp_path.joinpath("a.md").read_bytes() == b"new"
