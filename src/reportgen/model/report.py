"""A report as its author wrote it: masthead, summary, sections, paragraphs with their facts and wording."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from reportgen.model.facts import Facts, WrittenFact
from reportgen.model.masthead import WrittenMasthead
from reportgen.model.symbol import SymbolText
from reportgen.model.written import Id, Wording, Written
from reportgen.workspace import Workspace

Level = Literal[1, 2, 3, 4]


class Subparagraph(Written):
    """A lettered part of a paragraph, with parts of its own up to four levels deep."""

    id: Id
    facts: Facts = {}
    text: Wording
    subparagraphs: tuple[Subparagraph, ...] = ()


class Paragraph(Written):
    """A numbered paragraph (in a summary: without a number), its facts, footnotes and subparagraphs.

    It is `text`, or of a `kind` that the templates of every language have words for.
    """

    id: Id
    kind: Id | None = None
    facts: Facts = {}
    text: Wording | None = None
    subparagraphs: tuple[Subparagraph, ...] = ()
    notes: dict[Id, Wording] = {}

    @model_validator(mode="after")
    def _text_or_kind(self) -> Self:
        if (self.text is None) == (self.kind is None):
            raise PydanticCustomError("paragraph", "a paragraph has either 'text' or 'kind'")
        return self


class Summary(Written):
    """The boxed summary on the first page; its heading is a fixed string of each language."""

    id: Id = "summary"
    paragraphs: Annotated[tuple[Paragraph, ...], Field(min_length=1)]


class Section(Written):
    """A heading with its paragraphs and its subsections, which come after them."""

    id: Id
    heading: Wording
    paragraphs: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()


class Report(Written):
    """A whole report."""

    symbol: SymbolText
    language: Annotated[str, Field(pattern="^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = "en"
    title: Wording
    masthead: WrittenMasthead
    facts: Facts = {}
    summary: Summary | None = None
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]

    _slug: str = PrivateAttr(default="")
    _workspace: Workspace | None = PrivateAttr(default=None)

    @property
    def slug(self) -> str:
        """The name of the report's folder."""
        return self._slug

    @property
    def workspace(self) -> Workspace | None:
        """The workspace that the report was read from."""
        return self._workspace

    def all_sections(self) -> Iterator[tuple[int, Section]]:
        """Every section with its level, from 1, in reading order."""
        yield from _sections(self.sections, 1)

    def all_paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph in reading order, those of the summary first."""
        if self.summary:
            yield from self.summary.paragraphs
        for _, section in self.all_sections():
            yield from section.paragraphs

    def fact(self, paragraph: Paragraph | None, name: str) -> WrittenFact | None:
        """A fact of the paragraph, or of the whole report."""
        own = paragraph_facts(paragraph) if paragraph else {}
        return own.get(name) or self.facts.get(name)


def _sections(sections: tuple[Section, ...], level: int) -> Iterator[tuple[int, Section]]:
    for section in sections:
        yield level, section
        yield from _sections(section.sections, level + 1)


def all_subparagraphs(parent: Paragraph | Subparagraph, level: int = 1) -> Iterator[tuple[int, Subparagraph]]:
    """Every subparagraph with its level, from 1, in reading order."""
    for part in parent.subparagraphs:
        yield level, part
        yield from all_subparagraphs(part, level + 1)


def paragraph_facts(paragraph: Paragraph) -> dict[str, WrittenFact]:
    """The facts of a paragraph and of its subparagraphs."""
    facts: dict[str, WrittenFact] = dict(paragraph.facts)
    for _, part in all_subparagraphs(paragraph):
        facts.update(part.facts)
    return facts


def wordings(report: Report) -> Iterator[tuple[str, Wording, Paragraph | None]]:
    """Every piece of wording with its id and the paragraph whose facts it may print, in reading order."""
    yield "title", report.title, None
    if report.masthead.agenda and report.masthead.agenda.title:
        yield "agenda-title", report.masthead.agenda.title, None
    for paragraph in report.summary.paragraphs if report.summary else ():
        yield from _paragraph_wordings(paragraph)
    for _, section in report.all_sections():
        yield section.id, section.heading, None
        for paragraph in section.paragraphs:
            yield from _paragraph_wordings(paragraph)


def _paragraph_wordings(paragraph: Paragraph) -> Iterator[tuple[str, Wording, Paragraph]]:
    if paragraph.text:
        yield paragraph.id, paragraph.text, paragraph
    for _, part in all_subparagraphs(paragraph):
        yield part.id, part.text, paragraph
    for note, wording in paragraph.notes.items():
        yield note, wording, paragraph
