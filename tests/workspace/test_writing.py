"""Files are written whole, all of a set or none, and nothing is left beside them."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportgen.errors import OutputError
from reportgen.workspace.journal import settle, settle_interrupted
from reportgen.workspace.writing import changing, write_all
from tests.workspace.conftest import Died, stopped_at, tree

FULL = OSError(28, "No space left on device")
POSIX = pytest.mark.skipif(os.name == "nt", reason="modes are those of POSIX")

OLD = {"a.md": b"old a", "b.md": b"old b", "deep/d.md": b"old d", "mine.txt": b"not ours"}
NEW = {"a.md": b"new a", "b.md": b"new b", "c/c.md": b"new c", "deep/d.md": b"new d"}
AFTER = {**OLD, **NEW}


def fails_at(call: int, original: Callable[..., Any], error: OSError = FULL) -> Callable[..., Any]:
    """The function, failing when it is called for the n-th time."""
    calls = []

    def failing(*arguments: Any, **options: Any) -> Any:
        calls.append(arguments)
        if len(calls) == call:
            raise error
        return original(*arguments, **options)

    return failing


def lay(folder: Path, files: dict[str, bytes] = OLD) -> dict[Path, bytes]:
    """Write the old files; the new ones by their places."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return {folder / name: data for name, data in NEW.items()}


def refusal(folder: Path, files: dict[Path, bytes]) -> str:
    """What writing the files says; empty where it does."""
    try:
        write_all(folder, files)
    except OutputError as error:
        return str(error)
    return ""


def test_files_are_written_with_their_folders(tmp_path: Path, system: str) -> None:
    write_all(tmp_path, lay(tmp_path))
    assert tree(tmp_path) == AFTER


@pytest.mark.parametrize("outside", [False, True])
def test_files_outside_of_the_workspace(tmp_path: Path, system: str, outside: bool) -> None:
    root = tmp_path / "root"
    root.mkdir()
    place = (tmp_path / "elsewhere/in" if outside else root / "out") / "a.md"
    write_all(root, {place: b"new"})
    assert (tree(place.parent), tree(root)) == ({"a.md": b"new"}, {} if outside else {"out/a.md": b"new"})


def test_stopped_at_any_call_the_set_is_old_or_new_after_the_next_command(tmp_path: Path, system: str) -> None:
    ends = set()
    for call in range(1, 200):
        folder = tmp_path / str(call)
        files = lay(folder)
        try:
            with stopped_at(call):
                write_all(folder, files)
        except Died:
            found = tree(folder)
            lost = [name for name in OLD if found.get(name) not in (OLD[name], AFTER[name])]
            assert not lost or system == "one name a file", "every file is old or new at once, too"
            settle(folder)
            assert tree(folder) in (OLD, AFTER)
            ends.add(tree(folder) == AFTER)
        else:
            break
    assert tree(folder) == AFTER
    assert ends == {False, True}


def test_the_next_command_may_be_stopped_as_well(tmp_path: Path, system: str) -> None:
    for call in range(1, 200):
        files = lay(tmp_path / f"{call}")
        try:
            with stopped_at(call):
                write_all(tmp_path / f"{call}", files)
        except Died:
            for again in range(1, 200):
                if _stopped_again(tmp_path / f"{call}-{again}", files, call, again):
                    break
        else:
            break


def _stopped_again(folder: Path, files: dict[Path, bytes], first: int, again: int) -> bool:
    """Stop a writer, and the one that settles its things; true where that one came to its end."""
    files = lay(folder)
    with pytest.raises(Died), stopped_at(first):
        write_all(folder, files)
    try:
        with stopped_at(again + 1):  # to take the lock opens the folder, and changes nothing
            settle(folder)
    except Died:
        settle(folder)
        assert tree(folder) in (OLD, AFTER)
        return False
    return True


