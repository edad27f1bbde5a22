"""The path of a number that is plain text: its meaning, under what stands before it."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.readers.typed import Typed
from reportgen.tree.path import Path, PathStep, Step

_DEEPEST = 9
_FURTHEST = 5
"""How far a bare figure may lie beyond the last heading and still be its number, and not a word of its text."""

_HEADING_SERIES = {
    "upperRoman": 1,
    "chineseCounting": 1,
    "arabicOrdinal": 1,
    "upperLetter": 2,
    "russianUpper": 2,
    "arabicLetterName": 2,
}
"""The heading level of each series in United Nations documents (Editorial Manual: I., then A.), used without styles."""


@dataclass
class Outline:
    """What was numbered last: headings by level, the paragraph, its parts by level with the series of each.

    `prefix` is the path of the annex that is read: the paths of all that is in it begin with it.
    """

    headings: list[PathStep] = field(default_factory=list)
    paragraph: Path = ()
    parts: list[tuple[str, PathStep]] = field(default_factory=list)
    shapes: dict[int, str] = field(default_factory=dict)
    prefix: Path = ()

    def counted(self, kind: str, path: Path) -> Path:
        """The path of a number that was counted with all that is above it."""
        if kind == "heading":
            self.headings = list(path)
        elif kind == "paragraph":
            self.paragraph, self.parts = path, []
        elif kind == "subparagraph":
            above = len(self.paragraph) if path[: len(self.paragraph)] == self.paragraph else 1
            self.paragraph, self.parts = path[:above], [("", step) for step in path[above:]]
        return (*self.prefix, *path)

    def heading_at(self, level: int, step: PathStep) -> Path:
        """The path of a heading; each level that was skipped gets the step 1."""
        above = [*self.headings[: level - 1], *[1] * (level - 1 - len(self.headings))]
        self.headings = [*above, step]
        return (*self.prefix, *self.headings)

    def part_at(self, level: int, step: PathStep, series: str = "") -> Path:
        """The path of a part of the last paragraph, 1 for its first level."""
        above = [*self.parts[: level - 1], *[("", 1)] * (level - 1 - len(self.parts))]
        self.parts = [*above, (series, step)]
        return (*self.prefix, *self.paragraph, *(step for _, step in self.parts))

    def read(self, typed: Typed, level: int = 0) -> tuple[str, Path]:
        """The kind and the path of a number whose style tells nothing; `level` is that of a part, where it is known."""
        if typed.shape in ("chapter", "section"):
            return "heading", self.heading(typed, 2 if typed.shape == "section" and self.headings else 1)
        if typed.shape == "article":
            return "paragraph", self.numbered(typed)
        if typed.shape not in ("enclosed", "closed", "quoted") and not level:
            heading = self._heading_level(typed)
            if heading:
                return "heading", self.heading(typed, heading)
            if typed.may_be("decimal"):
                return "paragraph", self.numbered(typed)
        return "subparagraph", self.part(typed, level or self._part_level(typed))

    def heading(self, typed: Typed, level: int) -> Path:
        """The path of a heading whose number is text."""
        before = self.headings[level - 1] if len(self.headings) >= level else None
        self.shapes[level] = typed.shape
        return self.heading_at(level, typed.step(_value(before)))

    def is_followed_by(self, typed: Typed, level: int) -> bool:
        """Whether a number at the beginning of a heading of a level is its number: "16 Days of Activism" has none."""
        before = self.headings[level - 1] if len(self.headings) >= level else None
        # A bare figure needs to be near the last number; with a full stop or a tab it is meant as one.
        return not typed.bare or typed.readings[0][1] <= (_value(before) or 0) + _FURTHEST

    def is_deeper(self, typed: Typed, level: int) -> bool:
        """Whether a heading's number has another shape than those of its level, which shows that it lies deeper."""
        return self.shapes.get(level, typed.shape) != typed.shape

    def numbered(self, typed: Typed) -> Path:
        """The path of a numbered paragraph whose number is text."""
        last = self.paragraph[-1] if self.paragraph else None
        self.paragraph, self.parts = (*typed.parents, typed.step(_value(last))), []
        return (*self.prefix, *self.paragraph)

    def part(self, typed: Typed, level: int) -> Path:
        """The path of a part of a paragraph whose number is text."""
        series, step = self._next(typed, level)
        return self.part_at(level, step, series)

    def _next(self, typed: Typed, level: int) -> tuple[str, PathStep]:
        """The series and the step of a part: it goes on with the series of its level where it can."""
        series, before = self.parts[level - 1] if len(self.parts) >= level else ("", None)
        # After (h), "(i)" is a ninth letter; only the series of its level tells it from roman one.
        for name, value in typed.readings:
            if name == series:
                return name, Step(value, typed.suffix).written
        step = typed.step(_value(before))
        return next((name for name, value in typed.readings if value == _value(step)), ""), step

    def _part_level(self, typed: Typed) -> int:
        """The level whose last number this one follows, else that of its series, else a new deeper one for a first."""
        deepest = len(self.parts)
        for level in range(deepest, 0, -1):
            series, step = self.parts[level - 1]
            following = (_value(step) or 0) + (not typed.suffix)
            if any(value == following and series in ("", name) for name, value in typed.readings):
                return level
        likeliest, value = typed.readings[0]
        for level in range(deepest, 0, -1):
            if self.parts[level - 1][0] == likeliest:
                return level
        return min(deepest + 1, _DEEPEST) if value == 1 else max(deepest, 1)

    def _heading_level(self, typed: Typed) -> int:
        """The heading level whose last number this one follows, else that of its likeliest series, else 0."""
        levels = [(_HEADING_SERIES[name], value) for name, value in typed.readings if name in _HEADING_SERIES]
        for level, value in levels:
            before = _value(self.headings[level - 1]) if len(self.headings) >= level else None
            if value == (before or 0) + 1:
                return level
        return levels[0][0] if levels else 0


def _value(step: PathStep | None) -> int | None:
    """The number of a step: 12 of "12 bis"."""
    return Step.of(step).figure if step is not None else None
