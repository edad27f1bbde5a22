"""Outputs are written whole or not at all: each to a temporary file beside its place, then all moved there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from reportgen.errors import OutputError, Position

_WRONG_FOLDER = (PermissionError, NotADirectoryError, FileExistsError)


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write the files; an `OutputError`, and nothing written, where one cannot be."""
    waiting: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            waiting[path] = _temporary(path, data)
        for path in list(waiting):
            os.replace(waiting[path], path)
            del waiting[path]
    except OSError as error:
        hint = "choose another folder with -o" if isinstance(error, _WRONG_FOLDER) else ""
        raise OutputError(f"cannot write: {error.strerror}", Position(shown(path)), hint) from None
    finally:
        for left in waiting.values():
            left.unlink(missing_ok=True)


def shown(path: Path) -> str:
    """The path as it is printed: from the folder one is in where it lies inside."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _temporary(path: Path, data: bytes) -> Path:
    if path.is_dir():
        raise IsADirectoryError(21, "a folder has this name", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)
    except OSError:
        os.unlink(name)
        raise
    return Path(name)
