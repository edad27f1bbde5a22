"""What a translator gets and gives back: pieces of text with their facts, in no file format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

from reportgen.catalogue.load import Translation
from reportgen.record import field, record, replace

UnitState = Literal["new", "stale", "needs review", "translated", "reviewed", "final"]

GuardedKind = Literal["figure", "reference", "note", "address"]
"""What nobody may change: figures and dates, numbers of cross-references, marks of footnotes, addresses."""


@record
class WordsPart:
    """Words that a translator writes."""

    text: str


@record
class GuardedPart:
    """A value that stands in a text and cannot be edited: `text` is what is printed, `wording` how it is written.

    `number` is the same in source and target; `name` is that of the fact, the note or the target of a reference.
    """

    number: int
    kind: GuardedKind
    name: str
    text: str
    wording: str


@record
class NamePart:
    """A name from the lexicon, whose form the translator chooses."""

    number: int
    name: str
    kind: str
    text: str


@record
class MarkedPart:
    """Parts in italics or in bold."""

    number: int
    style: Literal["italic", "bold"]
    parts: tuple[UnitPart, ...]


UnitPart = WordsPart | GuardedPart | NamePart | MarkedPart


@record
class FactRemark:
    """What a translator should know of a fact that a piece prints: its value, or the approved forms of a name.

    `printed` is what the language prints for a value, `examples` are the numbers of each plural category where words
    agree.
    """

    name: str
    said: str
    printed: str = ""
    is_name: bool = False
    examples: str = ""


@record
class UnitMatch:
    """A translation that is offered from memory, with today's values: nobody has looked at it yet.

    `score` is the likeness of the sources in per cent, `origin` where the text stood, `source` what it was made from,
    `target` the parts of a unit; `is_whole` says that it is for the whole piece, and not for one of its sentences.
    """

    score: int
    origin: str
    source: str
    target: tuple[UnitPart, ...]
    is_whole: bool = True


@record
class TranslationUnit:
    """A piece to translate, in the order of the report.

    `where` is its number as it is cited, `heading` the one above it, `digest` that of its source wording, `text_digest`
    that of the text there was. `why` says why a text came back, `facts` what is printed and in which forms. `previous`
    is the source from which the text was made, where that is another one. `matches` are offered from memory, the
    best first. `values` are those of the facts that the source prints, as they are written, empty for names.
    """

    id: str
    where: str
    heading: str
    digest: str
    text_digest: str
    source: tuple[UnitPart, ...]
    target: tuple[UnitPart, ...] = ()
    state: UnitState = "new"
    why: str = ""
    facts: tuple[FactRemark, ...] = ()
    previous: str = ""
    matches: tuple[UnitMatch, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def remarks(self) -> tuple[str, ...]:
        """All that a translator should know, a line each."""
        said = (each.said if each.is_name else f"{each.name}: {each.said}" for each in self.facts)
        return (*filter(None, (self.why,)), *said)


@record
class Job:
    """What goes to a translator of one language in one file; `catalogue` makes the entries that are there today."""

    symbol: str
    source: str
    target: str
    units: tuple[TranslationUnit, ...]
    catalogue: Callable[[], Translation] | None = None
    is_right_to_left: bool = False


@record
class SaidOfUnit:
    """What somebody said about a unit, and the words it is about; `date` is as the file has it."""

    text: str
    author: str = ""
    date: str = ""
    quote: str = ""


@record
class ReturnedUnit:
    """A unit that came back: the digests, or their beginnings, are those it was sent with, empty where the tool has
    lost them; `source` is then the text that shows what was translated.

    `target` is empty where nothing is translated; `is_done` says that the translator takes the text for finished.
    `fault` is why the text cannot be read; `comments` are what people said about it.
    `is_as_offered` says that the text came back as it was offered from memory.
    """

    id: str
    digest: str
    text_digest: str
    target: tuple[UnitPart, ...]
    line: int
    is_done: bool = False
    source: str = ""
    fault: str = ""
    comments: tuple[SaidOfUnit, ...] = ()
    is_as_offered: bool = False


@record
class ReturnedJob:
    """A file that came back."""

    symbol: str
    source: str
    target: str
    units: tuple[ReturnedUnit, ...]


def parts_within(parts: tuple[UnitPart, ...]) -> Iterator[UnitPart]:
    """All parts in reading order, those in italics and bold one by one."""
    for part in parts:
        yield part
        if isinstance(part, MarkedPart):
            yield from parts_within(part.parts)


def text_of_parts(parts: tuple[UnitPart, ...]) -> str:
    """What a reader sees of some parts, without marks of notes."""
    return "".join(_text(part) for part in parts)


def joined_parts(parts: Iterable[UnitPart]) -> tuple[UnitPart, ...]:
    """The parts with words side by side made one, and no empty ones; italics without a number are one as well."""
    found: list[UnitPart] = []
    for part in parts:
        match part, found[-1] if found else None:
            case WordsPart(text=""), _:
                pass
            case WordsPart(), WordsPart() as before:
                found[-1] = WordsPart(before.text + part.text)
            case MarkedPart(number=0), MarkedPart(number=0) as before if before.style == part.style:
                found[-1] = replace(before, parts=joined_parts((*before.parts, *part.parts)))
            case _:
                found.append(part)
    return tuple(found)


def _text(part: UnitPart) -> str:
    match part:
        case MarkedPart():
            return text_of_parts(part.parts)
        case GuardedPart(kind="note"):
            return ""
        case _:
            return part.text
