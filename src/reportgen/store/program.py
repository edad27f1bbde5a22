"""The digest of the program: its files, what is installed beside it, Python."""

from __future__ import annotations

import os
import sys
import time

from reportgen.store.digest import digest_of_bytes
from reportgen.store.entries import read_entry, write_entry
from reportgen.store.folder import store_folder

TYPE_CHECKING = False  # typing takes longer to import than all of this room
if TYPE_CHECKING:
    from collections.abc import Iterator

_STARTED = time.time()
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_LEFT_OUT = ("__pycache__", "data")
"""Folders of the package without source files: templates and locales are read as those of users are."""

_SETTLED = 2.0
"""Seconds after which a change of a file must show in its times: two within one tick of a clock may look like one."""

_known: list[bytes] = []


def program_digest() -> bytes:
    """The digest of the program that runs; empty where it cannot be told, and then nothing is kept.

    So it is in an archive, and where a source file was changed after this process began: which one runs is unknown.
    """
    if not _known:
        try:
            _known.append(_digest())
        except OSError:
            _known.append(b"")
    return _known[0]


def _digest() -> bytes:
    files = list(_source_files(_PACKAGE))
    newest = max(found.st_mtime for _, found in files)
    if newest > _STARTED:
        return b""
    around = repr((sys.implementation.name, sys.hexversion, sorted(_installed())))
    # Where the files were changed long enough ago, their states stand for their contents, which take longer to read.
    states = repr((around, [(name, *_state(found)) for name, found in files]))
    folder = store_folder() if newest < _STARTED - _SETTLED else ""
    key = digest_of_bytes(states.encode()).hex()
    known = read_entry(folder, "program", key) if folder else None
    if isinstance(known, bytes):
        return known
    contents = repr((around, [(name, digest_of_bytes(_content(name))) for name, _ in files]))
    digest = digest_of_bytes(contents.encode())
    if folder:
        write_entry(folder, "program", key, digest)
    return digest


def _source_files(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """The files of the program by their names from its folder, with their states, in the order of the alphabet."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda each: each.name)
    for each in found:
        if each.is_dir():
            if each.name not in _LEFT_OUT:
                yield from _source_files(each.path)
        elif not each.name.startswith("."):
            yield each.path[len(_PACKAGE) :], each.stat()


def _state(found: os.stat_result) -> tuple[int, int, int, int]:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _content(name: str) -> bytes:
    with open(_PACKAGE + name, "rb") as file:
        return file.read()


def _installed() -> Iterator[str]:
    """Names and versions of what is installed, as the folders say that stand beside each package."""
    for path in sys.path:
        try:
            yield from (name for name in os.listdir(path or ".") if name.endswith((".dist-info", ".egg-info")))
        except OSError:  # an archive, or a folder that is not there
            continue
