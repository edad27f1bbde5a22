"""Output folders that cannot be written to."""

from __future__ import annotations

import random

from tests.measure.bad.trial import BUILD, BUILD_ENGLISH, Trial, base

_OPTIONS = [
    "afile",
    "afile/x",
    "/proc/x",
    "/dev/null",
    "x" * 300,
    "a/" * 3_000,
    "",
    "/dev/null/x",
    "inputs/small/report.yaml",
    "é\udcff",
]
_TAKEN = ["outputs", "outputs/small", "outputs/small/small.en.docx", "outputs/small/small.en.md", "outputs/small/small"]


def make(chance: random.Random) -> Trial:
    """A file where a folder should be, a folder where a file should be, or a name that cannot be."""
    made = Trial(dict(base()), list(chance.choice([BUILD, BUILD_ENGLISH])))
    made.files["afile"] = b"x"
    if chance.random() < 0.5:
        made.command += ["-o", chance.choice(_OPTIONS)]
        return made
    name = chance.choice(_TAKEN)
    made.special.append((chance.choice(["folder", "file"]), name, ""))
    return made
