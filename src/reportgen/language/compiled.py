"""What the files of a language are compiled to, as plain data: its rules, all its names, the words to be recognized.

The wheel brings them (`compiled_file`, made when it is built, one for each kind: a run that needs the names alone does
not read the words), else the store keeps them once they were worked out.
Both stand under a digest of what they were made of, so that a changed file is compiled anew.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any

from reportgen.errors import InputError
from reportgen.store import digest_of_bytes, find_kept, keep, store_key
from reportgen.store.digest import SIZE
from reportgen.workspace import installed_data, is_file, read_file

FOLDER = "compiled"
"""The folder of the installed data with a file for each language and kind."""

_FORMAT = 2
"""A format of marshal that every Python reads; later ones depend on where else in the memory a text is used."""


def digest_of_parts(*parts: Hashable) -> bytes:
    """The digest of what something is compiled of."""
    return digest_of_bytes(repr(parts).encode("utf-8", "surrogatepass"))


def find_compiled(kind: str, tag: str, digest: bytes) -> Any:
    """What was compiled of these parts before; None where it was not."""
    found = _shipped(kind, tag, digest)
    return marshal.loads(found) if found else find_kept(kind, store_key(kind, digest))


def keep_compiled(kind: str, digest: bytes, data: Any) -> None:
    """Keep what was compiled for the next time."""
    keep(kind, store_key(kind, digest), data)


def compiled(kind: str, tag: str, digest: bytes, make: Callable[[], Any]) -> Any:
    """What was compiled of these parts before, else what `make` gives, which is kept."""
    found = find_compiled(kind, tag, digest)
    if found is None:
        found = make()
        keep_compiled(kind, digest, found)
    return found


def compiled_file(digest: bytes, data: Any) -> bytes:
    """The bytes of a file that the wheel brings: the digest of the parts and what they give, behind that of both."""
    body = digest + packed(data)
    return digest_of_bytes(body) + body


def file_name(tag: str, kind: str) -> str:
    """The name of the file of a language and a kind."""
    return f"{tag}.{kind}.marshal"


def packed(data: Any) -> bytes:
    """Plain data as bytes: a part of what is compiled, which is read only once it is needed."""
    return marshal.dumps(data, _FORMAT)


def unpacked(data: bytes) -> Any:
    """The plain data of bytes that `packed` gave and reportgen itself kept."""
    return marshal.loads(data)


def _shipped(kind: str, tag: str, digest: bytes) -> bytes:
    """What the wheel brings of these parts; nothing where there is none, it is of others, or it is damaged."""
    # Of the installed data alone: marshal is not made for data of strangers, such as a workspace may be.
    path = installed_data() / FOLDER / file_name(tag, kind)
    if not is_file(path):
        return b""
    try:
        found = read_file(path, str(path))
    except InputError:
        return b""
    is_whole = digest_of_bytes(found[SIZE:]) == found[:SIZE] and found[SIZE : 2 * SIZE] == digest
    return found[2 * SIZE :] if is_whole else b""


@lru_cache(maxsize=1)
def cldr_version() -> tuple[str, ...]:
    """The installed Babel, from which names of months and currencies come, told without importing it."""
    names = (name for path in sys.path for name in _names(path))
    return tuple(sorted(name for name in names if name.lower().startswith("babel-")))


def _names(path: str) -> list[str]:
    try:
        return os.listdir(path or ".")
    except OSError:  # an archive, or a folder that is not there
        return []
