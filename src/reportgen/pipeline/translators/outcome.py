"""What became of files of translators: each piece with what is wrong with it, and the files to write."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from reportgen.catalogue.notes import ReviewNote
from reportgen.errors import Position
from reportgen.finding import Finding
from reportgen.record import field, record
from reportgen.returned.operations import Operation


@record
class ImportedPiece:
    """A piece that came back: its file and line, what it is written as, and what is wrong with it."""

    id: str
    where: str
    position: Position
    operations: tuple[Operation, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether nothing may be written of it."""
        return any(each.severity == "error" for each in self.findings)


@record
class Imported:
    """What came back in files of one report, new comments, and the files of the workspace as they are to be."""

    pieces: tuple[ImportedPiece, ...]
    files: Mapping[Path, bytes] = field(default_factory=dict)
    notes: tuple[ReviewNote, ...] = ()

    def accepted(self) -> int:
        """How many pieces can be written."""
        return sum(bool(each.operations) and not each.is_refused for each in self.pieces)

    def refused(self) -> int:
        """How many pieces cannot."""
        return sum(each.is_refused for each in self.pieces)

    def unchanged(self) -> int:
        """How many pieces came back as they are today."""
        return len(self.pieces) - self.accepted() - self.refused()

    def findings(self) -> tuple[Finding, ...]:
        """All that is to be said, in the order of the files."""
        return tuple(chain.from_iterable(each.findings for each in self.pieces))

    def as_json(self) -> dict[str, Any]:
        """The import as plain data."""
        return {
            "accepted": self.accepted(),
            "refused": self.refused(),
            "unchanged": self.unchanged(),
            "findings": [each.as_json() for each in self.findings()],
            "comments": [each.as_json() for each in self.notes],
            "to_write": [str(path) for path in self.files],
        }
