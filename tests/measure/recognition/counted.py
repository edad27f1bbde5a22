"""How many of the expected figures and names of a text were read, and how much else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportgen.facts import NAME_KINDS, Age, Range
from reportgen.language.recognition import Reading

_APART = ("africa", "asia", "europe", "latin-america", "americas", "oceania", "middle-east", "caribbean")


@dataclass(frozen=True)
class Expected:
    """A value that a text says from `start` to `end`, with its kind."""

    start: int
    end: int
    kind: str
    value: str

    @property
    def is_name(self) -> bool:
        return self.kind in NAME_KINDS


@dataclass(frozen=True)
class Counted:
    """The counts of one text by their names, and what was missed or false in one line each."""

    counts: dict[str, int]
    detail: str


def count(
    text: str, expected: Sequence[Expected], stated: Sequence[Reading], unfigured: Sequence[Expected] = ()
) -> Counted:
    """What was found of the expected values, and what else.

    Counted apart are ordinals in words and regions that nobody expects, and what is printed without a figure.
    """
    missed = [each for each in expected if not any(_says(reading, each) for reading in stated)]
    extra = [each for each in stated if not any(_meet(each, wanted) for wanted in expected)]
    false = [each for each in extra if not _is_apart(each, text) and not any(_meet(each, other) for other in unfigured)]
    figures, names = _split(expected)
    lost_figures, lost_names = _split(missed)
    lines = [f"missed {each.kind} {each.value}: {text[each.start : each.end]}" for each in missed]
    lines += [f"false {each.value.kind} {each.value}: {text[each.start : each.end]}" for each in false]
    return Counted(
        {
            "figures": len(figures), "figures found": len(figures) - len(lost_figures),
            "names": len(names), "names found": len(names) - len(lost_names),
            "stated": len(stated), "false": len(false), "apart": len(extra) - len(false),
        },
        "\n".join(lines),
    )  # fmt: skip


def joined(counted: Iterable[Counted]) -> Counted:
    """The sums of several texts."""
    all_counts: dict[str, int] = {}
    details = []
    for each in counted:
        details.append(each.detail)
        for name, number in each.counts.items():
            all_counts[name] = all_counts.get(name, 0) + number
    return Counted(all_counts, "\n".join(filter(None, details)))


def _says(reading: Reading, wanted: Expected) -> bool:
    """Whether a reading says the value, or is a range with it as one of its ends."""
    if not _meet(reading, wanted):
        return False
    if wanted.kind == "count" and isinstance(reading.value, Range | Age):
        return wanted.value in (str(reading.value.low), str(reading.value.high))
    return (reading.value.kind, str(reading.value)) == (wanted.kind, wanted.value)


def _meet(reading: Reading, wanted: Expected) -> bool:
    return reading.start < wanted.end and wanted.start < reading.end


def _split(expected: Iterable[Expected]) -> tuple[list[Expected], list[Expected]]:
    found = list(expected)
    return [each for each in found if not each.is_name], [each for each in found if each.is_name]


def _is_apart(reading: Reading, text: str) -> bool:
    words = text[reading.start : reading.end]
    return (reading.value.kind == "ordinal" and not any(map(str.isdigit, words))) or str(reading.value) in _APART
