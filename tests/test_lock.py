"""The lock files hold what pyproject.toml and tests/npm declare, on every platform and Python, and name no address."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUN_TIME = "requirements.lock"
DEVELOPMENT = "requirements-dev.lock"
PLATFORMS = [
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
]
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
MACHINES = [
    {"implementation_name": "cpython", "platform_python_implementation": "CPython", "extra": ""}
    | platform
    | {"python_version": python, "python_full_version": f"{python}.0"}
    for platform, python in product(PLATFORMS, PYTHONS)
]


def shown(machine: dict[str, str]) -> str:
    return f"{machine['sys_platform']}-{machine['python_version']}"


def declared(lock: str) -> list[Requirement]:
    """What an environment from a lock file needs, the build backend too: pip then fetches nothing by itself."""
    needed = [*PROJECT["build-system"]["requires"], *PROJECT["dependency-groups"]["build"]]
    needed += PROJECT["project"]["dependencies"]
    if lock == DEVELOPMENT:
        extras = PROJECT["project"]["optional-dependencies"]
        needed += [*extras["dev"], *extras["bench"]]
    return [Requirement(each) for each in needed]


def locked(lock: str) -> Iterator[tuple[Requirement, list[str]]]:
    """Each requirement of a lock file with its hashes."""
    text = re.sub(r"^ *#.*\n", "", (ROOT / lock).read_text("utf-8"), flags=re.MULTILINE)
    for entry in text.replace("\\\n", "").splitlines():
        requirement, *hashes = entry.split(" --hash=")
        yield Requirement(requirement), [each.strip() for each in hashes]


def versions(lock: str, machine: dict[str, str]) -> dict[str, str]:
    """The one version of each package that a machine installs from a lock file."""
    here = [each for each, _ in locked(lock) if each.marker is None or each.marker.evaluate(machine)]
    names = [canonicalize_name(each.name) for each in here]
    assert len(names) == len(set(names))
    return {name: str(each.specifier).removeprefix("==") for name, each in zip(names, here, strict=True)}


@pytest.mark.parametrize(
    "machine", MACHINES, ids=lambda machine: f"{machine['sys_platform']}-{machine['python_version']}"
)
@pytest.mark.parametrize("lock", [RUN_TIME, DEVELOPMENT])
def test_each_declared_requirement_is_locked(lock: str, machine: dict[str, str]) -> None:
    installed = versions(lock, machine)
    needed = [each for each in declared(lock) if each.marker is None or each.marker.evaluate(machine)]
    unmet = [str(each) for each in needed if installed.get(canonicalize_name(each.name), "0") not in each.specifier]
    assert unmet == [], "make lock writes the lock files anew"


@pytest.mark.parametrize(
    "machine", MACHINES, ids=lambda machine: f"{machine['sys_platform']}-{machine['python_version']}"
)
def test_both_lock_files_have_the_same_versions(machine: dict[str, str]) -> None:
    assert versions(RUN_TIME, machine).items() <= versions(DEVELOPMENT, machine).items()


@pytest.mark.parametrize("lock", [RUN_TIME, DEVELOPMENT])
def test_every_version_is_exact_and_has_its_hashes(lock: str) -> None:
    for requirement, hashes in locked(lock):
        assert re.fullmatch(r"==[0-9a-z.+]+", str(requirement.specifier)), requirement
        assert hashes, requirement
        assert all(re.fullmatch("sha256:[0-9a-f]{64}", each) for each in hashes), requirement


@pytest.mark.parametrize("lock", [RUN_TIME, DEVELOPMENT])
def test_no_address_is_locked(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    assert not re.search("^ *-[-a-z]*(?:index|find)", text, re.MULTILINE)


@pytest.mark.parametrize("folder", sorted((ROOT / "tests" / "npm").iterdir()), ids=lambda folder: folder.name)
def test_npm_packages_are_locked(folder: Path) -> None:
    declared = json.loads((folder / "package.json").read_text("utf-8"))
    root, *packages = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"].values()
    assert root == {key: value for key, value in declared.items() if key != "private"}
    assert packages
    assert all(each["integrity"].startswith("sha512-") and "resolved" not in each for each in packages)
