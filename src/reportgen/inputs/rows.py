"""The rows of a table that stand in a CSV file, with the place of every cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from reportgen.errors import InputError, Position, suggestion
from reportgen.marked import MarkedDict, MarkedList, MarkedStr, Source, read_text
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
    source = Source(read_text(path, workspace.shown(path)), workspace.shown(path), 1)
    rows, nodes = _rows(source)
    if "columns" not in table and rows:
        table.put("columns", rows.pop(0), nodes.pop(0))
    table.put("rows", _listed(rows, nodes, source), nodes[0] if nodes else _node(source.text, 0, 0))


def _rows(source: Source) -> tuple[list[MarkedList], list[yaml.Node]]:
    """The rows of a text with their nodes; a separator of semicolons or tabs is recognised by the first line."""
    first = source.text.partition("\n")[0]
    lines = _Lines(source.text)
    reader = csv.reader(lines, delimiter=max(",;\t", key=first.count), strict=True)
    rows, nodes, start = list[MarkedList](), list[yaml.Node](), 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(_row(cells, source, start))
                nodes.append(_node(source.text, start, lines.read))
            start = lines.read
    except csv.Error as error:
        line = source.text.count("\n", 0, start) + 1
        hint = 'a cell with a quotation mark stands in quotes, the mark doubled: "a ""b"" c"'
        raise InputError(f"this is not CSV: {error}", Position(source.shown, line, 1), hint) from None
    return rows, nodes


class _Lines(Iterator[str]):
    """The lines of a text, with how many characters were read."""

    def __init__(self, text: str) -> None:
        self.lines, self.read = io.StringIO(text), 0

    def __next__(self) -> str:
        line = next(self.lines)
        self.read += len(line)
        return line


def _row(cells: list[str], source: Source, start: int) -> MarkedList:
    """A row that begins at a character of the text; each cell is looked for behind the one before."""
    row, nodes, at = list[MarkedStr](), list[yaml.Node](), start
    for cell in (each.strip() for each in cells):
        found = source.text.find(cell, at)
        place = found if found >= 0 else at
        nodes.append(_node(source.text, place, place + len(cell)))
        row.append(MarkedStr.at(cell, source, nodes[-1]))
        at = place + len(cell) if found >= 0 else at
    return _listed(row, nodes, source)


def _listed(items: list[Any], nodes: list[yaml.Node], source: Source) -> MarkedList:
    marked = MarkedList(source, nodes)
    marked += items
    return marked


def _node(text: str, start: int, end: int) -> yaml.Node:
    """A node as YAML has them, from one character to another."""
    return yaml.ScalarNode("", "", _mark(text, start), _mark(text, end))


def _mark(text: str, at: int) -> yaml.Mark:
    return yaml.Mark("", at, text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1, None, 0)
