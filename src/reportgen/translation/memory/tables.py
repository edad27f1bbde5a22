"""The tables of a memory: for each source and target language the skeletons, their trigrams, and the segments."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from reportgen.errors import UsageError
from reportgen.record import record
from reportgen.translation.memory.segments import MemorySegment

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*\Z", re.IGNORECASE)


@record(order=True)
class Pair:
    """A source and a target language; each has tables of its own, so that one cannot crowd out another."""

    source: str
    target: str

    @property
    def name(self) -> str:
        """What the names of its tables end in; a `UsageError` where a tag is none."""
        for tag in (self.source, self.target):
            # The names of tables cannot be handed over as values.
            if not _TAG.match(tag):
                raise UsageError(f"'{tag}' is no tag of a language", hint="such as fr, or pt-br")
        return f"{self.source}_{self.target}".replace("-", "0").casefold()

    def put(self, connection: sqlite3.Connection, skeleton: str, segment: MemorySegment) -> tuple[int, bool]:
        """The number of a segment, and whether it was not there before."""
        text = self._skeleton(connection, skeleton)
        values = (text, segment.source, segment.target, segment.symbol, segment.where, segment.piece)
        same = "skeleton = ? AND source = ? AND target = ? AND symbol = ? AND place = ? AND piece = ?"
        found = connection.execute(f"SELECT id FROM segments_{self.name} WHERE {same}", values).fetchone()
        if found:
            return int(found[0]), False
        columns = "skeleton, source, target, symbol, place, piece, day, level"
        added = connection.execute(
            f"INSERT INTO segments_{self.name} ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, segment.day, segment.level),
        )
        return added.lastrowid or 0, True

    def _skeleton(self, connection: sqlite3.Connection, skeleton: str) -> int:
        found = connection.execute(f"SELECT id FROM texts_{self.name} WHERE skeleton = ?", (skeleton,)).fetchone()
        if found:
            return int(found[0])
        number = connection.execute(f"INSERT INTO texts_{self.name} (skeleton) VALUES (?)", (skeleton,)).lastrowid or 0
        connection.execute(f"INSERT INTO grams_{self.name} (rowid, skeleton) VALUES (?, ?)", (number, skeleton))
        return number

    def remove(self, connection: sqlite3.Connection, numbers: set[int]) -> None:
        """Take segments away; their skeletons stay, and lead to nothing."""
        connection.executemany(f"DELETE FROM segments_{self.name} WHERE id = ?", ((each,) for each in numbers))

    def of_document(self, connection: sqlite3.Connection, symbol: str) -> Iterator[int]:
        """The numbers of the segments of a document."""
        for (number,) in connection.execute(f"SELECT id FROM segments_{self.name} WHERE symbol = ?", (symbol,)):
            yield number

    def texts_of(self, connection: sqlite3.Connection, symbol: str, tag: str) -> Iterator[str]:
        """The pieces of a document in a language of the pair; none in another language."""
        if tag in (self.source, self.target):
            column = "source" if tag == self.source else "target"
            statement = f"SELECT {column} FROM segments_{self.name} WHERE symbol = ? AND level = 'piece' ORDER BY id"
            for (text,) in connection.execute(statement, (symbol,)):
                yield text

    def size(self, connection: sqlite3.Connection) -> int:
        """How many segments there are."""
        [(count,)] = connection.execute(f"SELECT count(*) FROM segments_{self.name}")
        return int(count)

    def has_grown(self, connection: sqlite3.Connection, share: float) -> bool:
        """Whether a share of the skeletons came after the trigrams were counted."""
        [(last,)] = connection.execute(f"SELECT coalesce(max(id), 0) FROM texts_{self.name}")
        [(counted,)] = connection.execute("SELECT counted FROM pairs WHERE name = ?", (self.name,))
        return bool(last - counted > share * counted)


def has_trigrams() -> bool:
    """Whether this SQLite can look for trigrams."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE trial USING fts5(x, tokenize='trigram')")
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
    return True


def pairs_in(connection: sqlite3.Connection) -> list[Pair]:
    """The pairs of languages of a memory."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'pairs'").fetchone():
        return []
    return [Pair(*row) for row in connection.execute("SELECT source, target FROM pairs ORDER BY source, target")]


def create_tables(connection: sqlite3.Connection, pair: Pair) -> None:
    """Make the tables of a pair of languages where they are missing."""
    name = pair.name
    for statement in (
        "CREATE TABLE IF NOT EXISTS pairs (name TEXT PRIMARY KEY, source TEXT, target TEXT, counted INTEGER)",
        f"CREATE TABLE IF NOT EXISTS texts_{name} (id INTEGER PRIMARY KEY, skeleton TEXT UNIQUE)",
        f"CREATE VIRTUAL TABLE IF NOT EXISTS grams_{name} USING fts5(skeleton, content='texts_{name}', "
        "content_rowid='id', tokenize='trigram case_sensitive 1', detail='none', columnsize=0)",
        f"CREATE TABLE IF NOT EXISTS segments_{name} (id INTEGER PRIMARY KEY, skeleton INTEGER, source TEXT, "
        "target TEXT, symbol TEXT, place TEXT, piece TEXT, day TEXT, level TEXT)",
        f"CREATE INDEX IF NOT EXISTS of_text_{name} ON segments_{name} (skeleton)",
        f"CREATE INDEX IF NOT EXISTS of_symbol_{name} ON segments_{name} (symbol) WHERE symbol <> ''",
        f"CREATE TABLE IF NOT EXISTS counts_{name} (gram TEXT PRIMARY KEY, texts INTEGER) WITHOUT ROWID",
        f"CREATE VIRTUAL TABLE IF NOT EXISTS terms_{name} USING fts5vocab(grams_{name}, 'row')",
    ):
        connection.execute(statement)
    connection.execute("INSERT OR IGNORE INTO pairs VALUES (?, ?, ?, 0)", (name, pair.source, pair.target))


def count_trigrams(connection: sqlite3.Connection, pair: Pair) -> None:
    """Write down in how many skeletons each trigram stands, by which a search picks the rare ones."""
    name = pair.name
    connection.execute(f"DELETE FROM counts_{name}")
    connection.execute(f"INSERT INTO counts_{name} SELECT term, doc FROM terms_{name}")
    connection.execute(
        f"UPDATE pairs SET counted = (SELECT coalesce(max(id), 0) FROM texts_{name}) WHERE name = ?", (name,)
    )
