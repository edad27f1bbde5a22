"""Files that are missing, folders, links, pipes, locked or have names that no file has."""

from __future__ import annotations

import random

from tests.measure.bad.trial import BUILD, CHECK, FIRST, LEDGER, REPORT, Trial, base, text_of, trial

_ALL = [name for name in base() if not name.startswith("templates/pages")]
_TARGETS = ["/etc/passwd", "/proc/self/environ", "/dev/zero", "/dev/null", "/nowhere", "itself", "..", "/proc/self/mem"]
_NAMES = ["", ".", "..", "../first", "/etc/passwd", "first/", "x" * 300, "a\\0b", "first.yaml", "CON", "*", "a/../first",
          "first\\n", "~", "é" * 130]  # fmt: skip
_COMMANDS = [
    BUILD,
    BUILD,
    CHECK,
    ["status"],
    ["numbers", "show"],
    ["new", "other", "--from", "small"],
    ["translations", "update"],
]


def make(chance: random.Random) -> Trial:
    """A file that is not what it should be, or a name that leads to none."""
    if chance.random() < 0.3:
        return _named(chance)
    name = chance.choice([*_ALL, LEDGER])
    made = trial(name, None, chance.choice(_COMMANDS))
    match chance.randrange(6):
        case 0:
            return made
        case 1:
            made.special.append(("folder", name, ""))
        case 2:
            made.special.append(("fifo", name, ""))
        case 3:
            made = trial(name, base().get(name, b"editions: []\n"), made.command)
            made.special.append(("locked", name if chance.random() < 0.7 else name.rpartition("/")[0], ""))
        case _:
            target = chance.choice(_TARGETS)
            made.special.append(("link", name, name.rpartition("/")[2] if target == "itself" else target))
    return made


def _named(chance: random.Random) -> Trial:
    """A section, an annex, a CSV file or a picture of a name that none has."""
    name = chance.choice(_NAMES)
    old, where = chance.choice(
        [("sections: [first, second]", REPORT), ("annexes: [terms]", REPORT), ("summary: summary", REPORT),
         ("visits.csv", "inputs/small/sections/second.yaml"), ("chart.png", "inputs/small/sections/second.yaml"),
         ("kind: visit", FIRST), ("duty_station: vienna", REPORT)]
    )  # fmt: skip
    key, _, value = old.rpartition(" ")
    new = f'{key} ["{name}"]' if value.endswith("]") or "[" in old else f'{key} "{name}"'.strip()
    if "[" in old:
        new = f'{old.partition(":")[0]}: ["{name}"]'
    text = text_of(where).replace(old, new)
    return trial(where, text.encode(), chance.choice([BUILD, CHECK, ["new", "other", "--from", "small"]]))
