"""Generated bad inputs, given to the command line in a small workspace: no fault, no hang, nothing half written."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.measure.bad.makers import CLASSES
from tests.measure.bad.running import run_trial
from tests.measure.case import Measure, Outcome

_GOOD = ("accepted", "clear error", "finding", "unclear")
_WHERE_AND_HINT = 0.99


def _tried(chance: random.Random, _: int, folder: Path) -> Outcome:
    names = list(CLASSES)
    name = chance.choices(names, [CLASSES[each][0] for each in names])[0]
    made = CLASSES[name][1](chance)
    ran = run_trial(made, folder)
    counts = {"messages": ran.messages, "placed": ran.placed}
    said = f"reportgen {' '.join(made.command)[:300]}\n{made.special}\nexit {ran.code}\n"
    said += f"{ran.out[-800:]}\n{ran.err[-2000:]}"
    passed = ran.word in _GOOD and ran.placed == ran.messages
    return Outcome(name, ran.word, ran.word in _GOOD, said, {} if passed else made.files, counts)


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    words = Counter(each.word for each in outcomes)
    for word in sorted(words.keys() - set(_GOOD)):
        yield f"{words[word]} ended in: {word}"
    messages, placed = (sum(each.counts.get(key, 0) for each in outcomes) for key in ("messages", "placed"))
    if messages and placed / messages < _WHERE_AND_HINT:
        yield f"{placed} of {messages} messages have a place and a hint, fewer than 99 %"


MEASURE = Measure("bad inputs end in a clear word", count=10_000, sample=150, tried=_tried, below=_below)
