"""Entries: plain data in files of their own, each with its digest in front."""

from __future__ import annotations

import marshal
import os
import time

from reportgen.store.bounds import delete_entry, hold_bounds
from reportgen.store.digest import SIZE, digest_of_bytes

TYPE_CHECKING = False  # typing takes longer to import than all of this room
if TYPE_CHECKING:
    from typing import Any

_DAY = 86400
_BINARY = getattr(os, "O_BINARY", 0)
_READING = os.O_RDONLY | _BINARY | getattr(os, "O_NOFOLLOW", 0)
_WRITING = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY


def read_entry(folder: str, kind: str, key: str) -> Any:
    """The data of a key; None where there is none, or where its digest is wrong, which throws it away."""
    path = os.path.join(folder, kind, key)
    found = _bytes_of(path)
    if not found:
        return None
    head, body = found[:SIZE], found[SIZE:]
    if head != _digest(key, body):
        delete_entry(path)
        return None
    return marshal.loads(body)


def write_entry(folder: str, kind: str, key: str, data: Any) -> None:
    """Keep plain data under a key; where it cannot be written, nothing is kept and nothing is said."""
    path, body = os.path.join(folder, kind, key), marshal.dumps(data)
    new = f"{path}.{os.getpid()}.{os.urandom(4).hex()}"
    try:
        os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)
        with open(os.open(new, _WRITING, 0o600), "wb") as file:
            file.write(_digest(key, body) + body)
        os.replace(new, path)
    except OSError:
        delete_entry(new)
    else:
        hold_bounds(folder, key, len(body))


def _digest(key: str, body: bytes) -> bytes:
    """The digest of an entry, with its key, so that an entry under the name of another is told."""
    return digest_of_bytes(key.encode() + body)


def _bytes_of(path: str) -> bytes:
    """The bytes of an entry; none where there is none. One that is in use counts as new, once a day."""
    try:
        with open(os.open(path, _READING), "rb") as file:
            if time.time() - os.fstat(file.fileno()).st_mtime > _DAY:
                os.utime(path)
            return file.read()
    except OSError:
        return b""
