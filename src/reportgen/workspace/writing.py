"""Files are written whole, and all of a set or none: `write_all(root, files)`, `with changing(root, names) as kept`.

All bytes are on the disk before the first file has a name, on Linux in files without one, so that a process that is
stopped leaves nothing. Then all take their places in a few calls, and the next command ends what a journal says.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from reportgen.errors import OutputError, Position
from reportgen.record import record
from reportgen.workspace.journal import (
    PREPARED,
    REPLACING,
    UNDOING,
    Journal,
    PlannedMove,
    discard,
    file_digest,
    finish,
    forget,
    settle_interrupted,
    state_of,
    undo,
)
from reportgen.workspace.locking import locked
from reportgen.workspace.staging import Staged, sync_at_once, sync_folders

_TAKEN = (errno.EISDIR, errno.ENOTDIR, errno.EEXIST)
_REFUSED = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.EROFS)
_FULL = (errno.ENOSPC, errno.EDQUOT)
_MOST_UNNAMED = 200
"""A file without a name must be open, and systems open some hundreds at once."""


def write_all(
    root: Path, files: Mapping[Path, bytes], elsewhere: str = "", is_current: Callable[[], bool] = lambda: True
) -> bool:
    """Write the files of a workspace, or others; an `OutputError`, and nothing written, where one cannot be.

    `elsewhere` is a hint for where the place may be chosen. False, and nothing written, where `is_current` says, while
    no other command can write, that what the files were made from has changed.
    """
    if files:
        home = _home(root, files, elsewhere)
        with locked(home):
            settle_interrupted(home)
            if not is_current():
                return False
            _write(home, files, elsewhere)
    return True


def states_of(paths: Iterable[Path]) -> dict[Path, str]:
    """The states of some files: a word each that changes when the file does."""
    return {path: state_of(path) for path in paths}


@record
class Kept:
    """Files that are changed in place, as they were when the lock was taken; no other command can change them."""

    home: Path
    states: Mapping[Path, str]

    def write(self, files: Mapping[Path, bytes]) -> None:
        """Write all of the files; an `OutputError`, and nothing written, where one cannot be, or was changed.

        Editors know no lock: what they saved since the lock was taken is not lost either.
        """
        for path in files:
            if state_of(path) != self.states.get(path, ""):
                message = "the file was changed while this command ran; nothing is written"
                raise OutputError(message, Position(from_here(path)), "run it again")
        if files:
            _write(self.home, files)


@contextmanager
def changing(root: Path, paths: Callable[[], Iterable[Path]]) -> Iterator[Kept]:
    """Hold the lock of a folder from before the files are read until they are written.

    `paths` says which files those are, once nobody else can make one. What a stopped process left is settled first.
    """
    with locked(root):
        settle_interrupted(root)
        yield Kept(root, states_of(paths()))


def from_here(path: Path) -> str:
    """The path as it is printed: from the folder one is in where it lies inside."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _home(root: Path, paths: Mapping[Path, bytes], elsewhere: str) -> Path:
    """Where the lock and the journal of a set are: the workspace, or the folder that the files have in common."""
    with _naming(next(iter(paths)), elsewhere):
        targets = [_absolute(path, root) for path in paths]
        if all(target.is_relative_to(root) for target in targets) and os.access(root, os.W_OK):
            return root
        folder = Path(os.path.commonpath([target.parent for target in targets]))
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def _absolute(path: Path, home: Path) -> Path:
    """The path from the root of the file system on; links in it are followed where it would lie outside else."""
    absolute = Path(os.path.abspath(path))
    return absolute if absolute.is_relative_to(home) else Path(os.path.realpath(absolute.parent), absolute.name)


@contextmanager
def _naming(path: Path, elsewhere: str) -> Iterator[None]:
    """Make an `OutputError` that names the file of what the system refuses."""
    try:
        yield
    except OSError as error:
        message = f"cannot write: {error.strerror or error}"
        raise OutputError(message, Position(from_here(path)), _hint(error, elsewhere)) from None
    except ValueError as error:
        raise OutputError(f"cannot write: {error}", Position(ascii(str(path))), elsewhere) from None


