"""OmegaT as Debian has it: its command line, and the official definitions of formats that its archive carries."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

_ARCHIVE = Path("/usr/share/omegat/OmegaT.jar")

needs_omegat = pytest.mark.skipif(
    shutil.which("omegat") is None or not _ARCHIVE.exists(), reason="needs the Debian package omegat"
)


def omegat_file(name: str) -> bytes:
    """A file of the archive of the program."""
    with zipfile.ZipFile(_ARCHIVE) as archive:
        return archive.read(name)
