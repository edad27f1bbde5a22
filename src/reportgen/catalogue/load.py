"""The wording of one report in one language, read from a gettext catalogue (PO), with the place of every entry.

polib prints entries but does not read them: it takes `msgstr "text` without its last quote for an empty text, ends
lines at U+2028 and drops previous texts of obsolete entries. A test reads catalogues with both.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import dropwhile, takewhile
from pathlib import Path
from typing import Any

from reportgen.catalogue.blocks import EntryBlock, EntryPart
from reportgen.errors import Position, TranslationError
from reportgen.located import read_text
from reportgen.record import field, record
from reportgen.store import digest_of_bytes, kept
from reportgen.workspace import Workspace

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"\Z')
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_KEYWORDS = ("msgctxt", "msgid_plural", "msgid", "msgstr")


@record
class Translated:
    """One piece of wording: the source it was made from and its text, empty while untranslated.

    `previous` is an older source, if the text was made from that one; `remark` is the translator's comment, `extracted`
    the comments for the translator; `written` are the lines of the text as they stand in the file.
    """

    id: str
    source: str
    text: str
    fuzzy: bool
    file: str
    line: int
    previous: str = ""
    remark: str = ""
    extracted: tuple[str, ...] = ()
    written: tuple[str, ...] = field(repr=False, compare=False, default=())

    def position(self, offset: int = 0) -> Position:
        """The place of one character of the text in the catalogue."""
        return _within(self, offset)


@record
class Translation:
    """All wording of one report in one language by id; `shown` is the catalogue's name in messages.

    `obsolete` are texts of pieces that the report no longer has, `packed` is the file itself.
    """

    shown: str
    entries: Mapping[str, Translated]
    obsolete: Mapping[str, Translated] = field(default_factory=dict)
    packed: bytes = field(default=b"", repr=False, compare=False)

    @property
    def blocks(self) -> tuple[EntryBlock, ...]:
        """All lines of the file, by entry; unpacked each time: they need more memory than the texts, and few ask."""
        if not self.packed:
            return ()
        data = zlib.decompress(self.packed)
        text = data.decode("utf-8", "surrogatepass")
        parts = (digest_of_bytes(data),)
        found = kept("catalogue lines", parts, lambda: [each.as_lines() for each in _read(text, self.shown)])
        return tuple(EntryBlock(*each) for each in found)

    def get(self, name: str) -> Translated | None:
        """The entry of an id, or none."""
        return self.entries.get(name)

    def at(self, position: Position) -> Translated | None:
        """The entry whose text stands at a place; none in another file, or before the first entry."""
        before = [each for each in self.entries.values() if each.file == position.file and each.line <= position.line]
        return max(before, key=lambda each: each.line, default=None)


def catalogue_path(workspace: Workspace, slug: str, tag: str) -> Path | None:
    """The catalogue of a report in a language, or none."""
    return workspace.find("locales", tag, f"{slug}.po")


def load(workspace: Workspace, slug: str, tag: str) -> Translation:
    """The catalogue of a report; one without entries where there is no file."""
    path = catalogue_path(workspace, slug, tag)
    if path is None:
        return Translation(f"locales/{tag}/{slug}.po", {})
    return read(read_text(workspace, path), workspace.shown(path))


def read(text: str, shown: str) -> Translation:
    """The catalogue that a text holds; a `TranslationError` with its place where it is not one."""
    return _known(_Once(text), shown)


class _Once:
    """A text as the key of what is made of it: compared by its digest, and let go once it is made."""

    __slots__ = ("_digest", "_text")

    def __init__(self, text: str) -> None:
        self._text: str | None = text
        self._digest = digest_of_bytes(text.encode("utf-8", "surrogatepass"))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Once) and self._digest == other._digest

    def __hash__(self) -> int:
        return hash(self._digest)

    def taken(self) -> tuple[str, bytes]:
        """The text and its digest; once alone, since a catalogue of thousands of pieces is large."""
        assert self._text is not None
        text, self._text = self._text, None
        return text, self._digest


@lru_cache(maxsize=16)
def _known(once: _Once, shown: str) -> Translation:
    text, digest = once.taken()
    # What was a catalogue once is not read line by line again; its name is no part of it.
    data = kept("catalogue", (digest,), lambda: [each.as_data() for each in _read(text, shown) if each.id])
    kinds: dict[bool, dict[str, Translated]] = {False: {}, True: {}}
    for obsolete, (name, source, words, fuzzy, *others) in data:
        kinds[obsolete][name] = Translated(name, source, words, fuzzy, shown, *others)
    return Translation(shown, kinds[False], kinds[True], zlib.compress(text.encode("utf-8", "surrogatepass"), 1))


def _read(text: str, shown: str) -> Iterator[_Entry]:
    """The entries of a catalogue; a `TranslationError` where an id stands twice."""
    lines: dict[str, int] = {}
    for entry in _entries(text, shown):
        name = entry.fields.get("msgctxt")
        if name is not None and not entry.obsolete:
            if name in lines:
                hint = f"first on line {lines[name]}"
                raise TranslationError(f"the entry '{name}' stands twice", Position(shown, entry.line, 1), hint)
            lines[name] = entry.starts.get("msgstr", entry.line)
        yield entry


def _entries(text: str, shown: str) -> Iterator[_Entry]:
    """The entries of a catalogue; blank lines between them are not needed."""
    entry = _Entry(shown)
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        obsolete = line.startswith("#~")
        words = line[2:].strip() if obsolete else line.strip()
        # Some tools leave out the blank line between entries; after msgstr, a comment or a new id begins the next one.
        if "msgstr" in entry.fields and words.startswith(("#", "|", "msgctxt ", "msgid ")):
            yield entry
            entry = _Entry(shown)
        part: EntryPart = "blank"
        if words:
            entry.obsolete |= obsolete
            part = entry.take(words, number)
        entry.lines.append((part, line))
    yield entry


class _Entry:
    """One entry while its lines are read."""

    def __init__(self, shown: str) -> None:
        self.shown, self.line, self.obsolete = shown, 0, False
        self.keyword = ""
        self.fields: dict[str, str] = {}
        self.starts: dict[str, int] = {}
        self.flags: set[str] = set()
        self.remarks: list[str] = []
        self.extracted: list[str] = []
        self.lines: list[tuple[EntryPart, str]] = []

    def take(self, words: str, number: int) -> EntryPart:
        """Read one line and return its part; a `TranslationError` where it does not belong into a catalogue."""
        match words[:2]:
            case "#,":
                self.flags |= {flag.strip() for flag in words[2:].split(",")}
                return "flags"
            case "#|" | "| ":
                self.read(words.lstrip("#| "), number, "previous ")
                return "previous"
            case "#.":
                self.extracted.append(words[2:].strip())
                return "extracted"
            case "#:":
                return "references"
            case _ if words.startswith("#"):
                self.remarks += [words[1:].strip()] if words[1:].strip() else []
                return "remark"
            case _:
                self.read(words, number)
                return self.keyword  # type: ignore[return-value]

    def read(self, words: str, number: int, prefix: str = "") -> None:
        """Take in a keyword with its text, or more of the text of the keyword before."""
        head, _, text = words.partition(" ")
        at = Position(self.shown, number, 1)
        if prefix + head in self.fields:
            raise TranslationError(f"{head} stands twice in an entry", at, "an entry is msgctxt, msgid and msgstr")
        if head in _KEYWORDS:
            self.keyword = prefix + head
            self.fields[self.keyword] = ""
            self.starts[self.keyword] = number
            self.line = self.line or number
        match = _STRING.match(text.strip() if head in _KEYWORDS else words)
        if not match or not self.keyword:
            hint = 'expected msgctxt, msgid or msgstr, each with its text in "…"'
            raise TranslationError("this line is not of a gettext catalogue", at, hint)
        self.fields[self.keyword] += _unescaped(match[1])

    @property
    def id(self) -> str:
        """Its id; the head of a catalogue has none, and nothing else may be without one."""
        name = self.fields.get("msgctxt")
        if name is None and self.fields.get("msgid") and not self.obsolete:
            raise TranslationError("an entry without an id", self._at, "its id stands in msgctxt, before msgid")
        return name or ""

    @property
    def _at(self) -> Position:
        return Position(self.shown, self.line, 1)

    def as_lines(self) -> tuple[str, bool, tuple[tuple[EntryPart, str], ...]]:
        """Its id, whether it is obsolete, and its lines."""
        return self.id, self.obsolete, tuple(self.lines)

    def as_data(self) -> tuple[bool, tuple[Any, ...]]:
        """Whether it is obsolete, and the fields of a `Translated` without its file."""
        return self.obsolete, self._translated()

    def _translated(self) -> tuple[Any, ...]:
        fields, name = self.fields, self.id
        for keyword in ("msgid", "msgstr"):
            if keyword not in fields:
                hint = "an entry is msgctxt, msgid and msgstr"
                raise TranslationError(f"the entry '{name}' has no {keyword}", self._at, hint)
        previous, remark = fields.get("previous msgid", ""), "\n".join(self.remarks)
        said = name, fields["msgid"], fields["msgstr"], "fuzzy" in self.flags, self.starts["msgstr"]
        return *said, previous, remark, tuple(self.extracted), tuple(self.written_text())

    def written_text(self) -> Iterator[str]:
        """The lines of msgstr, up to the first that is none."""
        lines = dropwhile(lambda each: each[0] != "msgstr", self.lines)
        return (line for _, line in takewhile(lambda each: each[0] == "msgstr", lines))


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[1]), text)


def _within(entry: Translated, offset: int) -> Position:
    """Walk the quoted lines of `msgstr` character by character."""
    for number, line in enumerate(entry.written, entry.line):
        column = line.find('"') + 1
        while column < len(line) and line[column] != '"':
            if offset <= 0:
                return Position(entry.file, number, column + 1)
            column += 2 if line[column] == "\\" else 1
            offset -= 1
    return Position(entry.file, entry.line, 1)


__all__ = ["Translated", "Translation", "catalogue_path", "load", "read"]
