"""What is measured: the commands of reportgen, and those of the peers that this machine has."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.enlarge import SLUG

ROOT = Path(__file__).parents[2]
WORK = ROOT / "build" / "bench"
INSTALLED = WORK / "installed"
"""What is measured: the wheel of this tree, unpacked as pip does it."""

_PEERS = Path(__file__).parent / "peers"
_REPORTGEN = [sys.executable, "-c", "from reportgen.cli import main; main()"]


@dataclass(frozen=True, slots=True)
class Place:
    """The files of one size: its workspace, and what `prepare` made of it for the peers."""

    folder: Path

    @property
    def workspace(self) -> Path:
        return self.folder / "workspace"

    @property
    def changing(self) -> Path:
        """A copy of the workspace in which a paragraph is changed before each run."""
        return self.folder / "changing"

    @property
    def plain(self) -> Path:
        return self.folder / "plain.json"

    @property
    def markdown(self) -> Path:
        return self.folder / f"{SLUG}.en.md"

    @property
    def word(self) -> Path:
        return self.folder / f"{SLUG}.en.docx"


def _nothing(_: Place) -> None:
    return


@dataclass(frozen=True, slots=True)
class Subject:
    """One row of the table.

    `store` says whether what reportgen keeps is emptied before each run, or stays; `before` is done before each run and
    not measured; `largest` is the most paragraphs that it is asked for.
    """

    key: str
    name: str
    command: Callable[[Place], list[str]]
    store: str = ""
    before: Callable[[Place], None] = _nothing
    leaves_out: str = ""
    largest: int = 76_000


def _build(*arguments: str, changing: bool = False) -> Callable[[Place], list[str]]:
    def command(place: Place) -> list[str]:
        workspace, out = (place.changing, "changed") if changing else (place.workspace, "out")
        return [*_REPORTGEN, "-C", str(workspace), "build", "-q", "-o", str(place.folder / out), *arguments]

    return command


def _check_file(place: Place) -> list[str]:
    return [*_REPORTGEN, "-C", str(place.workspace), "numbers", "check", SLUG, str(place.word)]


def change_paragraph(place: Place) -> None:
    """Give one paragraph of a copy of the workspace a word that it never had."""
    if not place.changing.exists():
        shutil.copytree(place.workspace, place.changing)
    path = place.changing / "inputs" / SLUG / "sections" / "asia.yaml"
    number, word = time.time_ns(), ""
    while number:
        number, digit = divmod(number, 26)
        word += chr(ord("a") + digit)
    text = re.sub(r"wide( \w+)? range", f"wide {word} range", path.read_text("utf-8"), count=1)
    path.write_text(text, "utf-8")


_ONE, _SIX = ("-l", "en", "-t", "docx"), ()
REPORTGEN = (
    Subject("one", "reportgen: one Word file, empty store", _build(*_ONE), "empty"),
    Subject("one kept", "reportgen: one Word file, nothing changed", _build(*_ONE), "kept"),
    Subject("six", "reportgen: six languages, Word and Markdown, empty store", _build(*_SIX), "empty", largest=7_600),
    Subject(
        "six changed",
        "reportgen: six languages, one paragraph changed",
        _build(*_SIX, changing=True),
        "kept",
        change_paragraph,
        largest=7_600,
    ),
    Subject("six kept", "reportgen: six languages, nothing changed", _build(*_SIX), "kept", largest=7_600),
    Subject("check", "reportgen: numbers check of that Word file", _check_file, "empty", largest=7_600),
    Subject("check kept", "reportgen: the same file checked again", _check_file, "kept", largest=7_600),
)
"""What reportgen does, checks included, each in a new process."""


def peers() -> Iterator[Subject]:
    """The peers that are installed; each makes headings and the same text in one Word file."""
    if importlib.util.find_spec("pypandoc"):
        import pypandoc

        pandoc = pypandoc.get_pandoc_path()
        yield Subject(
            "pandoc",
            "pandoc: one Word file from that Markdown",
            lambda place: [pandoc, str(place.markdown), "-o", str(place.folder / "pandoc.docx")],
            leaves_out="numbers are text",
        )
    if importlib.util.find_spec("docxtpl"):
        yield _python("docxtpl", "docxtpl: one Word file", "docxtpl_template.py", "notes stand in brackets")
    yield _python(
        "python-docx", "python-docx: one Word file", "python_docx.py", "notes stand in brackets", largest=7_600
    )
    modules = _npm_modules()
    if modules:
        script = str(_PEERS / "npm-docx.js")
        yield Subject(
            "npm docx",
            "docx of npm: one Word file",
            lambda place: [
                "node",
                "--max-old-space-size=8000",
                script,
                str(place.plain),
                str(place.folder / "npm.docx"),
            ],
        )


def _python(key: str, name: str, script: str, leaves_out: str, largest: int = 76_000) -> Subject:
    return Subject(
        key,
        name,
        lambda place: [sys.executable, str(_PEERS / script), str(place.plain), str(place.folder / f"{key}.docx")],
        leaves_out=leaves_out,
        largest=largest,
    )


def environment(store: Path) -> dict[str, str]:
    """The environment of every command: compiled modules are written and read, whatever this shell says."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    path = os.pathsep.join([str(INSTALLED), str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    modules = _npm_modules()
    return {
        **kept,
        "PYTHONPATH": path,
        "REPORTGEN_CACHE": str(store),
        **({"NODE_PATH": str(modules)} if modules else {}),
    }


def _npm_modules() -> Path | None:
    """The packages that tests/npm/docx locks, installed once; none where npm is not there or reaches no registry."""
    if not shutil.which("npm"):
        return None
    locked = ROOT / "tests" / "npm" / "docx"
    digest = hashlib.sha256((locked / "package-lock.json").read_bytes()).hexdigest()[:16]
    folder = WORK / f"npm-{digest}"
    if not (folder / "node_modules").is_dir():
        shutil.copytree(locked, folder, dirs_exist_ok=True)
        command = ["npm", "ci", "--no-audit", "--no-fund", "--prefix", str(folder)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            return None
    return folder / "node_modules"
