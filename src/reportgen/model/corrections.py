"""What a corrigendum corrects: its items as blocks of a report, and the words of each as printed, kept in one file."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StrictInt

from reportgen.model.symbol import SymbolText
from reportgen.model.written import Written

AmendmentKind = Literal["corrigendum", "revision", "addendum", "reissue"]

PieceId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*(/[a-z0-9-]+)?$", max_length=41)]
"""The id of a printed piece: of a block, a note, a line of the masthead, or a part of a table (visits/2-1)."""

PrintedWords = Annotated[str | list[Any], Field(description="a text; a list where some of it is in italics or bold")]

EditVerb = Literal["replace", "delete", "insert-after", "insert-before", "rewrite", "insert", "remove"]
"""replace, delete: words; insert-after, insert-before: a sentence; rewrite, insert, remove: all text of a place."""

PlaceKind = Literal[
    "paragraph", "heading", "annex", "appendix", "caption", "cell", "head", "source", "letter-note", "alternative",
    "note", "asterisk-note", "summary", "box-paragraph", "following", "beginning", "masthead", "information",
    "contents",
]  # fmt: skip


class Amends(Written):
    """Which issued document a report amends, and how: that of `report`, as its `edition` kept it."""

    kind: AmendmentKind
    report: Annotated[str, Field(description="the folder of the report under inputs/")]
    symbol: SymbolText
    edition: Annotated[StrictInt, Field(ge=1)]


class CorrectionKey(Written):
    """Which piece of which edition an item corrects, and the number under which the file keeps its words."""

    piece: PieceId
    edition: Annotated[StrictInt, Field(ge=1)]
    number: Annotated[StrictInt, Field(ge=1)]


class CorrectedPlace(Written):
    """Where a piece stands, as a reader finds it.

    `number` is cited as the language has it (41 (b), II.A), `annex` the numbers of the annex and the appendix that it
    counts in, empty where that is the only one. `owner` is the kind of what holds or precedes the piece. `nth` counts
    paragraphs, lines and notes without a number of their own, `line` names a line of the masthead. `unnumbered` is the
    kind of a heading, table or figure that has no number, the `nth` behind the numbered text before it.
    """

    kind: PlaceKind
    number: str = ""
    annex: tuple[str, ...] = ()
    owner: str = ""
    row: int = 0
    column: int = 0
    nth: int = 0
    line: str = ""
    unnumbered: Literal["", "heading", "table", "figure"] = ""


class TextEdit(Written):
    """One instruction: what to do with words of a sentence, by its number, or of the whole place (0)."""

    do: EditVerb
    sentence: int = 0
    old: PrintedWords = ""
    new: PrintedWords = ""


class PieceCorrection(Written):
    """What is corrected in one language, nothing where the item does not apply to it.

    `old` and `new` are the digests of the text before and after.
    """

    place: CorrectedPlace
    old: str
    new: str
    edits: tuple[TextEdit, ...] = ()


class CorrectedItem(Written):
    """One item of a corrigendum in every language; it changes something in one of them at least."""

    number: Annotated[StrictInt, Field(ge=1)]
    piece: PieceId
    languages: dict[str, PieceCorrection]


class Corrections(Written):
    """All items of a corrigendum, and the digests of what the parent's edition printed, by language."""

    report: str
    symbol: SymbolText
    edition: Annotated[StrictInt, Field(ge=1)]
    before: dict[str, str]
    items: tuple[CorrectedItem, ...]
