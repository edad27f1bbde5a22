"""What stands in a section, one after another: numbered paragraphs, and blocks of other kinds between them.

A block is told by the key that it has beside its id: `text` or `kind` (a numbered paragraph), `plain`, `quotation`,
`list`, `box`, `table`, `figure`; in a corrigendum alone `correction`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, StrictInt, Tag, model_validator
from pydantic_core import PydanticCustomError

from reportgen.errors import Position
from reportgen.facts import Value
from reportgen.model.cells import Cell
from reportgen.model.computed_facts import ComputedFact
from reportgen.model.corrections import CorrectionKey
from reportgen.model.facts import Facts
from reportgen.model.list_items import AnyListItem, ListItem, all_list_items
from reportgen.model.symbol import SymbolText
from reportgen.model.tables import Column, TableContent
from reportgen.model.written import Id, OwnerId, Wording, Written
from reportgen.model.written_fact import WrittenFact

WordingEntry = tuple[str, Wording]
"""A piece of wording with the id of its translation entry: that of its block, or that and a place in it (t/2-1)."""

PlaceOf = Callable[[], Position | None]

NoteMarks = Literal["number", "letter"]


class Quoted(Written):
    """Words in quotation marks, or a quotation as a whole, are those of a document, in each of its languages."""

    source: SymbolText


class Item(Written):
    """A block with an id, the facts that its wording may print, and the notes that it may mark."""

    # A slot, which no copy takes over: the facts of a changed block are others.
    __slots__ = ("_values",)

    id: Id
    facts: Facts = {}
    notes: dict[Id, Wording] = {}
    quoted: Quoted | None = Field(default=None, description="the document whose words it quotes, as issued")

    @property
    def note_marks(self) -> NoteMarks:
        """Notes of tables, figures and boxes have letters and stand below them (Editorial Manual, footnotes)."""
        return "number"

    def texts(self) -> Iterator[WordingEntry]:
        """The pieces of wording in reading order, without those of the notes."""
        raise NotImplementedError

    def entries(self) -> Iterator[WordingEntry]:
        """Every piece of wording, notes last."""
        yield from self.texts()
        yield from self.notes.items()

    def all_facts(self) -> dict[str, WrittenFact]:
        """The facts that any of its wording may print."""
        return dict(self.facts)

    def values(self) -> Mapping[str, Value]:
        """The values of these facts by name; the same mapping each time, since six languages and all rules ask."""
        found: Mapping[str, Value] | None = getattr(self, "_values", None)
        if found is None:
            facts = self.all_facts()
            found = {name: fact.value for name, fact in facts.items()}
            # What is computed follows facts of other blocks.
            if not any(isinstance(fact, ComputedFact) for fact in facts.values()):
                object.__setattr__(self, "_values", found)
        return found

    def named(self) -> Iterator[tuple[str, PlaceOf]]:
        """The ids that it claims for itself, each with a function that tells its place."""
        yield self.id, self.position
        yield from ((note, text.position) for note, text in self.notes.items())


class Subparagraph(Written):
    """A lettered part of a paragraph, with parts of its own up to four levels deep."""

    id: Id
    facts: Facts = {}
    text: Wording
    subparagraphs: tuple[Subparagraph, ...] = ()


class Paragraph(Item):
    """A numbered paragraph (in a summary: without a number), its facts, footnotes and subparagraphs.

    It is `text`, or of a `kind` that the templates of every language have words for. A `recommendation` is printed in
    bold, the only use of bold that the Editorial Manual allows in text.
    """

    kind: Id | None = None
    text: Wording | None = None
    recommendation: bool = False
    subparagraphs: tuple[Subparagraph, ...] = ()

    def texts(self) -> Iterator[WordingEntry]:
        if self.text:
            yield self.id, self.text
        yield from ((part.id, part.text) for _, part in all_subparagraphs(self))

    def all_facts(self) -> dict[str, WrittenFact]:
        facts: dict[str, WrittenFact] = dict(self.facts)
        for _, part in all_subparagraphs(self):
            facts.update(part.facts)
        return facts

    def named(self) -> Iterator[tuple[str, PlaceOf]]:
        yield from super().named()
        yield from ((part.id, part.position) for _, part in all_subparagraphs(self))

    @model_validator(mode="after")
    def _text_or_kind(self) -> Self:
        if (self.text is None) == (self.kind is None):
            hint = "" if self.text else f"a block that is no paragraph has one of: {', '.join(BLOCK_KINDS)}"
            raise PydanticCustomError("paragraph", "a paragraph has either 'text' or 'kind'", {"hint": hint})
        return self


class PlainText(Item):
    """`plain`: a paragraph without a number."""

    plain: Wording

    def texts(self) -> Iterator[WordingEntry]:
        yield self.id, self.plain


class Quotation(Item):
    """`quotation`: a passage set off from the text, with its quotation marks."""

    quotation: Wording

    def texts(self) -> Iterator[WordingEntry]:
        yield self.id, self.quotation


class BulletList(Item):
    """`list`: items with bullets, each a text or `{text: …, list: […]}`."""

    id: OwnerId
    list: Annotated[tuple[AnyListItem, ...], Field(min_length=1)]

    def all_items(self) -> Iterator[tuple[str, int, Wording]]:
        """Every item with its id and its level, from 1, in reading order."""
        return all_list_items(self.id + "/", self.list, 1)

    def texts(self) -> Iterator[WordingEntry]:
        return ((name, text) for name, _, text in self.all_items())


class Noted(Item):
    """A block that notes with letters stand below, and its source."""

    id: OwnerId
    source: Wording | None = None

    @property
    def note_marks(self) -> NoteMarks:
        return "letter"

    def source_entry(self) -> Iterator[WordingEntry]:
        """The entry of the source, where there is one."""
        if self.source:
            yield f"{self.id}/source", self.source


class BoxContent(Written):
    """A heading and paragraphs without numbers."""

    heading: Wording
    paragraphs: Annotated[tuple[Wording, ...], Field(min_length=1)]


class Box(Noted):
    """`box`: text in a frame, numbered by itself."""

    box: BoxContent

    def texts(self) -> Iterator[WordingEntry]:
        yield self.id, self.box.heading
        yield from ((f"{self.id}/{number}", text) for number, text in enumerate(self.box.paragraphs, 1))
        yield from self.source_entry()


class Table(Noted):
    """`table`: its notes have letters, and its caption a number."""

    table: TableContent

    def heads(self) -> Iterator[tuple[str, Column]]:
        """Every head with the id of its entry."""
        for number, column in enumerate(self.table.columns, 1):
            yield f"{self.id}/head-{number}", column if isinstance(column, Column) else Column(head=column)

    def cells(self) -> Iterator[list[tuple[str, Cell]]]:
        """The rows, each cell with the id of its entry."""
        for line, row in enumerate(self.table.rows, 1):
            yield [(f"{self.id}/{line}-{number}", cell) for number, cell in enumerate(row, 1)]

    def texts(self) -> Iterator[WordingEntry]:
        if self.table.caption:
            yield self.id, self.table.caption
        yield from ((name, column.head) for name, column in self.heads() if column.head)
        for row in self.cells():
            yield from ((name, cell) for name, cell in row if isinstance(cell, Wording))
        yield from self.source_entry()


class FigureContent(Written):
    """A PNG or JPEG file of the report's folder, and what it shows for those who do not see it."""

    file: str
    caption: Wording | None = Field(default=None, description="left out: the figure has no number either")
    alternative: Wording
    width: Annotated[StrictInt, Field(ge=20, le=365)] = Field(default=360, description="points")


