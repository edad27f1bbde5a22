"""The ledger of numbers: text, data, and the commands that read or write it."""

from __future__ import annotations

import random
from pathlib import Path

from tests.measure.bad.mutations import data_broken, text_broken
from tests.measure.bad.trial import BUILD_ENGLISH, CHECK, LEDGER, Trial, trial

_TEXT = (Path(__file__).parent / "ledger.yaml").read_text("utf-8")
_COMMANDS = [
    BUILD_ENGLISH, CHECK, ["numbers", "check"], ["numbers", "freeze"], ["numbers", "freeze", "--state", "issued"], ["numbers", "slip"],
    ["numbers", "accept", "opening", "--why", "x"], ["numbers", "diff", LEDGER, "small"], ["status"],
]  # fmt: skip


def make(chance: random.Random) -> Trial:
    """A ledger that is broken."""
    broken = text_broken if chance.random() < 0.5 else data_broken
    return trial(LEDGER, broken(chance, _TEXT), list(chance.choice(_COMMANDS)))
