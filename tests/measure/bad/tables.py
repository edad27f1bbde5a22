"""CSV files of tables."""

from __future__ import annotations

import random

from tests.measure.bad.mutations import text_broken
from tests.measure.bad.trial import BUILD, BUILD_ENGLISH, CHECK, Trial, text_of, trial

_NAME = "inputs/small/visits.csv"
_CELLS = ['"', '""', '"a', "a\"b", ",", ",,,,,,", ";", "\t", "\n", "\r", "\0", "=1+1", "-", "1e999", "nan", "١٢", "{{ x }}", "{{ trained }}",
          "*", "[^all]", "[^no]", "9" * 5000, "0.0000001", "1e30", "1,250", "x" * 140_000, "\u202e", "½", " ", "…", "..."]  # fmt: skip


def make(chance: random.Random) -> Trial:
    """Cells that are none, rows of other lengths, a broken text, or very many rows."""
    text = text_of(_NAME)
    match chance.randrange(10):
        case 0:
            rows = chance.choice([2_000, 20_000])
            data = ("Place,Visits\n" + "Kenya,5\n" * rows + f"Total,{5 * rows}\n").encode()
            return trial(_NAME, data, CHECK if rows < 20_000 else [*CHECK, "-l", "en"])
        case 1:
            data = ("a," * chance.choice([70, 500, 5_000]) + "a\n" + "1," * 3 + "1\n").encode()
        case 2 | 3 | 4:
            data = text_broken(chance, text)
        case _:
            lines = [line.split(",") for line in text.split("\n")]
            row = chance.choice(lines)
            row[chance.randrange(len(row))] = chance.choice(_CELLS)
            data = "\n".join(",".join(each) for each in lines).encode()
    return trial(_NAME, data, chance.choice([BUILD, BUILD_ENGLISH, CHECK]))
