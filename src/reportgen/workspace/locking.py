"""One writer at a time in a folder: `with locked(folder)`; the lock ends with the process that holds it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reportgen.errors import OutputError, Position

fcntl: Any
try:
    import fcntl
except ImportError:  # there is none on Windows
    fcntl = None

PATIENCE = 60.0
"""Seconds to wait for another writer; a build of six languages writes for less than one."""

_PAUSE = 0.02
_FILE = ".reportgen-lock"

Release = Callable[[], None]


@contextmanager
def locked(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a folder; an `OutputError` where another process holds it for longer than `patience` seconds.

    It cannot be taken twice: a thread that already holds it would wait for itself.
    """
    release = _taken(folder, patience)
    try:
        yield
    finally:
        release()


def _taken(folder: Path, patience: float) -> Release:
    end = time.monotonic() + patience
    while (release := _try_or_refuse(folder)) is None:
        if time.monotonic() > end:
            message = f"another reportgen has been writing here for {patience:g} seconds"
            raise OutputError(message, Position(str(folder)), "run it again when the other one has ended")
        time.sleep(_PAUSE)
    return release


def _try_or_refuse(folder: Path) -> Release | None:
    try:
        return _try(folder)
    except OSError as error:
        hint = "ask for leave to write here"
        raise OutputError(f"cannot write: {error.strerror}", Position(str(folder)), hint) from None


def _try(folder: Path) -> Release | None:
    """Take the lock; none where another process has it.

    The folder itself is locked where the system allows it, so that no lock file can be left behind.
    """
    if fcntl is None:
        return _own_file(folder)
    handle = os.open(folder, os.O_RDONLY)
    try:
        return _locked_handle(handle)
    except OSError:  # network drives lock files alone, and those that are open for writing
        os.close(handle)
        return _shared_file(folder)


def _locked_handle(handle: int) -> Release | None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    return lambda: os.close(handle)


def _shared_file(folder: Path) -> Release | None:
    """Lock a file in the folder, removed with the lock; on drives without locks, go on without one."""
    path = folder / _FILE
    handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o666)
    try:
        release = _locked_handle(handle)
    except OSError:  # what was read is compared with what is there before it is replaced, all the same
        os.close(handle)
        return lambda: path.unlink(missing_ok=True)
    if release is None:
        return None
    if not _is_still(path, handle):  # the holder before us took it away between our two calls
        release()
        return None

    def released() -> None:
        path.unlink(missing_ok=True)
        os.close(handle)

    return released


def _is_still(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _own_file(folder: Path) -> Release | None:
    """Make a file that nobody else has made; Windows takes it away when its maker closes it, or ends in any way."""
    path = folder / _FILE
    flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_TEMPORARY", 0) | getattr(os, "O_NOINHERIT", 0)
    try:
        handle = os.open(path, flags)
    except FileExistsError:
        return None
    except PermissionError:
        if _FILE in os.listdir(folder):  # Windows says so of a file that is about to go
            return None
        raise

    def released() -> None:
        if not hasattr(os, "O_TEMPORARY"):
            path.unlink(missing_ok=True)
        os.close(handle)

    return released
