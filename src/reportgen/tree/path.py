"""Numbers as values: a step of a path, the path of a number and where it counts, the parts of a table or a list."""

from __future__ import annotations

from reportgen.language.labels import roman
from reportgen.record import record

PathStep = int | str
"""41; "41 bis" where a number was inserted; "annex" or "appendix" before the number of one."""

Path = tuple[PathStep, ...]
"""The number of a block, the same in every language: (76, 2) is 76 (b), ("annex", 1, 3) is paragraph 3 of annex I."""

ANNEXES = ("annex", "appendix")

SUFFIXES = (
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies", "undecies", "duodecies",
    "terdecies", "quaterdecies", "quindecies", "sexdecies", "septdecies", "octodecies", "novodecies", "vicies",
)  # fmt: skip
"""Suffixes of inserted numbers (41 bis, 41 ter); an insertion before the first number is "ante"."""


@record
class Step:
    """One step of a path: its figure, and what an insertion has behind it (41 bis)."""

    figure: int
    suffix: str = ""

    @classmethod
    def of(cls, step: PathStep) -> Step:
        """The step that is written 41 or "41 bis"; a `ValueError` for a word such as "annex"."""
        if isinstance(step, int):
            return cls(step)
        figure, _, suffix = step.partition(" ")
        return cls(int(figure), suffix)

    @property
    def written(self) -> PathStep:
        """The step as paths hold it: a figure, or a text where it has a suffix."""
        return f"{self.figure} {self.suffix}" if self.suffix else self.figure

    def following(self) -> Step:
        """The next step of a list; "41 bis" does not advance the count."""
        return Step(self.figure + 1)


def scope_of(path: Path) -> Path:
    """The beginning of a path that names its annex or appendix; empty in the report itself."""
    # Kinds of annexes and their numbers alternate at the beginning: annex, 1, appendix, 2.
    length = next((at for at in range(0, len(path), 2) if path[at] not in ANNEXES), len(path))
    return path[:length]


def scope_text(scope: Path) -> str:
    """An annex or an appendix as people cite it, in no language: annex II, appendix I to annex II."""
    parts = [f"{scope[at]} {_roman(Step.of(scope[at + 1]))}" for at in range(0, len(scope), 2)]
    return " to ".join(reversed(parts))


def _roman(step: Step) -> str:
    return f"{roman(step.figure)} {step.suffix}".rstrip()


@record
class PartId:
    """The id of a part without a name of its own: cell 2-3 of table t is t/2-3, item 4 of list l is l/4."""

    whole: str
    place: str

    @classmethod
    def of(cls, name: str) -> PartId | None:
        """The two parts of an id, or None for the id of a whole block."""
        whole, slash, place = name.partition("/")
        return cls(whole, place) if slash else None

    def __str__(self) -> str:
        return f"{self.whole}/{self.place}"


def whole_of(name: str) -> str:
    """The id of the whole block: t for t and for t/2-3."""
    return name.partition("/")[0]
