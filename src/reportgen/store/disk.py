"""What the disk answered to a run, as a tree of names that is held against the disk again.

The tree begins at folders that a run can find by itself: those above the one it is in, those above the program, those
that its arguments name. Below them every name is looked up in what the disk lists now, so that none is ever opened
because it stands in the store.
"""

from __future__ import annotations

import os

from reportgen.store.digest import digest_of_bytes

TYPE_CHECKING = False  # typing takes longer to import than all of this room
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any, Protocol

    class Answers(Protocol):
        """What the disk answered to a run, by absolute path: see `workspace.witness`."""

        contents: dict[str, tuple[bytes, tuple[int, int, int, int] | None]]
        there: dict[str, bool]
        folders: dict[str, bool]
        listings: dict[str, tuple[str, ...]]

        @property
        def is_whole(self) -> bool: ...


MISSING, THERE, NO_FOLDER, A_FILE = None, 1, 2, 3
"""Answers that are neither a file's digest and state nor a folder with what was asked below it."""

_FOLDER, _NAMES = "/", ""
"""Keys of a tree that are no names: it was asked whether this is a folder; all names in it were asked for."""


def known_folders(here: str, arguments: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The folders where trees begin, each with the words by which it is found again."""
    yield from _above("here", here)
    yield from _above("program", os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    for number, argument in enumerate(arguments):
        # An option may have its value behind "=", or right behind its letter.
        for cut, name in enumerate((argument, argument.partition("=")[2], argument[2:])):
            path = os.path.realpath(os.path.join(here, name)) if name else ""
            if path and os.path.lexists(path):
                yield f"argument {number} {cut}", path if os.path.isdir(path) else os.path.dirname(path)


def _above(word: str, folder: str) -> Iterator[tuple[str, str]]:
    for number in range(folder.count(os.sep) + 1):
        yield f"{word} {number}", folder
        folder = os.path.dirname(folder)


def trees_of(answers: Answers, here: str, arguments: Sequence[str]) -> dict[str, Any] | None:
    """The answers by the words of the folder that they stand below; None where one cannot be told again.

    That is so outside of all these folders, where a link leads somewhere else, and where two contradict one another.
    """
    starts = {path: word for word, path in reversed(list(known_folders(here, arguments)))}
    trees: dict[str, Any] = {}
    for path, answer in _strongest(answers):
        start, steps = _steps(path, starts)
        if start is None or _has_link(start, steps):
            return None
        tree = trees.setdefault(starts[start], {})
        for step in steps[:-1]:
            # Outer paths come first, and below what is missing, or a file, nothing can be.
            if tree.get(step, THERE) == THERE:
                tree[step] = {}
            if not isinstance(tree[step], dict):
                if not _says_missing(answer):
                    return None
                break
            tree = tree[step]
        else:
            _put(tree, steps, answer)
    return trees


def _strongest(answers: Answers) -> Iterator[tuple[str, Any]]:
    """One answer a path, the one that says most; outer paths first."""
    paths = {*answers.contents, *answers.there, *answers.folders, *answers.listings}
    for path in sorted(paths, key=lambda each: each.count(os.sep)):
        if path in answers.contents:
            yield path, answers.contents[path]
        elif path in answers.listings:
            yield path, {_FOLDER: True, _NAMES: answers.listings[path]}
        elif answers.there.get(path) is False:
            yield path, MISSING
        elif answers.folders.get(path):
            yield path, {_FOLDER: True}
        elif path in answers.folders:
            yield path, A_FILE if path in answers.there else NO_FOLDER
        else:
            yield path, THERE


def _steps(path: str, starts: Mapping[str, str]) -> tuple[str | None, list[str]]:
    """The deepest folder to begin at, and the names from there to a path."""
    steps: list[str] = []
    while path not in starts:
        path, name = os.path.split(path)
        if not name:
            return None, []
        steps.insert(0, name)
    return path, steps


def _has_link(start: str, steps: Sequence[str]) -> bool:
    return any(os.path.islink(os.path.join(start, *steps[: length + 1])) for length in range(len(steps)))


def _put(tree: dict[str, Any], steps: Sequence[str], answer: Any) -> None:
    if not steps:
        tree.update(answer if isinstance(answer, dict) else {})
    elif isinstance(answer, dict) and isinstance(tree.get(steps[-1]), dict):
        tree[steps[-1]].update(answer)
    else:
        tree[steps[-1]] = answer


def is_as_before(trees: Mapping[str, Any], here: str, arguments: Sequence[str]) -> bool:
    """Whether the disk would give all these answers again."""
    starts = dict(known_folders(here, arguments))
    return all(word in starts and _is_same_folder(starts[word], tree) for word, tree in trees.items())


def _is_same_folder(folder: str, tree: Mapping[str, Any]) -> bool:
    try:
        with os.scandir(folder) as entries:
            found = {each.name: each for each in entries}
    except OSError:
        return False
    if _NAMES in tree and tuple(sorted(found)) != tree[_NAMES]:
        return False
    return all(_is_same(found.get(name), tree[name]) for name in tree if name not in (_FOLDER, _NAMES))


def _is_same(entry: os.DirEntry[str] | None, answer: Any) -> bool:
    if entry is None:
        return _says_missing(answer)
    if entry.is_symlink() or answer is MISSING:
        return False
    if isinstance(answer, dict):
        return _is_same_folder(entry.path, answer) if entry.is_dir() else _says_missing(answer)
    if isinstance(answer, tuple):
        digest, state = answer
        return entry.is_file() and (_state(entry) == state or _digest(entry.path) == digest)
    return answer == THERE or not entry.is_dir()


def _says_missing(answer: Any) -> bool:
    """Whether an answer is that of a name that is not there: so it is below a folder that nobody knew to be there."""
    if isinstance(answer, dict):
        return _FOLDER not in answer and all(map(_says_missing, answer.values()))
    return answer in (MISSING, NO_FOLDER)


def _state(entry: os.DirEntry[str]) -> tuple[int, int, int, int]:
    found = entry.stat()
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _digest(path: str) -> bytes:
    try:
        with open(path, "rb", buffering=0) as file:
            return digest_of_bytes(file.read())
    except OSError:
        return b""
