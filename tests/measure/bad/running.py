"""Run the command line on a trial, in this process, and say in one word how it ended."""

from __future__ import annotations

import builtins
import contextlib
import io
import os
import re
import shutil
import tempfile
import traceback
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from unittest import mock
from xml.etree import ElementTree

from reportgen.cli import main
from tests.measure.bad.trial import BUILD, Trial, base

_FAULT = 70
_OPENERS = ((io, "open"), (builtins, "open"), (os, "open"), (os, "listdir"), (os, "scandir"))
_PLACE = re.compile(r"^[^\n]*?[^\s:]:\d+(:\d+)?: ")
SECRET = "the-environment-of-the-measure"
"""Stands in the environment of workers, and may stand nowhere else."""


@dataclass(frozen=True)
class Ran:
    """How a command ended: a word, its exit code, what it printed, and how many of its messages say where and a hint."""

    word: str
    code: int
    out: str
    err: str
    messages: int = 0
    placed: int = 0


def run_trial(made: Trial, folder: Path) -> Ran:
    """Lay the workspace out in an empty folder and run the command in it."""
    root = folder / "w"
    for name, data in {**_outputs(), **made.files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    locked = [path for path in (_special(root, *each) for each in made.special) if path is not None]
    before = _written(root)
    with _unreadable(locked):
        code, out, err = run(made.command, root, full=made.full_stdout)
    word = _word(made, code, err) or _half(before, _written(root), code) or "accepted"
    word = "leaked" if _leaked(root, out + err) else word
    word = _broken(root) or word if code in (0, 1) and made.command[:1] == ["build"] else word
    messages, placed = _counted(code, out, err)
    if word == "clear error" and placed < messages:
        word = "unclear"
    return Ran(word, code, out, err, messages, placed)


def _word(made: Trial, code: int, err: str) -> str:
    if code == _FAULT:
        return "traceback"
    if code in (0, 1):
        return "silent" if code == 0 and made.wrong and not err.strip() else "finding" if code == 1 else ""
    return "clear error" if err.strip() and code in (2, 3, 4, 5, 6, 7, 130) else "no word"


def run(command: list[str], root: Path, full: bool = False) -> tuple[int, str, str]:
    """The exit code of a command with what it printed; a stdout that is `full` takes nothing."""
    out, err = _Full() if full else io.StringIO(), io.StringIO()
    here = Path.cwd()
    os.chdir(root)
    code = 0
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), mock.patch("atexit.register"):
            main(command)
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 1
    except BaseException:
        code = _FAULT
        err.write(traceback.format_exc())
    finally:
        os.chdir(here)
    return code, out.getvalue(), err.getvalue()


class _Full(io.StringIO):
    """A disk that is full."""

    def write(self, _: str) -> int:
        raise OSError(28, "No space left on device")


@lru_cache(maxsize=1)
def _outputs() -> dict[str, bytes]:
    """What a build of the unbroken workspace writes: it is there before every trial."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, data in base().items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        code, _, err = run(BUILD, root)
        assert code == 0, err
        return {name: data for name, data in _written(root).items() if name.startswith("outputs/")}


def _special(root: Path, what: str, name: str, target: str) -> Path | None:
    """Make a link, a folder, a pipe or a file of that name; the path where it is to be locked."""
    path = root / name
    if what == "locked":
        return path
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    match what:
        case "link":
            path.symlink_to(target)
        case "folder":
            path.mkdir()
        case "file":
            path.write_bytes(b"x")
        case "fifo" if hasattr(os, "mkfifo"):
            os.mkfifo(path)
    return None


@contextlib.contextmanager
def _unreadable(locked: list[Path]) -> Iterator[None]:
    """No leave to read some files or folders; an administrator may read all, so the calls refuse in the system's place."""

    def guarded(call: Callable[..., Any]) -> Callable[..., Any]:
        def asked(path: Any = ".", *arguments: Any, **options: Any) -> Any:
            if isinstance(path, str | os.PathLike):
                place = Path(os.path.abspath(path))
                if any(place == each or each in place.parents for each in locked):
                    raise PermissionError(13, "Permission denied", str(path))
            return call(path, *arguments, **options)

        return asked

    with contextlib.ExitStack() as stack:
        for module, name in _OPENERS if locked else ():
            stack.enter_context(mock.patch.object(module, name, guarded(getattr(module, name))))
        yield


def _written(root: Path) -> dict[str, bytes]:
    """All files of the workspace but pipes and links, by name."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def _half(before: dict[str, bytes], after: dict[str, bytes], code: int) -> str:
    """Whether an error left something written, a file went, or a temporary file stayed."""
    left = [name for name in after.keys() - before.keys() if Path(name).name.startswith(".")]
    changed = [name for name in before if after.get(name) != before[name]]
    if left or (code not in (0, 1) and (changed or after.keys() - before.keys())):
        return "half written"
    return "half written" if before.keys() - after.keys() else ""


def _broken(root: Path) -> str:
    """Whether what was written can be read: Word files as packages of XML, Markdown as UTF-8."""
    for path in root.glob("outputs/**/*"):
        if path.suffix == ".docx" and path.is_file():
            try:
                with zipfile.ZipFile(path) as package:
                    for name in package.namelist():
                        if name.endswith((".xml", ".rels")):
                            ElementTree.fromstring(package.read(name))
            except (zipfile.BadZipFile, ElementTree.ParseError):
                return "broken output"
        elif path.suffix == ".md" and path.is_file():
            try:
                path.read_bytes().decode()
            except UnicodeDecodeError:
                return "broken output"
    return ""


def _leaked(root: Path, printed: str) -> bool:
    """Whether the environment, which a link in the workspace points to, stands in an output or a message."""
    texts = [path.read_bytes() for path in root.glob("outputs/**/*") if path.is_file()]
    return any(SECRET.encode() in text for text in (printed.encode("utf-8", "replace"), *texts))


def _counted(code: int, out: str, err: str) -> tuple[int, int]:
    """How many messages there are, and how many of them have a place and a hint: errors of input, and findings."""
    if code not in (1, 3, 4, 5, 6):
        return 0, 0
    text = err if code != 1 else err + "\n" + out
    blocks = [block for block in re.split(r"\n(?!  )", text) if block.strip()]
    if code == 1:
        blocks = [block for block in blocks if re.search(r"\bRG\d{3} (error|warning)\b", block)]
    good = [block for block in blocks if _PLACE.match(block) and "\n  hint: " in block]
    return len(blocks), len(good)
