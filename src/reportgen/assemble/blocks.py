"""The blocks of a section: each as its author wrote it, worded in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from reportgen.assemble.corrections import CorrectionWords
from reportgen.assemble.wordings import Worded
from reportgen.errors import InputError, ReportgenError
from reportgen.facts import Count, Money, Percent, PlainNumber
from reportgen.inputs.operands import fact_in_cell
from reportgen.inputs.pictures import read_picture
from reportgen.language import Language, formats
from reportgen.model.blocks import (
    Box,
    BulletList,
    Correction,
    Figure,
    Item,
    Noted,
    Paragraph,
    PlainText,
    Quotation,
    ReportItem,
    Table,
    all_subparagraphs,
)
from reportgen.model.cells import Cell, Sign
from reportgen.model.tables import Column
from reportgen.model.written import Wording
from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content, ListJoin, NameUse, NoteMark, PrintedFact, Text
from reportgen.tree.path import PartId
from reportgen.tree.text import plain_text

_NUMBERS = (Count, Money, Percent, PlainNumber)


@dataclass
class Blocks:
    """Assembles blocks; `notes` are the footnotes found so far."""

    worded: Worded
    notes: dict[str, tree.Note] = field(default_factory=dict)

    def of(self, item: ReportItem) -> Iterator[tree.Block]:
        """The blocks of the tree for one item of a section."""
        match item:
            case Paragraph():
                yield from self._paragraph(item)
            case PlainText():
                yield tree.PlainParagraph(item.id, self._piece(item, item.id, item.plain), item.position())
            case Quotation():
                yield tree.Quotation(item.id, self._piece(item, item.id, item.quotation), item.position())
            case BulletList():
                for name, level, text in item.all_items():
                    yield tree.ListItem(name, level, self._piece(item, name, text), text.position())
            case Box():
                yield self._box(item)
            case Table():
                yield self._table(item)
            case Figure():
                yield from self._figure(item)
            case Correction():
                yield from self._correction(item)
        # Footnotes are collected for the end of the document; lettered notes stay below their block.
        if item.note_marks == "number":
            for note, text in item.notes.items():
                self.notes[note] = tree.Note(note, self._piece(item, note, text), position=text.position())

    def _piece(self, item: Item, name: str, wording: Wording) -> Content:
        return self.worded.piece(name, wording, item)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[tree.Block]:
        bold = paragraph.recommendation
        content = self.worded.text_of(paragraph)
        yield tree.Paragraph(paragraph.id, content, recommendation=bold, position=paragraph.position())
        for level, part in all_subparagraphs(paragraph):
            words = self._piece(paragraph, part.id, part.text)
            yield tree.Subparagraph(part.id, level, words, recommendation=bold, position=part.position())

    def _box(self, item: Box) -> tree.Box:
        paragraphs = (
            tree.PlainParagraph(f"{item.id}/{number}", self._piece(item, f"{item.id}/{number}", text), text.position())
            for number, text in enumerate(item.box.paragraphs, 1)
        )
        heading = self._piece(item, item.id, item.box.heading)
        source, notes = self._below(item)
        return tree.Box(item.id, heading, tuple(paragraphs), source, notes, position=item.position())

    def _table(self, item: Table) -> tree.Table:
        columns = [column for _, column in item.heads()]
        heads = tuple(
            tree.Cell(
                name, in_tables(self._piece(item, name, column.head), self.worded.language), column.head.position()
            )
            if column.head
            else tree.Cell(name, ())
            for name, column in item.heads()
        )
        rows = tuple(
            tuple(self._cell(item, name, cell, column) for (name, cell), column in zip(row, columns, strict=True))
            for row in item.cells()
        )
        source, notes = self._below(item)
        return tree.Table(
            item.id,
            self._piece(item, item.id, item.table.caption) if item.table.caption else (),
            heads,
            rows,
            shares=tuple(column.share for column in columns),
            numeric=tuple(self._is_numeric(item, index) for index in range(len(columns))),
            total=bool(item.table.total),
            source=source,
            notes=notes,
            numbered=item.table.caption is not None,
            position=item.position(),
        )

    def _cell(self, item: Table, name: str, cell: Cell, column: Column) -> tree.Cell:
        match cell:
            case Wording():
                return tree.Cell(name, self._in_cell(item, name, cell), cell.position())
            case Decimal():
                return tree.Cell(name, (self._number(name, cell, column),), item.position("table"))
            case Sign():
                # A digit printed as a sign is a figure all the same, and must agree in six languages.
                sign = _counted(name, cell.text, cell.text) if cell.text.isdigit() else Text(cell.text)
                return tree.Cell(name, (sign,), item.position("table"))
            case _:
                return tree.Cell(name, (), item.position("table"))

    def _in_cell(self, item: Table, name: str, wording: Wording) -> Content:
        return in_tables(self._piece(item, name, wording), self.worded.language)

    def _is_numeric(self, item: Table, index: int) -> bool:
        """Whether a column holds numbers and no wording but what prints one; a dash may stand among them."""
        facts = self.worded.report.facts_of(item)
        cells = [row[index] for row in item.table.rows]
        printed = [facts.get(fact_in_cell(cell)) for cell in cells if isinstance(cell, Wording)]
        numbers = any(isinstance(cell, Decimal) for cell in cells) or bool(printed)
        return numbers and all(fact is not None and isinstance(fact.value, _NUMBERS) for fact in printed)

    def _number(self, name: str, number: Decimal, column: Column) -> PrintedFact:
        """A number as the language writes it."""
        conventions = self.worded.language.conventions
        write = formats.figures_text if column.numbers == "grouped" else formats.plain_figures
        return _counted(name, f"{number:f}", write(conventions, number, in_table=True))

    def _figure(self, item: Figure) -> Iterator[tree.Block]:
        name = f"{item.id}/alternative"
        alternative = tree.Alternative(name, self._piece(item, name, item.figure.alternative))
        workspace, position = self.worded.language.workspace, item.figure.position("file")
        try:
            file = read_picture(workspace, self.worded.report, item.figure.file, position)
        # Kept, so that one build tells all that is wrong and not only the first picture.
        except ReportgenError as error:
            self.worded.errors.append(error)
            return
        picture = tree.Picture(file.data, file.suffix, file.size, plain_text(alternative.content))
        caption = self._piece(item, item.id, item.figure.caption) if item.figure.caption else ()
        source, notes = self._below(item)
        yield tree.Figure(
            item.id, caption, picture, item.figure.width, alternative, source, notes,
            numbered=item.figure.caption is not None, position=item.position(),
        )  # fmt: skip

    def _correction(self, item: Correction) -> Iterator[tree.Block]:
        """An item of a corrigendum: where, under its number, and below it what is to be done there."""
        corrected, tag = self.worded.report.corrected, self.worded.language.tag
        known = corrected.items[item.correction.number - 1].languages.get(tag) if corrected else None
        if known is None:
            message = f"the item {item.correction.number} says nothing of {tag}"
            self.worded.errors.append(InputError(message, item.position(), "reportgen amend writes it anew"))
            return
        where, what = CorrectionWords(self.worded.language).lines(known)
        yield tree.Paragraph(item.id, where, position=item.position())
        yield tree.PlainParagraph(f"{item.id}/what", what, item.position())

    def _below(self, item: Noted) -> tuple[tree.Source | None, tuple[tree.LetterNote, ...]]:
        """The source and the notes that stand below a block."""
        source = None
        for name, text in item.source_entry():
            source = tree.Source(name, self.worded.standing("source"), self._piece(item, name, text), text.position())
        notes = (
            tree.LetterNote(note, self._piece(item, note, text), position=text.position())
            for note, text in item.notes.items()
        )
        return source, tuple(notes)


def _counted(name: str, value: str, text: str) -> PrintedFact:
    """The figures of a cell as a fact of its own, so that checks compare them between languages."""
    part = PartId.of(name)
    return PrintedFact(part.place if part else name, "count", value, (Text(text),))


def in_tables(content: Content, language: Language) -> Content:
    """The content of a cell; names of places that stand alone in it are as tables have them: Niger, Afrique."""
    if not all(isinstance(each, NameUse | ListJoin | NoteMark) for each in content):
        return content
    return tuple(_in_table(each, language) if isinstance(each, NameUse) else each for each in content)


def _in_table(name: NameUse, language: Language) -> NameUse:
    """The name in the form of tables, unless the author asked for another form."""
    entry = language.name(name.kind, name.id)
    if name.kind != "place" or name.variants != entry.form(""):
        return name
    return replace(name, variants=entry.form("table"))
