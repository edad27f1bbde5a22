"""What a writer is about to move, recorded until all is moved: `settle(home)` finishes what a stopped process began.

The journal is a file whose name says how far the writer is. Prepared: nothing is replaced yet, so what was made is
taken away. Replacing: all is there, so the rest is moved. Undoing: a file could not be replaced, so the others are put
back. A file that somebody has changed since the process was stopped keeps the later change.
"""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath
from typing import Any

from reportgen.errors import OutputError, Position
from reportgen.record import record
from reportgen.workspace.locking import locked
from reportgen.workspace.witness import tell_there

PREPARED = ".reportgen-prepared"
REPLACING = ".reportgen-replacing"
UNDOING = ".reportgen-undoing"

_OURS = re.compile(r"\.reportgen-[0-9a-f]{8}-\d+(-old)?")


@record
class PlannedMove:
    """One file to be replaced: where the new one waits and where the old one is kept, and the states of the two."""

    target: Path
    new: Path
    old: Path
    before: str
    after: str


@record
class Journal:
    """The moves of one writer in the folder `home`, and the folders that it makes for them, the outermost first."""

    home: Path
    moves: tuple[PlannedMove, ...]
    folders: tuple[Path, ...] = ()

    def dump(self) -> bytes:
        """The text of the file, with names from `home` on."""
        moves = [
            {
                "target": os.path.relpath(move.target, self.home),
                "new": move.new.name,
                "old": move.old.name,
                "before": move.before,
                "after": move.after,
            }
            for move in self.moves
        ]
        folders = [os.path.relpath(folder, self.home) for folder in self.folders]
        return json.dumps({"format": 1, "moves": moves, "folders": folders}, indent=1).encode()


def file_digest(data: bytes) -> str:
    """The SHA-256 of some bytes."""
    from hashlib import sha256  # most commands write nothing

    return sha256(data).hexdigest()


def state_of(path: Path) -> str:
    """A word that changes when the file does: a digest of its bytes; empty where there is none."""
    try:
        found = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return ""
    if stat.S_ISREG(found.st_mode):
        try:
            return file_digest(path.read_bytes())
        except PermissionError:
            pass
    # A file that cannot be read, or is none, is told by its inode and time.
    return f"{found.st_mode:o} {found.st_ino} {found.st_mtime_ns}"


def settle(home: Path) -> None:
    """Finish, or undo, what a process that was stopped began to write in a folder; mostly there is nothing."""
    if any(tell_there(home / name, os.path.lexists(home / name)) for name in (PREPARED, REPLACING, UNDOING)):
        with locked(home):
            settle_interrupted(home)


def settle_interrupted(home: Path) -> None:
    """Settle a folder whose lock is held; an `OutputError` where its files cannot be put right."""
    # Each name stands for one state; the last state that a writer can reach is settled first.
    for name, end in ((UNDOING, undo), (REPLACING, _finish_or_undo), (PREPARED, discard)):
        path = home / name
        if not os.path.lexists(path):
            continue
        try:
            journal = _load(path, home)
            if journal:
                end(journal)
            _take_away(path)
        except OSError as error:
            at = Position(str(error.filename or path))
            message = f"a command was stopped while it wrote, and its files cannot be put right: {error.strerror}"
            raise OutputError(message, at, "close the file where it is open, or ask for leave to write here") from None


def discard(journal: Journal) -> None:
    """Take away what was made before anything was replaced."""
    for move in journal.moves:
        _keep_or_restore(move, lambda move: not os.path.lexists(move.target))
    _remove(journal.folders)


def undo(journal: Journal) -> None:
    """Put back what was replaced, the last one first."""
    for move in reversed(journal.moves):
        was_moved = not os.path.lexists(move.new)
        if was_moved and not move.before and state_of(move.target) == move.after:
            move.target.unlink()
        _keep_or_restore(move, lambda move: state_of(move.target) in ("", move.after))
    _remove(journal.folders)


def finish(journal: Journal) -> None:
    """Move what is not moved yet; a file that has changed since stays as it is."""
    _move_rest(journal)
    forget(journal)


def forget(journal: Journal) -> None:
    """Take the old files away."""
    for move in journal.moves:
        _take_away(move.old)


def _move_rest(journal: Journal) -> None:
    for move in journal.moves:
        if os.path.lexists(move.new):
            if state_of(move.target) in ("", move.before, move.after):
                os.replace(move.new, move.target)
            else:
                move.new.unlink()


def _finish_or_undo(journal: Journal) -> None:
    try:
        _move_rest(journal)
    except OSError:  # the last one, whose old file is not kept, has not been moved
        os.replace(journal.home / REPLACING, journal.home / UNDOING)
        undo(journal)
        journal.home.joinpath(UNDOING).unlink()
    else:
        forget(journal)


def _keep_or_restore(move: PlannedMove, lost: Callable[[PlannedMove], bool]) -> None:
    """Put the old file back where it is lost, and take away what else was made for the move."""
    if os.path.lexists(move.old) and lost(move):
        os.replace(move.old, move.target)
    _take_away(move.old)  # two names of one file: to replace one with the other leaves both
    _take_away(move.new)


def _take_away(path: Path) -> None:
    if os.path.lexists(path):
        path.unlink()


def _remove(folders: Iterable[Path]) -> None:
    for folder in reversed(list(folders)):
        try:
            folder.rmdir()
        except OSError:  # somebody has put something there, or it was not made
            continue


def _load(path: Path, home: Path) -> Journal | None:
    """The journal in a file; None for one cut off while it was written, since then nothing else was made.

    A journal may come with a workspace from a stranger: names may only lead into the folder, and only files named as
    ours are moved or removed.
    """
    try:
        data = json.loads(path.read_bytes())
        moves = tuple(_move(home, each) for each in data["moves"])
        return Journal(home, moves, tuple(_below(home, name) for name in data["folders"]))
    except (ValueError, KeyError, TypeError):
        if path.name == PREPARED:
            return None
        hint = "see what it is, and take it away"
        raise OutputError("this is no list of files that reportgen was writing", Position(str(path)), hint) from None


def _move(home: Path, data: dict[str, Any]) -> PlannedMove:
    target = _below(home, data["target"])
    for key in ("new", "old"):
        if not _OURS.fullmatch(data[key]):
            raise ValueError(key)
    new, old = (target.with_name(data[key]) for key in ("new", "old"))
    return PlannedMove(target, new, old, str(data["before"]), str(data["after"]))


def _below(home: Path, name: str) -> Path:
    pure = PurePath(name)
    if pure.is_absolute() or pure.drive or ".." in pure.parts or not pure.name:
        raise ValueError(name)
    return home / pure
