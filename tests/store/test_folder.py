"""The folder of the store: where each system has it, and that it is its user's alone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reportgen.store import folder
from reportgen.store.folder import store_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights and owners are those of POSIX")


@pytest.mark.parametrize("named", ["off", "", "relative/folder"])
def test_where_no_folder_is_named(named: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REPORTGEN_CACHE", named)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.setattr(sys, "platform", "linux")
    assert store_folder() == ("" if named else str(tmp_path / "xdg/reportgen"))


@pytest.mark.parametrize(
    ("system", "given", "expected"),
    [
        ("linux", "relative", "{home}/.cache/reportgen"),
        ("linux", "", "{home}/.cache/reportgen"),
        ("darwin", "{home}/xdg", "{home}/Library/Caches/reportgen"),
    ],
)
def test_the_folder_of_each_system(
    system: str, given: str, expected: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("REPORTGEN_CACHE")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", given.format(home=tmp_path))
    monkeypatch.setattr(sys, "platform", system)
    assert store_folder() == expected.format(home=tmp_path)


def test_a_new_folder_is_for_its_user_alone(store: Path) -> None:
    assert store_folder() == str(store)
    assert store.stat().st_mode & 0o777 == 0o700


def test_others_may_not_read_a_folder_that_is_there(store: Path) -> None:
    store.mkdir(mode=0o755)
    assert store_folder() == str(store)
    assert store.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_others_may_write_into_is_not_used(store: Path) -> None:
    store.mkdir()
    store.chmod(0o770)
    assert store_folder() == ""


def test_a_link_is_not_used(store: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    store.symlink_to(tmp_path / "elsewhere")
    assert store_folder() == ""


def test_a_folder_of_another_user_is_not_used(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.mkdir()
    monkeypatch.setattr(folder.os, "geteuid", lambda: 12345)
    assert store_folder() == ""


def test_a_folder_that_cannot_be_made_keeps_nothing(store: Path, tmp_path: Path) -> None:
    store.parent.joinpath("store").write_text("a file")
    assert store_folder() == ""
