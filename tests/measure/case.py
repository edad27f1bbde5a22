"""What a measure is: cases that a seed and a number make, what became of each, and the bounds that all must keep."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Outcome:
    """What became of one case: its class, one word for what happened, and what is needed to see it again.

    `column` parts a class further, such as by language, and "no place" is said of a case that could not be made;
    `counts` are further figures that bounds are made of, such as how many messages had a place.
    """

    kind: str
    word: str
    passed: bool
    detail: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    column: str = ""


@dataclass(frozen=True)
class Measure:
    """A measure: `tried` makes a case in an empty folder, tries it and says what became of it.

    `count` is how many cases there are unless COUNT says so, `sample` how many `make test` runs. A case that takes
    more than `seconds` of processor time hangs, and so does a worker that says nothing for `patience` seconds on the
    clock, since machines may be slow. `below` says in one line each which bounds the outcomes do not keep. `table`
    gives the rows of a table of its own, the heads first.
    """

    about: str
    count: int
    sample: int
    tried: Callable[[random.Random, int, Path], Outcome]
    below: Callable[[Sequence[Outcome]], Iterator[str]]
    seconds: float = 5.0
    patience: float = 60.0
    table: Callable[[Sequence[Outcome]], Iterator[tuple[str, Sequence[object]]]] | None = None


def chance(seed: int, number: int) -> random.Random:
    """The chance of one case: the same for the same seed and number, whatever was tried before."""
    return random.Random(f"{seed}:{number}")
