"""Answers of the disk as a tree: the same disk gives them again, a changed one does not."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.store import disk
from reportgen.store.digest import digest_of_bytes
from reportgen.store.disk import is_as_before, trees_of
from reportgen.workspace import is_file, is_folder, is_there, read_file, witness
from reportgen.workspace.witness import Witness, witnessed

FILES = ("inputs/one/report.yaml", "inputs/one/sections/a.yaml", "locales/fr/one.po", "locales/fr/conventions.yaml")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with some files, which is the current one."""
    folder = (tmp_path / "ws").resolve()
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    monkeypatch.chdir(folder)
    return folder


Question = Callable[[Path], object]


def names_in(path: Path) -> list[str] | None:
    """The names in a folder, asked as the workspace asks."""
    try:
        found = sorted(os.listdir(path))
    except OSError:
        witness.tell_folder(path, False)
        return None
    witness.tell_names(path, found)
    return found


def content(path: Path) -> bytes | None:
    return read_file(path, str(path)) if is_file(path) else None


QUESTIONS: list[Question] = [is_there, is_folder, is_file, names_in, content]


def asked(questions: list[tuple[Question, Path]]) -> tuple[Witness, list[object]]:
    """What the disk answers, and a witness of it."""
    with witnessed(digest_of_bytes) as seen:
        return seen, [question(path) for question, path in questions]


def test_the_same_disk_gives_the_same_answers(root: Path) -> None:
    seen, _ = asked([(content, root / FILES[0]), (is_there, root / "inputs/two"), (names_in, root / "locales")])
    trees = trees_of(seen, os.getcwd(), [])
    assert trees
    assert is_as_before(trees, os.getcwd(), [])
    (root / "elsewhere").write_text("nobody asked")
    (root / "locales/fr/new").write_text("nobody asked")
    assert is_as_before(trees, os.getcwd(), [])


@pytest.mark.parametrize(
    ("question", "path", "change"),
    [
        (content, FILES[0], lambda root: (root / FILES[0]).write_text("changed")),
        (content, FILES[0], lambda root: (root / FILES[0]).unlink()),
        (content, FILES[0], lambda root: shutil.rmtree(root / "inputs")),
        (content, FILES[0], lambda root: (root / "inputs").rename(root / "other")),
        (is_there, "templates/fr/a.j2", lambda root: shutil.copytree(root / "locales", root / "templates/fr/a.j2")),
        (is_folder, "templates", lambda root: (root / "templates").mkdir()),
        (is_folder, "inputs", lambda root: shutil.rmtree(root / "inputs")),
        (names_in, "inputs", lambda root: (root / "inputs/two").mkdir()),
        (names_in, "inputs/one", lambda root: (root / "inputs/one/report.yaml").unlink()),
        (names_in, "templates", lambda root: (root / "templates").mkdir()),
    ],
)  # fmt: skip
def test_a_changed_disk_does_not(root: Path, question: Question, path: str, change: Callable[[Path], object]) -> None:
    seen, _ = asked([(question, root / path)])
    trees = trees_of(seen, os.getcwd(), [])
    assert trees
    change(root)
    assert not is_as_before(trees, os.getcwd(), [])


def test_a_place_above_the_current_folder_is_found_from_there(root: Path, tmp_path: Path) -> None:
    (tmp_path / "house.docx").write_text("looks")
    seen, _ = asked([(content, tmp_path.resolve() / "house.docx")])
    assert list(trees_of(seen, os.getcwd(), []) or ()) == ["here 1"]


def test_what_an_argument_names_is_found_again(root: Path, tmp_path: Path) -> None:
    other = (tmp_path / "other").resolve()
    other.mkdir()
    (other / "house.docx").write_text("looks")
    for words in ("--reference-doc {}/house.docx", "--reference-doc={}/house.docx", "-C{}"):
        arguments = words.format(other).split(" ")
        seen, _ = asked([(content, other / "house.docx")])
        trees = trees_of(seen, os.getcwd(), arguments)
        assert trees
        assert next(iter(trees)).startswith("argument")
        assert is_as_before(trees, os.getcwd(), arguments)
        (other / "house.docx").write_text("other looks")
        assert not is_as_before(trees, os.getcwd(), arguments)
        (other / "house.docx").write_text("looks")


@pytest.mark.skipif(os.name != "posix", reason="the times are those of POSIX")
def test_a_file_whose_state_is_the_same_is_not_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = root / FILES[0]
    monkeypatch.setattr(witness.time, "time", lambda: path.stat().st_ctime + 3)
    seen, _ = asked([(content, path)])
    trees = trees_of(seen, os.getcwd(), [])
    assert trees
    before, times = path.read_bytes(), path.stat()
    path.write_bytes(before[::-1])
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert not is_as_before(trees, os.getcwd(), [])
    path.write_bytes(before)
    assert is_as_before(trees, os.getcwd(), [])
    monkeypatch.setattr(disk, "_digest", lambda _: b"not read")
    assert not is_as_before(trees, os.getcwd(), [])
    trees = trees_of(asked([(content, path)])[0], os.getcwd(), [])
    assert trees
    assert is_as_before(trees, os.getcwd(), [])


def test_links_are_not_kept_and_not_followed(root: Path) -> None:
    (root / "linked").symlink_to(root / "inputs")
    seen, _ = asked([(content, root / "linked/one/report.yaml")])
    assert trees_of(seen, os.getcwd(), []) is None
    seen, _ = asked([(content, root / FILES[0])])
    trees = trees_of(seen, os.getcwd(), [])
    (root / "inputs").rename(root / "moved")
    (root / "inputs").symlink_to(root / "moved")
    assert trees
    assert not is_as_before(trees, os.getcwd(), [])


def test_no_name_is_opened_that_the_disk_does_not_list(root: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    digest = (digest_of_bytes(b"secret"), None)
    assert is_as_before({"here 1": {"secret": digest}}, os.getcwd(), [])
    for name in ("../secret", str(secret), "inputs/../../secret"):
        assert not is_as_before({"here 0": {name: digest}}, os.getcwd(), [])


@pytest.mark.parametrize("seed", range(150))
def test_random_questions_and_changes(root: Path, seed: int) -> None:
    """Answers that the tree takes for the same are the same, when the questions are asked once more."""
    chance = random.Random(seed)
    paths = [root / name for name in ("", "inputs", "inputs/one", "inputs/two", "templates/fr/x.j2", "locales", *FILES)]
    questions = [(chance.choice(QUESTIONS), chance.choice(paths)) for _ in range(chance.randint(1, 8))]
    seen, before = asked(questions)
    trees = trees_of(seen, os.getcwd(), [])
    assert trees is not None
    assert is_as_before(trees, os.getcwd(), [])
    for _ in range(chance.randint(1, 2)):
        path = chance.choice(paths[1:])
        match chance.choice(["write", "delete", "folder"]):
            case "delete" if path.is_dir():
                shutil.rmtree(path)
            case "delete":
                path.unlink(missing_ok=True)
            case "write" if not path.is_dir() and path.parent.is_dir():
                path.write_text(chance.choice(["changed", path.relative_to(root).as_posix()]))
            case _ if not path.exists() and not any(each.is_file() for each in path.parents):
                path.mkdir(parents=True)
    _, after = asked(questions)
    assert before == after or not is_as_before(trees, os.getcwd(), [])
