"""What is read: plain files of the workspace, however they are named, and nothing that a link brings in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportgen import language as languages
from reportgen.errors import InputError
from reportgen.workspace import Workspace, is_file, is_there, read_file


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "here").mkdir()
    return Workspace.at(tmp_path / "here")


def refusal(workspace: Workspace, path: Path) -> str:
    with pytest.raises(InputError) as caught:
        workspace.read(path)
    assert caught.value.hint
    assert caught.value.position is not None
    assert caught.value.position.line == 1
    return caught.value.message


def test_a_file_is_read(workspace: Workspace) -> None:
    (workspace.root / "a").write_bytes(b"x")
    assert workspace.read(workspace.root / "a") == b"x"


def test_a_link_inside_is_followed(workspace: Workspace) -> None:
    (workspace.root / "a").write_bytes(b"x")
    (workspace.root / "b").symlink_to("a")
    assert workspace.read(workspace.root / "b") == b"x"


@pytest.mark.parametrize("target", ["../outside", "/proc/self/environ", "/dev/zero", "/etc/passwd"])
def test_a_link_that_leads_out_is_refused(workspace: Workspace, target: str) -> None:
    (workspace.root.parent / "outside").write_bytes(b"x")
    (workspace.root / "b").symlink_to(target)
    assert refusal(workspace, workspace.root / "b").startswith("the file lies outside of the workspace")


def test_a_folder_that_is_a_link_is_refused(workspace: Workspace) -> None:
    (workspace.root.parent / "other").mkdir()
    (workspace.root.parent / "other" / "a").write_bytes(b"x")
    (workspace.root / "inputs").symlink_to("../other")
    assert refusal(workspace, workspace.root / "inputs" / "a").startswith("the file lies outside of the workspace")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_no_file(workspace: Workspace) -> None:
    os.mkfifo(workspace.root / "pipe")
    assert refusal(workspace, workspace.root / "pipe") == "cannot read the file: a pipe or a device is no file to read"


def test_a_folder_is_no_file(workspace: Workspace) -> None:
    (workspace.root / "folder").mkdir()
    assert refusal(workspace, workspace.root / "folder") == "cannot read the file: a folder has this name"


def test_a_link_to_itself(workspace: Workspace) -> None:
    (workspace.root / "b").symlink_to("b")
    assert refusal(workspace, workspace.root / "b").startswith("cannot read the file: ")


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "x/" * 3000])
def test_names_that_no_file_can_have(workspace: Workspace, name: str) -> None:
    path = workspace.root / name
    assert not is_there(path)
    assert not is_file(path)
    assert workspace.find(name) is None
    with pytest.raises(InputError):
        read_file(path, "x")


def test_what_one_may_not_see_is_there_and_cannot_be_read(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", refuse)
    path = workspace.root / "a"
    assert is_there(path)
    with pytest.raises(InputError, match="cannot read the file: Permission denied"):
        read_file(path, "a")


def test_a_folder_called_report_yaml_is_a_report_that_cannot_be_read(workspace: Workspace) -> None:
    (workspace.root / "inputs" / "x" / "report.yaml").mkdir(parents=True)
    assert workspace.reports() == ("x",)


def test_planned_files_are_read_in_the_place_of_those_that_are_there(tiny) -> None:
    section = tiny.root / "inputs/tiny/sections/first.yaml"
    new = tiny.root / "locales/zh/tiny.po"
    planned = tiny.workspace.with_planned({section: b"id: other\n", new: b"new"})
    assert planned.read(section) == b"id: other\n"
    assert planned.find("locales", "zh", "tiny.po") == new
    assert planned.read(new) == b"new"
    assert not new.exists()
    assert tiny.workspace.read(section) != b"id: other\n"
    assert planned == tiny.workspace  # what is remembered of a workspace serves both


def test_what_is_made_of_files_is_made_once_until_the_workspace_is_opened_anew(tiny) -> None:
    workspace, made = tiny.workspace, []
    for _ in range(2):
        assert workspace.once("answer", lambda: made.append(1) or 41) == 41
    assert made == [1]
    assert workspace.with_planned({}).once("answer", lambda: 42) == 42
    assert tiny.workspace.once("answer", lambda: 43) == 43


def test_planned_files_of_a_language_are_what_it_is_loaded_from(tiny) -> None:
    workspace = tiny.workspace
    before = languages.load(workspace, "en")
    path = workspace.root / "locales/en/lexicon/entities.yaml"
    planned = workspace.with_planned({path: b"ecosoc: {name: The Council}\n"})
    assert languages.load(planned, "en").name("entity", "ecosoc").form("").full == "The Council"
    assert languages.load(planned, "en").conventions is before.conventions
    assert before.name("entity", "ecosoc").form("").full != "The Council"
