"""The texts of a document as rules look at them: what several rules ask of one is worked out once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from reportgen.finding import Finding, Severity
from reportgen.record import record, replace
from reportgen.store import digest_of_bytes
from reportgen.tree import nodes as tree
from reportgen.tree.content_digest import digest_of_content
from reportgen.tree.inlines import Bold, Content, CrossReference, Inline, Italic, NoteMark, PrintedFact, Text
from reportgen.tree.line import kind_of
from reportgen.tree.masthead import LINE_IDS, further_titles
from reportgen.tree.path import scope_of, scope_text
from reportgen.tree.text import UNTRANSLATED, plain_text
from reportgen.tree.walk import all_blocks, all_inlines, content_of, pointers

IN_MASTHEAD = "masthead-"
"""Begins the ids of lines of the masthead that a template words, with facts of its own."""


_WORD = re.compile(r"[^\W\d_]+")


@record
class TextStretch:
    """A part of a text from `start` to `end`; `origin` to `origin_end` is its place in the wording, if it has one."""

    start: int
    end: int
    is_typed: bool
    origin: int | None
    origin_end: int = 0


class CheckedContent:
    """One text of a document: its id, its inlines, and how a finding names its place."""

    def __init__(self, id: str, content: Content, place: tree.Block | tree.Note | str) -> None:
        self.id, self.content, self._place = id, content, place

    @cached_property
    def where(self) -> str:
        """The name of the place, made only where a finding needs it."""
        return self._place if isinstance(self._place, str) else name_of(self._place)

    @property
    def is_own(self) -> bool:
        """Whether it is in the document's language, and no untranslated piece printed in the original."""
        return self.content[:1] != (Text(UNTRANSLATED[0]),)

    @cached_property
    def facts(self) -> tuple[PrintedFact, ...]:
        """The printed facts, those inside others too, in reading order."""
        return tuple(each for each in all_inlines(self.content) if isinstance(each, PrintedFact))

    @cached_property
    def pointers(self) -> tuple[NoteMark | CrossReference, ...]:
        """The footnote marks and cross-references, in reading order."""
        return tuple(pointers(self.content))

    @cached_property
    def text(self) -> str:
        """The whole text."""
        return plain_text(self.content)

    @property
    def block(self) -> tree.Block | tree.Note | None:
        """The block or note; None for a line of the masthead."""
        return None if isinstance(self._place, str) else self._place

    @cached_property
    def digest(self) -> bytes:
        """The digest of all that rules see of it but its number."""
        return digest_of_bytes(type(self.block).__name__.encode() + digest_of_content(self.content))

    @cached_property
    def stretches(self) -> tuple[TextStretch, ...]:
        """The text in stretches, each typed or printed by a placeholder, with its place in the wording."""
        return tuple(_stretches(self.content))

    @cached_property
    def fact_places(self) -> tuple[tuple[PrintedFact, int, int], ...]:
        """The printed facts, also those in italics and in bold, with their start and end in the text."""
        return tuple(_fact_places(self.content))

    def stretch_at(self, offset: int) -> TextStretch | None:
        """The stretch that a character of the text stands in."""
        return next((each for each in self.stretches if each.start <= offset < each.end), None)

    def fact_at(self, offset: int) -> PrintedFact | None:
        """The printed fact that a character of the text belongs to."""
        return next((fact for fact, start, end in self.fact_places if start <= offset < end), None)

    def is_typed(self, start: int, end: int) -> bool:
        """Whether any character between two places was typed, and not printed by a placeholder."""
        return any(each.is_typed and each.start < end and start < each.end for each in self.stretches)

    def has_facts_between(self, start: int, end: int) -> bool:
        """Whether any character between two places was printed by a placeholder."""
        return any(not each.is_typed and each.start < end and start < each.end for each in self.stretches)

    def spot(self, start: int, end: int) -> tuple[int, int] | None:
        """The start and end in the wording of a part of the text; None where it has no place there."""
        first, last = self.stretch_at(start), self.stretch_at(end - 1)
        if first is None or last is None or first.origin is None or last.origin is None:
            return None
        begin = first.origin + (start - first.start if first.is_typed else 0)
        finish = last.origin + (end - last.start) if last.is_typed else last.origin_end
        return begin, finish

    def finding(
        self,
        code: str,
        severity: Severity,
        message: str,
        language: str,
        start: int,
        end: int,
        instead: str | None = None,
        hint: str = "",
    ) -> Finding:
        """A finding about a part of the text, with its place in the wording; `instead` counts where all is typed."""
        words, spot = self.text[start:end], self.spot(start, end)
        first = self.stretch_at(start)
        is_typed = first is not None and first.is_typed and end <= first.end
        return Finding(
            code, severity, message, language, self.where, None, hint, words, spot, instead if is_typed else None
        )

    @cached_property
    def literal(self) -> str:
        """The text that somebody typed, with a blank for each printed fact, reference, mark and joint of a list."""
        return _typed_text(self.content, frozenset())

    def facts_between(self, start: int, end: int) -> Counter[str]:
        """The facts that are printed between two places of the literal text, by their names."""
        found: Counter[str] = Counter()
        at = 0
        for inline, text in _typed_parts(self.content, frozenset()):
            if isinstance(inline, PrintedFact) and start <= at < end:
                found[inline.fact] += 1
            at += len(text)
        return found

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that somebody typed, in small letters."""
        return tuple(word.casefold() for word in _WORD.findall(self.literal))

    @property
    def words_and_figures(self) -> str:
        """The literal text with printed numbers, since the words inside counted() and as() are typed as well."""
        return _typed_text(self.content, _FIGURES)


def _stretches(content: Content, at: int = 0) -> Iterator[TextStretch]:
    """The stretches of some inlines; text in italics and in bold is typed as well."""
    lists = {inline.origin for inline in content if isinstance(inline, PrintedFact)} - {None}
    for inline in content:
        length = len(plain_text((inline,)))
        if isinstance(inline, Italic | Bold):
            yield from _stretches(inline.content, at)
        elif length:
            origin = getattr(inline, "origin", None)
            begin, end = origin or (None, 0)
            yield TextStretch(at, at + length, isinstance(inline, Text) and inline.origin not in lists, begin, end)
        at += length


def _fact_places(content: Content, at: int = 0) -> Iterator[tuple[PrintedFact, int, int]]:
    for inline in content:
        end = at + len(plain_text((inline,)))
        if isinstance(inline, PrintedFact):
            yield inline, at, end
        elif isinstance(inline, Italic | Bold):
            yield from _fact_places(inline.content, at)
        at = end


_FIGURES = frozenset(
    {"count", "period", "percent", "ordinal", "range", "date", "dates", "number", "rate", "ratio", "age", "percents"}
)


def contents_of(document: tree.Document) -> Iterator[CheckedContent]:
    """Every piece of the masthead, every block and note."""
    yield from _masthead_contents(document.masthead, document.language)
    for block in _named_blocks(document):
        yield CheckedContent(block.id, content_of(block), block)
    for note in document.notes:
        yield CheckedContent(note.id, note.content, note)


def _masthead_contents(masthead: tree.Masthead, language: str) -> Iterator[CheckedContent]:
    """The lines of the masthead and its notes.

    An agenda title that repeats the title is left out, else each of its faults would be reported twice; so is an
    information block in another language, which the documents in that language have too.
    """
    if masthead.agenda_title != masthead.title:
        yield CheckedContent("agenda-title", masthead.agenda_title, "agenda-title")
    yield CheckedContent("title", masthead.title, "title")
    if masthead.information_language == language:
        lines = (inline for line in masthead.information for inline in (*line, Text("\n")))
        yield CheckedContent(f"{IN_MASTHEAD}information", tuple(lines), "information block of the masthead")
    yield from (CheckedContent(name, title, name) for name, title in further_titles(masthead))
    for name in (field for field, piece in LINE_IDS.items() if piece.startswith("masthead/") and field != "amendment"):
        shown = name.replace("_", " ")
        yield CheckedContent(
            f"{IN_MASTHEAD}{shown.replace(' ', '-')}", getattr(masthead, name), f"{shown} of the masthead"
        )
    for note in masthead.notes:
        yield CheckedContent(f"{IN_MASTHEAD}{note.id}", note.content, f"note of the masthead ({note.id})")


def _typed_text(content: Content, kinds: frozenset[str]) -> str:
    """The text outside printed facts, together with printed facts of these kinds."""
    return "".join(text for _, text in _typed_parts(content, kinds))


def _typed_parts(content: Content, kinds: frozenset[str]) -> Iterator[tuple[Inline, str]]:
    """Each inline with what the typed text has of it; those inside italics and bold one by one."""
    # The joints of a list have the origin of its placeholder, by which they are told from typed text.
    lists = {inline.origin for inline in content if isinstance(inline, PrintedFact)} - {None}
    for inline in content:
        match inline:
            case Text() if inline.origin not in lists:
                yield inline, inline.text
            case Italic() | Bold():
                yield from _typed_parts(inline.content, kinds)
            case PrintedFact() if inline.kind in kinds:
                yield inline, plain_text(inline.content).removeprefix("\u200e")  # ours, before a negative figure
            case _:
                yield inline, " "


def names_of(document: tree.Document) -> dict[str, str]:
    """How findings name the blocks and notes of a document, by id."""
    return {block.id: name_of(block) for block in (*_named_blocks(document), *document.notes)}


def _named_blocks(document: tree.Document) -> Iterator[tree.Block]:
    """Every block; a note of a table or figure without a number has none, since it can be cited by no number."""
    is_numbered = True
    for block in all_blocks(document):
        if isinstance(block, tree.Noted):
            is_numbered = block.number is not None
        yield block if is_numbered or not isinstance(block, tree.LetterNote) else replace(block, number=None)


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
