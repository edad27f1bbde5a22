"""The Pythons of this machine that reportgen promises to run on, oldest first, one line each: version and path."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import which

PROJECT = (Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8")
PROMISED = sorted({int(minor) for minor in re.findall(r'"Programming Language :: Python :: 3\.(\d+)"', PROJECT)})
# A Python that Debian ships without ensurepip cannot make an environment, and a shim of pyenv may lead nowhere.
QUESTION = "import ensurepip, sys, venv; print('{}.{}'.format(*sys.version_info), sys.executable)"


def usable_pythons() -> dict[int, str]:
    """By minor version, the path of a Python that can make environments."""
    found: dict[int, str] = {}
    for minor in PROMISED:
        for candidate in _candidates(minor):
            answer = subprocess.run([candidate, "-c", QUESTION], capture_output=True, text=True, check=False)
            version, _, path = answer.stdout.strip().partition(" ")
            if answer.returncode == 0 and version == f"3.{minor}":
                found[minor] = path
                break
    return found


def _candidates(minor: int) -> Iterator[str]:
    """Where a minor version may be, the best place first: this Python itself, the search path, pyenv."""
    name = f"python3.{minor}"
    if sys.version_info[1] == minor:
        yield sys.executable
    if path := which(name):
        yield path
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    yield from map(str, sorted(versions.glob(f"3.{minor}.*/bin/{name}"), reverse=True))


if __name__ == "__main__":
    for each_minor, each_path in usable_pythons().items():
        print(f"3.{each_minor} {each_path}")
