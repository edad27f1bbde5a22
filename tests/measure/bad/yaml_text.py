"""YAML of report.yaml, sections and annexes: text, values, encodings, nesting, aliases."""

from __future__ import annotations

import random

from tests.measure.bad.mutations import data_broken, text_broken
from tests.measure.bad.trial import BUILD_ENGLISH, CHECK, FIRST, REPORT, SECOND, Trial, text_of, trial

_NAMES = [REPORT, FIRST, FIRST, FIRST, SECOND, "inputs/small/annexes/terms.yaml", "inputs/small/sections/summary.yaml"]
_COMMANDS = [
    BUILD_ENGLISH,
    BUILD_ENGLISH,
    BUILD_ENGLISH,
    CHECK,
    ["status"],
    ["numbers", "show"],
    ["translations", "update"],
]


def make(chance: random.Random) -> Trial:
    """One file broken as text or as data."""
    name = chance.choice(_NAMES)
    broken = text_broken if chance.random() < 0.45 else data_broken
    return trial(name, broken(chance, text_of(name)), chance.choice(_COMMANDS))
