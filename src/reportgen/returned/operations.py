"""What is to be done to the sources of a report, as values: each names what it changes by id and no file."""

from __future__ import annotations

from reportgen.facts import Value
from reportgen.record import record


@record
class SetWording:
    """A new text for a piece of wording, or for a cell with a number or a sign."""

    piece: str
    text: str


@record
class SetFact:
    """A new value for a fact that is kept for a block, or for the whole report where `owner` is empty."""

    owner: str
    name: str
    value: Value


@record
class AddFact:
    """A new fact of a block or of a subparagraph; of the whole report where `owner` is empty.

    It is written as the fact `like` is, by its block and name, which says more of it than its value.
    """

    owner: str
    name: str
    value: Value
    like: tuple[str, str] = ("", "")


@record
class DropFact:
    """Takes away a fact of a block that prints it no more."""

    owner: str
    name: str


@record
class AddNote:
    """A new note of a block."""

    owner: str
    note: str
    text: str


@record
class DropNote:
    """Takes away a note that its block marks no more."""

    owner: str
    note: str


@record
class NewBlock:
    """A block that is not there yet: the key of its wording (text, plain, quotation), its wording, facts and notes.

    Facts that the block `source` has too are written as they are there.
    """

    id: str
    key: str
    text: str
    facts: tuple[tuple[str, Value], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    source: str = ""


@record
class InsertBlock:
    """A new block behind another one, or as the first below a heading or a paragraph, whose id `after` then is.

    `inside` says that it becomes the first part of what `after` names, and not its neighbour.
    """

    block: NewBlock
    after: str
    inside: bool = False


@record
class DeleteBlock:
    """Deletes a block, or a section with all that it holds."""

    id: str


@record
class MoveBlock:
    """Moves a block, as `InsertBlock` places a new one."""

    id: str
    after: str
    inside: bool = False


@record
class InsertEntry:
    """A new item of a list or paragraph of a box, before the one that has its indexes, level by level from 0."""

    owner: str
    indexes: tuple[int, ...]
    text: str


@record
class DeleteEntry:
    """Deletes an item of a list or a paragraph of a box."""

    owner: str
    indexes: tuple[int, ...]


@record
class InsertTableRow:
    """A new row of a table, before the one that has its index, from 0."""

    table: str
    index: int
    cells: tuple[str, ...]


@record
class DeleteTableRow:
    """Deletes a row of a table."""

    table: str
    index: int


@record
class SetTranslation:
    """A text of a catalogue, made from a source."""

    language: str
    piece: str
    source: str
    text: str


ValueOperation = SetWording | SetFact | AddFact | DropFact | AddNote | DropNote
PlaceOperation = InsertBlock | DeleteBlock | MoveBlock | InsertEntry | DeleteEntry | InsertTableRow | DeleteTableRow
Operation = ValueOperation | PlaceOperation | SetTranslation
