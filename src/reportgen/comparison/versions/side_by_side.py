"""Which paragraph of one version is which of the others: rows with the place of each version's line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.comparison.files import Lines
from reportgen.comparison.kept_order import unmoved
from reportgen.comparison.match import match_pieces
from reportgen.comparison.sides import Piece
from reportgen.comparison.versions.lined_up import lined_up
from reportgen.language import Language
from reportgen.record import record


@record
class Version:
    """One version: its name in messages, its lines and its language; `notes` are, by line, the notes marked there."""

    name: str
    lines: Lines
    language: Language
    notes: Mapping[int, tuple[int, ...]]


@dataclass
class VersionRow:
    """One paragraph: by version, the index of its line; `moved` are those that have it elsewhere than the first."""

    lines: dict[str, int] = field(default_factory=dict)
    moved: set[str] = field(default_factory=set)


def rows_of(versions: Sequence[Version]) -> list[VersionRow]:
    """The paragraphs of all versions, in the order of the first one; those that it lacks stand where others have them.

    The cost grows with the versions and with their lines, since each is laid beside the first one alone.
    """
    first = versions[0]
    rows = [VersionRow({first.name: index}) for index in range(len(first.lines.lines))]
    added: dict[tuple[int, str, object], VersionRow] = {}
    for other in versions[1:]:
        _lay(first, other, rows, added)
    behind: dict[int, list[VersionRow]] = {}
    for (after, _, _), row in added.items():
        behind.setdefault(after, []).append(row)
    return [*behind.get(-1, []), *(each for at, row in enumerate(rows) for each in (row, *behind.get(at, [])))]


def same_tongue(one: Version, other: Version) -> bool:
    """Whether two versions are in one language, so that their words can be compared."""
    return one.language.tag == other.language.tag


def _lay(
    first: Version, other: Version, rows: list[VersionRow], added: dict[tuple[int, str, object], VersionRow]
) -> None:
    pairs = _pairs(first, other)
    olds = {new: old for old, new in pairs}
    kept = set(unmoved([new for _, new in pairs], [1] * len(pairs)))
    for at, (old, new) in enumerate(pairs):
        rows[old].lines[other.name] = new
        if at not in kept:
            rows[old].moved.add(other.name)
    last, number = -1, 0
    for index, line in enumerate(other.lines.lines):
        if index in olds:
            last, number = olds[index], 0
        else:
            # The same paragraph may be there in other versions too: it has the number, or the place, that it has there.
            key = (last, line.kind, line.path or number)
            number += 1
            added.setdefault(key, VersionRow()).lines[other.name] = index


def _pairs(first: Version, other: Version) -> list[tuple[int, int]]:
    """The lines that are one paragraph, by their words where these are of one language."""
    old, new = first.lines.pieces(""), other.lines.pieces("" if same_tongue(first, other) else "other")
    if not same_tongue(first, other):
        return lined_up(old, new)
    found = [(pair.old, pair.new) for pair in match_pieces(old, new, sure=False)]
    return sorted([*found, *_left_over(old, new, found)])


def _left_over(old: Sequence[Piece], new: Sequence[Piece], found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs of numbered paragraphs that were written anew: the same number between the same neighbours."""
    taken_old, taken_new = {one for one, _ in found}, {other for _, other in found}
    places = {(piece.family, piece.path): at for at, piece in enumerate(old) if piece.path and at not in taken_old}
    known = dict(found)
    return [
        (places[key], index)
        for index, piece in enumerate(new)
        for key in [(piece.family, piece.path)]
        if index not in taken_new and key in places and known.get(places[key] - 1) == index - 1
    ]
