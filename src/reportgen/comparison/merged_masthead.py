"""Two editions of a masthead as one that carries both, line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rapidfuzz.distance import Indel

from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content
from reportgen.tree.masthead import LINE_IDS
from reportgen.tree.text import plain_text

Merge = Callable[[Content, Content], Content]


def merged_masthead(old: tree.Masthead, new: tree.Masthead, merge: Merge) -> tree.Masthead:
    """The newer masthead with the lines of the older one in its own; its notes and job number are its own."""
    lines: dict[str, Any] = {field: merge(getattr(old, field), getattr(new, field)) for field in LINE_IDS}
    return replace(
        new,
        **lines,
        information=tuple(_merged_lines(old.information, new.information, merge)),
        further_titles=tuple(_merged_lines(old.further_titles, new.further_titles, merge)),
    )


def _merged_lines(old: Sequence[Content], new: Sequence[Content], merge: Merge) -> Iterator[Content]:
    """Lines at the same place merged where both have as many; else what one has more stands alone."""
    if len(old) == len(new):
        yield from map(merge, old, new)
        return
    for code in Indel.opcodes([plain_text(line) for line in old], [plain_text(line) for line in new]):
        if code.tag == "equal":
            yield from map(merge, old[code.src_start : code.src_end], new[code.dest_start : code.dest_end])
        else:
            yield from (merge(line, ()) for line in old[code.src_start : code.src_end])
            yield from (merge((), line) for line in new[code.dest_start : code.dest_end])
