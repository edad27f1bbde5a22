"""The bytes of files in memory, for as long as nobody changes them."""

from __future__ import annotations

from pathlib import Path

from reportgen.workspace.witness import FileState, state_that_tells


class RememberedFiles:
    """The bytes of files that were read before, for as long as the states of the files are the same.

    Large files are read again: that takes less than a hundredth of what is made of them, and holds no memory.
    """

    LARGE = 1_000_000

    def __init__(self) -> None:
        self._files: dict[Path, tuple[FileState, bytes]] = {}

    def find(self, path: Path) -> bytes | None:
        """The bytes of a file; None where it must be read."""
        state, data = self._files.get(path, (None, b""))
        return data if state is not None and state == state_that_tells(path) else None

    def keep(self, path: Path, state: FileState | None, data: bytes) -> None:
        """Remember the bytes of a file that had this state before they were read."""
        if state is not None and len(data) < self.LARGE:
            self._files[path] = state, data
