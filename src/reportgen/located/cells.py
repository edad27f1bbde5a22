"""Edits of a CSV file in its text: `splice_cells(data, edits, shown)`; every byte outside the edited cells stays."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportgen.errors import InputError, Position
from reportgen.located.kept_text import KeptText, require_unchanged
from reportgen.record import record

_QUOTED = re.compile(r'"(?:[^"]|"")*"')


@record
class CellPlace:
    """A cell of a CSV file: rows count from 0 without those that are empty, the one with the heads included."""

    file: str
    row: int
    column: int


@record
class ReplaceCell:
    """A new text for a cell; blanks around the old one stay."""

    row: int
    column: int
    text: str


@record
class InsertRow:
    """A new row before the one that has its index; at the end where there is none."""

    row: int
    cells: tuple[str, ...]


@record
class DeleteRow:
    """Deletes a row."""

    row: int


CellEdit = ReplaceCell | InsertRow | DeleteRow


@dataclass(slots=True)
class _Row:
    """A row that is not empty: where its line begins and ends, and where each of its cells does."""

    start: int
    end: int = 0
    cells: list[tuple[int, int]] = field(default_factory=list)


def separator_of(text: str) -> str:
    """The most frequent separator in the first line with text, outside quotes.

    Excel writes semicolons where the decimal sign of the country is a comma.
    """
    unquoted = _QUOTED.sub("", text).lstrip("\r\n")
    return max(",;\t", key=unquoted.partition("\n")[0].count)


def splice_cells(data: bytes, edits: Sequence[CellEdit], shown: str, read: str = "") -> bytes:
    """The file with the edits made; all rows are those of the file as read, `read` is the digest of its text.

    An `InputError` where the file has changed since, where a cell is not there, or where the result would not read
    back.
    """
    kept = KeptText.of(data, shown)
    require_unchanged(kept.text, read, shown)
    separator = separator_of(kept.text)
    wanted = _expected([list(row) for row in _read(kept.text, separator)], edits, shown)
    # From the end, so that no row moves before its turn.
    for edit in sorted(edits, key=_order, reverse=True):
        kept = kept.changed(*_change(kept.text, edit, separator))
    if _read(kept.text, separator) != wanted:
        raise InputError("the change cannot be written so that it reads back", Position(shown), "make it by hand")
    return kept.data


def _order(edit: CellEdit) -> tuple[float, int]:
    match edit:
        case ReplaceCell():
            return edit.row, edit.column
        case InsertRow():
            return edit.row - 0.5, 0
        case DeleteRow():
            return edit.row, -1


def _expected(rows: list[list[str]], edits: Sequence[CellEdit], shown: str) -> list[list[str]]:
    for edit in sorted(edits, key=_order, reverse=True):
        if isinstance(edit, InsertRow):
            rows.insert(edit.row, [cell.strip() for cell in edit.cells])
            continue
        if edit.row >= len(rows) or (isinstance(edit, ReplaceCell) and edit.column >= len(rows[edit.row])):
            raise InputError(f"there is no such cell in row {edit.row + 1}", Position(shown), "read the file again")
        if isinstance(edit, ReplaceCell):
            rows[edit.row][edit.column] = edit.text.strip()
        else:
            del rows[edit.row]
    return [row for row in rows if any(row)]


def _read(text: str, separator: str) -> list[list[str]]:
    rows = csv.reader(io.StringIO(text), delimiter=separator)
    found = ([cell.strip() for cell in row] for row in rows)
    return [row for row in found if any(row)]


def _change(text: str, edit: CellEdit, separator: str) -> tuple[int, int, str]:
    """The change of the text: start, end, and the new text between them."""
    rows = list(_rows(text, separator))
    match edit:
        case ReplaceCell():
            start, end = rows[edit.row].cells[edit.column]
            old = text[start:end]
            inner = old.strip()
            start += len(old) - len(old.lstrip())
            return start, start + len(inner), _written(edit.text, separator, inner.startswith('"'))
        case DeleteRow():
            return rows[edit.row].start, rows[edit.row].end, ""
        case InsertRow():
            line = separator.join(_written(cell, separator) for cell in edit.cells) + "\n"
            if edit.row < len(rows):
                return rows[edit.row].start, rows[edit.row].start, line
            end = rows[-1].end if rows else len(text)
            has_end = not rows or text[:end].endswith("\n")
            return end, end, line if has_end else f"\n{line[:-1]}"


def _written(text: str, separator: str, in_quotes: bool = False) -> str:
    """A cell as CSV, in quotes where it needs them or had them."""
    if in_quotes or any(sign in text for sign in (separator, '"', "\n")):
        return '"{}"'.format(text.replace('"', '""'))
    return text


def _rows(text: str, separator: str) -> Iterator[_Row]:
    """The rows that are not empty, with the places of their cells."""
    at = 0
    while at < len(text):
        row = _Row(at)
        while True:
            end = _cell_end(text, at, separator)
            row.cells.append((at, end))
            at = end + 1
            if end >= len(text) or text[end] != separator:
                break
        row.end = min(at, len(text))
        if any(text[start:end].strip().strip('"').strip() for start, end in row.cells):
            yield row


def _cell_end(text: str, at: int, separator: str) -> int:
    """Where a cell ends: at a separator, a line end or the end of the text, but not inside of quotes."""
    if text.startswith('"', at):
        match = _QUOTED.match(text, at)
        at = match.end() if match else len(text)
    while at < len(text) and text[at] not in (separator, "\n"):
        at += 1
    return at
