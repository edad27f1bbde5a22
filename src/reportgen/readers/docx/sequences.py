"""What SEQ fields count, as Word counts it (ECMA-376, 17.16.5.57): captions of tables and figures, annexes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportgen.readers.numerals import numeral

_TOKEN = re.compile(r'"[^"]*"|\\[*#@]|\\[A-Za-z]|[^\s\\"]+')
_FIGURE = re.compile(r"\d{1,9}")
_FORMATS = {
    "arabic": "decimal", "ROMAN": "upperRoman", "Roman": "upperRoman", "roman": "lowerRoman",
    "ALPHABETIC": "upperLetter", "Alphabetic": "upperLetter", "alphabetic": "lowerLetter",
}  # fmt: skip
_NO_FORMATS = ("mergeformat", "charformat")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a field counts, and how it shows it."""

    value: int
    text: str


@dataclass
class Sequences:
    """How far each sequence of a story has counted; `headings` gives how many there were down to each level."""

    values: Counter[str] = field(default_factory=Counter)
    headings: Counter[int] = field(default_factory=Counter)
    seen: dict[str, int] = field(default_factory=dict)

    def heading(self, level: int) -> None:
        """Note a heading, at which sequences may restart."""
        self.headings.update(range(level, 10))

    def count(self, instruction: str) -> Counted | None:
        """The result of a field with this instruction; None where it cannot be told and the stored result is kept."""
        _, *tokens = _TOKEN.findall(instruction)
        # A second word is a bookmark whose number the field repeats; that needs a look elsewhere in the file.
        if not tokens or (len(tokens) > 1 and not tokens[1].startswith("\\")):
            return None
        name, switches = tokens[0].strip('"').casefold(), _switches(tokens[1:])
        value = self.values[name] = self._next(name, switches)
        written = _format(switches.get("\\*", []))
        # \h hides the result, unless a format (\*) is given with it.
        if "\\h" in switches and "\\*" not in switches:
            return Counted(value, "")
        return Counted(value, numeral(value, written)) if written and "\\#" not in switches else None

    def _next(self, name: str, switches: dict[str, list[str]]) -> int:
        """The next number: one more, the given one (\\r), the same again (\\c), or 1 after a heading (\\s)."""
        said = "".join(switches.get("\\r", []))
        if _FIGURE.fullmatch(said):
            return int(said)
        if "\\c" in switches:
            return self.values[name]
        level = "".join(switches.get("\\s", []))
        if _FIGURE.fullmatch(level):
            before, self.seen[name] = self.seen.get(name, 0), self.headings[int(level)]
            # A heading of the level was met since the last caption.
            if before != self.seen[name]:
                return 1
        return self.values[name] + 1


def _switches(tokens: Sequence[str]) -> dict[str, list[str]]:
    """Each switch with the words behind it."""
    found: dict[str, list[str]] = {}
    last: list[str] = []
    for token in tokens:
        if token.startswith("\\"):
            last = found.setdefault(token if token in ("\\*", "\\#") else token.lower(), [])
        else:
            last.append(token.strip('"'))
    return found


def _format(names: Sequence[str]) -> str:
    """The number format that the names after \\* stand for; empty where lists have no such format."""
    said = [name for name in names if name.casefold() not in _NO_FORMATS]
    if not said:
        return "decimal"
    return _FORMATS.get(said[0], _FORMATS.get(said[0].casefold(), "") if said[0].casefold() == "arabic" else "")
