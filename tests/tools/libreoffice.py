"""Files as LibreOffice saves them."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest


def saved_by_libreoffice(data: bytes, ending: str, was: str = "docx", filter_name: str = "") -> bytes:
    """A file that LibreOffice has opened and saved with this ending; the test is skipped where it is not there."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("needs the Debian package libreoffice-writer")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"file.{was}"
        source.write_bytes(data)
        target = f"{ending}:{filter_name}" if filter_name else ending
        options = [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", target]
        command = [office, *options, "--outdir", str(folder / "saved"), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return (folder / "saved" / f"file.{ending}").read_bytes()
