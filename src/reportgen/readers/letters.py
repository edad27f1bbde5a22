"""Marks of notes with letters: which note of the table, figure or box each one names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportgen.readers.document import ReadLine
from reportgen.tree.inlines import Inline, NoteMark
from reportgen.tree.walk import map_leaves

_NOTED = ("table", "figure", "box")


def letters_named(lines: Sequence[ReadLine]) -> tuple[ReadLine, ...]:
    """The lines; a mark with a letter names the note with that letter which stands below its table, figure or box."""
    named: list[ReadLine] = []
    notes: dict[str, str] = {}
    # From the end, since the notes stand below what marks them.
    for each in reversed(lines):
        if each.line.kind == "letter-note":
            notes[each.line.label] = each.line.id
        named.append(_named(each, notes) if notes else each)
        if each.line.kind in _NOTED:
            notes = {}
    return tuple(reversed(named))


def _named(line: ReadLine, notes: Mapping[str, str]) -> ReadLine:
    def change(inline: Inline) -> Inline:
        if isinstance(inline, NoteMark) and inline.note == inline.label:
            return NoteMark(notes.get(inline.label) or inline.note, inline.label)
        return inline

    content = map_leaves(line.content, change)
    return line if content is line.content else replace(line, content=content)
