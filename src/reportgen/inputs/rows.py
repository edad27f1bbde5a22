"""The rows of a table that stand in a CSV file, with the place of every cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from reportgen.errors import InputError, Position, suggestion
from reportgen.located import LocatedDict, LocatedList, LocatedSource, LocatedStr, Origin, check_characters, read_text
from reportgen.located.cells import separator_of
from reportgen.workspace import Workspace, is_name_below


def put_rows(table: LocatedDict, workspace: Workspace, folder: Path) -> None:
    """Put the rows of its CSV file into a table in the place of the file's name.

    Without `columns` in the table, the first row gives the heads. An `InputError` where there is no such file, where it
    is not CSV in UTF-8, or where it has no rows.
    """
    name, at = table["file"], table.values_at["file"].position
    if "rows" in table:
        raise InputError("a table has either 'rows' or 'file'", at, "take one of the two out")
    if not isinstance(name, str):
        raise InputError("expected the name of a CSV file for 'file'", at, "such as training.csv")
    path = folder / name
    if not is_name_below(name) or not workspace.has_name(path):
        hint = suggestion(name, workspace.names(folder, ".csv")) or f"put it into {workspace.shown(folder)}"
        raise InputError(f"there is no file '{name}'", at, hint)
    shown = workspace.shown(path)
    source = LocatedSource(read_text(workspace, path), shown, 1)
    check_characters(source.text, shown)
    rows = _rows(source)
    del table["file"]
    if "columns" not in table and rows:
        _cut(rows)
        origin, heads = rows.pop(0)
        table.put("columns", heads, origin)
    if not rows:
        hint = "the first row are the heads, unless the table has 'columns'"
        raise InputError("the file has no rows", Position(shown, 1, 1), hint)
    listed = LocatedList(source, [row for _, row in rows], [origin for origin, _ in rows])
    table.put("rows", listed, rows[0][0])


def rows_of_file(workspace: Workspace, path: Path) -> list[LocatedList]:
    """The rows of a CSV file that are not empty, heads included, cells without the blanks around them."""
    return [row for _, row in _rows(LocatedSource(read_text(workspace, path), workspace.shown(path), 1))]


def _cut(rows: list[tuple[Origin, LocatedList]]) -> None:
    """Remove empty columns at the end, which spreadsheets leave behind."""
    width = max(index for _, row in rows for index, cell in enumerate(row, 1) if cell)
    for _, row in rows:
        del row[width:]


def _rows(source: LocatedSource) -> list[tuple[Origin, LocatedList]]:
    """The rows of a text with their places."""
    lines = _Lines(source.text)
    reader = csv.reader(lines, delimiter=separator_of(source.text), strict=True)
    rows: list[tuple[Origin, LocatedList]] = []
    line, start = 1, 0
    try:
        for cells in reader:
            origin = Origin(source.shown, line, 1)
            if any(cell.strip() for cell in cells):
                rows.append((origin, _row(cells, source, start, line)))
            # A quoted cell may have line breaks, so rows and lines are counted apart.
            line, start = reader.line_num + 1, lines.read
    except csv.Error as error:
        fault = "a quotation mark is never closed" if str(error) == "unexpected end of data" else str(error)
        hint = 'a cell with a quotation mark stands in quotes, the mark doubled: "a ""b"" c"'
        raise InputError(f"this is not CSV: {fault}", Position(source.shown, line, 1), hint) from None
    return rows


class _Lines(Iterator[str]):
    """The lines of a text; `read` counts the characters handed out, which csv does not tell."""

    def __init__(self, text: str) -> None:
        self.lines, self.read = io.StringIO(text), 0

    def __next__(self) -> str:
        line = next(self.lines)
        self.read += len(line)
        return line


def _row(cells: list[str], source: LocatedSource, start: int, first_line: int) -> LocatedList:
    """A row that begins at a character of the text; each cell is looked for behind the one before."""
    row, origins, at = list[LocatedStr](), list[Origin](), start
    for cell in (each.strip() for each in cells):
        place, written = _place(cell, source.text, at)
        line = first_line + source.text.count("\n", start, place)
        origins.append(_origin(source.text, place, written, line, source.shown))
        row.append(LocatedStr.at(cell, source, origins[-1]))
        at = place + len(written)
    return LocatedList(source, row, origins)


def _place(cell: str, text: str, at: int) -> tuple[int, str]:
    """Where a cell stands from a character on, and its text at the length it has in the file.

    Quotation marks are doubled in quoted cells. The second becomes a blank here, since `Origin.within` finds places by
    counting all characters that are not blank.
    """
    doubled = text.find(cell.replace('"', '""'), at)
    if doubled >= 0:
        return doubled, cell.replace('"', '" ')
    return max(text.find(cell, at), at), cell


def _origin(text: str, place: int, written: str, line: int, file: str) -> Origin:
    line_start = text.rfind("\n", 0, place) + 1
    source = text[line_start:place] + written
    return Origin(file, line, place - line_start + 1, source, place - line_start, len(source), plain=True)
