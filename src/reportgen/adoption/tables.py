"""Tables of a file: rows and cells from lines, with caption, source and notes below where the program counts alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from reportgen.adoption.counted import CountedNumbers
from reportgen.adoption.draft import DraftBlock, DraftPiece, DraftTable, DraftText
from reportgen.adoption.ids import DraftIds
from reportgen.adoption.lines import (
    begins_with_label,
    content_of_lines,
    is_blank,
    labels_in,
    with_named_marks,
    without_bold,
)
from reportgen.adoption.marks import MarkedNotes
from reportgen.readers import ReadDocument
from reportgen.record import field, record
from reportgen.tree.inlines import Content

Put = Callable[[DraftBlock], None]
Grid = list[list[list[int]]]
"""The indexes of the lines of each cell, by row and column."""

_MOST_COLUMNS, _MOST_IN_CELL, _LONGEST_CELL = 20, 6, 4_000
"""Columns of a table; lines and characters of a cell: what has more is a page set in a table, and no table."""


@record
class Below:
    """What stands below a table or a box: its source, its notes, their ids by their letters; `end` is behind them."""

    source: DraftPiece | None = None
    notes: tuple[DraftPiece, ...] = ()
    letters: Mapping[str, str] = field(default_factory=dict)
    end: int = 0

    def marked(self, content: Content) -> Content:
        """A content above it, with the marks of its notes; other letters are text."""
        return with_named_marks(content, lambda mark: self.letters.get(mark.label, ""))


@record
class TableReader:
    """Reads the tables of one file."""

    document: ReadDocument
    ids: DraftIds
    counted: CountedNumbers
    notes: MarkedNotes

    def take(self, at: int, put: Put) -> int:
        """Put the table that begins with a line without a caption; the index of the line behind it."""
        grid, end = self._grid(at)
        self._put(at, end, grid, put)
        return end

    def take_caption(self, at: int, put: Put) -> int:
        """Put the table below a caption, or the caption as text where no table of that number follows."""
        lines, line = self.document.blocks, self.document.blocks[at]
        begin = at + 1
        # In many documents the label stands by itself, and the words of the caption on the next line.
        if not line.line.text and begin < len(lines) and lines[begin].line.kind == "plain" and not lines[begin].cell:
            begin += 1
        grid, end = self._grid(begin) if begin < len(lines) and lines[begin].cell else ([], begin)
        titled = [index for index in range(at, begin) if lines[index].line.text]
        is_table = line.line.kind == "table" and bool(titled) and self._is_table(grid) and not self._footnotes(at, end)
        if not is_table or not self.counted.takes_caption(line, "table"):
            put(self._as_text(at))
            return at + 1
        name = self.ids.of(line.line.id, lines[titled[0]].line.text, "table")
        below = self.below(name, end, range(at, end))
        caption = DraftPiece(name, tuple(range(at, begin)), without_bold(below.marked(self.content(titled))))
        rows = tuple(self._cells(name, grid, below))
        put(DraftTable(name, caption, rows, below.source, below.notes))
        return below.end

    def content(self, lines: Iterable[int], labelled: bool = False) -> Content:
        """The content of some lines with the marks as the file has them."""
        return content_of_lines((self.document.blocks[each] for each in lines), labelled)

    def below(self, name: str, at: int, above: Iterable[int]) -> Below:
        """The source and the notes below a block whose lines are given."""
        lines, source = self.document.blocks, None
        if at < len(lines) and lines[at].line.kind == "source" and lines[at].line.text:
            source = DraftPiece(f"{name}/source", (at,), self.content([at]))
            at += 1
        end = at
        while end < len(lines) and lines[end].line.kind == "letter-note" and lines[end].line.text:
            end += 1
        labels = [lines[index].line.label for index in range(at, end)]
        marks = dict.fromkeys(label for index in above for label in labels_in(lines[index].content))
        # The report gives the letters in the order of their first marks: only then are they those of the file.
        if not labels or list(marks) != labels:
            return Below(source, (), {}, at)
        notes = tuple(map(self._note, range(at, end)))
        return Below(source, notes, {label: note.id for label, note in zip(labels, notes, strict=True)}, end)

    def _note(self, at: int) -> DraftPiece:
        line = self.document.blocks[at].line
        return DraftPiece(self.ids.of(line.id, line.text, "note"), (at,), self.content([at]))

    def _put(self, at: int, end: int, grid: Grid, put: Put) -> None:
        """Put a table without a caption; one that no report can hold goes as texts."""
        if not self._is_table(grid) or self._footnotes(at, end):
            for index in range(at, end):
                line = self.document.blocks[index]
                if not is_blank(line) and line.line.kind != "alternative":
                    put(self._as_text(index))
            return
        text = self.document.blocks[at].line.text
        name = self.ids.of("", text, "table")
        put(DraftTable(name, None, tuple(self._cells(name, grid, Below()))))

    def _as_text(self, at: int) -> DraftText:
        line = self.document.blocks[at]
        name = self.ids.of(line.line.id, line.line.text, "text")
        content = self.notes.settled(content_of_lines([line], labelled=True))
        piece = DraftPiece(name, (at,), content, True, begins_with_label(line, labelled=True))
        return DraftText(piece, "plain", notes=self.notes.of(piece))

    def _cells(self, name: str, grid: Grid, below: Below) -> Iterator[tuple[DraftPiece | None, ...]]:
        for row, cells in enumerate(grid):
            yield tuple(
                self._cell(f"{name}/head-{column}" if row == 0 else f"{name}/{row}-{column}", cell, below)
                for column, cell in enumerate(cells, 1)
            )

    def _cell(self, name: str, lines: Sequence[int], below: Below) -> DraftPiece | None:
        content = below.marked(self.content(lines, labelled=True))
        if not content:
            return None
        is_numbered = begins_with_label(self.document.blocks[lines[0]], labelled=True)
        return DraftPiece(name, tuple(lines), content, True, is_numbered)

    def _is_table(self, grid: Grid) -> bool:
        """Whether a grid has heads, a row, and no more columns and text in a cell than a table may have."""
        if len(grid) < 2 or not 0 < len(grid[0]) <= _MOST_COLUMNS:
            return False
        cells = [cell for row in grid for cell in row]
        return all(
            len(cell) <= _MOST_IN_CELL
            and sum(len(self.document.blocks[index].line.text) for index in cell) <= _LONGEST_CELL
            for cell in cells
        )

    def _footnotes(self, at: int, end: int) -> bool:
        """Whether a line of a table marks a footnote: notes of tables have letters, so the table cannot have it."""
        return any(line.marks for line in self.document.blocks[at:end])

    def _grid(self, at: int) -> tuple[Grid, int]:
        """The cells of the table that a line begins, with all that stands inside them, and the end of its lines."""
        lines, table = self.document.blocks, self.document.blocks[at].table
        found: dict[tuple[int, int], list[int]] = {}
        end, cell, last = at, (0, 0), -1
        for index in range(at, len(lines)):
            line = lines[index]
            is_own = line.place == "table" and line.table == table and line.cell is not None
            if not is_own and line.place == "body" and line.cell is None:
                break
            if is_own and line.cell and table == 0 and line.cell < cell:
                break
            if is_own and line.cell:
                cell, last = line.cell, index
            if line.line.kind != "alternative":
                found.setdefault(cell, []).append(index)
        end = last + 1
        found = {place: [each for each in some if each < end] for place, some in found.items()}
        rows, columns = sorted({row for row, _ in found}), max((column for _, column in found), default=0)
        return [[found.get((row, column), []) for column in range(1, columns + 1)] for row in rows], end
