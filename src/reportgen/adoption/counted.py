"""What the program will count: whether a number of the file is the one that a report prints at this place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from reportgen.language import Language
from reportgen.language.language import LabelKind
from reportgen.readers import ReadLine

_DEEPEST_PART = 4


@dataclass
class CountedNumbers:
    """The numbers given so far, as `passes.number` will give them; each method tells, and counts if it is so."""

    language: Language
    headings: list[int] = field(default_factory=list)
    paragraph: int = 0
    parts: list[int] = field(default_factory=list)
    series: Counter[str] = field(default_factory=Counter)

    def begin_annex(self) -> None:
        """All but tables, figures and boxes is counted anew."""
        self.headings, self.paragraph, self.parts = [], 0, []

    def takes_heading(self, line: ReadLine, level: int) -> bool:
        """Whether a heading has the next number of its level."""
        counts = [*self.headings[:level], *[0] * (level - len(self.headings))]
        counts = [*(max(count, 1) for count in counts[:-1]), counts[-1] + 1]
        if not self._is(line, "heading", level, counts[-1]):
            return False
        self.headings = counts
        return True

    def takes_paragraph(self, line: ReadLine) -> bool:
        """Whether a paragraph has the next number."""
        if not self._is(line, "paragraph", 1, self.paragraph + 1):
            return False
        self.paragraph, self.parts = self.paragraph + 1, []
        return True

    def takes_part(self, line: ReadLine) -> int:
        """The level at which a subparagraph has the next letter or number, from 1; 0 where it has none."""
        for level in range(min(len(self.parts) + 1, _DEEPEST_PART), 0, -1):
            number = (self.parts[level - 1] if level <= len(self.parts) else 0) + 1
            if self._is(line, "subparagraph", level, number):
                self.parts = [*self.parts[: level - 1], number]
                return level
        return 0

    def takes_caption(self, line: ReadLine, kind: LabelKind, is_alone: bool = False) -> bool:
        """Whether a table, a figure or a box has the next number of its kind, or none where the only one has none."""
        is_next = not line.line.label if is_alone else self._is(line, kind, 1, self.series[kind] + 1)
        if not is_next:
            return False
        self.series[kind] += 1
        return True

    def _is(self, line: ReadLine, kind: LabelKind, level: int, number: int) -> bool:
        if not line.is_label_known:
            return bool(line.line.path) and line.line.path[-1] == number
        return same_label(line.line.label, self.language.label(kind, level, number))


def same_label(one: str, other: str) -> bool:
    """Whether two labels look alike, whatever blanks and marks of direction stand in them."""
    return _plain(one) == _plain(other)


def _plain(label: str) -> str:
    return "".join(each for each in label if each.isalnum() or each in ".()-–،、．（）")
