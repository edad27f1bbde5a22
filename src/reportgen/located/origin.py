"""Where a value stands in a file, to the character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from reportgen.errors import Position
from reportgen.record import field, record

_DOUBLE_QUOTED = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)|.", re.DOTALL)
_SINGLE_QUOTED = re.compile(r"''|.", re.DOTALL)
_AS_WRITTEN = re.compile(r".", re.DOTALL)
_BLANK_ESCAPES = frozenset("\n \ttrnvfNLP_")


@record
class Origin:
    """Where a value stands in a file: `source` is the whole text, `start` and `end` count its characters.

    A `plain` value stands there as it is: a quotation mark or '>' at its start is part of it, not YAML's.
    """

    file: str
    line: int
    column: int
    source: str = field(repr=False, compare=False, default="")
    start: int = 0
    end: int = 0
    plain: bool = field(compare=False, default=False)

    @property
    def position(self) -> Position:
        """Where the value begins."""
        return Position(self.file, self.line, self.column)

    def within(self, value: str, offset: int) -> Position:
        """The place of one character of a string, found by counting what is not white space.

        Folding moves only white space, so the count is the same in the value and in the file.
        """
        visible = (match.start() for match in self._characters() if not _is_blank(match.group()))
        index = next(islice(visible, len("".join(value[:offset].split())), None), self.end)
        before = self.source[:index]
        first_line = self.line - self.source.count("\n", 0, self.start)
        return Position(self.file, before.count("\n") + first_line, index - before.rfind("\n"))

    def _characters(self) -> Iterator[re.Match[str]]:
        """The characters of a string as written in the file; an escape counts as one."""
        opening = "" if self.plain else self.source[self.start : self.start + 1]
        if opening and opening in "|>":
            return _AS_WRITTEN.finditer(self.source, self.source.find("\n", self.start) + 1)
        if opening and opening in "\"'":
            pattern = _DOUBLE_QUOTED if opening == '"' else _SINGLE_QUOTED
            return pattern.finditer(self.source, self.start + 1, self.end - 1)
        return _AS_WRITTEN.finditer(self.source, self.start)


def _is_blank(character: str) -> bool:
    """Whether a character, or what an escape stands for, is white space."""
    if len(character) > 2:
        return chr(int(character[2:], 16)).isspace()
    return character[1] in _BLANK_ESCAPES if character[0] == "\\" and len(character) == 2 else character.isspace()