def test_all_bytes_are_on_the_disk_before_anything_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    order: list[str] = []
    replace = os.replace

    def noted(old: Path, new: Path) -> None:
        order.append(Path(new).name)
        replace(old, new)

    monkeypatch.setattr("reportgen.workspace.staging._sync", lambda _: order.append("sync"))
    monkeypatch.setattr(os, "replace", noted)
    write_all(tmp_path, {tmp_path / "a.md": b"new", tmp_path / "b.md": b"new"})
    assert order == ["sync", "sync", "sync", ".reportgen-replacing", "a.md", "b.md", "sync"]


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="this system has no files without a name")
def test_stopped_before_all_is_on_the_disk_nothing_is_left_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_: list[int]) -> None:
        raise Died

    monkeypatch.setattr("reportgen.workspace.writing.sync_at_once", stopped)
    with pytest.raises(Died):
        write_all(tmp_path, {tmp_path / "sub" / "a.md": b"new"})
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("call", range(2, 6))
def test_a_file_that_cannot_be_replaced_puts_the_others_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, call: int
) -> None:
    files = lay(tmp_path)
    busy = PermissionError(13, "Permission denied")
    skip = 2 if system == "one name a file" else 0  # there, the old files are set aside by replacing too
    monkeypatch.setattr(os, "replace", fails_at(call + skip, os.replace, busy))
    with pytest.raises(OutputError) as caught:
        write_all(tmp_path, files)
    path = list(files)[call - 2]
    assert str(caught.value) == (
        f"{path}: cannot write: Permission denied\n  hint: close it where it is open, or ask for leave to write here"
    )
    assert caught.value.exit_code == 7
    assert tree(tmp_path) == OLD


@pytest.mark.parametrize("call", range(1, 12))
@pytest.mark.parametrize("function", ["write", "open", "fchmod", "mkdir"])
def test_a_full_disk_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, function: str, call: int
) -> None:
    files = lay(tmp_path)
    tmp_path.joinpath("a.md").chmod(0o600)
    with monkeypatch.context() as patch:
        first = call + 1 if function == "open" else call  # to take the lock opens the folder
        patch.setattr(os, function, fails_at(first, getattr(os, function)))
        said = refusal(tmp_path, files)
    assert not said or "cannot write: No space left on device\n  hint: make room on the disk" in said
    assert tree(tmp_path) == (OLD if said else AFTER)


@pytest.mark.parametrize("call", range(1, 6))
def test_ctrl_c_puts_all_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, call: int) -> None:
    files = lay(tmp_path)
    calls: list[object] = []
    replace = os.replace

    def interrupted(*arguments: Any) -> None:
        replace(*arguments)
        calls.append(arguments)
        if len(calls) == call:
            raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_all(tmp_path, files)
    settle(tmp_path)
    assert tree(tmp_path) in (OLD, AFTER)


def test_a_later_change_is_kept(tmp_path: Path, system: str) -> None:
    """Somebody saves a file between the stop and the next command."""
    for call in range(1, 200):
        folder = tmp_path / str(call)
        files = lay(folder)
        try:
            with stopped_at(call):
                write_all(folder, files)
        except Died:
            folder.joinpath("b.md").unlink(missing_ok=True)
            folder.joinpath("b.md").write_bytes(b"saved by hand")
            settle(folder)
            assert {**tree(folder), "b.md": b""} in ({**OLD, "b.md": b""}, {**AFTER, "b.md": b""})
            assert folder.joinpath("b.md").read_bytes() == b"saved by hand"
        else:
            break


@POSIX
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_mode_that_the_umask_leaves(tmp_path: Path, system: str, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        write_all(tmp_path, {tmp_path / "sub" / "a.md": b"new"})
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "sub" / "a.md").stat().st_mode) == mode
    assert stat.S_IMODE((tmp_path / "sub").stat().st_mode) == 0o777 & ~mask


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o664, 0o444])
def test_a_file_keeps_its_mode(tmp_path: Path, system: str, mode: int) -> None:
    files = lay(tmp_path)
    tmp_path.joinpath("a.md").chmod(mode)
    write_all(tmp_path, files)
    assert stat.S_IMODE(tmp_path.joinpath("a.md").stat().st_mode) == mode


@POSIX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files to a group")
def test_the_group_of_a_shared_folder_is_kept(tmp_path: Path, system: str) -> None:
    files = lay(tmp_path)
    os.chown(tmp_path / "a.md", -1, 1234)
    os.chown(tmp_path / "deep", -1, 4321)
    tmp_path.joinpath("deep").chmod(0o2775)
    write_all(tmp_path, {**files, tmp_path / "deep" / "new" / "n.md": b"new"})
    assert [(tmp_path / name).stat().st_gid for name in ("a.md", "deep/new/n.md")] == [1234, 4321]


