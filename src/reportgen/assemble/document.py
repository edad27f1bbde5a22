"""A report in one language as a tree: same ids, same order, each piece worded and its facts printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from reportgen.assemble.kinds import kind_wording
from reportgen.assemble.masthead import assemble_masthead
from reportgen.assemble.prose import Prose
from reportgen.assemble.standing import Standing
from reportgen.errors import InputError, Position, ReportgenError, TranslationError, WordingError, raise_all
from reportgen.facts import Count, Names, Value
from reportgen.language import Language
from reportgen.language.catalogue import Translation
from reportgen.model.facts import NameFact, WrittenFact
from reportgen.model.report import Paragraph, Report, Section, all_subparagraphs, paragraph_facts
from reportgen.model.written import Wording
from reportgen.tree import nodes
from reportgen.tree.inlines import Content, Text
from reportgen.tree.looks import Looks
from reportgen.tree.text import UNTRANSLATED


def assemble(
    report: Report, language: Language, translation: Translation | None = None, original: Language | None = None
) -> nodes.Document:
    """The tree of a report, without numbers.

    `translation` and `original` (the language of the report) are given where the tree is in another language; what
    the translation has not is printed in the original, visibly marked. Raises all errors of the wording at once.
    """
    _check_names(report, language)
    return _Assembler(report, language, translation, original or language).document()


@dataclass
class _Assembler:
    report: Report
    language: Language
    translation: Translation | None
    original: Language

    def __post_init__(self) -> None:
        self.errors: list[ReportgenError] = []
        self.notes: dict[str, nodes.Note] = {}
        self.values = {name: fact.value for name, fact in self.report.facts.items()}

    def document(self) -> nodes.Document:
        report = self.report
        title = self.worded("title", report.title, None)
        agenda = report.masthead.agenda
        agenda_title = self.worded("agenda-title", agenda.title, None) if agenda and agenda.title else title
        summary = list(self.summary())
        body = [block for section in report.sections for block in self.section(section, 1)]
        raise_all(self.errors)
        return nodes.Document(
            symbol=report.symbol,
            slug=report.slug,
            language=self.language.tag,
            direction=self.language.conventions.direction,
            masthead=assemble_masthead(report, self.language, title, agenda_title),
            blocks=(*summary, *body),
            notes=tuple(self.notes.values()),
            looks=_looks(report, self.language),
        )

    def summary(self) -> Iterator[nodes.Block]:
        summary = self.report.summary
        if summary:
            heading = Standing(self.language.workspace, self.language.tag, "standing.j2", {}).block("summary")
            plain = tuple(
                nodes.PlainParagraph(each.id, self.text_of(each), each.position()) for each in summary.paragraphs
            )
            yield nodes.Summary(summary.id, (Text(heading),), plain, summary.position())

    def section(self, section: Section, level: int) -> Iterator[nodes.Block]:
        heading = self.worded(section.id, section.heading, None)
        yield nodes.Heading(section.id, level, heading, position=section.position())
        for paragraph in section.paragraphs:
            yield from self.paragraph(paragraph)
        for part in section.sections:
            yield from self.section(part, level + 1)

    def paragraph(self, paragraph: Paragraph) -> Iterator[nodes.Block]:
        content = self.text_of(paragraph)
        yield nodes.Paragraph(paragraph.id, content, position=paragraph.position())
        for level, part in all_subparagraphs(paragraph):
            words = self.worded(part.id, part.text, paragraph)
            yield nodes.Subparagraph(part.id, level, words, position=part.position())
        for note, text in paragraph.notes.items():
            content = self.worded(note, text, paragraph)
            self.notes[note] = nodes.Note(note, content, position=text.position())

    def text_of(self, paragraph: Paragraph) -> Content:
        """The inlines of a paragraph's text: worded by its author, or by the templates of its kind."""
        if paragraph.text:
            return self.worded(paragraph.id, paragraph.text, paragraph)
        try:
            text = kind_wording(paragraph, {**self.report.facts, **paragraph_facts(paragraph)}, self.language)
            position = paragraph.position("kind")
            return self._prose(self.language, paragraph.id, paragraph, lambda _: position, WordingError).content(text)
        except ReportgenError as error:
            self.errors.append(error)
            return ()

    def worded(self, name: str, wording: Wording, paragraph: Paragraph | None) -> Content:
        """The inlines of one piece, in the language or else marked in the original; errors are kept for later."""
        try:
            return self._worded(name, wording, paragraph)
        except ReportgenError as error:
            self.errors.append(error)
            return ()

    def _worded(self, name: str, wording: Wording, paragraph: Paragraph | None) -> Content:
        if self.translation is None:
            return self._prose(self.language, name, paragraph, wording.position, WordingError).content(wording.text)
        entry = self.translation.get(name)
        if entry and entry.text:
            return self._prose(self.language, name, paragraph, entry.position, TranslationError).content(entry.text)
        source = self._prose(self.original, name, paragraph, wording.position, WordingError).content(wording.text)
        return (Text(UNTRANSLATED[0]), *source, Text(UNTRANSLATED[1]))

    def _prose(
        self,
        language: Language,
        name: str,
        paragraph: Paragraph | None,
        locate: Callable[[int], object],
        error: type[ReportgenError],
    ) -> Prose:
        own = paragraph_facts(paragraph) if paragraph else {}
        values = {**self.values, **{name: fact.value for name, fact in own.items()}}
        figured = _figured(values, language)
        notes = frozenset(paragraph.notes) if paragraph and name not in paragraph.notes else frozenset[str]()
        return Prose(language, values.get, locate, figured, error, frozenset(values), notes)  # type: ignore[arg-type]


