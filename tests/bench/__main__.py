"""The command behind `make bench`: measure, print the table, draw the picture, keep one line of the commit."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from tests.bench.enlarge import PARAGRAPHS
from tests.bench.plot import draw
from tests.bench.run import Measured, compiled, install, measure
from tests.bench.subjects import INSTALLED, REPORTGEN, ROOT, WORK, Place, environment, peers
from tests.bench.table import history_line, put_line, put_table, table, told_failures

_DOCS = ROOT / "docs" / "bench"
_ROUNDS = {76: 7, 760: 3, 7_600: 3, 76_000: 1}


def main() -> int:
    """Measure what the arguments name; nothing is written unless all sizes were measured."""
    options = _options()
    # Else the first of every program's runs would compile its modules, and with some settings each run.
    install(ROOT, INSTALLED)
    commit = _commit()  # now, since somebody may commit while it measures
    compiled(INSTALLED, Path(__file__).parent)
    measured = [Measured(subject) for subject in (*REPORTGEN, *peers())]
    for size in options.sizes:
        place = Place(WORK / str(size))
        _prepare(size, place)
        rounds = options.rounds or _ROUNDS.get(size, 1)
        measure(measured, size, place, rounds, options.limit, lambda line: print(line, file=sys.stderr))
    text = table(measured, options.sizes)
    print(text)
    print("\n".join(told_failures(measured)))
    line = history_line(measured, *commit)
    print(line)
    if options.write:
        _DOCS.mkdir(exist_ok=True)
        draw(measured, _DOCS / "growth.svg")
        put_table(ROOT / "docs" / "speed.md", text)
        put_line(_DOCS / "history.tsv", line)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(_ROUNDS), help="paragraphs: multiples of 76")
    parser.add_argument("--rounds", type=int, help="rounds at each size; by default 7 at 76, 1 at 76,000")
    parser.add_argument("--limit", type=float, default=400, help="the most seconds of one run")
    parser.add_argument("--write", action="store_true", help="write docs/speed.md, the picture and the history")
    return parser.parse_args()


def _prepare(size: int, place: Place) -> None:
    """What is measured at a size, made by another process, so that its memory is given back."""
    place.folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.bench.prepare", str(size // PARAGRAPHS), str(place.folder)]
    subprocess.run(command, cwd=ROOT, env=environment(place.folder / "stores" / "prepare"), check=True)


def _commit() -> tuple[str, str]:
    """The commit and its date; a plus where files differ from it."""

    def git(*arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    changed = git("status", "--porcelain", "--untracked-files=no", "src", "locales", "templates", "inputs")
    return git("rev-parse", "--short=10", "HEAD") + ("+" if changed else ""), git("log", "-1", "--format=%cs")


if __name__ == "__main__":
    sys.exit(main())
