"""Commands of reportgen as processes of their own, in a small workspace in which each has something to write."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from functools import lru_cache
from pathlib import Path

from tests.measure.bad.running import run
from tests.measure.bad.trial import BUILD, SECOND, base, text_of

ROOT = Path(__file__).parents[2]
ADDED = [f"added-{number}" for number in range(1, 5)]
_SPANISH = ("locales/fr/lexicon/entities.yaml", "templates/fr/paragraphs/visit.j2")
"""What a second translation needs; that it is French does no harm here."""

Command = tuple[str, ...]


def accepting(name: str) -> Command:
    """The command that accepts one of the added paragraphs."""
    return ("numbers", "accept", "small", name, "--why", f"Asked for: {name}")


BUILDING: Command = (*BUILD, "-t", "json", "-t", "outline")
FREEZING: Command = ("numbers", "freeze", "small", "-l", "fr")
UPDATING: Command = ("translations", "update", "small", "-l", "fr", "-l", "es")
CHECKING: Command = ("numbers", "check", "small")
RETURNED = "returned.en.md"
READING: Command = ("read", RETURNED, "small", "--apply", "--facts", "take", "--why", "Corrected")
_CORRECTIONS = (
    ("313 officials", "331 officials"),
    ("12.5 per cent", "13.5 per cent"),
    ("| 1,250 |", "| 1,240 |"),
    ("**1,310**", "**1,300**"),
    ("All is done", "All is well"),
    ("Words mean", "Words say"),
    ("The work of", "The good work of"),
)
"""What somebody corrects in the file that goes out: two sections, an annex, the summary and the CSV file of a table."""


@lru_cache(maxsize=1)
def workspace() -> dict[str, bytes]:
    """The small workspace after a build and a freeze, with four paragraphs and another wording since."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        lay(root, {**base(), **{name.replace("/fr/", "/es/"): base()[name] for name in _SPANISH}})
        for command in (BUILDING, ("numbers", "freeze", "small", "-l", "en", "--insertions", "bis")):
            succeed(command, root)
        more = "".join(f"      - {{id: {name}, text: It came later.}}\n" for name in ADDED)
        text = text_of(SECOND).replace("text: The end.", "text: The very end.")
        head, closing, rest = text.partition("  - id: deepest\n")
        lay(root, {SECOND: (head + more + closing + rest).encode()})
        return {**files_of(root), RETURNED: _corrected(files_of(root))}


def _corrected(files: dict[str, bytes]) -> bytes:
    """The Markdown file of the small workspace as it comes back."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        lay(root, files)
        succeed(BUILDING, root)
        text = (root / "outputs/small/small.en.md").read_text("utf-8")
    for old, new in _CORRECTIONS:
        assert old in text
        text = text.replace(old, new)
    return text.encode()


def lay(root: Path, files: dict[str, bytes]) -> None:
    """Write files by their names."""
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def files_of(root: Path) -> dict[str, bytes]:
    """All files by name, and folders in which nothing is."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in sorted(root.rglob("*"))
        if path.is_file() or not any(path.iterdir())
    }


def succeed(command: Command, root: Path) -> None:
    """Run a command in this process; it must come to its end, but may find something."""
    code, out, err = run(list(command), root)
    assert code in (0, 1), (command, code, out, err)


@lru_cache(maxsize=128)
def after(*commands: Command) -> dict[str, bytes]:
    """The workspace after some commands, one after another."""
    if not commands:
        return workspace()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        lay(root, after(*commands[:-1]))
        succeed(commands[-1], root)
        return files_of(root)


def start(command: Command, root: Path) -> subprocess.Popen[str]:
    """The command in a process of its own."""
    script = "from reportgen.cli import main; main()"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.Popen(
        [sys.executable, "-c", script, *command], cwd=root, env=environment, text=True, encoding="utf-8",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
