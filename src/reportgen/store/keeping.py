"""What rooms ask of the store: `kept(kind, parts, make)`; nothing is kept where it is off."""

from __future__ import annotations

from contextlib import contextmanager

from reportgen.store.digest import digest_of_bytes
from reportgen.store.entries import read_entry, write_entry
from reportgen.store.folder import store_folder
from reportgen.store.program import program_digest

TYPE_CHECKING = False  # typing takes longer to import than all of this room
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any


_paused: list[bool] = []


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Keep nothing meanwhile: what is worked out comes from texts that nobody has saved."""
    _paused.append(True)
    try:
        yield
    finally:
        _paused.pop()


def is_paused() -> bool:
    """Whether nothing is kept at present."""
    return bool(_paused)


def store_key(kind: str, *parts: Any) -> str:
    """The key of what was worked out from some parts: texts, numbers, bytes, and tuples of them."""
    return digest_of_bytes(repr((program_digest(), kind, parts)).encode("utf-8", "surrogatepass")).hex()


def find_kept(kind: str, key: str) -> Any:
    """What is kept under a key; None where nothing is."""
    folder = store_folder()
    return read_entry(folder, kind, key) if folder and program_digest() else None


def keep(kind: str, key: str, data: Any) -> None:
    """Keep plain data under a key, for as long as the bounds of the store let it."""
    folder = store_folder()
    if folder and program_digest() and not is_paused():
        write_entry(folder, kind, key, data)


def kept(kind: str, parts: tuple[Any, ...], make: Callable[[], Any]) -> Any:
    """What was worked out from these parts before; else what `make` gives, which is kept from now on."""
    if not store_folder():
        return make()
    key = store_key(kind, *parts)
    found = find_kept(kind, key)
    if found is None:
        found = make()
        keep(kind, key, found)
    return found
