"""The story in docs/forms.md is what is printed; where the office fills in the form, a program does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.tools.filled_forms import fill_file

PAGE = Path(__file__).parents[2] / "docs/forms.md"
FILLED = re.compile(r"# in (?P<file>\S+) the office enters (?P<answers>.*)")
ANSWER = re.compile(r"(\d+): (.*?)(?=, \d+: |$)")


def test_the_story_of_forms_is_what_is_printed(tmp_path: Path, accept: bool) -> None:
    page = PAGE.read_text("utf-8")
    [block] = re.findall(r"```console\n(.*?)```", page, re.DOTALL)
    told = "\n".join(_step(step, tmp_path) for step in block.strip().split("\n\n")) + "\n"
    told = re.sub(r"\n(?=[$#] )", "\n\n", told)
    if accept:
        PAGE.write_text(page.replace(block, told), "utf-8")
    assert block == (block if accept else told)


def _step(step: str, folder: Path) -> str:
    first = step.split("\n")[0]
    filled = FILLED.fullmatch(first)
    if filled:
        path = folder / filled["file"]
        fill_file(path, {int(number): text for number, text in ANSWER.findall(filled["answers"])}, path)
        return first
    program = "import sys; from reportgen.cli import main; main(sys.argv[1:])"
    environment = {**os.environ, "REPORTGEN_CACHE": str(folder / "store"), "PYTHON": sys.executable}
    command = first.removeprefix("$ ").replace("reportgen ", f'"$PYTHON" -c "{program}" ', 1)
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, capture_output=True, check=False)
    printed = (done.stdout + done.stderr).decode().rstrip("\n")
    return "\n".join(filter(None, [first, printed, f"=> {done.returncode}" if done.returncode else ""]))
