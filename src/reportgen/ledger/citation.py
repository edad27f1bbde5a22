"""Numbers as people cite them, in no language: para. 76 (b), heading IV.A, note 3."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.language.labels import latin, roman
from reportgen.tree.difference import Path

_COUNTERS = {
    "heading": (roman, lambda number: latin(number).upper(), str, latin, lambda number: roman(number).lower(), latin),
    "paragraph": (str, latin, lambda number: roman(number).lower(), latin, lambda number: roman(number).lower()),
}


def cited(kind: str, path: Path) -> str:
    """The number of a block with what it is a number of; the kind alone where it has none."""
    if not path:
        return kind
    words = {"paragraph": "para.", "subparagraph": "para."}
    return f"{words.get(kind, kind)} {number_text(kind, path)}"


def number_text(kind: str, path: Path) -> str:
    """41, 76 (b), IV.A, 41 bis."""
    family = "paragraph" if kind in ("paragraph", "subparagraph") else kind
    if family not in _COUNTERS:
        return ".".join(str(step) for step in path)
    steps = [_step(step, family, level) for level, step in enumerate(path)]
    if family == "heading":
        return ".".join(steps)
    return " ".join([steps[0], "".join(f"({step})" for step in steps[1:])]).rstrip()


def listed(names: Sequence[str], most: int = 5) -> str:
    """The first names and how many more there are."""
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + rest


def _step(step: int | str, family: str, level: int) -> str:
    figure, _, suffix = str(step).partition(" ")
    counters = _COUNTERS[family]
    counted = counters[level](int(figure)) if level < len(counters) and int(figure) > 0 else figure
    return f"{counted} {suffix}".rstrip()