def _hint(error: OSError, elsewhere: str) -> str:
    if error.errno in _TAKEN:
        return elsewhere or "give what has this name another one"
    if error.errno in _REFUSED:
        return "close it where it is open, or " + (elsewhere or "ask for leave to write here")
    if error.errno in _FULL:
        return "make room on the disk"
    return elsewhere or "see whether the disk is there"


def _write(home: Path, files: Mapping[Path, bytes], elsewhere: str = "") -> None:
    _Set(home, {_absolute(path, home): data for path, data in files.items()}, elsewhere).write()


class _Set:
    """Files that take their places together."""

    def __init__(self, home: Path, files: Mapping[Path, bytes], elsewhere: str) -> None:
        self.elsewhere = elsewhere
        self.at = next(iter(files))
        token = os.urandom(4).hex()
        moves, self.staged = [], []
        for number, (target, data) in enumerate(files.items()):
            new = target.with_name(f".reportgen-{token}-{number}")
            move = PlannedMove(target, new, new.with_name(f"{new.name}-old"), self._before(target), file_digest(data))
            moves.append(move)
            self.staged.append(Staged(new, data, target))
        self.journal = Journal(home, tuple(moves), tuple(_missing(files)))
        self.note = Staged(home / PREPARED, self.journal.dump(), home / PREPARED)

    def write(self) -> None:
        """Write all, or nothing and an `OutputError`."""
        try:
            with _naming(self.at, self.elsewhere):
                self._stage()
                self._prepare()
                self._replace()
        finally:
            for each in (self.note, *self.staged):
                each.close()
        sync_folders({move.target.parent for move in self.journal.moves})

    def _before(self, target: Path) -> str:
        with _naming(target, self.elsewhere):
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, "a folder has this name", str(target))
            return state_of(target)

    def _stage(self) -> None:
        """All bytes to the disk, without a name: a process that is stopped here leaves nothing."""
        # Each needs an open file, of which a process has a limited number.
        if len(self.staged) > _MOST_UNNAMED:
            return
        for each in (*self.staged, self.note):
            with _naming(each.target, self.elsewhere):
                each.write_unnamed()
        sync_at_once([each.handle for each in (*self.staged, self.note) if each.handle is not None])

    def _prepare(self) -> None:
        """Give all new files their first names, and keep the old ones under a second name."""
        try:
            self.note.give_name()
            for folder in self.journal.folders:
                folder.mkdir(exist_ok=True)
            for each in self.staged:
                with _naming(each.target, self.elsewhere):
                    each.give_name()
            for move in self.journal.moves[:-1]:  # when the last one is replaced, nothing can fail any more
                with _naming(move.target, self.elsewhere):
                    _keep_old(move)
            os.replace(self.note.name, self.journal.home / REPLACING)
        except BaseException:
            discard(self.journal)
            self.note.name.unlink(missing_ok=True)
            raise

    def _replace(self) -> None:
        replacing = self.journal.home / REPLACING
        try:
            for move in self.journal.moves:
                self.at = move.target
                os.replace(move.new, move.target)
        except OSError as error:
            os.replace(replacing, self.journal.home / UNDOING)
            undo(self.journal)
            self.journal.home.joinpath(UNDOING).unlink()
            with _naming(self.at, self.elsewhere):
                raise error
        except BaseException:  # Ctrl-C
            finish(self.journal)
            replacing.unlink()
            raise
        forget(self.journal)
        replacing.unlink()


def _missing(targets: Mapping[Path, bytes]) -> list[Path]:
    """The folders that are not there yet, the outermost first."""
    missing = {folder for target in targets for folder in target.parents if not os.path.lexists(folder)}
    return sorted(missing, key=lambda folder: len(folder.parts))


def _keep_old(move: PlannedMove) -> None:
    """Give the old file a second name, so that it can be put back; a drive without second names moves it there."""
    if not move.before:
        return
    try:
        os.link(move.target, move.old, follow_symlinks=False)
    except (OSError, NotImplementedError):
        os.replace(move.target, move.old)
