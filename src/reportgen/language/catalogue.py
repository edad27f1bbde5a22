"""The wording of one report in one language, read from a gettext catalogue (PO), with the place of every entry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.errors import Position, TranslationError
from reportgen.marked import read_text
from reportgen.workspace import Workspace

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"\s*\Z')
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_KEYWORDS = ("msgctxt", "msgid_plural", "msgid", "msgstr")


@dataclass(frozen=True, slots=True)
class Translated:
    """One piece of wording: the source it was made from and its text, empty while untranslated."""

    id: str
    source: str
    text: str
    fuzzy: bool
    file: str
    line: int
    catalogue: str = field(repr=False, compare=False, default="")

    def position(self, offset: int = 0) -> Position:
        """The place of one character of the text in the catalogue."""
        return _within(self, offset)


@dataclass(frozen=True, slots=True)
class Translation:
    """All wording of one report in one language by id; `shown` is the catalogue's name in messages."""

    shown: str
    entries: Mapping[str, Translated]

    def get(self, name: str) -> Translated | None:
        """The entry of an id, or none."""
        return self.entries.get(name)


def catalogue_path(workspace: Workspace, slug: str, tag: str) -> Path | None:
    """The catalogue of a report in a language, or none."""
    return workspace.find("locales", tag, f"{slug}.po")


def load(workspace: Workspace, slug: str, tag: str) -> Translation:
    """The catalogue of a report; one without entries where there is no file."""
    path = catalogue_path(workspace, slug, tag)
    if path is None:
        return Translation(f"locales/{tag}/{slug}.po", {})
    shown = workspace.shown(path)
    return Translation(shown, _entries(read_text(path, shown), shown))


def _entries(text: str, shown: str) -> dict[str, Translated]:
    entries: dict[str, Translated] = {}
    for line, block in _blocks(text):
        fields, starts, flags = _fields(block, shown, line)
        name = fields.get("msgctxt")
        if name is None:
            continue
        if name in entries:
            first = entries[name].line
            raise TranslationError(
                f"the entry '{name}' stands twice", Position(shown, line, 1), f"first on line {first}"
            )
        start = starts.get("msgstr", line)
        target = fields.get("msgstr", "")
        entries[name] = Translated(name, fields.get("msgid", ""), target, "fuzzy" in flags, shown, start, text)
    return entries


def _blocks(text: str) -> list[tuple[int, list[str]]]:
    """Entries with the number of their first line: runs of lines between blank ones."""
    blocks: list[tuple[int, list[str]]] = []
    current: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            current.append(line)
        elif current:
            blocks.append((number - len(current), current))
            current = []
    return blocks


def _fields(block: list[str], shown: str, first: int) -> tuple[dict[str, str], dict[str, int], set[str]]:
    fields: dict[str, str] = {}
    starts: dict[str, int] = {}
    flags: set[str] = set()
    keyword = ""
    for number, line in enumerate(block, first):
        if line.startswith("#,"):
            flags |= {flag.strip() for flag in line[2:].split(",")}
        if line.startswith("#"):
            continue
        head, _, rest = line.partition(" ")
        if head in _KEYWORDS:
            keyword, starts[head], fields[head] = head, number, ""
        elif line.lstrip().startswith('"'):
            rest = line
        match = _STRING.match(rest.strip())
        if not match or not keyword:
            hint = 'expected msgctxt, msgid or msgstr, each with its text in "…"'
            raise TranslationError("this line is not of a gettext catalogue", Position(shown, number, 1), hint)
        fields[keyword] += re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[1]), match[1])
    return fields, starts, flags


def _within(entry: Translated, offset: int) -> Position:
    """Walk the quoted lines of `msgstr` character by character."""
    lines = entry.catalogue.split("\n")
    for number in range(entry.line, len(lines) + 1):
        line = lines[number - 1]
        column = line.find('"') + 1
        while column < len(line) and line[column] != '"':
            if offset <= 0:
                return Position(entry.file, number, column + 1)
            column += 2 if line[column] == "\\" else 1
            offset -= 1
        if number < len(lines) and not lines[number].startswith('"'):
            break
    return Position(entry.file, entry.line, 1)


__all__ = ["Translated", "Translation", "catalogue_path", "load"]
