"""Cells of tables that came back with other figures, rows that came and went, and words that are not the report's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from reportgen.language.formats import read_figures
from reportgen.recover import recover
from reportgen.returned.blocks import BY_HAND, BlockReader
from reportgen.returned.changes import Change, ChangeWord, Reason, ReturnedFact
from reportgen.returned.decisions import questions_decided
from reportgen.returned.laid import LaidFile
from reportgen.returned.operations import AddFact, DeleteTableRow, SetWording
from reportgen.tree.citation import cited
from reportgen.tree.path import PartId
from reportgen.tree.printed import PrintedPiece
from reportgen.tree.text import plain_text

_FIXED = "these words are the language's own and not the report's: locales/ and templates/ have them"

_GONE = "the row is not in the report today"


@dataclass
class CellReader:
    """Reads what has no wording: figures and signs of tables, and words that every report has."""

    laid: LaidFile
    blocks: BlockReader
    rows: set[tuple[str, int]] = field(default_factory=set)

    def reworded(self, sent: PrintedPiece, piece: PrintedPiece | None, line: int) -> Change:
        """The change of a piece without a wording, with the id that it has today, if it is there still."""
        old, new = plain_text(sent.content), plain_text(self.laid.contents[line])
        found = replace(self._of(piece or sent, "reworded", line), texts=(old, new))
        if sent.kind != "cell":
            return found.decided([("open", _FIXED)])
        if piece is None:
            return found.decided([("conflict", _GONE)])
        number = self._number(new)
        if number is None:
            return self._worded(found, line)
        before = self._number(old)
        return replace(
            found,
            facts=(ReturnedFact(piece.id, "typed" if before is None else "changed", before, number),),
            alarms=(f"the cell is {number:f}, and was {old}",),
            operations=(SetWording(piece.id, f"{number:f}"),),
        ).decided([self._decided(piece.id, old, new)])

    def deleted(self, piece: PrintedPiece) -> Iterator[Change]:
        """The change of a cell that is empty now, or of its row where that is gone."""
        part = PartId.of(piece.id)
        assert part is not None, "a cell is a part of a table"
        row = part.place.partition("-")[0]
        cells = [each for each in self.laid.today.pieces if each.id.startswith(f"{part.whole}/{row}-")]
        if row.isdigit() and len(cells) > 1 and all(each.id in self.laid.gone for each in cells):
            yield from self._row(part.whole, int(row), cells)
            return
        text = plain_text(piece.content)
        number = self._number(text)
        yield replace(
            self._of(piece, "reworded"),
            texts=(text, ""),
            facts=(ReturnedFact(piece.id, "gone", number),) if number is not None else (),
            alarms=(f"the cell '{text}' is empty",),
            operations=(SetWording(piece.id, ""),),
        ).decided([self._decided(piece.id, text, "") if number is not None else ("ready", "")])

    def _row(self, table: str, row: int, cells: Sequence[PrintedPiece]) -> Iterator[Change]:
        """The change of a row that is gone, once for all its cells."""
        if (table, row) not in self.rows:
            self.rows.add((table, row))
            yield replace(
                self._of(cells[0], "deleted"),
                texts=(" | ".join(plain_text(each.content) for each in cells), ""),
                alarms=("a row of a table is gone",),
                operations=(DeleteTableRow(table, row - 1),),
            ).decided([*self.blocks.of_structure(), ("ready", "")])

    def inserted(self, line: int) -> Change:
        """The change of a cell that was empty, or was not there."""
        texts = "", plain_text(self.laid.contents[line])
        found = self._of(PrintedPiece("", "cell", (), "", ()), "inserted", line)
        return replace(found, texts=texts, alarms=("a cell was filled",)).decided([("open", BY_HAND)])

    @cached_property
    def _shown(self) -> dict[str, str]:
        """The texts of all pieces of today."""
        return {each.id: plain_text(each.content) for each in self.laid.today.pieces}

    def _worded(self, change: Change, line: int) -> Change:
        """The change of a cell that holds words or a sign now."""
        pieces = self.blocks.pieces
        recovered = recover(self.blocks.notes.blank(), self.laid.contents[line], pieces.language)
        owner = self.laid.layout.block_of(change.id)
        facts = (AddFact(owner, each.name, each.value) for each in recovered.proposed)
        return replace(
            change,
            questions=recovered.questions,
            alarms=(f"the cell is '{change.texts[1]}', and was '{change.texts[0]}'",),
            operations=(SetWording(change.id, recovered.wording), *facts),
        ).decided(
            [
                self._decided(change.id, *change.texts),
                *questions_decided(recovered, pieces.choice, pieces.is_original),
            ]
        )

    def _decided(self, cell: str, sent: str, new: str) -> Reason:
        """What is to be done with a cell, three-way."""
        pieces, shown = self.blocks.pieces, self._shown.get(cell, "")
        if self._same(shown, new):
            return "done", ""
        if pieces.choice == "keep":
            return "kept", ""
        if not pieces.is_original:
            return "open", f"the cell is {shown} in every language"
        if not self._same(shown, sent):
            return "conflict", f"the cell was changed in the sources too: it is {shown} today"
        if pieces.holds.facts(cell):
            return "conflict", pieces.holds.facts(cell)
        if pieces.choice == "ask":
            return "open", f"--facts take writes {new or 'nothing'}, --facts keep leaves {shown}"
        return "ready", ""

    def _number(self, text: str) -> Decimal | None:
        return read_figures(self.blocks.pieces.language.conventions, text)

    def _same(self, one: str, other: str) -> bool:
        numbers = self._number(one), self._number(other)
        return str(numbers[0]) == str(numbers[1]) if numbers[0] is not None else one == other

    def _of(self, piece: PrintedPiece, word: ChangeWord, line: int | None = None) -> Change:
        where = cited(piece.kind, piece.path)
        return Change(piece.id, piece.kind, where, self.blocks.pieces.language.tag, word, line=line)
