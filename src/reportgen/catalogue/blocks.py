"""The entries of a catalogue as lines: unchanged ones keep their bytes, and polib prints only what changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import polib

from reportgen.record import record

EntryPart = Literal[
    "remark", "extracted", "references", "flags", "previous", "msgctxt", "msgid", "msgid_plural", "msgstr", "blank"
]
"""The part of an entry that a line belongs to."""

# The order in which gettext writes the parts.
_ORDER: tuple[EntryPart, ...] = (
    "remark", "extracted", "references", "flags", "previous", "msgctxt", "msgid", "msgid_plural", "msgstr", "blank",
)  # fmt: skip
_FIELDS = frozenset({"msgctxt", "msgid", "msgid_plural", "msgstr", "previous"})
_KEYWORD = re.compile(r"(?:#\| )?(msgctxt|msgid|msgstr) ")
_LIKELY_WIDTH = 110
_NARROW = 80


@record
class EntryBlock:
    """All lines of one entry, with comments before and blank lines behind it; the head of a file has no id."""

    id: str
    obsolete: bool
    lines: tuple[tuple[EntryPart, str], ...]

    def of(self, part: EntryPart) -> list[str]:
        """The lines of one part."""
        return [line for each, line in self.lines if each == part]

    def with_part(self, part: EntryPart, lines: Sequence[str]) -> EntryBlock:
        """The entry with new lines for a part, at the place of the old ones or where gettext puts them."""
        if self.of(part) == list(lines):
            return self
        # A part that the entry lacks goes before the first part that gettext would write later.
        rank = _ORDER.index(part)
        places = [index for index, (each, _) in enumerate(self.lines) if each == part]
        later = (index for index, (each, _) in enumerate(self.lines) if _ORDER.index(each) > rank)
        at = places[0] if places else next(later, len(self.lines))
        kept = [(index, each) for index, each in enumerate(self.lines) if each[0] != part]
        before = [each for index, each in kept if index < at]
        after = [each for index, each in kept if index >= at]
        return EntryBlock(self.id, self.obsolete, (*before, *((part, line) for line in lines), *after))

    def struck(self, obsolete: bool) -> EntryBlock:
        """The entry made obsolete (#~), or made current again."""
        if obsolete == self.obsolete:
            return self
        lines = tuple((part, _struck(line, obsolete) if part in _FIELDS else line) for part, line in self.lines)
        return EntryBlock(self.id, obsolete, lines)

    def closed(self, is_last: bool) -> EntryBlock:
        """The entry with a blank line behind it, or with none where it is the last one."""
        lines = list(self.lines)
        while lines and lines[-1][0] == "blank":
            lines.pop()
        return EntryBlock(self.id, self.obsolete, tuple(lines) if is_last else (*lines, ("blank", "")))


def _struck(line: str, obsolete: bool) -> str:
    if obsolete:
        return f"#~{line[1:]}" if line.startswith("#|") else f"#~ {line}"
    return f"#|{line[3:]}" if line.startswith("#~|") else line.removeprefix("#~").removeprefix(" ")


def text_of(blocks: Sequence[EntryBlock]) -> str:
    """The text of a catalogue."""
    return "".join(f"{line}\n" for block in blocks for _, line in block.lines)


def width_of(blocks: Sequence[EntryBlock]) -> int:
    """The width at which a catalogue breaks its lines, in polib's terms; -1 where it breaks none.

    Guessed from its lines, since tools differ and the file does not say.
    """
    lines = [line for block in blocks for part, line in block.lines if part in _FIELDS]
    longest = max(map(len, lines), default=0)
    if longest > 2 * _LIKELY_WIDTH:
        return -1
    broken = any(line.startswith('"') for line in lines)
    return _NARROW - 1 if broken and 0 < longest <= _NARROW else _LIKELY_WIDTH


def printed_parts(entry: polib.POEntry, width: int) -> dict[EntryPart, list[str]]:
    """The fields of an entry as polib prints them, by part."""
    found: dict[EntryPart, list[str]] = {}
    part: EntryPart = "blank"
    for line in entry.__unicode__(width).rstrip("\n").split("\n"):
        match = _KEYWORD.match(line)
        if match:
            part = "previous" if line.startswith("#|") else match[1]  # type: ignore[assignment]
        elif line.startswith("#,"):
            part = "flags"
        found.setdefault(part, []).append(line)
    return found


def written_block(entry: polib.POEntry, extracted: Sequence[str], width: int) -> EntryBlock:
    """A new entry."""
    parts = printed_parts(entry, width)
    block = EntryBlock(entry.msgctxt or "", False, (("blank", ""),))
    for part in ("flags", "previous", "msgctxt", "msgid", "msgstr"):
        block = block.with_part(part, parts.get(part, []))
    return block.with_part("extracted", [f"#. {line}" for line in extracted])


def flag_lines(block: EntryBlock, fuzzy: bool) -> list[str]:
    """The flag lines of an entry with or without fuzzy; unchanged where nothing has to change."""
    lines = block.of("flags")
    flags = [flag.strip() for line in lines for flag in line[2:].split(",") if flag.strip()]
    if ("fuzzy" in flags) == fuzzy:
        return lines
    others = [flag for flag in flags if flag != "fuzzy"]
    return [f"#, {', '.join(['fuzzy', *others] if fuzzy else others)}"] if fuzzy or others else []
