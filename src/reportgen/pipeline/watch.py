"""A report that is built again whenever its files are saved: `watched.build()`, `watched.wait()`, and so on.

Files are looked at in turn, which needs no other library, and sees what is saved on disks of other machines as well.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

from reportgen.pipeline.orders import BuildOrder, BuiltReport, named_files
from reportgen.pipeline.session import Session
from reportgen.workspace.journal import settle
from reportgen.workspace.writing import write_all

_FOLDERS = ("inputs", "locales", "templates")
_PAUSE = 0.1
"""Seconds from one look to the next."""

FileStates = dict[str, tuple[int, int, int]]
"""Size, time of the last change and inode of every file of a workspace, by its path."""


class WatchedReport:
    """A report that is being edited: what a change does not touch is taken over from the build before."""

    def __init__(self, order: BuildOrder) -> None:
        self._order, self._root = order, Path(order.root)
        self._session = Session(self._root)
        self._built: FileStates = {}

    def build(self) -> BuiltReport:
        """What `reportgen build` would give; files that would change are written. An error where it cannot be built."""
        settle(self._root)
        while True:
            # Taken before anything is read, so that no change can slip in between.
            self._built = file_states(self._root)
            self._session.refresh()
            files = self._files()
            changed = {path: data for path, data in files.items() if not _is_written(path, data)}
            if write_all(self._root, changed, "choose another folder with -o", self._is_current):
                return BuiltReport(changed, tuple(self._session.findings(self._order.slug, self._order.languages)))

    def wait(self) -> None:
        """Return once a file of the workspace has been saved since it was built, and no other is just being saved."""
        before = self._built
        while before == self._built:
            time.sleep(_PAUSE)
            before = file_states(self._root)
        # Editors write a file in several steps, and some commands many files.
        while before != (before := self._after_a_pause()):
            pass

    def _after_a_pause(self) -> FileStates:
        time.sleep(_PAUSE)
        return file_states(self._root)

    def _is_current(self) -> bool:
        return file_states(self._root) == self._built

    def _files(self) -> dict[Path, bytes]:
        order, session, files = self._order, self._session, dict[Path, bytes]()
        for tag in order.languages or session.languages(order.slug):
            for name in order.formats:
                document, data = session.document(order.slug, tag), session.written(order.slug, tag, name)
                files |= named_files(document, name, data, order.target)
        return files


def file_states(root: Path) -> FileStates:
    """The states of all files of a workspace that a report may be made of."""
    return {path: state for name in _FOLDERS for path, state in _states_below(str(root / name))}


def _states_below(folder: str) -> Iterator[tuple[str, tuple[int, int, int]]]:
    try:
        with os.scandir(folder) as entries:
            for each in entries:
                if each.is_dir(follow_symlinks=False):
                    yield from _states_below(each.path)
                else:
                    found = each.stat()
                    yield each.path, (found.st_size, found.st_mtime_ns, found.st_ino)
    except OSError:  # a folder that is not there, or goes away meanwhile, which shows in the names that are missing
        return


def _is_written(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False
