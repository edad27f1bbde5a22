"""The masthead of one language, from the report's data and the language's template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reportgen.assemble.corrections import CorrectionWords
from reportgen.assemble.prose import Prose
from reportgen.facts import Count, Names, Ordinal, Symbol, Value
from reportgen.inputs.pictures import read_picture
from reportgen.language import Language, load
from reportgen.model.masthead import WrittenMasthead
from reportgen.model.report import AGENDA_NOTE, LATE_NOTE, Report
from reportgen.templates.render import MASTHEAD_TEMPLATE, FactReference, StandingWords
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content, NoteMark
from reportgen.tree.text import plain_text
from reportgen.workspace import Workspace


def assemble_masthead(report: Report, language: Language, title: Content, agenda_title: Content) -> tree.Masthead:
    """The lines above the title; lines for which the report gives nothing are empty."""
    lines = _Lines(report, language)
    written = report.masthead
    note = written.agenda.note if written.agenda else None
    item = lines.content("agenda_item") if written.agenda else ()
    return tree.Masthead(
        united_nations=lines.text("united_nations"),
        organ=lines.content("organ") if written.organ else (),
        information=_information(report, language, lines),
        information_language=language.conventions.information_language or language.tag,
        body=lines.content("body") if written.body else (),
        session=lines.content("session") if written.session else (),
        place_and_dates=lines.content("place_and_dates") if written.meeting else (),
        # Without a note the asterisk would point to nothing, so it is taken out.
        agenda_item=_with_mark(item) if note else _without_mark(item),
        agenda_title=agenda_title if written.agenda else (),
        title=title,
        author=(*lines.content("author"), *([NoteMark(LATE_NOTE)] if written.late else [])),
        job_number=written.job_numbers.get(language.tag, ""),
        qr_code=written.qr_code,
        barcode=written.barcode,
        emblem=_emblem(report, language.workspace),
        notes=tuple(_notes(lines, agenda=note is not None, late=written.late)) if written.printed else (),
        amendment=_amendment(report, language),
        printed=written.printed,
    )


def _amendment(report: Report, language: Language) -> Content:
    """What the document is to the one that it amends; a revision and a reissue say so in their symbols alone."""
    if report.amends is None or report.amends.kind not in ("corrigendum", "addendum"):
        return ()
    return CorrectionWords(language).heading(report.amends.kind)


def masthead_wordings(report: Report, language: Language) -> Iterator[tuple[str, str, Mapping[str, Value]]]:
    """The lines of the masthead and its notes that print facts: the id, the words of the template, the facts by name.

    Lines of another language (the information block in Arabic) are left out, as are those that the report lacks.
    """
    lines, written = _Lines(report, language), report.masthead
    there = {
        "organ": written.organ,
        "body": written.body,
        "session": written.session,
        "place_and_dates": written.meeting,
        "agenda_item": written.agenda,
        "agenda_note": written.agenda and written.agenda.note,
    }
    for block in (each for each, value in there.items() if value):
        name = block.replace("_", "-") if block == "agenda_note" else f"masthead/{block.replace('_', '-')}"
        yield name, lines.standing.block(block), lines.facts


def _notes(lines: _Lines, agenda: bool, late: bool) -> Iterator[tree.Note]:
    """The notes of the masthead, in the order of their marks."""
    if agenda:
        yield tree.Note(AGENDA_NOTE, lines.content("agenda_note"), asterisk=True)
    if late:
        yield tree.Note(LATE_NOTE, lines.content("late_note"), asterisk=True)


def _emblem(report: Report, workspace: Workspace) -> tree.Picture | None:
    name = report.masthead.emblem
    if not name:
        return None
    file = read_picture(workspace, report, name, report.masthead.position("emblem"))
    return tree.Picture(file.data, file.suffix, file.size, "")


def _with_mark(item: Content) -> Content:
    """The agenda item with the asterisk where the language's template puts it: at the end unless it says so."""
    has_mark = any(isinstance(inline, NoteMark) for inline in item)
    return item if has_mark else (*item, NoteMark(AGENDA_NOTE))


def _without_mark(item: Content) -> Content:
    return tuple(inline for inline in item if not isinstance(inline, NoteMark))


def _information(report: Report, language: Language, lines: _Lines) -> tuple[Content, ...]:
    """The information block, which stands in English also in Arabic, Chinese and Russian documents.

    A document in its original language has no language line; the empty line is that of issued documents.
    """
    other = language.conventions.information_language
    shared = _Lines(report, load(language.workspace, other)) if other else lines
    top = [shared.content("distribution")]
    if report.masthead.date:
        top.append(shared.content("date"))
    if report.language != language.tag:
        top.append(lines.content("language_line"))
    return (*top, (), shared.content("original"))


class _Lines:
    """The blocks of one language's template, printed."""

    def __init__(self, report: Report, language: Language) -> None:
        self.facts = _facts(report.masthead)
        values: dict[str, Any] = {name: FactReference(name) for name in self.facts}
        values |= {
            "distribution": report.masthead.distribution,
            "author": report.masthead.author,
            "original_language": report.language,
            "provisional": bool(report.masthead.agenda and report.masthead.agenda.provisional),
            "part": report.masthead.agenda.part if report.masthead.agenda else None,
        }
        self.standing = StandingWords(language.workspace, language.tag, MASTHEAD_TEMPLATE, values)
        self.language = language

    def content(self, block: str) -> Content:
        """A line with its facts."""
        text = self.standing.block(block)
        return Prose(self.language, self.facts.get, lambda _: self.standing.position(block)).content(text)

    def text(self, block: str) -> str:
        """A line without facts."""
        return plain_text(self.content(block))


def _facts(written: WrittenMasthead) -> dict[str, Value]:
    facts: dict[str, Value] = {
        "secretary_general": Names("entity", ("secretary-general",)),
        "secretariat": Names("entity", ("secretariat",)),
    }
    if written.organ:
        facts["organ"] = Names("entity", (written.organ,))
    if written.body:
        facts["body"] = Names("entity", (written.body,))
    if written.date:
        facts["date"] = written.date.value
    if written.session:
        facts["session"] = Ordinal(written.session)
    if written.meeting:
        facts["place"] = Names("place", (written.meeting.place,))
        facts["dates"] = written.meeting.dates.value
    if written.agenda:
        facts["item"] = Count(written.agenda.item)
        if written.agenda.note:
            facts["note_symbol"] = Symbol(written.agenda.note.symbol)
    return facts
