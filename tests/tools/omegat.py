"""OmegaT as Debian has it: its command line, and the official definitions of formats that its archive carries."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

_ARCHIVE = Path("/usr/share/omegat/OmegaT.jar")

needs_omegat = pytest.mark.skipif(
    shutil.which("omegat") is None or not _ARCHIVE.exists(), reason="needs the Debian package omegat"
)


def omegat_project(folder: Path, tag: str, files: Mapping[str, bytes], earlier: bytes = b"") -> Path:
    """A project with our settings and some source files; `earlier` is a TMX whose texts are put in by themselves."""
    shutil.copytree(Path("docs/translators/omegat"), folder)
    settings = folder / "omegat.project"
    settings.write_text(settings.read_text("utf-8").replace(">FR<", f">{tag.upper()}<"), "utf-8")
    for name in ("source", "target", "tm/auto", "glossary", "dictionary"):
        folder.joinpath(name).mkdir(parents=True)
    for name, data in files.items():
        folder.joinpath("source", name).write_bytes(data)
    if earlier:
        folder.joinpath("tm/auto/earlier.tmx").write_bytes(earlier)
    return folder


def translated_by_omegat(project: Path) -> Path:
    """The folder of what the console of the program makes of a project."""
    command = ["omegat", project, "--mode=console-translate", f"--config-dir={project.with_name('settings')}"]
    told = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert any((project / "target").iterdir()), told.stdout + told.stderr
    return project / "target"


def omegat_file(name: str) -> bytes:
    """A file of the archive of the program."""
    with zipfile.ZipFile(_ARCHIVE) as archive:
        return archive.read(name)
