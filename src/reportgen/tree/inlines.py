"""What stands inside a block: text, printed facts, marks and references."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from reportgen.errors import Position
from reportgen.language.lexicon_entry import NameVariants
from reportgen.record import field, record

NameStyle = Literal["auto", "full", "short", "third", "running", "list"]

WordingSpan = tuple[int, int] | None
"""Start and end, in characters, of the wording that an inline was made from; None where there is none.

All inlines of one placeholder have its origin. Passes change inlines one for one and keep it, so that printed text can
be followed back to the wording. It is outside of equality: two inlines that print the same are the same.
"""


_Part = TypeVar("_Part", covariant=True)


@record
class Inserted(Generic[_Part]):
    """What only the newer one of two editions has: some inlines, a block, a row of a table."""

    part: _Part


@record
class Deleted(Generic[_Part]):
    """What only the older one of two editions has."""

    part: _Part


@record
class Text:
    """Literal text."""

    text: str
    origin: WordingSpan = field(default=None, compare=False)


@record
class Italic:
    """Text in italics."""

    content: tuple[Inline, ...]
    origin: WordingSpan = field(default=None, compare=False)


@record
class Bold:
    """Text in bold."""

    content: tuple[Inline, ...]
    origin: WordingSpan = field(default=None, compare=False)


@record
class Link:
    """An address on the web, printed as it is."""

    url: str
    origin: WordingSpan = field(default=None, compare=False)


@record
class NoteMark:
    """The place of a footnote's mark; `label` is there once the notes are numbered, `was` if the older one of two
    editions has another."""

    note: str
    label: str = ""
    was: str = ""
    origin: WordingSpan = field(default=None, compare=False)


@record
class PrintedFact:
    """A fact as the language prints it; `value` is that of `facts`, the same in every language."""

    fact: str
    kind: str
    value: str
    content: tuple[Inline, ...]
    origin: WordingSpan = field(default=None, compare=False)


@record
class NameUse:
    """A name that is not yet full or short: `names` turns it into a printed fact."""

    fact: str
    kind: str
    id: str
    variants: NameVariants
    introduction: str = ""
    introduce: Literal["", "always", "never"] = ""
    style: NameStyle = "auto"
    raised: bool = False
    origin: WordingSpan = field(default=None, compare=False)


@record
class ListJoin:
    """The words between two items; `before` gives others for what follows (Spanish y, e)."""

    text: str
    before: tuple[tuple[str, str], ...] = ()
    origin: WordingSpan = field(default=None, compare=False)


@record
class NumberReference:
    """The number of another block, as its label is cited; `label` is there once it is resolved."""

    target: str
    label: str = ""


@record
class CrossReference:
    """A reference to numbered text; `content` is there once it is resolved."""

    function: str
    targets: tuple[str, ...]
    to: str = ""
    form: str = ""
    content: Content = ()
    position: Position | None = field(default=None, compare=False)
    origin: WordingSpan = field(default=None, compare=False)


Inline = (
    Text | Italic | Bold | Link | NoteMark | PrintedFact | NameUse | ListJoin | NumberReference | CrossReference
    | Inserted["Content"] | Deleted["Content"]
)  # fmt: skip
Content = tuple[Inline, ...]
