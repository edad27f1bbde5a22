"""Numbers as if every version had all paragraphs: what follows from a missing one is told once, at that one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from reportgen.tree.line import Line
from reportgen.tree.path import Path, PathStep


class CommonNumbers:
    """Counts, row by row, what each version lacks, by the list in which it would be counted."""

    def __init__(self) -> None:
        self._lacking: Counter[tuple[str, str, Path]] = Counter()

    def of(self, version: str, line: Line) -> tuple[str, Path]:
        """The kind of a line, and the path that it would have if its version lacked nothing before it."""
        path: Path = ()
        for step in line.path:
            path = (*path, self._counted_on(step, version, line.kind, path))
        return line.kind, path

    def note_missing(self, version: str, lines: Mapping[str, Line]) -> None:
        """Remember that a version lacks what others have."""
        name, line = next(iter(lines.items()))
        kind, path = self.of(name, line)
        if path:
            self._lacking[version, _family(kind), path[:-1]] += 1

    def _counted_on(self, step: PathStep, version: str, kind: str, above: Path) -> PathStep:
        return step + self._lacking[version, _family(kind), above] if isinstance(step, int) else step


def _family(kind: str) -> str:
    return "paragraph" if kind == "subparagraph" else kind
