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
    assert told(page[: page.index(end)]) == run(name)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("From the issue to next year's report", "after-issue"),
        ("A corrigendum that is still a draft", "amend-corrigendum"),
        ("A revision", "amend-revision"),
        ("An addendum", "amend-addendum"),
        ("A reissue", "amend-reissue"),
    ],
)
def test_what_follows_an_issue_is_told_as_it_happens(heading: str, name: str) -> None:
    page = (ROOT / "docs/after-issue.md").read_text("utf-8")
    parts = dict(part.split("\n", 1) for part in re.split(r"\n## (?=[A-Z])", page)[1:])
    assert told(parts[heading]) == run(name)


def told(page: str) -> list[str]:
    """The commands of a page and what they print, without exit codes and empty lines."""
    blocks = re.findall(r"```console\n(.*?)```", page, re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line and not line.startswith("# exit code")]


def run(name: str) -> list[str]:
    """The same of a transcript of the command line."""
    transcript = (ROOT / f"tests/commands/{name}.txt").read_text("utf-8")
    steps = re.findall(r"^% (.*?)\n(.*?)=> \d+$", transcript, re.DOTALL | re.MULTILINE)
    found = []
    for command, printed in steps:
        found += [f"$ {command}", *(line.removeprefix("2> ") for line in printed.splitlines() if line)]
    return found
