"""Counting as Word counts (ECMA-376, 17.9, and what Word is seen to do)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reportgen.readers.docx.numbering import LEVELS, Level, NumberedLevel
from reportgen.readers.numerals import LARGEST_NUMERAL, is_numeral_known, numeral

_PLACEHOLDER = re.compile("%([1-9])")


@dataclass
class Counters:
    """How far each list has counted.

    The counters belong to the abstract list: lists that share it count on with one another. A start override acts at
    the first use of its list and level, then whenever the level begins anew in that list.
    """

    values: dict[str, list[int | None]] = field(default_factory=dict)
    used: set[tuple[int, int]] = field(default_factory=set)

    def advance(self, numbered: NumberedLevel, level: int) -> tuple[int, ...]:
        """Count one more paragraph of a list at a level; the numbers of all levels down to it."""
        values = self.values.setdefault(numbered.counter, [None] * LEVELS)
        # A level that was skipped shows its start value and has used it: 1.0, then 2.0 (Word and LibreOffice alike).
        for above in range(level):
            if values[above] is None:
                values[above] = self._first(numbered, above)
        before = values[level]
        if before is None or self._restarts(numbered, level):
            values[level] = self._first(numbered, level)
        else:
            values[level] = before + 1
        # Reset to None and not to the start, so that a start override can still act at the next use.
        for below in range(level + 1, LEVELS):
            if values[below] is not None and _begins_anew(numbered, below, level):
                values[below] = None
        return tuple(each or 0 for each in values[: level + 1])

    def _first(self, numbered: NumberedLevel, level: int) -> int:
        """The first number of a level; a level that was skipped has used its own."""
        self.used.add((numbered.number, level))
        return numbered.start(level)

    def _restarts(self, numbered: NumberedLevel, level: int) -> bool:
        return level in numbered.starts and (numbered.number, level) not in self.used


def label(numbered: NumberedLevel, level: int, values: tuple[int, ...], language: str = "") -> tuple[str, bool]:
    """The number as it is shown, without what separates it from the text; nothing for a level that is not there.

    Beside it whether that is known: in a language whose ordinals are not, figures stand for what Word shows.
    """
    own, is_known = numbered.levels.get(level), True
    if own is None:
        return "", True
    if own.format == "bullet":
        return own.text, True

    def filled(match: re.Match[str]) -> str:
        nonlocal is_known
        index = int(match[1]) - 1
        # Word shows nothing for a deeper level, which has no number yet.
        if index > level:
            return ""
        name, _, width = _format(numbered, own, index).partition(":")
        is_known = is_known and is_numeral_known(values[index], name, language)
        text = numeral(values[index], name, language)
        return text.zfill(int(width)) if width and values[index] <= LARGEST_NUMERAL else text

    text = _PLACEHOLDER.sub(filled, own.text, count=LEVELS).strip()
    return text, is_known


def _format(numbered: NumberedLevel, own: Level, index: int) -> str:
    """The format of the number of a level in the label of its own or of a deeper one."""
    shown = numbered.levels.get(index)
    name = shown.format if shown else "decimal"
    # Word's own list Article I. / Section 1.01: legal numbers are figures, but keep their nought in front.
    if own.legal and name != "decimalZero":
        return "decimal"
    return "none" if name == "bullet" else name


def _begins_anew(numbered: NumberedLevel, below: int, level: int) -> bool:
    """Whether a level restarts after a shallower one (17.9.10): always, never (0), or after level k or above."""
    own = numbered.levels.get(below)
    restart = own.restart if own else None
    if restart is None or restart > below:
        return True
    return level < restart
