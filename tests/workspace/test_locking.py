"""One writer at a time, whatever the system has to lock with; a lock never outlives its holder."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from reportgen.errors import OutputError
from reportgen.workspace import locking
from reportgen.workspace.locking import locked


@pytest.fixture(params=["folder", "file", "own file"])
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """What is locked: the folder, on network drives a file, on Windows a file that is there or not."""
    if request.param == "own file":
        monkeypatch.setattr(locking, "fcntl", None)
    elif locking.fcntl is None:
        pytest.skip("this system does not lock so")
    elif request.param == "file":
        monkeypatch.setattr(locking, "fcntl", OnlyFiles())
    return str(request.param)


class OnlyFiles:
    """Locks of a network drive, which are for files that can be written."""

    LOCK_EX, LOCK_NB = 2, 4

    @staticmethod
    def flock(handle: int, operation: int) -> None:
        import fcntl
        import stat

        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(9, "Bad file descriptor")
        fcntl.flock(handle, operation)


def test_the_second_one_waits_and_nothing_is_left(tmp_path: Path, kind: str) -> None:
    order = []

    def second() -> None:
        with locked(tmp_path):
            order.append("second")

    with locked(tmp_path):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(0.1)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]
    assert list(tmp_path.iterdir()) == []


def test_patience_has_an_end(tmp_path: Path, kind: str) -> None:
    with locked(tmp_path), pytest.raises(OutputError) as caught, locked(tmp_path, patience=0.05):
        raise AssertionError
    assert str(caught.value) == (
        f"{tmp_path}: another reportgen has been writing here for 0.05 seconds\n"
        "  hint: run it again when the other one has ended"
    )


def test_many_writers_one_after_another(tmp_path: Path, kind: str) -> None:
    inside: list[int] = []
    most = []

    def write() -> None:
        with locked(tmp_path):
            inside.append(1)
            most.append(len(inside))
            threading.Event().wait(0.001)
            inside.pop()

    threads = [threading.Thread(target=write) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 12
    assert list(tmp_path.iterdir()) == []


def test_a_holder_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom reportgen.workspace.locking import locked\n"
        "with locked(Path(sys.argv[1])):\n print('held', flush=True)\n sys.stdin.read()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n" or os.name == "nt"
    with pytest.raises(OutputError), locked(tmp_path, patience=0):
        raise AssertionError
    process.kill()
    process.communicate()
    with locked(tmp_path, patience=0):
        assert [path.name for path in tmp_path.iterdir()] in ([], [".reportgen-lock"])
    assert list(tmp_path.iterdir()) == []


def test_a_drive_without_any_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unable(*_: Any) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(locking, "fcntl", OnlyFiles())
    monkeypatch.setattr(OnlyFiles, "flock", staticmethod(unable))
    with locked(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []
    with locked(tmp_path), locked(tmp_path):
        assert len(list(tmp_path.iterdir())) == 1, "both hold the one file, and either may take it away first"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(tmp_path: Path, kind: str) -> None:
    refused = pytest.raises(OutputError, match=r"nowhere: cannot write: No such file or directory\n  hint: ")
    with refused, locked(tmp_path / "nowhere"):
        raise AssertionError