def _figured(values: dict[str, Value], language: Language) -> frozenset[str]:
    """The series of counts that stand in figures because one of them does."""
    below = language.conventions.numbers.words_below
    counts = [value for value in values.values() if isinstance(value, Count) and value.series]
    return frozenset(count.series for count in counts if count.number >= below)


def _looks(report: Report, language: Language) -> Looks:
    conventions = language.conventions
    labels = conventions.labels
    return Looks(
        tag=language.tag,
        locale=conventions.locale,
        script=conventions.script,
        fonts=tuple(sorted(conventions.fonts.items())),
        heading_labels=labels.headings,
        paragraph_label=labels.paragraphs,
        subparagraph_labels=labels.subparagraphs,
        note_mark=labels.note_mark,
        duty_station=report.masthead.duty_station,
    )


def _check_names(report: Report, language: Language) -> None:
    """Raise an error for every name that the language's lexicon has not."""
    errors: list[ReportgenError] = []
    for names, place in _names(report):
        errors += _unknown_names(names, place, language)
    raise_all(errors)


Place = Callable[[], Position | None]


def _names(report: Report) -> Iterator[tuple[Names, Place]]:
    """The names that the masthead and the facts print, each with what tells its place."""
    head = report.masthead
    yield Names("entity", (head.organ,)), partial(head.position, "organ")
    if head.body:
        yield Names("entity", (head.body,)), partial(head.position, "body")
    if head.meeting:
        yield Names("place", (head.meeting.place,)), partial(head.meeting.position, "place")
    facts: list[WrittenFact] = [*report.facts.values()]
    for paragraph in report.all_paragraphs():
        facts += paragraph_facts(paragraph).values()
    for fact in facts:
        if isinstance(fact, NameFact):
            yield fact.value, fact.place_of_value


def _unknown_names(names: Names, place: Place, language: Language) -> Iterator[InputError]:
    for name in names.ids:
        try:
            language.name(names.kind, name)
        except KeyError:
            message = f"there is no {names.kind} '{name}' in locales/{language.tag}/lexicon"
            yield InputError(message, place(), language.lexicon.hint(names.kind, name))