class Figure(Noted):
    """`figure`: a picture with its caption and number."""

    figure: FigureContent

    def texts(self) -> Iterator[WordingEntry]:
        if self.figure.caption:
            yield self.id, self.figure.caption
        yield f"{self.id}/alternative", self.figure.alternative
        yield from self.source_entry()


class Correction(Item):
    """`correction`: an item of a corrigendum; its words are kept as printed, and are no wording."""

    correction: CorrectionKey

    def texts(self) -> Iterator[WordingEntry]:
        return iter(())


BLOCK_KINDS: dict[str, type[Item]] = {
    "plain": PlainText,
    "quotation": Quotation,
    "list": BulletList,
    "box": Box,
    "table": Table,
    "figure": Figure,
}
"""Keys that name the kind of a block; a block without one is a numbered paragraph."""


def kind_of_item(data: Any) -> str:
    """The key that tells the kind of a block, from a mapping or a model."""
    if isinstance(data, Item):
        return next((key for key, model in BLOCK_KINDS.items() if isinstance(data, model)), "paragraph")
    found = [key for key in BLOCK_KINDS if isinstance(data, dict) and key in data]
    return found[0] if found else "paragraph"


AnyItem = Annotated[
    Annotated[Paragraph, Tag("<paragraph>")]
    | Annotated[PlainText, Tag("<plain>")]
    | Annotated[Quotation, Tag("<quotation>")]
    | Annotated[BulletList, Tag("<list>")]
    | Annotated[Box, Tag("<box>")]
    | Annotated[Table, Tag("<table>")]
    | Annotated[Figure, Tag("<figure>")],
    Discriminator(lambda data: f"<{kind_of_item(data)}>"),
]

ReportItem = AnyItem | Correction
"""A block of a section, or an item of a corrigendum."""

TAGGED: dict[str, type[Written]] = {
    "<paragraph>": Paragraph,
    **{f"<{kind}>": model for kind, model in BLOCK_KINDS.items()},
    "<item>": ListItem,
    "<column>": Column,
}
"""Models chosen by a mapping's content, by their tags; brackets tell the tags from keys in Pydantic's paths."""


def all_subparagraphs(parent: Paragraph | Subparagraph, level: int = 1) -> Iterator[tuple[int, Subparagraph]]:
    """Every subparagraph with its level, from 1, in reading order."""
    for part in parent.subparagraphs:
        yield level, part
        yield from all_subparagraphs(part, level + 1)
