"""A sheet for translators who work in a spreadsheet: `write_sheet(job)` and `read_sheet(data, shown)`.

A row a unit: number, heading, source, target, state, remarks; what identifies it stands in hidden columns. Every cell
is text, whatever it begins with.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from reportgen.errors import InputError, Position
from reportgen.translation.marked_text import marked_text, read_marked
from reportgen.translation.units import Job, ReturnedJob, ReturnedUnit, TranslationUnit
from reportgen.tree.text import legal_in_xml
from reportgen.word.fixed_archive import fixed_archive
from reportgen.word.sheets import require_openpyxl, set_text

_COLUMNS = (
    ("number", 10), ("heading", 22), ("source", 60), ("target", 60), ("state", 14), ("remarks", 50), ("id", 4),
    ("source made from", 4), ("text sent", 4),
)  # fmt: skip
_HIDDEN = 3
_SIGN = "reportgen"
_DIGEST = 16
_OPEN = ("new", "stale", "needs review")
_LONGEST = 32_767
"""Characters of a cell (Microsoft, Excel specifications and limits)."""

_MOST_ROWS = 100_000
_LARGEST = 200_000_000
_DAMAGE = (zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, OSError)
"""What openpyxl raises over a file that is damaged, or no sheet."""


def write_sheet(job: Job) -> bytes:
    """The job as an xlsx file; the same job gives the same bytes. An `OutputError` where openpyxl is not there."""
    require_openpyxl()
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(job.target)
    sheet.freeze_panes = "A3"
    for index, (_, width) in enumerate(_COLUMNS):
        column = sheet.column_dimensions["ABCDEFGHI"[index]]
        column.width, column.hidden = width, index >= len(_COLUMNS) - _HIDDEN
    cells = _Cells(sheet, job.is_right_to_left)
    sheet.append(cells.of([_SIGN, job.symbol, job.source, job.target], is_bold=True))
    sheet.append(cells.of([name for name, _ in _COLUMNS], is_bold=True))
    for unit in job.units:
        sheet.append(cells.of(_row(unit)))
    stream = io.BytesIO()
    book.save(stream)
    return fixed_archive(stream.getvalue())


def read_sheet(data: bytes, shown: str) -> ReturnedJob:
    """What a sheet has; an `InputError` where it is none that was exported."""
    require_openpyxl()
    rows = _rows(data, shown)
    head = next(rows, [])
    if len(head) < 4 or head[0] != _SIGN:
        hint = "give it as reportgen translations export wrote it: its first line says of which report it is"
        raise InputError("the sheet was not exported for translators", Position(shown), hint)
    names = next(rows, [])
    if missing := {"target", "id"} - set(names):
        message = f"the sheet has no column '{min(missing)}'"
        raise InputError(message, Position(shown, 2), "leave the columns as they are")
    found = (_unit(dict(zip(names, row, strict=False)), line) for line, row in enumerate(rows, 3))
    return ReturnedJob(head[1], head[2], head[3], tuple(unit for unit in found if unit.id))


class _Cells:
    def __init__(self, sheet: Any, is_right_to_left: bool) -> None:
        from openpyxl.styles import Alignment, Font

        self.sheet, self.bold = sheet, Font(bold=True)
        self.plain = Alignment(wrap_text=True, vertical="top")
        self.target = Alignment(wrap_text=True, vertical="top", readingOrder=2 if is_right_to_left else 0)

    def of(self, texts: Sequence[str], is_bold: bool = False) -> list[Any]:
        return [self._cell(text, index, is_bold) for index, text in enumerate(texts)]

    def _cell(self, text: str, index: int, is_bold: bool) -> Any:
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(self.sheet)
        set_text(cell, legal_in_xml(text)[:_LONGEST])
        cell.number_format = "@"
        cell.alignment = self.target if _COLUMNS[index][0] == "target" else self.plain
        if is_bold:
            cell.font = self.bold
        return cell


def _row(unit: TranslationUnit) -> list[str]:
    remarks = [*unit.remarks, *([f"before: {unit.previous}"] if unit.previous else [])]
    texts = marked_text(unit.source), marked_text(unit.target)
    return [
        unit.where, unit.heading, *texts, unit.state, "\n".join(remarks), unit.id, unit.digest[:_DIGEST],
        unit.text_digest[:_DIGEST],
    ]  # fmt: skip


def _rows(data: bytes, shown: str) -> Iterator[list[str]]:
    """The rows of the first sheet as texts."""
    from openpyxl import load_workbook

    hint = "give it as reportgen translations export wrote it"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(each.file_size for each in archive.infolist()) > _LARGEST:
                raise InputError("the sheet is larger than any report", Position(shown), hint)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for row in book.worksheets[0].iter_rows(max_row=_MOST_ROWS, max_col=len(_COLUMNS), values_only=True):
            yield ["" if each is None else str(each) for each in row]
    except _DAMAGE:
        raise InputError("the file is no sheet that can be read", Position(shown), hint) from None


def _unit(row: dict[str, str], line: int) -> ReturnedUnit:
    text = row["target"].replace("_x000D_", "").strip()
    parts, fault = read_marked(text)
    is_done = bool(text) and row.get("state", "") not in _OPEN
    digests = row.get("source made from", ""), row.get("text sent", "")
    return ReturnedUnit(row["id"].strip(), *digests, parts, line, is_done, row.get("source", ""), fault)
