"""The rows of a table that stand in a CSV file, with the place of every cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportgen.errors import InputError, Position, suggestion
from reportgen.marked import MarkedDict, MarkedList, MarkedStr, Origin, read_text
from reportgen.workspace import Workspace


def put_rows(table: MarkedDict, workspace: Workspace, folder: Path) -> None:
    """Put the rows of its CSV file into a table in the place of the file's name.

    The first row are the heads where the table has no `columns`. An `InputError` where there is no such file or it is
    no CSV file in UTF-8.
    """
    name, at = table.pop("file"), table.values_at["file"].position
    if "rows" in table:
        raise InputError("a table has either 'rows' or 'file'", at)
    path = folder / str(name)
    if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        there = sorted(each.name for each in folder.glob("*.csv"))
        hint = suggestion(str(name), there) or f"put it into {workspace.shown(folder)}"
        raise InputError(f"there is no file '{name}'", at, hint)
    rows = _rows(path, workspace.shown(path))
    if "columns" not in table and rows:
        _put(table, "columns", rows.pop(0), rows.origins.pop(0))
    _put(table, "rows", rows, table.values_at["file"])


def _put(table: MarkedDict, key: str, value: Any, origin: Origin) -> None:
    table[key] = value
    table.keys_at[key] = table.values_at[key] = origin


def _rows(path: Path, shown: str) -> MarkedList:
    """The rows of a file; a separator of semicolons or tabs is recognised by the first line."""
    text = read_text(path, shown)
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    rows, line, start = MarkedList(), 1, 0
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(_row(cells, text, start, Origin(shown, line, 1)))
                rows.origins.append(Origin(shown, line, 1))
            line, start = reader.line_num + 1, lines.read
    except csv.Error as error:
        hint = 'a cell with a quotation mark stands in quotes, the mark doubled: "a ""b"" c"'
        raise InputError(f"this is not CSV: {error}", Position(shown, line, 1), hint) from None
    return rows


class _Lines(Iterator[str]):
    """The lines of a text, with how many characters were read."""

    def __init__(self, text: str) -> None:
        self.lines, self.read = io.StringIO(text), 0

    def __next__(self) -> str:
        line = next(self.lines)
        self.read += len(line)
        return line


def _row(cells: list[str], text: str, start: int, origin: Origin) -> MarkedList:
    """A row that begins at a character of the text; each cell is looked for behind the one before."""
    row, at = MarkedList(), start
    for cell in (each.strip() for each in cells):
        found = text.find(cell, at)
        place = found if found >= 0 else at
        before = text[start:place]
        marked = MarkedStr(cell)
        marked.origin = Origin(
            origin.file,
            origin.line + before.count("\n"),
            place - max(text.rfind("\n", 0, place), -1),
            text,
            place,
            place + len(cell),
        )
        row.append(marked)
        row.origins.append(marked.origin)
        at = place + len(cell) if found >= 0 else at
    return row
