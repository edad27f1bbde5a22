"""What the disk answered to a run: all that its result depends on, beside its arguments and the program.

A witness is there only where somebody wants to know. What it has not seen must not be part of the result: a run opens
its workspace after its witness has begun, since a workspace remembers what it has read.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

FileState = tuple[int, int, int, int]
"""Size, times of the last change of content and of anything (nanoseconds), inode: all change with the content."""

_TICK, _COARSE_TICK = 0.05, 2.0
"""Seconds within which two changes of a file may have the same times, on disks that count fractions or whole ones."""

_BEGINNING = 16
"""Bytes of a beginning that are remembered: as many as tell what kind of file it is."""


class Witness:
    """The answers by absolute path: digests of files read, what is there, what is a folder, the names in folders.

    A digest stands with the state of its file, where that will tell a later change. `sound` says that no two answers
    contradict one another, as they do where a file is changed meanwhile. `beginnings` are first bytes of files:
    `partly` has those of files of which nobody has read all, so that no later change of them would be told.
    """

    def __init__(self, digest: Callable[[bytes], bytes]) -> None:
        self.digest = digest
        self.contents: dict[str, tuple[bytes, FileState | None]] = {}
        self.there: dict[str, bool] = {}
        self.folders: dict[str, bool] = {}
        self.listings: dict[str, tuple[str, ...]] = {}
        self.beginnings: dict[str, bytes] = {}
        self.partly: dict[str, bytes] = {}
        self.sound = True

    @property
    def is_whole(self) -> bool:
        """Whether all that was asked is known, and nothing of it contradicts another."""
        return self.sound and not self.partly

    def written(self, files: Iterable[tuple[Path, bytes]]) -> None:
        """Files that the run has written, which are there from now on."""
        for path, data in files:
            name = os.path.abspath(path)
            self.contents[name], self.there[name], self.folders[name] = (self.digest(data), None), True, False


_witness: ContextVar[Witness | None] = ContextVar("_witness", default=None)


@contextmanager
def witnessed(digest: Callable[[bytes], bytes]) -> Iterator[Witness]:
    """A witness of what this thread asks meanwhile; `digest` is that of contents."""
    witness = Witness(digest)
    before = _witness.set(witness)
    try:
        yield witness
    finally:
        _witness.reset(before)


def all_answers() -> Witness | None:
    """What the witness has seen so far; None where there is none."""
    return _witness.get()


def absorb(others: Witness | None) -> None:
    """Take in what the witness of another process has seen that did a part of the work."""
    witness = _witness.get()
    if witness and others:
        witness.sound &= others.is_whole
        for path, (digest, state) in others.contents.items():
            witness.sound &= witness.contents.setdefault(path, (digest, state))[0] == digest
        for kind in ("there", "folders", "listings"):
            mine = getattr(witness, kind)
            for path, answer in getattr(others, kind).items():
                witness.sound &= mine.setdefault(path, answer) == answer


def tell_content(path: Path, data: bytes, found: os.stat_result) -> None:
    """The whole content of a file was read; `found` was its state before."""
    if witness := _witness.get():
        digest = witness.digest(data)
        # A second reading of the same content may know a state that was too new for the first.
        name = os.path.abspath(path)
        before, _ = witness.contents.setdefault(name, (digest, _telling_state(found)))
        witness.beginnings[name] = data[:_BEGINNING]
        witness.sound &= before == digest and data.startswith(witness.partly.pop(name, b""))


def tell_beginning(path: Path, data: bytes) -> None:
    """The first bytes of a file were read, which tells what to do with the whole."""
    if witness := _witness.get():
        name = os.path.abspath(path)
        known = witness.beginnings.get(name)
        if known is None or len(data) > _BEGINNING:
            witness.partly[name] = data
        else:
            witness.sound &= known.startswith(data)


def state_that_tells(path: Path | str) -> FileState | None:
    """The state of a file, if any later change of its content must change it; None where there is no such file."""
    try:
        return _telling_state(os.stat(path))
    except (OSError, ValueError):
        return None


def _telling_state(found: os.stat_result) -> FileState | None:
    """The state of a file, if any later change of its content must change it.

    Windows keeps no time of the last change of anything, and other times can be set to what they were.
    """
    tick = _TICK if found.st_ctime_ns % 1_000_000_000 else _COARSE_TICK
    if os.name != "posix" or found.st_ctime > time.time() - tick:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def tell_there(path: Path, answer: bool) -> bool:
    """The answer to whether something has this name."""
    _tell("there", path, answer)
    return answer


def tell_folder(path: Path, answer: bool) -> bool:
    """The answer to whether a folder has this name."""
    _tell("folders", path, answer)
    return answer


def tell_names(folder: Path, names: Iterable[str]) -> None:
    """The names of all that is in a folder."""
    if _witness.get():
        _tell("listings", folder, tuple(sorted(names)))


def tell_unknown() -> None:
    """Something was asked that no witness can tell of: another program, or a file that cannot be read."""
    if witness := _witness.get():
        witness.sound = False


def _tell(kind: str, path: Path, answer: object) -> None:
    witness = _witness.get()
    if witness and getattr(witness, kind).setdefault(os.path.abspath(path), answer) != answer:
        witness.sound = False
