"""What was saved, step by step, so that it can be taken back: `steps.write(...)`, `steps.undo()`, `steps.redo()`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from threading import RLock

from reportgen.errors import OutputError, Position, UsageError
from reportgen.record import record
from reportgen.workspace.writing import changing

_MOST = 100
"""Steps that can be taken back."""


@record
class SavedStep:
    """Files before and after one save; None where there was none. `said` tells people what it was."""

    said: str
    before: Mapping[Path, bytes | None]
    after: Mapping[Path, bytes | None]


class SavedSteps:
    """The steps of one server: one save at a time, under the lock of the workspace as any command."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._done: list[SavedStep] = []
        self._undone: list[SavedStep] = []
        self._one_at_a_time = RLock()

    def write(
        self, said: str, sources: Callable[[], list[Path]], plan: Callable[[], Mapping[Path, bytes]]
    ) -> Mapping[Path, bytes]:
        """The files that `plan` gives under the lock, once they are written; an `OutputError` where one was changed."""
        with self._one_at_a_time, changing(self._root, sources) as kept:
            files = plan()
            before = {path: _bytes_of(path) for path in files}
            kept.write(files)
            if files:
                self._done = [*self._done, SavedStep(said, before, dict(files))][-_MOST:]
                self._undone = []
        return files

    @property
    def last(self) -> str:
        """What would be taken back; empty where nothing would."""
        return self._done[-1].said if self._done else ""

    @property
    def next(self) -> str:
        """What would be done again; empty where nothing would."""
        return self._undone[-1].said if self._undone else ""

    def undo(self) -> str:
        """Take the last step back, and say what it was; an error where its files were changed since."""
        return self._step(self._done, self._undone, is_back=True)

    def redo(self) -> str:
        """Do the step again that was taken back last, and say what it was."""
        return self._step(self._undone, self._done, is_back=False)

    def _step(self, steps: list[SavedStep], others: list[SavedStep], is_back: bool) -> str:
        with self._one_at_a_time:
            if not steps:
                raise UsageError(f"there is nothing to {'undo' if is_back else 'redo'}", hint="nothing was saved here")
            step = steps[-1]
            now, then = (step.after, step.before) if is_back else (step.before, step.after)
            with changing(self._root, lambda: list(now)) as kept:
                for path, data in now.items():
                    if _bytes_of(path) != data:
                        message = "the file was changed since: this step cannot be taken alone"
                        raise OutputError(message, Position(path.name), "make the change by hand")
                kept.write({path: data for path, data in then.items() if data is not None})
                for path in (path for path, data in then.items() if data is None):
                    path.unlink(missing_ok=True)
            others.append(steps.pop())
            return step.said


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
