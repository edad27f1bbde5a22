"""New files before they have their names: `Staged(name, data, target)`, all bytes on the disk by `sync_at_once`."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

_BINARY = getattr(os, "O_BINARY", 0)


@dataclass(slots=True)
class Staged:
    """A file to be: its bytes, the name that it takes first, and its handle while it has no name."""

    name: Path
    data: bytes
    target: Path
    handle: int | None = None

    def write_unnamed(self) -> None:
        """Write the bytes into a file without a name, if the system has such."""
        if not hasattr(os, "O_TMPFILE"):
            return
        folder = next(folder for folder in self.name.parents if os.path.lexists(folder))
        try:
            self.handle = os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o666)  # the umask applies
        except OSError as error:
            if error.errno not in (errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL):
                raise
        else:
            self._fill(self.handle)

    def give_name(self) -> None:
        """Give the file its first name; write it now where there are no files without one."""
        if self.handle is not None:
            try:
                # An absolute name makes nothing of the folder's handle; but with one, Python follows the link.
                os.link(f"/proc/self/fd/{self.handle}", self.name, src_dir_fd=self.handle)
                return
            except FileNotFoundError:  # no /proc here
                self.close()
        self.handle = os.open(self.name, os.O_CREAT | os.O_EXCL | os.O_RDWR | _BINARY, 0o666)
        self._fill(self.handle)
        _sync(self.handle)
        self.close()  # Windows moves no open file

    def close(self) -> None:
        """Let the handle go; a file that has no name goes with it."""
        if self.handle is not None:
            os.close(self.handle)
            self.handle = None

    def _fill(self, handle: int) -> None:
        left = memoryview(self.data)
        while left:
            left = left[os.write(handle, left) :]
        _take_over(handle, self.target)


def sync_at_once(handles: Sequence[int]) -> None:
    """Wait until all files are on the disk; asked for at once, the disk does it in one go."""
    failed: list[OSError] = []

    def sync(handle: int) -> None:
        try:
            _sync(handle)
        except OSError as error:
            failed.append(error)

    threads = [Thread(target=sync, args=(handle,)) for handle in handles[1:]]
    for thread in threads:
        thread.start()
    for handle in handles[:1]:
        sync(handle)
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]


def sync_folders(folders: set[Path]) -> None:
    """Let the names be on the disk too; Windows opens no folders, and does it by itself."""
    if os.name == "nt":
        return
    for folder in folders:
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            _sync(handle)
            os.close(handle)


def _take_over(handle: int, target: Path) -> None:
    """Mode, group and owner of the file that is replaced, as far as the system lets us; a new file has its own."""
    try:
        old = target.lstat()
    except OSError:
        return
    if not stat.S_ISREG(old.st_mode) or not hasattr(os, "fchmod"):
        return
    new = os.fstat(handle)
    for owner, group in ((old.st_uid, old.st_gid), (-1, old.st_gid)):
        if hasattr(os, "fchown") and (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
            with suppress(OSError):
                os.fchown(handle, owner, group)
                break
    if stat.S_IMODE(new.st_mode) != stat.S_IMODE(old.st_mode):
        os.fchmod(handle, old.st_mode & 0o777)


def _sync(handle: int) -> None:
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # drives that cannot say
            raise
