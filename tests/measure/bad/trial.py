"""A workspace in which something is wrong, and the command that is given it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

BASE = Path(__file__).parent / "base"
REPORT = "inputs/small/report.yaml"
FIRST = "inputs/small/sections/first.yaml"
SECOND = "inputs/small/sections/second.yaml"
CATALOGUE = "locales/fr/small.po"
LEDGER = "inputs/small/numbering.yaml"

BUILD = ["build", "-t", "docx", "-t", "md"]
BUILD_ENGLISH = [*BUILD, "-l", "en"]
CHECK = ["check"]


@dataclass
class Trial:
    """Files by name; what no bytes can say (`special`: link, folder, fifo, locked, with a name and a target).

    A `wrong` input may not be taken without a word.
    """

    files: dict[str, bytes]
    command: list[str]
    special: list[tuple[str, str, str]] = field(default_factory=list)
    wrong: bool = False
    full_stdout: bool = False


Maker = Callable[[random.Random], Trial]


@lru_cache(maxsize=1)
def base() -> dict[str, bytes]:
    """The files of the small workspace, in which nothing is wrong."""
    return {path.relative_to(BASE).as_posix(): path.read_bytes() for path in sorted(BASE.rglob("*")) if path.is_file()}


def trial(name: str, data: bytes | None, command: list[str], *, wrong: bool = False) -> Trial:
    """The small workspace with one file changed, or taken out."""
    files = dict(base())
    if data is None:
        files.pop(name, None)
    else:
        files[name] = data
    return Trial(files, command, wrong=wrong)


def text_of(name: str) -> str:
    """The text of a file of the small workspace."""
    return base()[name].decode()
