"""A report that goes out as a Word file and comes back edited: read, applied, and held against what is printed then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

from reportgen import pipeline
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.read import CameBack, ReadChoices, read_copies
from reportgen.returned.told import told_changes
from reportgen.tree.text import plain_text
from reportgen.workspace import Workspace
from tests.tools.edits import EditedWord


@dataclass(frozen=True)
class SentOut:
    """A report of a workspace that goes out and comes back."""

    root: Path
    slug: str

    @property
    def workspace(self) -> Workspace:
        return Workspace.at(self.root)

    def built(self) -> Built:
        return Built(self.workspace, pipeline.load(self.workspace, self.slug))

    def word(self, tag: str = "en", tracked: bool = False) -> EditedWord:
        """The report as a Word file that somebody has open."""
        return EditedWord(pipeline.write(self.built()[tag], "docx"), tracked)

    def edited(self, edit: Callable[[EditedWord], Any], tag: str = "en", tracked: bool = False, name: str = "") -> Path:
        """The file after an edit."""
        word = self.word(tag, tracked)
        edit(word)
        return word.save(self.root / (name or f"returned.{tag}.docx"))

    def read(self, *paths: Path, **choices: Any) -> CameBack:
        return read_copies(self.built(), paths, ReadChoices(**choices))

    def apply(self, *paths: Path, **choices: Any) -> CameBack:
        """Read files and write what is ready."""
        found = self.read(*paths, **choices)
        for path, data in found.files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return found

    def source(self, name: str) -> str:
        """The text of a file under the folder of the report."""
        return (self.root / "inputs" / self.slug / name).read_text("utf-8")


def lines_of(reading: CameBack) -> list[str]:
    """What is told of a reading."""
    return list(told_changes(reading.changes, reading.notes))


def open_ones(reading: CameBack) -> list[tuple[str, str, tuple[str, ...]]]:
    """What is open or in conflict."""
    return [(each.id, each.state, each.why) for each in reading.changes if each.is_open]


def left_to_do(reading: CameBack) -> list[tuple[str, str, str]]:
    """What a second reading would still write or ask."""
    return [(each.id, each.word, each.state) for each in reading.changes if each.state not in ("done", "settled")]


def unlike(reading: CameBack) -> Iterator[str]:
    """The places of the files that today's sources print otherwise and that no settled place explains."""
    for copy in reading.copies:
        settled = {line: each.settled for each in reading.changes if (line := each.line) is not None and each.settled}
        for line, content in enumerate(copy.laid.contents):
            piece = copy.laid.today_of.get(line)
            back, printed = plain_text(content), plain_text(piece.content) if piece else ""
            if piece is None:
                yield f"nothing prints '{back}'"
                continue
            for code, start, end, _, _ in SequenceMatcher(None, back, printed, autojunk=False).get_opcodes():
                known = any(each.start - 1 <= end and start <= each.end + 1 for each in settled.get(line, ()))
                if code != "equal" and not known:
                    yield f"{piece.id}: '{back[max(start - 20, 0) : end + 20]}' is printed as '{printed}'"


@pytest.fixture
def sent_every(every: Any) -> SentOut:
    """The small report with every kind of block."""
    return SentOut(every.root, every.slug)


@pytest.fixture
def sent_tiny(tiny: Any) -> SentOut:
    """The tiny report, whose files a test writes."""
    return SentOut(tiny.root, tiny.slug)
