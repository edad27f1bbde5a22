"""LibreOffice as a second reader of Word files."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

Convert = Callable[[Sequence[Path], str, Path], None]


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Convert some files with LibreOffice into a folder."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed (Debian package libreoffice-writer)")
    profile = tmp_path_factory.mktemp("libreoffice")

    def convert(files: Sequence[Path], kind: str, folder: Path) -> None:
        command = [program, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind]
        subprocess.run(
            [*command, "--outdir", str(folder), *map(str, files)], check=True, capture_output=True, timeout=300
        )

    return convert
