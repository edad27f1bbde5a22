"""A store of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the store, empty."""
    folder = tmp_path / "store"
    monkeypatch.setenv("REPORTGEN_CACHE", str(folder))
    return folder
