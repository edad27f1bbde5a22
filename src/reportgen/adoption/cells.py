"""A table as its author would write it: numbers where every cell of a column is one, else texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal

from reportgen.adoption.draft import DraftPiece, DraftReport, DraftTable, all_parts
from reportgen.adoption.lines import text_with_marks
from reportgen.language.conventions import Conventions
from reportgen.language.formats import figures_text, plain_figures, read_figures
from reportgen.model.cells import is_read_as_number
from reportgen.wording import TypedText
from reportgen.wording.written import written

NumberLooks = Literal["grouped", "plain", ""]
"""How the numbers of a column are set; empty where they are kept as text."""

_SIGN = re.compile(r"0\d+|[^\w{\[<]+")
"""What a cell of a report holds as a sign, which is no wording."""

_WHY = "as it stands in the file"


def table_data(table: DraftTable, wordings: Mapping[str, str], conventions: Conventions) -> dict[str, Any]:
    """The table with its caption, if it has one, its columns and rows."""
    heads, *rows = table.rows
    looks = [_looks_of([row[column] for row in rows], conventions) for column in range(len(heads))]
    data: dict[str, Any] = {}
    if table.caption:
        data["caption"] = wordings[table.caption.id]
    data["columns"] = [_column(head, each, wordings) for head, each in zip(heads, looks, strict=True)]
    data["rows"] = [[_cell(*each, wordings, conventions) for each in zip(row, looks, strict=True)] for row in rows]
    return data


def value_cells(draft: DraftReport, conventions: Conventions) -> frozenset[str]:
    """The ids of the cells that hold a number or a sign, and no wording."""
    tables = (block for part in all_parts((*draft.sections, *draft.annexes)) for block in part.blocks)
    return frozenset(name for each in tables if isinstance(each, DraftTable) for name in _values(each, conventions))


def _values(table: DraftTable, conventions: Conventions) -> Iterator[str]:
    heads, *rows = table.rows
    for column in range(len(heads)):
        cells = [row[column] for row in rows]
        looks = _looks_of(cells, conventions)
        yield from (cell.id for cell in cells if cell and _is_value(cell, looks, conventions))


def _column(head: DraftPiece | None, looks: NumberLooks, wordings: Mapping[str, str]) -> Any:
    text = wordings[head.id] if head else ""
    if text and looks != "plain":
        return text
    return {**({"head": text} if text else {}), **({"numbers": "plain"} if looks == "plain" else {"share": 1})}


def _cell(cell: DraftPiece | None, looks: NumberLooks, wordings: Mapping[str, str], conventions: Conventions) -> Any:
    if cell is None:
        return None
    if _is_value(cell, looks, conventions):
        number = _number(cell, conventions)
        return text_with_marks(cell.content) if number is None or not looks else number
    wording = wordings[cell.id]
    # A text of figures alone would be read as a number, and set as other numbers are.
    return written(TypedText(wording, _WHY, -1)) if is_read_as_number(wording) else wording


def _is_value(cell: DraftPiece, looks: NumberLooks, conventions: Conventions) -> bool:
    """Whether a cell holds a number or a sign, which are printed by rule in every language."""
    if looks and _number(cell, conventions) is not None:
        return True
    return _SIGN.fullmatch(text_with_marks(cell.content)) is not None


def _looks_of(cells: Sequence[DraftPiece | None], conventions: Conventions) -> NumberLooks:
    """How the numbers of a column are set in the file, if a report sets them all so."""
    numbers = [(text_with_marks(cell.content), number) for cell in cells if cell
               and (number := _number(cell, conventions)) is not None]  # fmt: skip
    if not numbers:
        return ""
    for looks, write in (("grouped", figures_text), ("plain", plain_figures)):
        if all(_blanks(write(conventions, number, in_table=True)) == text for text, number in numbers):
            return "grouped" if looks == "grouped" else "plain"
    return ""


def _number(cell: DraftPiece, conventions: Conventions) -> Decimal | None:
    text = text_with_marks(cell.content)
    return read_figures(conventions, text) if not _SIGN.fullmatch(text) else None


def _blanks(text: str) -> str:
    return " ".join(text.split())
