"""What is published: source archive and wheel hold what they need, and build a report where they are installed."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from reportgen.language import compiled_language
from reportgen.workspace import Workspace

ROOT = Path(__file__).parents[1]
SLUG = "e-cn.15-2019-9"
PROMISED = ["3.11", "3.12", "3.13", "3.14"]
USABLE = dict(
    line.split(" ", 1)
    for line in subprocess.run(
        [sys.executable, ROOT / ".ci" / "pythons.py"], capture_output=True, text=True, check=True
    ).stdout.splitlines()
)
NO_NETWORK = ("Failed to establish a new connection", "Name or service not known", "getaddrinfo failed", "ProxyError")


def run(*command: str | Path, folder: Path) -> str:
    """What a command printed; it may not fail."""
    outside = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}
    done = subprocess.run(command, cwd=folder, env=outside, capture_output=True, text=True, check=False)
    if done.returncode and any(each in done.stderr for each in NO_NETWORK):
        pytest.skip("no package registry answers, from which the lock file could be installed")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def archives(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The wheel, which was built from the source archive, and the source archive."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, folder=folder)
    return [*folder.glob("*.whl"), *folder.glob("*.tar.gz")]


def test_the_source_archive_holds_every_file_of_the_repository(archives: list[Path]) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone: there is no .git to compare with")
    tracked = run("git", "ls-files", "-z", folder=ROOT).split("\0")[:-1]
    with tarfile.open(archives[1]) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    assert [name for name in tracked if name not in inside and (ROOT / name).exists()] == []


def test_the_wheel_holds_the_package_and_its_data_and_nothing_else(archives: list[Path]) -> None:
    with zipfile.ZipFile(archives[0]) as wheel:
        names = wheel.namelist()
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"reportgen"}
    for room in ("templates", "locales", "inputs"):
        expected = {path.relative_to(ROOT).as_posix() for path in (ROOT / room).rglob("*") if path.is_file()}
        assert {f"reportgen/data/{name}" for name in expected} <= set(names)


def test_the_wheel_holds_each_language_compiled_as_its_files_give_it(archives: list[Path], tmp_path: Path) -> None:
    with zipfile.ZipFile(archives[0]) as wheel:
        compiled = {Path(name).name: wheel.read(name) for name in wheel.namelist() if "/data/compiled/" in name}
    workspace = Workspace(tmp_path, ROOT)
    made = [compiled_language(workspace, tag).items() for tag in workspace.languages()]
    assert compiled == {name: data for each in made for name, data in each}


@pytest.mark.external
@pytest.mark.parametrize("version", PROMISED)
def test_both_build_the_sample_in_an_empty_folder(version: str, archives: list[Path], tmp_path: Path) -> None:
    if version not in USABLE:
        pytest.skip(f"Python {version} with venv and ensurepip is not on this machine")
    if version not in (min(USABLE, key=PROMISED.index), max(USABLE, key=PROMISED.index)):
        pytest.skip(f"Python {version} lies between the oldest and the newest of this machine, which are tried")
    run(USABLE[version], "-m", "venv", tmp_path / "venv", folder=tmp_path)
    programs = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = [programs / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    run(*pip, "--require-hashes", "-r", ROOT / "requirements.lock", folder=tmp_path)
    for archive in archives:
        empty = tmp_path / archive.suffix.strip(".")
        empty.mkdir()
        run(*pip, "--no-deps", "--no-build-isolation", "--force-reinstall", archive, folder=empty)
        run(programs / "reportgen", "build", SLUG, folder=empty)
        printed = {path.name: path.read_bytes() for path in (empty / "outputs" / SLUG).glob("*.md")}
        assert printed == {path.name: path.read_bytes() for path in (ROOT / "outputs" / SLUG).glob("*.md")}
        assert len(list((empty / "outputs" / SLUG).glob("*.docx"))) == len(printed)
