from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CALLS = ("link", "replace", "unlink", "mkdir", "rmdir", "open", "write", "fchmod")


class Died(BaseException):
    """The process was stopped here; nothing that it would still do is done."""


@pytest.fixture(autouse=True)
def _quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody pulls the plug of a test."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture(params=["unnamed", "named", "one name a file"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Systems as they are: with files that have no name, without, and without second names for a file."""
    if request.param != "unnamed":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    elif not hasattr(os, "O_TMPFILE"):
        pytest.skip("this system has no files without a name")
    if request.param == "one name a file":
        monkeypatch.setattr(os, "link", refused)
    return str(request.param)


def refused(*_: Any, **__: Any) -> None:
    raise PermissionError(1, "Operation not permitted")


@contextmanager
def stopped_at(call: int) -> Iterator[None]:
    """Stop at the n-th call that changes files: that one and all that follow do nothing."""
    made = 0

    def mortal(original: Callable[..., Any]) -> Callable[..., Any]:
        def called(*arguments: Any, **options: Any) -> Any:
            nonlocal made
            made += 1
            if made >= call:
                raise Died
            return original(*arguments, **options)

        return called

    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, mortal(getattr(os, name)))
        yield


def tree(folder: Path) -> dict[str, bytes]:
    """All files below a folder by name, and folders with nothing in them."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b"(empty)"
        for path in sorted(folder.rglob("*"))
        if path.is_file() or not any(path.iterdir())
    }
