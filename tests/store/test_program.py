"""The digest of the program: what is changed gives another one, whatever its times say."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.store import program


@pytest.fixture
def digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., bytes]:
    """The digest of a small program in a folder of its own, as a process tells it that begins some seconds later."""
    folder = tmp_path / "program"
    (folder / "room").mkdir(parents=True)
    for name in ("one.py", "room/two.py"):
        (folder / name).write_text(f"# {name}")
    monkeypatch.setattr(program, "_PACKAGE", str(folder))

    def told(started: float = 0.0, **files: str) -> bytes:
        for name, text in files.items():
            (folder / f"{name}.py").write_text(text)
        newest = max(path.stat().st_mtime for path in folder.rglob("*.py"))
        monkeypatch.setattr(program, "_known", [])
        monkeypatch.setattr(program, "_STARTED", newest + (started or 10))
        return program.program_digest()

    return told


def test_a_program_that_is_the_same_has_the_same_digest(digest) -> None:
    assert digest() == digest()
    assert len(digest()) == 20


def test_a_changed_file_changes_it(digest) -> None:
    assert digest() != digest(one="# something else")


def test_a_new_file_changes_it(digest) -> None:
    assert digest() != digest(three="")


def test_times_alone_change_nothing(digest, tmp_path: Path) -> None:
    before = digest()
    os.utime(tmp_path / "program/one.py", (1, 1))
    assert digest() == before


def test_a_change_of_the_same_size_and_time_is_told(digest, tmp_path: Path) -> None:
    path = tmp_path / "program/one.py"
    before, times = digest(), (path.stat().st_atime_ns, path.stat().st_mtime_ns)
    path.write_text("# two.py")
    os.utime(path, ns=times)
    assert digest() != before


def test_files_changed_a_moment_ago_are_read(digest, tmp_path: Path, store: Path) -> None:
    assert digest(started=0.5) == digest()
    assert len(list((store / "program").iterdir())) == 1


def test_a_program_changed_after_the_process_began_keeps_nothing(digest) -> None:
    assert digest(started=-1) == b""


def test_another_version_of_a_dependency_changes_it(digest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site/jinja2-3.1.5.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    before = digest()
    (tmp_path / "site/jinja2-3.1.5.dist-info").rename(tmp_path / "site/jinja2-3.1.6.dist-info")
    assert digest() != before


def test_a_program_in_an_archive_keeps_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(program, "_PACKAGE", str(tmp_path / "program.zip/reportgen"))
    monkeypatch.setattr(program, "_known", [])
    assert program.program_digest() == b""
