"""Command lines: verbs, options and values that do not fit together, and a stdout that is full."""

from __future__ import annotations

import random

from tests.measure.bad.trial import Trial, base

_VERBS = [
    ["build"], ["check"], ["status"], ["numbers", "show"], ["numbers", "freeze"], ["numbers", "check"], ["numbers", "accept"],
    ["numbers", "slip"], ["numbers", "diff"], ["translations", "update"], ["new"], ["schema"], ["explain"], [], ["biuld"], ["numbers"],
]  # fmt: skip
_WORDS = [
    "small", "A/99/1", "a-99-1", "nobody", "inputs/small", "inputs/small/report.yaml", "inputs", ".", "..", "/", "", "x" * 300, "x" * 5_000,
    "-l", "fr", "-l", "xx", "-l", "", "-l", "../en", "-t", "docx", "-t", "nothing", "-o", "out", "--format", "json", "--format", "xml", "--state",
    "issued", "--why", "x", "--since", "1", "--since", "-5", "--since", "99999999999999999999", "--symbol", "E/CN.15/2019/9", "--symbol", "nonsense",
    "--from", "small", "--from", "nobody", "--final", "--names", "-q", "--help", "--version", "RG031", "RG999", "section", "nothing", "other", "é",
    "\u202e", "a b", "--", "-", "--reference-doc", "outputs/small/small.en.docx", "--reference-doc", "inputs", "outputs/small/small.en.docx",
    "outputs/small/small.fr.md", "inputs/small/chart.png", "locales/fr/small.po", "/dev/null", "/etc/passwd", "--as", "original", "opening", "-C", "..",
]  # fmt: skip


def make(chance: random.Random) -> Trial:
    """A verb with words behind it."""
    words = list(chance.choice(_VERBS))
    for _ in range(chance.choice([0, 1, 1, 2, 2, 3, 5])):
        at = chance.randrange(len(_WORDS))
        words += _WORDS[at : at + (2 if _WORDS[at].startswith("-") else 1)]
    return Trial(dict(base()), words, full_stdout=chance.random() < 0.1)
