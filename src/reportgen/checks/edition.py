"""What rules look at: a report and its documents in all languages, and how a finding names a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportgen.catalogue import Review, Translation
from reportgen.errors import Position
from reportgen.finding import Finding
from reportgen.language import Language
from reportgen.ledger.standing import Audit
from reportgen.model.report import Report, wordings
from reportgen.record import field, record, replace
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Bold, Content, Italic, PrintedFact, Text
from reportgen.tree.line import kind_of
from reportgen.tree.path import scope_of, scope_text
from reportgen.tree.text import UNTRANSLATED, plain_text
from reportgen.tree.walk import all_blocks, content_of

IN_MASTHEAD = "masthead-"
"""Begins the ids of lines of the masthead that a template words, with facts of its own."""

_ID = re.compile(r"\(([^()\s]+)\)\Z")
"""The id of a block in the name of its place: "para. 41 (kyrgyzstan-reform)"."""


@record
class Code:
    """What a code means, and what to do about it."""

    title: str
    explanation: str


@record
class Edition:
    """A report in all the languages that are checked; the original is among them or stands beside them.

    `audit` says how they stand to the ledger, where there is one, and `reviews` how far each piece is, by language.
    """

    report: Report
    original: tree.Document
    documents: Mapping[str, tree.Document]
    translations: Mapping[str, Translation]
    languages: Mapping[str, Language]
    audit: Audit | None = None
    reviews: Mapping[str, Mapping[str, Review]] = field(default_factory=dict)

    def others(self) -> Iterator[tree.Document]:
        """The documents that are translations."""
        return (document for document in self.documents.values() if document.language != self.report.language)

    def printing(self, name: str) -> Iterator[str]:
        """The languages that can print their text of a piece."""
        return (tag for tag, each in self.documents.items() if all(piece.id != name for piece in each.broken))


def checked_contents(document: tree.Document) -> Iterator[tuple[str, str, Content]]:
    """Every piece of the masthead, every block and note: its id, how a finding names it, its inlines."""
    yield from _masthead_contents(document.masthead, document.language)
    for block in all_blocks(document):
        yield block.id, name_of(block), content_of(block)
    for note in document.notes:
        yield note.id, name_of(note), note.content


def _masthead_contents(masthead: tree.Masthead, language: str) -> Iterator[tuple[str, str, Content]]:
    """The lines of the masthead and its notes.

    An agenda title that repeats the title is left out, else each of its faults would be reported twice; so is an
    information block in another language, which the documents in that language have too.
    """
    if masthead.agenda_title != masthead.title:
        yield "agenda-title", "agenda-title", masthead.agenda_title
    yield "title", "title", masthead.title
    if masthead.information_language == language:
        lines = (inline for line in masthead.information for inline in (*line, Text("\n")))
        yield f"{IN_MASTHEAD}information", "information block of the masthead", tuple(lines)
    for name, content in (
        ("organ", masthead.organ),
        ("body", masthead.body),
        ("session", masthead.session),
        ("place and dates", masthead.place_and_dates),
        ("agenda item", masthead.agenda_item),
        ("author", masthead.author),
    ):
        yield f"{IN_MASTHEAD}{name.replace(' ', '-')}", f"{name} of the masthead", content
    for note in masthead.notes:
        yield f"{IN_MASTHEAD}{note.id}", f"note of the masthead ({note.id})", note.content


def own_contents(document: tree.Document) -> Iterator[tuple[str, str, Content]]:
    """Those of `contents` that are in the document's language, without untranslated pieces printed in the original."""
    return (each for each in checked_contents(document) if each[2][:1] != (Text(UNTRANSLATED[0]),))


def literal_text(content: Content) -> str:
    """The text that somebody typed, with a blank for each printed fact, reference, mark and joint of a list."""
    return _typed_text(content, frozenset())


def words_and_figures(content: Content) -> str:
    """The literal text with printed numbers, since the words inside counted() and as() are typed as well."""
    return _typed_text(content, frozenset({"count", "period", "percent", "ordinal", "range", "date", "dates"}))


def _typed_text(content: Content, kinds: frozenset[str]) -> str:
    """The text outside printed facts, together with printed facts of these kinds."""
    # The joints of a list have the origin of its placeholder, by which they are told from typed text.
    lists = {inline.origin for inline in content if isinstance(inline, PrintedFact)} - {None}
    parts = []
    for inline in content:
        match inline:
            case Text() if inline.origin not in lists:
                parts.append(inline.text)
            case Italic() | Bold():
                parts.append(_typed_text(inline.content, kinds))
            case PrintedFact() if inline.kind in kinds:
                parts.append(plain_text(inline.content).removeprefix("\u200e"))  # ours, before a negative figure
            case _:
                parts.append(" ")
    return "".join(parts)


def times(count: int) -> str:
    """How often something stands: 1 time, 3 times."""
    return "1 time" if count == 1 else f"{count} times"


def name_of(block: tree.Block | tree.Note) -> str:
    """The name of a place in findings: "para. 41 (kyrgyzstan-reform)", "para. 3 of annex I (replies-period)"."""
    if isinstance(block, tree.Note):
        return f"note {block.number.label if block.number else '?'} ({block.id})"
    number: tree.Number | None = getattr(block, "number", None)
    return block.id if number is None else f"{_numbered_name(block, number)} ({block.id})"


def _numbered_name(block: tree.Block, number: tree.Number) -> str:
    scope = scope_of(number.path)
    place = f" of {scope_text(scope)}" if scope else ""
    match block:
        case tree.Annex():
            return scope_text(number.path)
        case tree.Table() | tree.Figure() | tree.Box():
            return f"{kind_of(block)} {number.path[0]}"
        case tree.LetterNote():
            return f"note {number.label} to {number.path[0]} {number.path[1]}"
        case tree.Heading():
            return f"heading {number.cited}{place}"
        case _:
            first, *parts = number.path[len(scope) :]
            return f"para. {first}{f' {number.label}' if parts else ''}{place}"


def places_of(report: Report) -> dict[str, Position]:
    """The place in the files of each piece of wording and each block of the original, by id."""
    items = {item.id: item.position() for item in report.all_items()}
    pieces = {name: wording.position() for name, wording, _ in wordings(report)}
    return {name: at for name, at in (items | pieces).items() if at is not None}


def placed(finding: Finding, edition: Edition, places: Mapping[str, Position]) -> Finding:
    """The finding with the place of the wording in its language's catalogue or in the report, and with a hint."""
    match = _ID.search(finding.where)
    name = match[1] if match else finding.where
    translation = edition.translations.get(finding.language)
    entry = translation.get(name) if translation else None
    original = places.get(name) or places.get(name.partition("/")[0]) or places.get("title")
    return replace(
        finding,
        # The nearest place that is known: the translation, the wording, its block, the title.
        position=finding.position or (entry.position() if entry else original),
        hint=finding.hint or f"reportgen explain {finding.code} says why, and what to do",
    )
