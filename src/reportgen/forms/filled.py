"""A form that came back, as its rows say: `filled_form(document)`, whatever program saved it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from reportgen.errors import InputError, Position
from reportgen.forms.answers import FormAnswer
from reportgen.forms.questions import FormReference
from reportgen.forms.rows import BOOKMARK, ENTRY, NUMBER, REFERENCE, STANDS
from reportgen.readers.document import ReadDocument, ReadLine
from reportgen.record import record

MOST_ROWS = 20_000
"""Rows of a form that are read: one of a report of 76 paragraphs has 500."""

_REFERENCE = re.compile(
    rf"{REFERENCE}:(?P<symbol>[^\s:]+):(?P<section>[\w-]*):(?P<language>[A-Za-z-]+)"
    r":(?P<copies>\d{1,2}):(?P<received>\d{1,6}):(?P<digest>[0-9a-f]{12})"
)
_NUMBER = re.compile(r"\d{1,5}")
_BOOKMARK = re.compile(BOOKMARK.format(number=r"(\d{1,5})").replace("_", "[-_]"))
MARKS = (f"{REFERENCE}:".encode(), BOOKMARK.format(number="").encode())
"""What the main part of a form has somewhere: its reference, or the bookmarks of its answers."""


@record
class FilledRow:
    """A row that came back: its number (None where it has none), its answer, and what the form says that stands."""

    number: int | None
    answer: FormAnswer
    stands: str = ""


@record
class FilledForm:
    """A form that came back: the file, what it says it is, the name in the line of its office, and its rows."""

    file: str
    reference: FormReference
    office: str
    rows: tuple[FilledRow, ...]


@record
class FormCells:
    """One row of a table: its cells by column from 1, and the number that a bookmark in it gives."""

    cells: Mapping[int, FormAnswer]
    marked: int | None = None

    def text(self, column: int) -> str:
        """The text of a cell."""
        return self.cells[column].tidy if column in self.cells else ""


def filled_form(document: ReadDocument) -> FilledForm:
    """What came back in a document; an `InputError` where it is no form."""
    return form_of_rows(document.file, list(_rows(document.blocks)))


def form_of_rows(file: str, rows: Iterable[FormCells]) -> FilledForm:
    """What came back in the rows of a file; the office is the one that stands in the line above the language."""
    found = list(rows)[:MOST_ROWS]
    at, match = next(
        ((index, match) for index, row in enumerate(found) if (match := _REFERENCE.search(_all(row)))), (0, None)
    )
    if match is None:
        hint = "its line “reference” is gone: ask the sender for the form as it was sent"
        raise InputError("the file is no form of reportgen", Position(file), hint)
    office = found[at - 2].text(2) if at >= 2 else ""
    said = match.groupdict()
    counts = int(said["copies"]), int(said["received"])
    reference = FormReference(said["symbol"], said["section"], said["language"], *counts, said["digest"])
    return FilledForm(file, reference, office, tuple(_answers(found[at + 1 :])))


def _all(row: FormCells) -> str:
    return " ".join(each.text for each in row.cells.values())


def _answers(rows: Iterable[FormCells]) -> Iterator[FilledRow]:
    """The rows with an answer, or with the number of one: heads of tables have neither."""
    for row in rows:
        typed = _NUMBER.fullmatch(row.text(NUMBER).rstrip("."))
        number = int(typed[0]) if typed else row.marked
        answer = row.cells.get(ENTRY, FormAnswer(""))
        # A head has words where a row has its number. A row that lost its number has nothing there: it must be told.
        is_head = number is None and bool(row.text(NUMBER)) and not any(map(str.isdigit, row.text(NUMBER)))
        if number is not None or (answer.tidy and not is_head):
            yield FilledRow(number, answer, row.text(STANDS))


def _rows(lines: Iterable[ReadLine]) -> Iterator[FormCells]:
    """The rows of the tables of a document; several lines of a cell are lines of one answer."""
    cells: dict[int, list[str]] = {}
    marked: int | None = None
    last = (-1, 0)
    for line in lines:
        place = line.cell
        if place is None or place[0] != last[0] or place[1] < last[1]:
            if cells:
                yield _row(cells, marked)
            cells, marked = {}, None
        if place is None:
            last = (-1, 0)
            continue
        last = place
        cells.setdefault(place[1], []).append(f"{line.line.label} {line.line.text}".strip())
        marked = next((int(match[1]) for name in line.anchors if (match := _BOOKMARK.fullmatch(name))), marked)
    if cells:
        yield _row(cells, marked)


def _row(cells: Mapping[int, list[str]], marked: int | None) -> FormCells:
    return FormCells({column: FormAnswer("\n".join(texts)) for column, texts in cells.items()}, marked)
