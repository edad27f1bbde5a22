"""What a form asks: a question for each fact of the paragraphs that stand, and those of new paragraphs.

A question goes by its number, which stands in the first column of its row. What the numbers mean depends on the report,
the section and how many new paragraphs are offered, and on nothing else: so a form that comes back is laid on the same
questions made again, and its digest says whether they are still the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import count

from reportgen.facts import NAME_KINDS, Names, Value, is_country
from reportgen.record import record
from reportgen.templates.kinds import ParagraphKind
from reportgen.tree.inlines import Content, Inline, PrintedFact
from reportgen.tree.printed import PrintedPiece
from reportgen.tree.text import plain_text
from reportgen.tree.walk import without_emphasis

PROSE_ENTRIES = 3
"""Empty paragraphs in the sender's own words that a form offers."""

_DIGITS = 12


@record
class FormQuestion:
    """An entry of a form: a fact of a block with its value of today, or one of a new paragraph.

    `kinds` are the kinds of value that it takes, none where it takes a text. `many` says that it takes several names;
    `of` is what the figure counts, in the language of the report. `required` is "all" where a new paragraph needs it,
    "one" where it needs one of several.
    """

    number: int
    block: str
    fact: str
    kinds: tuple[str, ...]
    many: bool = False
    value: Value | None = None
    of: str = ""
    required: str = ""

    @property
    def takes_names(self) -> bool:
        """Whether its answer is a name, or several."""
        return bool(self.kinds) and all(kind in NAME_KINDS for kind in self.kinds)

    @property
    def takes_countries(self) -> bool:
        """Whether only countries stand there today, so that the list is that of countries."""
        value = self.value
        return isinstance(value, Names) and value.kind == "place" and all(map(is_country, value.ids))


@record
class AskedFact:
    """A fact that a piece prints and that is asked for: the block that keeps it, its value, what it counts."""

    block: str
    value: Value
    of: str = ""


@record
class FormPiece:
    """A piece of the report as it stands with its number, that of each question behind what it asks for."""

    id: str
    label: str
    text: str
    questions: tuple[FormQuestion, ...]


@record
class NewParagraph:
    """A paragraph that may be added: of a kind, or (without one) in the sender's own words."""

    id: str
    kind: str
    questions: tuple[FormQuestion, ...]


@record
class ContributionForm:
    """A whole form, without its words: what it is about, for whom, in which language, and all that it asks.

    `section` is empty for the whole report; `copies` is how many empty paragraphs of each kind there are, `received`
    how many forms were written into the report before it.
    """

    symbol: str
    title: str
    section: str
    heading: str
    office: str
    language: str
    copies: int
    received: int
    pieces: tuple[FormPiece, ...]
    added: tuple[NewParagraph, ...]

    def questions(self) -> Iterator[FormQuestion]:
        """All questions, in the order of their numbers."""
        yield from (each for piece in self.pieces for each in piece.questions)
        yield from (each for added in self.added for each in added.questions)

    @property
    def digest(self) -> str:
        """The digest of the questions, whatever the values of today are: 12 hexadecimal digits of SHA-256."""
        parts = [
            (each.number, each.block, each.fact, each.kinds, each.many, each.required) for each in self.questions()
        ]
        return sha256(repr(parts).encode()).hexdigest()[:_DIGITS]

    @property
    def reference(self) -> FormReference:
        """What the form says it is."""
        return FormReference(self.symbol, self.section, self.language, self.copies, self.received, self.digest)


@record
class FormReference:
    """What a form says it is: the report, the section, its language, its empty paragraphs, how many forms had been
    written into the report when it was made, and the digest of its questions."""

    symbol: str
    section: str
    language: str
    copies: int
    received: int
    digest: str


def form_pieces(pieces: Sequence[tuple[PrintedPiece, Mapping[str, AskedFact]]]) -> Iterator[FormPiece]:
    """The pieces that print a fact of their own, with their questions, numbered from 1; each fact is asked for once."""
    numbers: dict[tuple[str, str], int] = {}
    for piece, facts in pieces:
        printed = [name for name in dict.fromkeys(_printed(piece.content)) if name in facts]
        new = [name for name in printed if (facts[name].block, name) not in numbers]
        for name in new:
            numbers[facts[name].block, name] = len(numbers) + 1
        if new:
            here = {name: numbers[facts[name].block, name] for name in printed}
            questions = tuple(_question(here[name], name, facts[name]) for name in new)
            yield FormPiece(piece.id, piece.label.strip(), _marked(piece.content, here), questions)


def new_paragraphs(
    kinds: Mapping[str, ParagraphKind], copies: int, has_section: bool, first: int
) -> Iterator[NewParagraph]:
    """The paragraphs that may be added, with questions numbered from `first`; none where no section is named."""
    numbers = count(first)
    for name, kind in kinds.items() if has_section else ():
        for copy in range(1, copies + 1):
            id = f"{name}/{copy}"
            yield NewParagraph(id, name, tuple(_of_kind(id, kind, numbers)))
    for copy in range(1, PROSE_ENTRIES + 1) if has_section else ():
        id = f"text/{copy}"
        yield NewParagraph(id, "", (FormQuestion(next(numbers), id, "text", ()),))


def _question(number: int, name: str, fact: AskedFact) -> FormQuestion:
    value = fact.value
    many = isinstance(value, Names) and value.many
    return FormQuestion(number, fact.block, name, (value.kind,), many, value, fact.of)


def _of_kind(id: str, kind: ParagraphKind, numbers: Iterator[int]) -> Iterator[FormQuestion]:
    for name, kinds in kind.all_facts.items():
        required = "all" if name in kind.facts else "one" if name in kind.one_of else ""
        many = all(each in NAME_KINDS for each in kinds)
        yield FormQuestion(next(numbers), id, name, kinds, many, required=required)


def _printed(content: Content) -> Iterator[str]:
    """The names of the facts that are printed, as often as they are."""
    return (inline.fact for inline in without_emphasis(content) if isinstance(inline, PrintedFact))


def _marked(content: Content, numbers: Mapping[str, int]) -> str:
    """The text with the number of its question behind each fact, of a list behind the last of its names."""
    parts = []
    inlines = list(without_emphasis(content))
    for index, inline in enumerate(inlines):
        parts.append(plain_text((inline,)))
        if isinstance(inline, PrintedFact) and inline.fact in numbers and not _goes_on(inlines, index, inline.fact):
            parts.append(f" [{numbers[inline.fact]}]")
    return "".join(parts)


def _goes_on(inlines: Sequence[Inline], index: int, fact: str) -> bool:
    """Whether the next name of a list stands behind the words that join it."""
    return any(isinstance(each, PrintedFact) and each.fact == fact for each in inlines[index + 2 : index + 3])
