"""The command line as a shell would run it, in the folder of the tiny report."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from reportgen.cli import main

ENTRIES = {
    "title": ("A small report", "一份短报告"),
    "first": ("The first section", "第一节"),
    "opening": ("The report is small.", "报告很短。"),
}


class Outcome(NamedTuple):
    """What a command printed and how it ended."""

    exit_code: int
    out: str
    err: str


@pytest.fixture
def run(tiny, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Run the command line with some arguments."""
    monkeypatch.chdir(tiny.root)

    def call(*arguments: str) -> Outcome:
        capsys.readouterr()
        exit_code = 0
        try:
            main(list(arguments))
        except SystemExit as stop:
            exit_code = int(stop.code or 0)
        return Outcome(exit_code, *capsys.readouterr())

    return call


@pytest.fixture
def translate(tiny) -> Callable[..., None]:
    """Write the Chinese catalogue of the tiny report; `changes` are other texts by id, none leaves the entry out."""

    def write(**changes: str | None) -> None:
        texts = {**{name: text for name, (_, text) in ENTRIES.items()}, **changes}
        tiny.catalogue(
            "".join(
                f'msgctxt "{name}"\nmsgid "{ENTRIES[name][0]}"\nmsgstr "{text}"\n\n'
                for name, text in texts.items()
                if text is not None
            )
        )

    return write


@pytest.fixture
def files(tiny) -> Callable[[str], list[str]]:
    """The names of all files under a folder of the workspace."""

    def names(folder: str) -> list[str]:
        return sorted(
            path.relative_to(tiny.root).as_posix() for path in tiny.root.glob(f"{folder}/**/*") if path.is_file()
        )

    return names
