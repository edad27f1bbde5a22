"""The file of a memory: made for its user alone, written whole, read while others write."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from reportgen.errors import InputError, OutputError, Position, UsageError
from reportgen.language import Language
from reportgen.translation.memory.finding import found_matches
from reportgen.translation.memory.segments import LEAST_SCORE, MemoryMatch, MemorySegment, skeleton_of
from reportgen.translation.memory.tables import Pair, count_trigrams, create_tables, has_trigrams, pairs_in
from reportgen.workspace import is_there

_APPLICATION = 0x52504D31
"""Tells files of ours from others: "RPM1"; raised with what the tables hold."""

_PATIENCE = 30.0
"""Seconds in which another command may write before this one gives up."""

_GROWTH = 0.05
"""The share of new segments from which on the trigrams are counted anew."""


class Memory:
    """A memory that is open; `with Memory.at(path)` closes it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path

    @classmethod
    def at(cls, path: Path, is_new: bool = False) -> Memory:
        """Open a memory, or make it where `is_new` allows it.

        A `UsageError` where it is not there, or SQLite has no trigrams; an `InputError` where the file is another one.
        """
        if not has_trigrams():
            message = f"SQLite {sqlite3.sqlite_version} of this Python has no FTS5 with trigrams"
            raise UsageError(message, hint="a memory needs SQLite 3.34 or later, built with FTS5")
        if not is_new and not is_there(path):
            raise UsageError(f"there is no memory '{path}'", hint="reportgen memory add makes one; --memory names it")
        _make(path)
        try:
            connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        except sqlite3.Error as error:
            message = f"the memory cannot be opened: {error}"
            raise InputError(message, Position(str(path)), "--memory names another file") from None
        memory = cls(connection, path)
        try:
            memory._prepare()
        except BaseException:
            connection.close()
            raise
        return memory

    def __enter__(self) -> Memory:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def add(self, languages: tuple[Language, Language], segments: Iterable[MemorySegment], symbol: str = "") -> int:
        """Add segments of a source and a target language, all or none; how many are new.

        With a symbol, they take the place of all segments of that document in these languages.
        """
        source, _ = languages
        pair = Pair(languages[0].tag, languages[1].tag)
        with self._writing():
            create_tables(self._connection, pair)
            before = set(pair.of_document(self._connection, symbol)) if symbol else set()
            kept, added = set[int](), 0
            for segment in segments:
                skeleton = skeleton_of(source, segment.source).text
                if not skeleton or not segment.target.strip():
                    continue
                number, is_added = pair.put(self._connection, skeleton, segment)
                kept.add(number)
                added += is_added
            pair.remove(self._connection, before - kept)
            if pair.has_grown(self._connection, _GROWTH):
                count_trigrams(self._connection, pair)
        return added

    def find(
        self,
        languages: tuple[Language, Language],
        text: str,
        least: float = LEAST_SCORE,
        most: int = 5,
    ) -> list[MemoryMatch]:
        """What was translated before and is like a text, the best first; newer before older where they are alike."""
        pair = Pair(languages[0].tag, languages[1].tag)
        with self._reading():
            if pair not in pairs_in(self._connection):
                return []
            return found_matches(self._connection, pair, skeleton_of(languages[0], text).text, text, least, most)

    def earlier(self, language: Language, text: str, least: float = 100, but: str = "") -> MemoryMatch | None:
        """Where a text of the original stood in an earlier report; values apart, and none where it did not.

        `but` is the symbol of a document that does not count: what is kept of the report itself.
        """
        skeleton = skeleton_of(language, text).text
        with self._reading():
            found = [
                match
                for pair in pairs_in(self._connection)
                if pair.source == language.tag
                for match in found_matches(self._connection, pair, skeleton, text, least, 1, but)
            ]
        return max(found, key=lambda each: each.score, default=None)

    def text_of(self, symbol: str, tag: str) -> str:
        """The pieces of a document in a language, in the order in which they were added; empty where there is none."""
        with self._reading():
            # The original is the source of every pair, and as long as the longest of them.
            found = ["\n".join(pair.texts_of(self._connection, symbol, tag)) for pair in pairs_in(self._connection)]
        return max(found, key=len, default="")

    def pairs(self) -> dict[tuple[str, str], int]:
        """How many segments there are of each source and target language."""
        with self._reading():
            return {(each.source, each.target): each.size(self._connection) for each in pairs_in(self._connection)}

    def _prepare(self) -> None:
        """Look whose file it is, and mark a new one."""
        with self._reading():
            [(application,)] = self._connection.execute("PRAGMA application_id")
            [(tables,)] = self._connection.execute("SELECT count(*) FROM sqlite_master")
            if application != _APPLICATION and (application or tables):
                message = "the file is no memory of reportgen, or of a later version"
                raise InputError(message, Position(str(self._path)), "--memory names another file")
            # Readers go on while one writes; drives that cannot do this keep the older way.
            self._connection.execute("PRAGMA journal_mode=WAL").fetchone()
            self._connection.execute("PRAGMA synchronous=NORMAL")
            self._connection.execute("PRAGMA cache_size=-65536")
            if application != _APPLICATION:
                self._connection.execute(f"PRAGMA application_id={_APPLICATION}")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._reading():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Errors of SQLite, said as ours."""
        place = Position(str(self._path))
        try:
            yield
        except sqlite3.OperationalError as error:
            hint = "another command may be writing it: try again" if "locked" in str(error) else ""
            raise OutputError(f"the memory cannot be used: {error}", place, hint) from None
        except sqlite3.DatabaseError as error:
            hint = "take it away, and add the reports again"
            raise InputError(f"the memory is damaged: {error}", place, hint) from None


def _make(path: Path) -> None:
    """The file, for its user alone: what is not issued yet is nobody else's; SQLite gives its own files the same."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError("a pipe or a device is no memory", Position(str(path)), "--memory names a file")
    except OSError as error:
        message = f"the memory cannot be written: {error.strerror}"
        raise OutputError(message, Position(str(path)), "--memory names another file") from None
