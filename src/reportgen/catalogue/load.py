"""The wording of one report in one language, read from a gettext catalogue (PO), with the place of every entry.

polib prints entries but does not read them: it takes `msgstr "text` without its last quote for an empty text, ends
lines at U+2028 and drops previous texts of obsolete entries. A test reads catalogues with both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from sys import intern
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


class CatalogueText:
    """The text of a catalogue as bytes, which take half the room; two are equal where their digests are."""

    __slots__ = ("data", "digest")

    def __init__(self, text: str, file: bytes = b"") -> None:
        data = text.encode("utf-8", "surrogatepass")
        # The bytes of the file itself, where they are in memory already and say the same.
        self.data = file if file == data else data
        self.digest = digest_of_bytes(self.data)

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CatalogueText) and self.digest == other.digest

    @property
    def text(self) -> str:
        """The text itself."""
        return self.data.decode("utf-8", "surrogatepass")


@record
class Translated:
    """One piece of wording: the source it was made from and its text, empty while untranslated.

    `previous` is an older source, if the text was made from that one; `remark` is the translator's comment, `extracted`
    the comments for the translator; `catalogue` is the text of the file.
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
    catalogue: CatalogueText | None = field(repr=False, compare=False, default=None)

    def position(self, offset: int = 0) -> Position:
        """The place of one character of the text in the catalogue."""
        return _within(self, offset)


@record
class Translation:
    """All wording of one report in one language by id; `shown` is the catalogue's name in messages.

    `obsolete` are texts of pieces that the report no longer has, `file` the text of the file.
    """

    shown: str
    entries: Mapping[str, Translated]
    obsolete: Mapping[str, Translated] = field(default_factory=dict)
    file: CatalogueText | None = field(default=None, repr=False, compare=False)

    @property
    def blocks(self) -> tuple[EntryBlock, ...]:
        """All lines of the file, entry by entry: for who writes it again."""
        return _blocks(self.file) if self.file else ()

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
    return _translation(CatalogueText(read_text(workspace, path), workspace.read(path)), workspace.shown(path))


def read(text: str, shown: str) -> Translation:
    """The catalogue that a text holds; a `TranslationError` with its place where it is not one."""
    return _translation(CatalogueText(text), shown)


@lru_cache(maxsize=16)
def _translation(file: CatalogueText, shown: str) -> Translation:
    # What was a catalogue once is not read line by line again; its name is no part of it.
    data = kept("catalogue", (file.digest,), lambda: [each.as_data() for each in _read(file.text, shown)])
    kinds: dict[bool, dict[str, Translated]] = {False: {}, True: {}}
    for obsolete, fields in data:
        if fields:
            name, source, words, fuzzy, line, previous, remark, extracted = fields
            # The sources are the same in the catalogues of all languages.
            texts = intern(source), words
            found = Translated(name, *texts, fuzzy, shown, line, previous, remark, extracted, file)
            kinds[obsolete][found.id] = found
    return Translation(shown, kinds[False], kinds[True], file)


@lru_cache(maxsize=1)
def _blocks(file: CatalogueText) -> tuple[EntryBlock, ...]:
    """The lines of a catalogue: as many objects as all else of it, and wanted only when it is written."""
    return tuple(
        EntryBlock(entry.fields.get("msgctxt", ""), entry.obsolete, tuple(entry.lines))
        for entry in _read(file.text, "")
    )


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

    def as_data(self) -> tuple[bool, tuple[Any, ...]]:
        """Whether it is obsolete, and the fields of a `Translated` without its file; none for a head."""
        return self.obsolete, self._translated()

    def _translated(self) -> tuple[Any, ...]:
        fields, at = self.fields, Position(self.shown, self.line, 1)
        name = fields.get("msgctxt")
        if name is None:
            # The head of a catalogue has an empty msgid and no id; anything else without an id cannot be placed.
            if fields.get("msgid") and not self.obsolete:
                raise TranslationError("an entry without an id", at, "its id stands in msgctxt, before msgid")
            return ()
        for keyword in ("msgid", "msgstr"):
            if keyword not in fields:
                raise TranslationError(
                    f"the entry '{name}' has no {keyword}", at, "an entry is msgctxt, msgid and msgstr"
                )
        previous, remark = fields.get("previous msgid", ""), "\n".join(self.remarks)
        said = name, fields["msgid"], fields["msgstr"], "fuzzy" in self.flags, self.starts["msgstr"]
        return *said, previous, remark, tuple(self.extracted)


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[1]), text)


def _text_lines(entry: Translated) -> tuple[str, ...]:
    """The line that says msgstr, and those behind it that are nothing but quoted."""
    lines = _lines(entry.catalogue) if entry.catalogue else ()
    end = entry.line
    while end < len(lines) and lines[end].removeprefix("#~").lstrip().startswith('"'):
        end += 1
    return lines[entry.line - 1 : end]


@lru_cache(maxsize=2)
def _lines(file: CatalogueText) -> tuple[str, ...]:
    return tuple(file.text.split("\n"))


def _within(entry: Translated, offset: int) -> Position:
    """Walk the quoted lines of `msgstr` character by character."""
    for number, line in enumerate(_text_lines(entry), entry.line):
        column = line.find('"') + 1
        while column < len(line) and line[column] != '"':
            if offset <= 0:
                return Position(entry.file, number, column + 1)
            column += 2 if line[column] == "\\" else 1
            offset -= 1
    return Position(entry.file, entry.line, 1)


__all__ = ["Translated", "Translation", "catalogue_path", "load", "read"]
