"""What is like a text: candidates that share rare trigrams with it, and how much each of them has in common."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz import fuzz, process

from reportgen.translation.memory.segments import MemoryMatch, MemorySegment, windows_of
from reportgen.translation.memory.tables import Pair

_MOST_CANDIDATES = 200
_WINDOWS = 12
"""Stretches of a text each of which gives its rarest trigram: an edit spoils those of its own stretch alone."""

_RARE = 800
"""Texts with a trigram that is looked for by itself; a more frequent one is looked for with another one."""

_MOST_ROWS = 8_000
"""Rows that a search reads at most, which is what it takes its time for."""

_MOST_OF_ONE = 300


def found_matches(
    connection: sqlite3.Connection, pair: Pair, skeleton: str, text: str, least: float, most: int, but: str = ""
) -> list[MemoryMatch]:
    """The segments that are like a text, the best first; none of the document whose symbol is `but`."""
    candidates = _candidates(connection, pair, skeleton)
    scored = process.extract(
        skeleton, candidates, scorer=fuzz.ratio, processor=None, score_cutoff=least, limit=most if not but else None
    )
    found = [match for _, score, number in scored for match in _matches(connection, pair, number, score, text, but)]
    found.sort(key=lambda each: (-each.score, not each.is_same, _age(each.segment.day)))
    return list(_distinct(found))[:most]


def _candidates(connection: sqlite3.Connection, pair: Pair, skeleton: str) -> Mapping[int, str]:
    """The skeletons of at most 200 texts, by their numbers: that of the text itself, and what shares most with it."""
    hits: Counter[int] = Counter()
    rows = 0
    for expression, limit in _expressions(connection, pair, skeleton):
        statement = f"SELECT rowid FROM grams_{pair.name} WHERE grams_{pair.name} MATCH ? LIMIT ?"
        found = connection.execute(statement, (expression, limit)).fetchall()
        hits.update(number for (number,) in found)
        rows += len(found)
        if rows > _MOST_ROWS:
            break
    numbers = [number for number, _ in hits.most_common(_MOST_CANDIDATES - 1)]
    marks = ",".join("?" * len(numbers))
    statement = f"SELECT id, skeleton FROM texts_{pair.name} WHERE skeleton = ? OR id IN ({marks})"
    return dict(connection.execute(statement, (skeleton, *numbers)).fetchall())


def _expressions(connection: sqlite3.Connection, pair: Pair, skeleton: str) -> Iterator[tuple[str, int]]:
    """What is looked for, each with the most rows of it: rare trigrams alone, others two by two."""
    counts = _counts(connection, pair, skeleton)
    rarest = [min(window, key=lambda gram: counts.get(gram, 1)) for window in windows_of(skeleton, _WINDOWS) if window]
    terms = sorted(dict.fromkeys(rarest), key=lambda gram: counts.get(gram, 1))
    rare = [gram for gram in terms if counts.get(gram, 1) <= _RARE]
    for gram in rare:
        yield _quoted(gram), _RARE
    if len(rare) == len(terms):
        return
    if len(terms) == 1:
        yield _quoted(terms[0]), _RARE
    pairs = combinations(terms, 2)
    for one, other in sorted(pairs, key=lambda each: counts.get(each[0], 1) * counts.get(each[1], 1)):
        yield f"{_quoted(one)} AND {_quoted(other)}", _MOST_OF_ONE


def _counts(connection: sqlite3.Connection, pair: Pair, skeleton: str) -> dict[str, int]:
    grams = list({skeleton[at : at + 3] for at in range(len(skeleton) - 2)})
    found: dict[str, int] = {}
    for start in range(0, len(grams), 500):
        some = grams[start : start + 500]
        statement = f"SELECT gram, texts FROM counts_{pair.name} WHERE gram IN ({','.join('?' * len(some))})"
        found.update(connection.execute(statement, some).fetchall())
    return found


def _quoted(gram: str) -> str:
    return '"' + gram.replace('"', '""') + '"'


def _matches(
    connection: sqlite3.Connection, pair: Pair, number: int, score: float, text: str, but: str
) -> Iterator[MemoryMatch]:
    columns = "source, target, symbol, place, piece, day, level"
    # A symbol that is asked for is never empty, so that segments of no known document always count.
    wanted = "skeleton = ? AND (symbol <> ? OR symbol = '')"
    statement = f"SELECT {columns} FROM segments_{pair.name} WHERE {wanted} ORDER BY day DESC LIMIT 20"
    for row in connection.execute(statement, (number, but)):
        segment = MemorySegment(*row)
        yield MemoryMatch(score, segment, segment.source == text)


def _age(day: str) -> tuple[int, ...]:
    """What sorts the newest first; what has no day comes last."""
    return tuple(-ord(each) for each in day) or (0,)


def _distinct(found: Sequence[MemoryMatch]) -> Iterator[MemoryMatch]:
    """Each translation once: that of the best match."""
    seen = set()
    for each in found:
        if each.segment.target not in seen:
            seen.add(each.segment.target)
            yield each
