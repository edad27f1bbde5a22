"""A report in one language as a tree: same ids, same order, each piece worded and its facts printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from reportgen.assemble.blocks import Blocks
from reportgen.assemble.masthead import assemble_masthead, masthead_wordings
from reportgen.assemble.masthead_facts import masthead_names
from reportgen.assemble.pieces import KeptPieces
from reportgen.assemble.wordings import Worded
from reportgen.catalogue import Translation
from reportgen.errors import InputError, Position, ReportgenError, all_errors, raise_all
from reportgen.facts import Names
from reportgen.language import Language
from reportgen.model.facts import NameFact
from reportgen.model.masthead import DutyStation
from reportgen.model.report import CONTENTS, TITLE, Report, ReportPart, Section, agenda_titles
from reportgen.model.written_fact import WrittenFact
from reportgen.templates.pages import page_of
from reportgen.tree import nodes as tree
from reportgen.tree.broken import BrokenPiece
from reportgen.tree.inlines import Text
from reportgen.tree.looks import Looks
from reportgen.tree.printed import MASTHEAD
from reportgen.tree.printed_from import PieceWording


def assemble(
    report: Report,
    language: Language,
    translation: Translation | None = None,
    original: Language | None = None,
    broken: Mapping[str, ReportgenError] | None = None,
    pieces: KeptPieces | None = None,
) -> tree.Document:
    """The tree of a report, without numbers.

    `translation` and `original` (the language of the report) are given for a tree in another language; pieces without a
    translation are printed in the original, visibly marked. So are those that it cannot print, which the document keeps
    as `broken`; some may be known before. What `pieces` has is not printed again. Raises all errors of the original
    wording at once.
    """
    # Before the walk: a name missing in one language is one error, not one for every paragraph.
    _check_names(report, language)
    worded = Worded(report, language, translation, original or language, dict(broken or {}), pieces)
    return _Assembler(worded).document()


def looks_of(language: Language, duty_station: DutyStation) -> Looks:
    """The looks of a document: fonts and labels by language, the page by duty station."""
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
        caption_labels=(labels.tables, labels.figures, labels.boxes),
        annex_labels=(labels.annexes, labels.appendices),
        note_mark=labels.note_mark,
        page=page_of(language.workspace, duty_station),
    )


class _Assembler:
    def __init__(self, worded: Worded) -> None:
        self.worded, self.blocks = worded, Blocks(worded)

    def document(self) -> tree.Document:
        report, language = self.worded.report, self.worded.language
        title = self.worded.piece(TITLE, report.title, None)
        titles = {name: self.worded.piece(name, text, None) for name, text in agenda_titles(report.masthead)}
        blocks = (
            *self.summary(),
            *self.contents(),
            *self.corrections(),
            *self.sections(report.sections, 1),
            *self.annexes(),
        )
        # All at once: an author mends ten errors in one round instead of ten.
        raise_all(self.worded.errors)
        for name, text, values in masthead_wordings(report, language):
            self.worded.keep(name, PieceWording(text, MASTHEAD, MASTHEAD), values)
        return tree.Document(
            symbol=report.symbol,
            slug=report.slug,
            language=language.tag,
            direction=language.conventions.direction,
            masthead=assemble_masthead(report, language, title, titles),
            blocks=blocks,
            notes=tuple(self.blocks.notes.values()),
            looks=looks_of(language, report.masthead.duty_station),
            broken=tuple(_broken_pieces(self.worded.broken)),
            printed_from=self.worded.printed_from(),
        )

    def summary(self) -> Iterator[tree.Block]:
        summary = self.worded.report.summary
        if summary:
            plain = tuple(
                tree.PlainParagraph(each.id, self.worded.text_of(each), each.position()) for each in summary.paragraphs
            )
            heading = (Text(self.worded.standing("summary")),)
            yield tree.Summary(summary.id, heading, plain, summary.position())

    def contents(self) -> Iterator[tree.Block]:
        report = self.worded.report
        if report.contents:
            heading = (Text(self.worded.standing("contents")),)
            columns = self.worded.standing("contents_paragraphs"), self.worded.standing("contents_page")
            ranges = self.worded.standing("contents_range", low="{low}", high="{high}")
            yield tree.Contents(CONTENTS, heading, columns, ranges, report.contents)

    def corrections(self) -> Iterator[tree.Block]:
        for item in self.worded.report.corrections:
            yield from self.blocks.of(item)

    def annexes(self) -> Iterator[tree.Block]:
        for annex in self.worded.report.annexes:
            yield from self.annex(annex, 1)
            for appendix in annex.appendices:
                yield from self.annex(appendix, 2)

    def annex(self, part: ReportPart, level: int) -> Iterator[tree.Block]:
        heading = self.worded.piece(part.id, part.heading, None) if part.heading else ()
        yield tree.Annex(part.id, level, heading, position=part.position())
        yield from self.body(part, 1)

    def sections(self, sections: Iterable[ReportPart], level: int) -> Iterator[tree.Block]:
        for section in sections:
            if section.heading:
                heading = self.worded.piece(section.id, section.heading, None)
                is_numbered = not isinstance(section, Section) or section.numbered
                yield tree.Heading(section.id, level, heading, numbered=is_numbered, position=section.position())
            yield from self.body(section, level + 1)

    def body(self, part: ReportPart, level: int) -> Iterator[tree.Block]:
        for item in part.paragraphs:
            yield from self.blocks.of(item)
        yield from self.sections(part.sections, level)


def _broken_pieces(broken: Mapping[str, ReportgenError]) -> Iterator[BrokenPiece]:
    for name, error in broken.items():
        for each in all_errors(error):
            yield BrokenPiece(name, each.message, each.position, each.hint)


def _check_names(report: Report, language: Language) -> None:
    """Raise an error for every name that the language's lexicon lacks."""
    # Each name once, and no place: a report has hundreds of facts, and hardly ever an unknown name.
    if all(_is_known(kind, name, language) for kind, name in _names_once(report, language)):
        return
    errors: list[ReportgenError] = []
    for names, place in _placed_names(report, language):
        errors += _unknown_names(names, place, language)
    raise_all(errors)


def _names_once(report: Report, language: Language) -> Iterable[tuple[str, str]]:
    """The names of the masthead and of all facts, by kind and id, in the order in which they are first used."""
    head = (names for names, _ in masthead_names(report.masthead, language))
    facts = (fact.value for fact in report.facts.values())
    values = chain(head, facts, (value for item in report.all_items() for value in item.values().values()))
    return dict.fromkeys((each.kind, name) for each in values if isinstance(each, Names) for name in each.ids)


def _is_known(kind: str, name: str, language: Language) -> bool:
    try:
        return language.name(kind, name) is not None
    except KeyError:
        return False


NamePlace = Callable[[], Position | None]


def _placed_names(report: Report, language: Language) -> Iterator[tuple[Names, NamePlace]]:
    """The names in the masthead and in facts, each with a function that tells its place, which costs time."""
    yield from masthead_names(report.masthead, language)
    facts: list[WrittenFact] = [*report.facts.values()]
    for item in report.all_items():
        facts += item.all_facts().values()
    for fact in facts:
        if isinstance(fact, NameFact):
            yield fact.value, fact.place_of_value


def _unknown_names(names: Names, place: NamePlace, language: Language) -> Iterator[InputError]:
    for name in names.ids:
        try:
            language.name(names.kind, name)
        except KeyError:
            message = f"there is no {names.kind} '{name}' in locales/{language.tag}/lexicon"
            yield InputError(message, place(), language.lexicon.hint(names.kind, name))
