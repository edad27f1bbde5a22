"""The words that differ between two texts, in one line: [-313-]{+331+}, as wdiff and git print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from rapidfuzz.distance import Indel

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+(?:[.,\u00a0\u202f]\d+)*|\S|\s+")
"""A word, one Chinese character, a figure with its separators (2,925), a sign, or the space between them."""
_AROUND = 4
"""How many words are shown before and behind a change."""
_MOST = 4_000
"""How many words of each side are compared, since the cost may grow with their square; the rest is not shown."""

WordEdit = tuple[int, int, int, int]
"""Where a change begins and ends in the old words, and in the new ones."""


def changed_words(old: str, new: str) -> str:
    """The words that differ, with a few around them; of a text that only one side has, the beginning."""
    if not old or not new:
        whole = _shortened(new or old)
        return f"{{+{whole}+}}" if new else f"[-{whole}-]" if old else ""
    before, after = (_words(text, _MOST) for text in (old, new))
    groups = _groups(list(_edits(before, after)), len(after))
    return " … ".join("".join(_printed(before, after, *group)).strip() for group in groups)


def _words(text: str, most: int) -> list[str]:
    return [match[0] for match in islice(_WORD.finditer(text), most)]


def _edits(before: list[str], after: list[str]) -> Iterator[WordEdit]:
    """The fewest changes of words; those with nothing but a blank between them are one."""
    last: WordEdit | None = None
    for code in Indel.opcodes(before, after):
        if code.tag == "equal":
            continue
        if last and not "".join(after[last[3] : code.dest_start]).strip():
            last = last[0], code.src_end, last[2], code.dest_end
            continue
        if last:
            yield last
        last = code.src_start, code.src_end, code.dest_start, code.dest_end
    if last:
        yield last


def _groups(edits: list[WordEdit], length: int) -> Iterator[tuple[int, int, list[WordEdit]]]:
    """Changes near one another, with where in the new words what is shown round them begins and ends."""
    near = 2 * _AROUND
    group: list[WordEdit] = []
    for edit in edits:
        if group and edit[2] - group[-1][3] > 2 * near:
            yield max(group[0][2] - near, 0), group[-1][3] + near, group
            group = []
        group.append(edit)
    if group:
        yield max(group[0][2] - near, 0), min(group[-1][3] + near, length), group


def _printed(before: list[str], after: list[str], first: int, last: int, edits: list[WordEdit]) -> Iterator[str]:
    at = first
    for old_start, old_end, start, end in edits:
        gone, come = "".join(before[old_start:old_end]), "".join(after[start:end])
        yield "".join(after[at:start]) + (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else "")
        at = end
    yield "".join(after[at:last])


def _shortened(text: str) -> str:
    most = 10 * _AROUND
    words = _words(text, most + 1)
    return "".join(words[:most]).rstrip() + (" …" if len(words) > most else "")
