"""Numbers of a file that follow from nothing: a list that restarts, a number that jumps or is typed by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from reportgen.comparison.sides import Piece
from reportgen.tree.path import Step


def astray(old: Sequence[Piece], new: Sequence[Piece], olds: Mapping[int, int]) -> dict[int, str]:
    """What is wrong with numbers of the new side, by the index of the piece; `olds` gives the old index of each.

    Only the first piece of a wrong run is named; the numbers behind it follow from it.
    """
    times = Counter((piece.family, piece.path) for piece in new)
    remarks: dict[int, str] = {}
    last: dict[tuple[str, int, int], int] = {}
    for index, piece in enumerate(new):
        before = old[olds[index]] if index in olds else None
        if piece.typed:
            remark = "" if before and before.typed else "its number is typed by hand"
        elif before is None and piece.path and times[piece.family, piece.path] > 1:
            remark = "its number stands twice"
        else:
            remark = _off_course(old, new, olds, last.get(_group(piece)), index)
        if remark:
            remarks[index] = remark
        # A typed number does not move Word's counter, so those behind it do not follow from it.
        if piece.path and not piece.typed:
            last[_group(piece)] = index
    return remarks


def _group(piece: Piece) -> tuple[str, int, int]:
    """The series that a piece is counted in; footnotes are one series, whatever block marks them."""
    return piece.family, -1 if piece.kind == "note" else piece.owner, len(piece.path)


def _off_course(
    old: Sequence[Piece], new: Sequence[Piece], olds: Mapping[int, int], previous: int | None, index: int
) -> str:
    """What is wrong with a number that is neither the old one nor the next in its series; empty where nothing is."""
    piece = new[index]
    if not piece.path or (index in olds and old[olds[index]].path == piece.path):
        return ""
    step, before = piece.path[-1], new[previous].path[-1] if previous is not None else 0
    expected = Step.of(before).figure + 1
    # 41 bis may stand behind 41, and, where 41 itself was deleted, behind 40.
    if step == expected or (isinstance(step, str) and Step.of(step).figure in (Step.of(before).figure, expected)):
        return ""
    if _leaves_out_the_same(old, new, olds, previous, index):
        return ""
    if Step.of(step).figure < expected:
        return "the list restarts here"
    return f"the number jumps here: expected {expected}"


def _leaves_out_the_same(
    old: Sequence[Piece], new: Sequence[Piece], olds: Mapping[int, int], previous: int | None, index: int
) -> bool:
    """Whether the old side has the same gap, as where a deletion left its number empty."""
    if previous is None or index not in olds or previous not in olds:
        return False
    gaps = []
    for side, here, there in ((old, olds[index], olds[previous]), (new, index, previous)):
        steps = side[here].path[-1:], side[there].path[-1:]
        gaps.append(Step.of(steps[0][0]).figure - Step.of(steps[1][0]).figure if all(steps) else None)
    return gaps[0] is not None and gaps[0] == gaps[1]