def test_a_link_is_replaced_and_what_it_points_to_is_not_touched(tmp_path: Path, system: str) -> None:
    files = lay(tmp_path)
    tmp_path.joinpath("a.md").unlink()
    tmp_path.joinpath("a.md").symlink_to("mine.txt")
    write_all(tmp_path, files)
    assert tree(tmp_path) == AFTER
    assert not tmp_path.joinpath("a.md").is_symlink()


def test_what_is_in_the_way(tmp_path: Path, system: str) -> None:
    tmp_path.joinpath("a.md").mkdir()
    tmp_path.joinpath("file").write_bytes(b"")
    for name, message in {"a.md": "a folder has this name", "file/x.md": "Not a directory"}.items():
        with pytest.raises(OutputError) as caught:
            write_all(tmp_path, {tmp_path / "first.md": b"new", tmp_path / name: b"new"}, "choose another folder")
        assert str(caught.value) == f"{tmp_path / name}: cannot write: {message}\n  hint: choose another folder"
    assert tree(tmp_path) == {"a.md": b"(empty)", "file": b""}


@pytest.mark.parametrize("name", ["x" * 300, "a/" * 2100 + "x", "a\0b", "\udcff"])
def test_names_that_cannot_be(tmp_path: Path, system: str, name: str) -> None:
    said = refusal(tmp_path, {tmp_path / "first.md": b"new", tmp_path / name: b"new"})
    assert not said or ("cannot write" in said and tree(tmp_path) == {})


def test_many_files(tmp_path: Path) -> None:
    files = {tmp_path / f"{number}.md": b"new" for number in range(300)}
    write_all(tmp_path, files)
    assert len(tree(tmp_path)) == 300


def test_a_file_that_an_editor_saved_meanwhile_is_not_lost(tmp_path: Path, system: str) -> None:
    files = lay(tmp_path)
    with changing(tmp_path, lambda: files) as kept:
        tmp_path.joinpath("c").mkdir()
        tmp_path.joinpath("c/c.md").write_bytes(b"new by hand")
        with pytest.raises(OutputError) as caught:
            kept.write(files)
    assert str(caught.value) == (
        f"{tmp_path / 'c/c.md'}: the file was changed while this command ran; nothing is written\n  hint: run it again"
    )
    assert tree(tmp_path) == {**OLD, "c/c.md": b"new by hand"}
    with changing(tmp_path, lambda: files) as kept:
        kept.write(files)
    assert tree(tmp_path) == AFTER


def test_a_file_that_the_command_before_made_is_known(tmp_path: Path) -> None:
    """Which files there are is asked for when the lock is taken, not before."""
    first = threading.Event()

    def second() -> None:
        with changing(tmp_path, lambda: tmp_path.glob("*.md")) as kept:
            kept.write({tmp_path / "a.md": b"second"})

    thread = threading.Thread(target=second)
    with changing(tmp_path, lambda: tmp_path.glob("*.md")) as kept:
        thread.start()
        first.wait(0.05)
        kept.write({tmp_path / "a.md": b"first"})
    thread.join()
    assert tree(tmp_path) == {"a.md": b"second"}


@pytest.mark.parametrize(
    "journal",
    [
        b"{",
        b"[]",
        b'{"moves": [{"target": "../x", "new": ".reportgen-00000000-0", "old": ".reportgen-00000000-0-old"}]}',
        b'{"moves": [{"target": "a.md", "new": "mine.txt", "old": "b.md", "before": "", "after": ""}], "folders": []}',
        b'{"moves": [], "folders": ["/tmp"]}',
    ],
)
@pytest.mark.parametrize("name", [".reportgen-prepared", ".reportgen-replacing", ".reportgen-undoing"])
def test_a_journal_from_elsewhere_does_no_harm(tmp_path: Path, name: str, journal: bytes) -> None:
    lay(tmp_path)
    tmp_path.joinpath(name).write_bytes(journal)
    if name == ".reportgen-prepared":  # one that was being written
        settle_interrupted(tmp_path)
        assert tree(tmp_path) == OLD
    else:
        with pytest.raises(OutputError, match="no list of files that reportgen was writing\n  hint: "):
            settle_interrupted(tmp_path)
        assert tree(tmp_path) == {**OLD, name: journal}
