"""Transcripts of the command line: `% command`, what it prints (`2> ` before lines of stderr), `=> exit code`.

Each file of tests/commands runs from top to bottom in a folder of its own; lines between commands are remarks.
`pytest --accept` rewrites the files with what is printed now.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

FILES = sorted(Path(__file__).parent.glob("commands/*.txt"))


@dataclass
class Step:
    """Remarks, then a command with what it prints."""

    remarks: list[str]
    command: str
    printed: list[str] = field(default_factory=list)


def steps(text: str) -> Iterator[Step | list[str]]:
    """The steps of a transcript; last, the remarks behind them."""
    remarks: list[str] = []
    step: Step | None = None
    for line in text.splitlines():
        if step is None and line.startswith("% "):
            step, remarks = Step(remarks, line[2:]), []
        elif step is None:
            remarks.append(line)
        else:
            step.printed.append(line)
            if line.startswith("=> "):
                yield step
                step = None
    assert step is None, f"'% {step.command}' has no '=> exit code'"
    yield remarks


def run(command: str, folder: Path, environment: dict[str, str]) -> list[str]:
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, capture_output=True, check=False)
    out, err = (text.decode().replace(str(folder), "$PWD").splitlines() for text in (done.stdout, done.stderr))
    return [*out, *(f"2> {line}" for line in err), f"=> {done.returncode}"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment in which `reportgen` is the one under test."""
    program = tmp_path / "bin" / "reportgen"
    program.parent.mkdir()
    main = "import sys; from reportgen.cli import main; main(sys.argv[1:])"
    program.write_text(f"#!/bin/sh\nexec '{sys.executable}' -c '{main}' \"$@\"\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("REPORTGEN", "COV_"))}
    store = {"REPORTGEN_CACHE": str(tmp_path / "store")}
    return {**inherited, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80", **store}


@pytest.mark.skipif(shutil.which("sh") is None, reason="transcripts are run by sh, which is not here")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_transcript(path: Path, tmp_path: Path, environment: dict[str, str], accept: bool) -> None:
    folder = tmp_path / "workspace"
    folder.mkdir()
    text = path.read_text("utf-8")
    lines: list[str] = []
    for step in steps(text):
        if isinstance(step, Step):
            lines += [*step.remarks, f"% {step.command}", *run(step.command, folder, environment)]
        else:
            lines += step
    printed = "".join(f"{line}\n" for line in lines)
    if accept:
        path.write_text(printed, "utf-8")
    assert printed == (printed if accept else text)


def test_there_are_transcripts() -> None:
    assert len(FILES) >= 10
