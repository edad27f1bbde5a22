"""What the files of a language are compiled to, as plain data: its rules, all its names, the words to be recognized.

The wheel brings them (`compiled_file`, made when it is built), else the store keeps them once they were worked out.
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
"""The folder of the installed data with a file a language."""

_FORMAT = 2
"""A format of marshal that every Python reads; later ones depend on where else in the memory a text is used."""


def digest_of_parts(*parts: Hashable) -> bytes:
    """The digest of what something is compiled of."""
    return digest_of_bytes(repr(parts).encode("utf-8", "surrogatepass"))


def find_compiled(kind: str, tag: str, digest: bytes) -> Any:
    """What was compiled of these parts before; None where it was not."""
    found = _shipped(tag).get(kind)
    return marshal.loads(found[1]) if found and found[0] == digest else find_kept(kind, store_key(kind, digest))


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


def compiled_file(data: dict[str, tuple[bytes, Any]]) -> bytes:
    """The bytes of the file that the wheel brings: for each kind the digest of its parts and what they give."""
    # Each by itself, since a run that needs the names alone should not read the words.
    body = packed({kind: (digest, packed(each)) for kind, (digest, each) in data.items()})
    return digest_of_bytes(body) + body


def packed(data: Any) -> bytes:
    """Plain data as bytes: a part of what is compiled, which is read only once it is needed."""
    return marshal.dumps(data, _FORMAT)


def unpacked(data: bytes) -> Any:
    """The plain data of bytes that `packed` gave and reportgen itself kept."""
    return marshal.loads(data)


@lru_cache(maxsize=16)
def _shipped(tag: str) -> dict[str, tuple[bytes, bytes]]:
    """What the wheel brings for a language; nothing where there is none, or where it is damaged."""
    # Of the installed data alone: marshal is not made for data of strangers, such as a workspace may be.
    path = installed_data() / FOLDER / f"{tag}.marshal"
    if not is_file(path):
        return {}
    try:
        found = read_file(path, str(path))
    except InputError:
        return {}
    if digest_of_bytes(found[SIZE:]) != found[:SIZE]:
        return {}
    data: dict[str, tuple[bytes, bytes]] = marshal.loads(found[SIZE:])
    return data


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
