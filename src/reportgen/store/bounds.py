"""How large the store may become, and what goes first."""

from __future__ import annotations

import os
import time
from contextlib import suppress

LARGEST_STORE = 512 * 1024 * 1024
"""Bytes of all entries; the real report in six languages takes about 3 million."""

_OFTEN = 32
"""How often the store is measured while as much is written as it may hold."""

_LEAST = 4096
"""Bytes that even a small entry takes on a disk."""

_HOUR = 3600


def hold_bounds(folder: str, key: str, size: int) -> None:
    """Now and then, by the key of what was just written, throw away what was not used for longest.

    Which keys measure the store is chance enough, and needs no count that commands at once would have to share.
    """
    if int(key[:8], 16) / 0xFFFFFFFF < max(size, _LEAST) * _OFTEN / LARGEST_STORE:
        throw_away(folder, LARGEST_STORE)


def throw_away(folder: str, largest: int) -> None:
    """Delete the entries unused for longest until three quarters of `largest` bytes are left, where there are more."""
    entries = _entries(folder)
    total = sum(size for _, size, _ in entries)
    if total <= largest:
        return
    for _, size, path in sorted(entries):
        if total <= largest * 3 // 4:
            break
        delete_entry(path)
        total -= size


def _entries(folder: str) -> list[tuple[float, int, str]]:
    """When each entry was used last, its size, and its path; what stopped commands left half written is deleted."""
    found = []
    for kind in _listed(folder):
        for each in _listed(kind.path) if kind.is_dir(follow_symlinks=False) else ():
            try:
                state = each.stat(follow_symlinks=False)
            except OSError:  # another command has just deleted it
                continue
            if "." in each.name and time.time() - state.st_mtime > _HOUR:
                delete_entry(each.path)
            else:
                found.append((state.st_mtime, state.st_size, each.path))
    return found


def _listed(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def delete_entry(path: str) -> None:
    """Delete a file of the store; another command may have been quicker, or the disk be gone."""
    with suppress(OSError):
        os.unlink(path)
