"""The story in docs/returned.md is the transcript that is run by the tests of the command line."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_story_is_the_transcript() -> None:
    page = (ROOT / "docs/returned.md").read_text("utf-8")
    blocks = re.findall(r"```console\n(.*?)```", page[: page.index("## What is shown")], re.DOTALL)
    told = [line for block in blocks for line in block.splitlines() if line and not line.startswith("# exit code")]
    transcript = (ROOT / "tests/commands/returned.txt").read_text("utf-8")
    steps = re.findall(r"^% (.*?)\n(.*?)=> \d+$", transcript, re.DOTALL | re.MULTILINE)
    run = []
    for command, printed in steps:
        run += [f"$ {command}", *(line.removeprefix("2> ") for line in printed.splitlines() if line)]
    assert told == run
