"""The stories in docs/ are transcripts that the tests of the command line run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("name", "end"),
    [
        ("returned", "## What is shown"),
        ("changes", "## What is compared"),
        ("translators", "## What is refused"),
        ("adopt", "## What becomes of a document"),
        ("memory", "## What is kept"),
        ("next-year", "## What is taken over"),
    ],
)
def test_the_story_is_the_transcript(name: str, end: str) -> None:
    page = (ROOT / f"docs/{name}.md").read_text("utf-8")
    blocks = re.findall(r"```console\n(.*?)```", page[: page.index(end)], re.DOTALL)
    told = [line for block in blocks for line in block.splitlines() if line and not line.startswith("# exit code")]
    transcript = (ROOT / f"tests/commands/{name}.txt").read_text("utf-8")
    steps = re.findall(r"^% (.*?)\n(.*?)=> \d+$", transcript, re.DOTALL | re.MULTILINE)
    run = []
    for command, printed in steps:
        run += [f"$ {command}", *(line.removeprefix("2> ") for line in printed.splitlines() if line)]
    assert told == run
