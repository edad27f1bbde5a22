"""Many small things under one key: `pack.find(name)`, `pack.put(name, data)`, and `save_packs()` where a run ends."""

from __future__ import annotations

from typing import Any

from reportgen.store.folder import store_folder
from reportgen.store.keeping import find_kept, is_paused, keep

_changed: dict[tuple[str, str], Pack] = {}
"""Packs with something new, one for each key, until they are saved."""


class Pack:
    """What is kept under one key, by names within it.

    What was not asked for while the pack was open is left out when it is saved with more than `most` things.
    """

    def __init__(self, kind: str, key: str, most: int) -> None:
        self.kind, self.key, self.most = kind, key, most
        self._before = _read(kind, key)
        self._used: dict[str, Any] = {}
        self._unsaved: dict[str, Any] = {}

    def find(self, name: str) -> Any:
        """What is kept under a name; None where nothing is."""
        found = self._used.get(name)
        if found is None and name in self._before:
            found = self._used[name] = self._before[name]
        return self._unsaved.get(name) if found is None else found

    def put(self, name: str, data: Any) -> None:
        """Keep plain data under a name; while nothing is kept, only until the process ends."""
        if is_paused():
            self._unsaved = {} if len(self._unsaved) > 2 * self.most else self._unsaved
            self._unsaved[name] = data
            return
        if len(self._used) > 2 * self.most:  # in a process that goes on for long
            self._used = {}
        self._used[name] = data
        other = _changed.get((self.kind, self.key))
        if other is not self:
            self._used |= other._used if other else {}
            _changed[self.kind, self.key] = self

    def save(self) -> None:
        """Write the pack where it has something new."""
        if _changed.get((self.kind, self.key)) is self:
            del _changed[self.kind, self.key]
            # Read once more, since another run may have put something into it meanwhile.
            everything = {**_read(self.kind, self.key), **self._used}
            keep(self.kind, self.key, everything if len(everything) <= self.most else self._used)


_opened: dict[tuple[str, str, str], Pack] = {}
_MOST_OPENED = 64


def open_pack(kind: str, key: str, most: int) -> Pack:
    """The pack of a key, the same one for as long as the process has not opened too many others."""
    name = store_folder(), kind, key
    found = _opened.pop(name, None) or Pack(kind, key, most)
    if len(_opened) >= _MOST_OPENED:
        del _opened[next(iter(_opened))]
    _opened[name] = found
    return found


def save_packs() -> None:
    """Write all packs of this process that have something new."""
    for pack in list(_changed.values()):
        pack.save()


def _read(kind: str, key: str) -> dict[str, Any]:
    found = find_kept(kind, key)
    return found if isinstance(found, dict) else {}
