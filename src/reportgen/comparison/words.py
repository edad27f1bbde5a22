"""The words that differ between two texts, in one line: [-313-]{+331+}, as wdiff and git print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+(?:[.,\u00a0\u202f]\d+)*|\S|\s+")
"""A word, one Chinese character, a figure with its separators (2,925), a sign, or the space between them."""
_AROUND = 4
"""How many words are shown before and behind a change."""
_MOST = 4_000
"""How many words of each side are compared, since the cost may grow with their square; the rest is not shown."""


def changed_words(old: str, new: str) -> str:
    """The words that differ, with a few around them; of a text that only one side has, the beginning."""
    if not old or not new:
        whole = _shortened(new or old)
        return f"{{+{whole}+}}" if new else f"[-{whole}-]" if old else ""
    before, after = (_WORD.findall(text)[:_MOST] for text in (old, new))
    codes = SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(2 * _AROUND)
    parts = ["".join(_group(before, after, group)).strip() for group in codes]
    return " … ".join(parts)


def _group(before: list[str], after: list[str], codes: list[tuple[str, int, int, int, int]]) -> Iterator[str]:
    for tag, i1, i2, j1, j2 in codes:
        if tag == "equal":
            yield "".join(after[j1:j2])
            continue
        gone, come = "".join(before[i1:i2]), "".join(after[j1:j2])
        yield (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else "")


def _shortened(text: str) -> str:
    words = _WORD.findall(text)
    most = 10 * _AROUND
    return "".join(words[:most]).rstrip() + (" …" if len(words) > most else "")
