"""The masthead of one language, from the report's data and the language's template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reportgen.assemble.corrections import CorrectionWords
from reportgen.assemble.masthead_facts import SessionColumn, column_values, first_column, masthead_facts, second_column
from reportgen.assemble.prose import Prose
from reportgen.facts import Value
from reportgen.inputs.pictures import read_picture
from reportgen.language import Language, load
from reportgen.model.masthead import WrittenMasthead
from reportgen.model.report import AGENDA_NOTE, AGENDA_TITLE, LATE_NOTE, REISSUE_NOTE, Report
from reportgen.templates.render import MASTHEAD_TEMPLATE, FactReference, StandingWords
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content, NoteMark
from reportgen.tree.text import plain_text
from reportgen.workspace import Workspace


def assemble_masthead(
    report: Report, language: Language, title: Content, agenda_titles: Mapping[str, Content]
) -> tree.Masthead:
    """The lines above the title; lines for which the report gives nothing are empty.

    `agenda_titles` are those of the items that have words of their own, by their ids.
    """
    lines = _Lines(report, language)
    written = report.masthead
    note = written.agenda.note if written.agenda else None
    further = tuple(content for name, content in agenda_titles.items() if name != AGENDA_TITLE)
    return tree.Masthead(
        united_nations=lines.text("united_nations"),
        organ=lines.content("organ") if written.organ else (),
        information=_information(report, language, lines),
        information_language=language.conventions.information_language or language.tag,
        body=lines.content(body) if (body := _body_block(written)) else (),
        sub_body=lines.content("sub_body") if written.sub_body else (),
        committee=lines.content("committee") if written.committee else (),
        session=lines.content("session") if written.session else (),
        place_and_dates=lines.content("place_and_dates") if written.meeting else (),
        agenda_item=_agenda_item(lines, is_noted=note is not None) if written.agenda else (),
        agenda_title=agenda_titles.get(AGENDA_TITLE, title) if written.agenda else (),
        further_titles=further,
        title=title,
        author=(
            *(lines.content("author") if written.issuer else ()), *([NoteMark(LATE_NOTE)] if written.late else []),
        ),
        job_number=written.job_numbers.get(language.tag, ""),
        qr_code=written.qr_code,
        barcode=written.barcode,
        emblem=_emblem(report, language.workspace),
        notes=tuple(_notes(lines, written)) if written.printed else (),
        amendment=_amendment(report, language),
        advance=lines.content("advance") if written.advance else (),
        printed=written.printed,
        second_symbol=written.joint.symbol if written.joint else "",
        **_second_lines(report, language),
    )  # fmt: skip


def _second_lines(report: Report, language: Language) -> dict[str, Content]:
    """The lines of the other organ of a joint document, which stand beside those of the first one."""
    column = second_column(report.masthead)
    if column is None:
        return {}
    lines = _Lines(report, language, column)
    return {
        "second_organ": lines.content("organ"),
        "second_body": lines.content("organ"),
        "second_session": lines.content("session") if column.session else (),
        "second_agenda_item": _agenda_item(lines, is_noted=False) if column.agenda else (),
    }


def _body_block(written: WrittenMasthead) -> str:
    """The block that prints the line below the rule: the body, or else the first organ beside the other one."""
    return "body" if written.body else "organ" if written.organ and second_column(written) else ""


def _amendment(report: Report, language: Language) -> Content:
    """What the document is to another one; a revision and a reissue say so in their symbols alone."""
    kind = report.amends.kind if report.amends else _kind_by_symbol(report.symbol)
    if kind not in ("corrigendum", "addendum"):
        return ()
    return CorrectionWords(language).heading(kind)


def _kind_by_symbol(symbol: str) -> str:
    """What a symbol says that the document is, by its last part."""
    last = symbol.rstrip("*").rpartition("/")[2].partition(".")[0]
    return {"Add": "addendum", "Corr": "corrigendum"}.get(last, "")


def masthead_wordings(report: Report, language: Language) -> Iterator[tuple[str, str, Mapping[str, Value]]]:
    """The lines of the masthead and its notes that print facts: the id, the words of the template, the facts by name.

    Lines of another language (the information block in Arabic) are left out, as are those that the report lacks.
    """
    lines, written = _Lines(report, language), report.masthead
    there = {
        "organ": written.organ,
        "sub_body": written.sub_body,
        "session": written.session,
        "committee": written.committee,
        "place_and_dates": written.meeting,
        "agenda_item": written.agenda,
        "agenda_note": written.agenda and written.agenda.note,
        "reissue_note": written.reissued,
    }
    for block in (each for each, value in there.items() if value):
        name = block.replace("_", "-") if block.endswith("_note") else f"masthead/{block.replace('_', '-')}"
        yield name, lines.standing.block(block), lines.facts
    if body := _body_block(written):
        yield "masthead/body", lines.standing.block(body), lines.facts
    if column := second_column(written):
        second = _Lines(report, language, column)
        blocks = {"organ": "organ", "body": "organ"}
        blocks |= {"session": "session"} if column.session else {}
        blocks |= {"agenda-item": "agenda_item"} if column.agenda else {}
        for line, block in blocks.items():
            yield f"masthead/second-{line}", second.standing.block(block), second.facts


def _notes(lines: _Lines, written: WrittenMasthead) -> Iterator[tree.Note]:
    """The notes of the masthead, in the order of their marks; that of the symbol comes first."""
    if written.reissued:
        yield tree.Note(REISSUE_NOTE, lines.content("reissue_note"), asterisk=True)
    if written.agenda and written.agenda.note:
        yield tree.Note(AGENDA_NOTE, lines.content("agenda_note"), asterisk=True)
    if written.late:
        yield tree.Note(LATE_NOTE, lines.content("late_note"), asterisk=True)


def _emblem(report: Report, workspace: Workspace) -> tree.Picture | None:
    name = report.masthead.emblem
    if not name:
        return None
    file = read_picture(workspace, report, name, report.masthead.position("emblem"))
    return tree.Picture(file.data, file.suffix, file.size, "")


def _agenda_item(lines: _Lines, is_noted: bool) -> Content:
    """The agenda item with the asterisk where the language's template puts it: at the end unless it says so.

    Without a note the asterisk would point to nothing, so it is taken out.
    """
    item = lines.content("agenda_item")
    if not is_noted:
        return tuple(inline for inline in item if not isinstance(inline, NoteMark))
    has_mark = any(isinstance(inline, NoteMark) for inline in item)
    return item if has_mark else (*item, NoteMark(AGENDA_NOTE))


def _information(report: Report, language: Language, lines: _Lines) -> tuple[Content, ...]:
    """The information block, which stands in English also in Arabic, Chinese and Russian documents.

    A document in its original language has no language line; the empty line is that of issued documents.
    """
    other = language.conventions.information_language
    shared = _Lines(report, load(language.workspace, other, language.day)) if other else lines
    top = [shared.content("distribution")]
    if report.masthead.date:
        top.append(shared.content("date"))
    if _original(report) != language.tag:
        top.append(lines.content("language_line"))
    return (*top, (), shared.content("original"))


def _original(report: Report) -> str:
    """The language that the document was first written in."""
    return report.masthead.original or report.language


class _Lines:
    """The blocks of one language's template, printed; for the first organ unless another one is given."""

    def __init__(self, report: Report, language: Language, column: SessionColumn | None = None) -> None:
        written = report.masthead
        self.facts = masthead_facts(written, language)
        values: dict[str, Any] = {name: FactReference(name) for name in self.facts}
        issuer = written.issuer
        values |= {
            "distribution": written.distribution,
            # Templates of users know authors by their short names.
            "author": written.author if isinstance(written.author, str) else "",
            "author_document": "note" if issuer and issuer.note else "report",
            "original_language": _original(report),
            "body_id": written.body or "",
        }
        values |= column_values(column or first_column(written), language)
        self.standing = StandingWords(language.workspace, language.tag, MASTHEAD_TEMPLATE, values)
        self.language = language

    def content(self, block: str) -> Content:
        """A line with its facts."""
        text = self.standing.block(block)
        return Prose(self.language, self.facts.get, lambda _: self.standing.position(block)).content(text)

    def text(self, block: str) -> str:
        """A line without facts."""
        return plain_text(self.content(block))
