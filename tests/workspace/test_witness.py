"""A witness knows every answer of the disk that a run depends on."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from reportgen.errors import InputError
from reportgen.workspace import Workspace, is_folder, is_there, read_beginning, read_file, witness
from reportgen.workspace.journal import settle
from reportgen.workspace.witness import Witness


def digest(data: bytes) -> bytes:
    return sha256(data).digest()


@pytest.fixture
def seen() -> Iterator[Witness]:
    """A witness of what the test asks."""
    with witness.witnessed(digest) as found:
        yield found


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    for name in ("inputs/one/report.yaml", "inputs/one/sections/a.yaml", "locales/fr/one.po", "locales/fr/two.po"):
        path = tmp_path / "ws" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (tmp_path / "installed/locales/en").mkdir(parents=True)
    (tmp_path / "installed/locales/en/conventions.yaml").write_text("en")
    return Workspace((tmp_path / "ws").resolve(), (tmp_path / "installed").resolve())


def test_what_is_read_is_known_by_its_digest(seen: Witness, workspace: Workspace) -> None:
    path = workspace.root / "inputs/one/report.yaml"
    workspace.read(path)
    assert seen.contents[str(path)][0] == digest(b"inputs/one/report.yaml")


def test_a_file_of_the_user_outside_of_the_workspace_is_known(seen: Witness, tmp_path: Path) -> None:
    (tmp_path / "house.docx").write_bytes(b"looks")
    read_file(tmp_path / "house.docx", "house.docx")
    assert seen.contents[str(tmp_path / "house.docx")][0] == digest(b"looks")


def test_what_is_missing_above_an_installed_file_is_known(seen: Witness, workspace: Workspace) -> None:
    assert workspace.find("locales", "en", "conventions.yaml") == workspace.installed / "locales/en/conventions.yaml"
    assert seen.there[str(workspace.root / "locales/en/conventions.yaml")] is False
    assert seen.there[str(workspace.installed / "locales/en/conventions.yaml")] is True


@pytest.mark.parametrize(
    ("question", "folders"),
    [
        (lambda workspace: workspace.reports(), ["inputs"]),
        (lambda workspace: workspace.names(workspace.root / "inputs/one/sections", ".yaml"), ["inputs/one/sections"]),
        (
            lambda workspace: list(workspace.files_under(workspace.root / "inputs")),
            ["inputs", "inputs/one", "inputs/one/sections"],
        ),
        (lambda workspace: workspace.sources("one"), ["inputs/one", "inputs/one/sections", "locales", "locales/fr"]),
    ],
)
def test_the_names_in_a_folder_are_known(
    question: Callable[[Workspace], object], folders: list[str], seen: Witness, workspace: Workspace
) -> None:
    question(workspace)
    assert sorted(seen.listings) == [str(workspace.root / name) for name in folders]


def test_a_folder_that_is_not_there_is_known(seen: Witness, tmp_path: Path) -> None:
    assert Workspace(tmp_path, tmp_path).reports() == ()
    assert not is_folder(tmp_path / "house")
    assert seen.folders == {str(tmp_path / "inputs"): False, str(tmp_path / "house"): False}


def test_what_a_stopped_command_could_have_left_is_known(seen: Witness, tmp_path: Path) -> None:
    settle(tmp_path)
    assert sorted(Path(each).name for each in seen.there) == [
        ".reportgen-prepared", ".reportgen-replacing", ".reportgen-undoing",
    ]  # fmt: skip


def test_what_the_run_wrote_is_there_afterwards(seen: Witness, tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    assert not is_there(path)
    seen.written([(path, b"text")])
    assert (seen.contents[str(path)], seen.there[str(path)]) == ((digest(b"text"), None), True)
    assert seen.sound


@pytest.mark.skipif(os.name != "posix", reason="the times are those of POSIX")
def test_the_state_of_a_file_stands_for_it_once_a_change_would_show(
    seen: Witness, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, old = workspace.root / "locales/fr/one.po", workspace.root / "locales/fr/two.po"
    found = old.stat()
    monkeypatch.setattr(witness.time, "time", lambda: found.st_ctime + 0.01)
    workspace.read(new)
    monkeypatch.setattr(witness.time, "time", lambda: found.st_ctime + 3)
    workspace.read(old)
    workspace.read(new)
    assert seen.sound
    assert seen.contents[str(new)][1] is None
    assert seen.contents[str(old)][1] == (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def test_a_file_that_changes_meanwhile_makes_it_unsound(seen: Witness, workspace: Workspace) -> None:
    path = workspace.root / "inputs/one/report.yaml"
    workspace.read(path)
    path.write_text("changed")
    workspace.read(path)
    assert not seen.sound


@pytest.mark.parametrize("length", [4, 300])
def test_the_beginning_of_a_file_is_not_all_of_it(length: int, seen: Witness, workspace: Workspace) -> None:
    path = workspace.root / "inputs/one/report.yaml"
    read_beginning(path, "report.yaml", length)
    assert not seen.is_whole
    read_file(path, "report.yaml")
    assert seen.is_whole
    read_beginning(path, "report.yaml", length)
    assert seen.is_whole == (length == 4)


def test_a_beginning_that_is_no_longer_that_of_its_file_makes_it_unsound(seen: Witness, workspace: Workspace) -> None:
    path = workspace.root / "inputs/one/report.yaml"
    read_beginning(path, "report.yaml", 4)
    path.write_text("changed")
    read_file(path, "report.yaml")
    assert not seen.is_whole
    read_beginning(path, "report.yaml", 4)
    path.write_text("changed again")
    assert not seen.is_whole


def test_a_file_that_is_too_large_is_no_answer(seen: Witness, tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"12345")
    with pytest.raises(InputError):
        read_file(tmp_path / "large", "large", 4)
    assert seen.contents == {}
