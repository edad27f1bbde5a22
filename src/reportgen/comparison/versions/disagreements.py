"""Where versions disagree: the paragraph, what it is about, and who says what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from reportgen.comparison.versions.common_numbers import CommonNumbers
from reportgen.comparison.versions.side_by_side import Version, VersionRow, rows_of, same_tongue
from reportgen.comparison.versions.statements import Statement, Statements, statements
from reportgen.comparison.words import changed_words
from reportgen.record import field, record
from reportgen.tree.citation import cited
from reportgen.tree.line import Line, begins_text

_Held = TypeVar("_Held", bound=Hashable)

_COUNTED = frozenset({"heading", "paragraph", "subparagraph", "note", "table", "figure", "box", "annex", "appendix"})


@record
class Disagreement:
    """One thing on which versions do not agree in a paragraph; `said` is what each version says, empty for nothing.

    `odd` are the versions that stand against most of the others; none where no side has more.
    """

    place: str
    about: str
    said: Mapping[str, tuple[str, ...]]
    odd: tuple[str, ...] = ()
    text: str = field(default="", compare=False)

    def as_json(self) -> dict[str, Any]:
        """The disagreement as plain data."""
        said = {name: list(values) for name, values in self.said.items()}
        return {"place": self.place, "about": self.about, "said": said, "odd": list(self.odd), "text": self.text}


def disagreements(versions: Sequence[Version]) -> list[Disagreement]:
    """All on which two to six versions do not agree, in the order of the first one."""
    rows = rows_of(versions)
    said = {each.name: _all_said(each) for each in versions}
    above, numbers, notes = _Furniture(versions), CommonNumbers(), _marked_notes(versions, rows)
    found: list[Disagreement] = []
    for row in rows:
        if not above.holds(row):
            found += _on_place(row, versions, numbers)
            found += _on_notes(row, versions, notes)
            found += _on_statements(row, versions, said)
            found += _on_words(row, versions)
    return found


class _Furniture:
    """What stands above the text of a version: the lines of its masthead, which versions set in lines of their own."""

    def __init__(self, versions: Sequence[Version]) -> None:
        self._begins = {each.name: _beginning(each.lines.lines) for each in versions}

    def holds(self, row: VersionRow) -> bool:
        """Whether no version has the paragraph in its text."""
        return all(index < self._begins[name] for name, index in row.lines.items())


def _beginning(lines: Sequence[Line]) -> int:
    """Where the text begins; 0 where no line has a number, since then nothing tells."""
    return next((index for index, line in enumerate(lines) if begins_text(line)), 0)


def _all_said(version: Version) -> list[Statements]:
    recognizer = version.language.recognizer
    return [statements(line.text, recognizer) for line in version.lines.lines]


def _marked_notes(versions: Sequence[Version], rows: Sequence[VersionRow]) -> dict[str, dict[int, tuple[str, ...]]]:
    """By version and line, the notes that are marked there, each by its number in the first version that has it."""
    labels: dict[tuple[str, int], str] = {}
    for row in rows:
        line = _first_line(row, versions)
        if line.kind == "note":
            labels |= dict.fromkeys(row.lines.items(), line.label)
    return {
        each.name: {at: tuple(labels.get((each.name, note), "?") for note in notes) for at, notes in each.notes.items()}
        for each in versions
    }


def _on_place(row: VersionRow, versions: Sequence[Version], common: CommonNumbers) -> Iterator[Disagreement]:
    """Whether all have the paragraph, as the same kind of thing, under the same number and in the same place."""
    names = [each.name for each in versions]
    lines = {each.name: each.lines.lines[row.lines[each.name]] for each in versions if each.name in row.lines}
    line = next(iter(lines.values()))
    place = _place(line)
    # A cell or a line without a number says nothing by being there: others break their lines elsewhere.
    if len(lines) < len(names) and line.text.strip() and (line.kind in _COUNTED or line.path or line.id):
        yield _told(place, line.kind, {name: "there" if name in lines else "missing" for name in names}, line)
    # Who deletes a paragraph may leave a gap, or count on.
    typed = {(each.kind, each.path) for each in lines.values()}
    counted = {common.of(name, each) for name, each in lines.items()}
    if any(each.path for each in lines.values()) and min(len(typed), len(counted)) > 1:
        yield _told(place, "number", {name: cited(each.kind, each.path) for name, each in lines.items()}, line)
    for name in names:
        if name not in lines:
            common.note_missing(name, lines)
    moved = {name: "moved" if name in row.moved else "in its place" for name in names}
    if len(set(moved.values())) > 1 and line.kind in _COUNTED:
        yield _told(place, "order", moved, line)


def _on_notes(
    row: VersionRow, versions: Sequence[Version], marked: Mapping[str, Mapping[int, tuple[str, ...]]]
) -> Iterator[Disagreement]:
    """The notes that are marked in some versions of a paragraph and not in others."""
    notes = {name: marked[name].get(index, ()) for name, index in row.lines.items()}
    if len(set(notes.values())) > 1:
        line = _first_line(row, versions)
        yield _disagreement(_place(line), "note", notes, line)


def _on_statements(
    row: VersionRow, versions: Sequence[Version], said: Mapping[str, Sequence[Statements]]
) -> Iterator[Disagreement]:
    """The figures, dates and places that some versions of a paragraph have and others have not."""
    found = {name: said[name][index] for name, index in row.lines.items()}
    line = _first_line(row, versions)
    lacking: dict[str, list[Statement]] = {}
    for each in sorted({each for side in found.values() for each in side.stated}):
        if any(side.lacks(each) for side in found.values()):
            lacking.setdefault(each.kind, []).append(each)
    for kind, wanted in lacking.items():
        values = {
            name: tuple(_shown(each, versions[0]) for each in wanted if not side.lacks(each))
            for name, side in found.items()
        }
        yield _disagreement(_place(line), kind, values, line)


def _shown(each: Statement, version: Version) -> str:
    """What is said as a person reads it: a place by its name in the language of one version."""
    return version.language.name(each.kind, each.value).table if each.kind == "place" else each.value


def _on_words(row: VersionRow, versions: Sequence[Version]) -> Iterator[Disagreement]:
    """The words that differ between two versions of one language."""
    if len(versions) != 2 or not same_tongue(*versions) or len(row.lines) != 2:
        return
    old, new = (each.lines.lines[row.lines[each.name]] for each in versions)
    if old.text != new.text:
        changed = changed_words(old.text, new.text)
        yield Disagreement(_place(old), "words", {versions[1].name: (changed,)}, text=old.text)


def _told(place: str, about: str, said: Mapping[str, str], line: Line) -> Disagreement:
    return _disagreement(place, about, {name: (each,) for name, each in said.items()}, line)


def _disagreement(place: str, about: str, said: Mapping[str, tuple[str, ...]], line: Line) -> Disagreement:
    return Disagreement(place, about, said, _odd(said), line.text)


def _odd(said: Mapping[str, _Held]) -> tuple[str, ...]:
    """Who stands against more than half of all; nobody where no answer has so many."""
    answer, count = Counter(said.values()).most_common(1)[0]
    return tuple(name for name, each in said.items() if each != answer) if 2 * count > len(said) else ()


def _first_line(row: VersionRow, versions: Sequence[Version]) -> Line:
    version = next(each for each in versions if each.name in row.lines)
    return version.lines.lines[row.lines[version.name]]


def _place(line: Line) -> str:
    """How a person finds the paragraph: by its number, else by its id or its first words."""
    if line.path:
        return cited(line.kind, line.path)
    return f"{line.kind} {line.id}" if line.id else f"{line.kind} “{' '.join(line.text.split()[:6])[:60]}”"
