"""Where the store is: the user's cache folder, by the rule of each system, if it is the user's alone."""

from __future__ import annotations

import os
import stat
import sys

VARIABLE = "REPORTGEN_CACHE"
"""The environment variable that names another folder, or turns the store `off`."""


_usable: dict[str, bool] = {}


def store_folder() -> str:
    """The folder of the store, made where it is missing; empty where nothing is kept.

    It is for its user alone (0700): who could write into it could put false words into a report.
    """
    named = os.environ.get(VARIABLE, "")
    path = named or os.path.join(_cache_folder(), "reportgen")
    if path not in _usable:
        _usable[path] = named != "off" and os.path.isabs(path) and _is_ours(path)
    return path if _usable[path] else ""


def _cache_folder() -> str:
    """The cache folder of the system: XDG Base Directory, Apple's Library/Caches, Windows' local AppData."""
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA", "")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches")
    given = os.environ.get("XDG_CACHE_HOME", "")
    # The specification says that a relative path is to be ignored.
    return given if os.path.isabs(given) else os.path.expanduser("~/.cache")


def _is_ours(path: str) -> bool:
    """Whether a folder is there, or can be made, and nobody else may write into it; others may not read it either."""
    try:
        os.makedirs(path, 0o700, exist_ok=True)
        if sys.platform == "win32":
            return True  # the folders of a user there are that user's alone
        found = os.lstat(path)
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o022:
            return False
        if found.st_mode & 0o077:
            os.chmod(path, 0o700)
    except OSError:  # a disk that is full, or cannot be written
        return False
    return True
