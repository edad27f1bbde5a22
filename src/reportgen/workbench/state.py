"""What one server knows: the session on its workspace, what is open and what was saved, the version that is shown."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from threading import Event, RLock, Thread
from typing import Generic, TypeVar

from reportgen.errors import UsageError
from reportgen.pipeline.editing import OpenedPiece, SavedSteps
from reportgen.pipeline.session import Session, SessionView
from reportgen.pipeline.watch import file_states
from reportgen.workspace.journal import settle

_PAUSE = 0.3
"""Seconds from one look at the files to the next."""

_MOST_OPEN, _MOST_VIEWS, _MOST_UPLOADS = 300, 3, 20
_Kept = TypeVar("_Kept")


class KeptByKey(Generic[_Kept]):
    """Things by a key that nobody can guess, the newest ones alone."""

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, RLock()
        self._things: OrderedDict[str, _Kept] = OrderedDict()

    def put(self, thing: _Kept) -> str:
        """The key of a thing from now on."""
        key = secrets.token_urlsafe(12)
        with self._lock:
            self._things[key] = thing
            while len(self._things) > self._most:
                self._things.popitem(last=False)
        return key

    def get(self, key: str) -> _Kept:
        """What was put under a key; a `UsageError` where it is known no more."""
        with self._lock:
            found = self._things.get(key)
        if found is None:
            raise UsageError("the server was started again, or this has been open too long", hint="open it again")
        return found


class Workbench:
    """One workspace as it is shown, with a thread that sees what others save in it."""

    def __init__(self, root: Path, only: str = "") -> None:
        settle(root)
        self.only = only
        self.session = Session(root)
        self.steps = SavedSteps(root)
        self.uploads: KeptByKey[Path] = KeptByKey(_MOST_UPLOADS)
        self._folder = TemporaryDirectory(prefix="reportgen-workbench-")
        self.opened: KeptByKey[OpenedPiece] = KeptByKey(_MOST_OPEN)
        self.version = 1
        self._root, self._ends, self._lock = root, Event(), RLock()
        self._seen = file_states(root)
        self._views: dict[int, SessionView] = {1: self.session.now}

    def watch(self) -> None:
        """See what is saved from now on, until `end`."""
        Thread(target=self._watch, daemon=True, name="watcher").start()

    def end(self) -> None:
        """Watch no more, and forget what was dropped."""
        self._ends.set()
        self._folder.cleanup()

    def keep_upload(self, name: str, data: bytes) -> Path:
        """A file that was dropped, under its name in a folder of its own outside of the workspace."""
        path = Path(mkdtemp(dir=self._folder.name)) / name
        path.write_bytes(data)
        return path

    @property
    def is_ended(self) -> bool:
        return self._ends.is_set()

    def view_of(self, version: int) -> SessionView | None:
        """What was shown in a version; None where it is too long ago."""
        with self._lock:
            return self._views.get(version)

    def refresh(self) -> None:
        """Show what the files hold now, where they have changed."""
        with self._lock:
            found = file_states(self._root)
            if found != self._seen:
                self._seen = found
                self.session.refresh()
                self.version += 1
                self._views[self.version] = self.session.now
                self._views.pop(self.version - _MOST_VIEWS, None)

    def save(self, slug: str, said: str, plan: Callable[[], Mapping[Path, bytes]]) -> bool:
        """Write the files that `plan` gives once all that others saved is seen; whether any was written."""

        def planned() -> Mapping[Path, bytes]:
            self.refresh()
            return plan()

        workspace = self.session.now.workspace
        files = self.steps.write(said, lambda: workspace.sources(slug), planned)
        self.refresh()
        return bool(files)

    def _watch(self) -> None:
        while not self._ends.wait(_PAUSE):
            if file_states(self._root) != self._seen:
                # Editors write in several steps: half of a file would be shown as an error.
                time.sleep(_PAUSE / 3)
                self.refresh()
