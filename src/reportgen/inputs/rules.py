"""What a report must hold beyond the shape of its files: ids that are unique, facts that are known and printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportgen import wording as language_of_wording
from reportgen.errors import InputError, Position, ReferenceError, ReportgenError, WordingError, raise_all, suggestion
from reportgen.model.facts import WrittenFact
from reportgen.model.report import Paragraph, Report, all_subparagraphs, paragraph_facts, wordings
from reportgen.model.written import Wording, Written
from reportgen.wording import Fault, Piece

Place = Callable[[], Position | None]


def check(report: Report) -> None:
    """Raise what is wrong with a report, all of it at once."""
    errors: list[ReportgenError] = list(_duplicate_ids(report))
    errors += [*_in_headings(report), *_in_summary(report), *_too_deep(report)]
    for paragraph in report.all_paragraphs():
        errors += _in_paragraph(report, paragraph)
    raise_all(sorted(errors, key=lambda error: error.position or Position("")))


def _named(report: Report) -> Iterator[tuple[str, Place]]:
    """Every id of the report with what tells its place."""
    if report.summary:
        yield report.summary.id, report.summary.position
    for _, section in report.all_sections():
        yield section.id, section.position
    for paragraph in report.all_paragraphs():
        yield paragraph.id, paragraph.position
        yield from ((part.id, part.position) for _, part in all_subparagraphs(paragraph))
        yield from ((note, text.position) for note, text in paragraph.notes.items())


def _duplicate_ids(report: Report) -> Iterator[InputError]:
    seen: dict[str, Place] = dict.fromkeys(("title", "agenda-title", "agenda-note"), lambda: None)
    for name, place in _named(report):
        if name in seen:
            first = seen[name]()
            hint = f"first at {first}" if first else "reportgen uses this id itself"
            yield InputError(f"the id '{name}' stands twice", place(), hint)
        else:
            seen[name] = place


def _in_headings(report: Report) -> Iterator[ReportgenError]:
    for _, text, paragraph in wordings(report):
        if paragraph is None:
            yield from _faults(report, text, None)
            for mark in language_of_wording.marks(_scanned(text)):
                message = f"the footnote '{mark.note}' is marked in a heading"
                yield ReferenceError(message, text.position(mark.offset), "only paragraphs have footnotes")


def _in_summary(report: Report) -> Iterator[InputError]:
    """A summary is unnumbered text: it has nothing that would need a number."""
    for paragraph in report.summary.paragraphs if report.summary else ():
        for field in ("subparagraphs", "notes"):
            if getattr(paragraph, field):
                yield InputError(f"paragraphs of a summary have no {field}", paragraph.position(field))


def _too_deep(report: Report) -> Iterator[InputError]:
    for level, section in report.all_sections():
        if level == 7:
            yield InputError("headings have six levels, and this is the seventh", section.position())
    for paragraph in report.all_paragraphs():
        for level, part in all_subparagraphs(paragraph):
            if level == 5:
                yield InputError("subparagraphs have four levels, and this is the fifth", part.position())


def _in_paragraph(report: Report, paragraph: Paragraph) -> Iterator[ReportgenError]:
    pieces: list[Piece] = []
    errors: list[ReportgenError] = list(_duplicate_facts(paragraph))
    for text in _texts(paragraph):
        errors += _faults(report, text, paragraph)
        pieces += _scanned(text)
    errors += _unprinted_facts(report, paragraph, pieces, complete=not errors)
    errors += _notes(paragraph, pieces, complete=not errors)
    yield from errors


def _duplicate_facts(paragraph: Paragraph) -> Iterator[InputError]:
    """Facts of a subparagraph that have the name of another fact of the paragraph: all its texts may print both."""
    seen = dict(paragraph.facts)
    for _, part in all_subparagraphs(paragraph):
        for name, fact in part.facts.items():
            if name in seen:
                first = f"first at {seen[name].place_of_value()}"
                message = f"the fact '{name}' stands twice in paragraph {paragraph.id}"
                yield InputError(message, fact.place_of_value(), first)
            seen.setdefault(name, fact)


def _texts(paragraph: Paragraph) -> list[Wording]:
    parts = [part.text for _, part in all_subparagraphs(paragraph)]
    return [*([paragraph.text] if paragraph.text else []), *parts, *paragraph.notes.values()]


def _scanned(text: Wording) -> tuple[Piece, ...]:
    try:
        return language_of_wording.scan(text.text)
    except Fault:
        return ()


def _faults(report: Report, text: Wording, paragraph: Paragraph | None) -> Iterator[WordingError]:
    """What is wrong with one piece of wording: what is not of the language, and facts that are not there."""
    try:
        pieces = language_of_wording.scan(text.text)
    except Fault as fault:
        yield WordingError(fault.message, text.position(fault.offset), fault.hint)
        return
    known = {*report.facts, *(paragraph_facts(paragraph) if paragraph else ())}
    for placeholder in language_of_wording.placeholders(pieces):
        if placeholder.fact not in known:
            where = f"paragraph {paragraph.id}" if paragraph else "the report"
            position = text.position(text.text.index(placeholder.fact, placeholder.offset))
            message = f"no fact '{placeholder.fact}' in {where}"
            yield WordingError(message, position, suggestion(placeholder.fact, known))


def _unprinted_facts(report: Report, paragraph: Paragraph, pieces: list[Piece], complete: bool) -> Iterator[InputError]:
    printed = {each.fact for each in language_of_wording.placeholders(tuple(pieces)) if _prints(each)}
    owners: list[Written] = [paragraph, *(part for _, part in all_subparagraphs(paragraph))]
    for owner in owners:
        for name, fact in getattr(owner, "facts", {}).items():
            if fact.inside:
                yield from _inside(report, paragraph, name, fact)
            elif complete and name not in printed and paragraph.kind is None:
                hint = f"write {{{{ {name} }}}} in its text, or take the fact out"
                message = f"the fact '{name}' of paragraph {paragraph.id} is not printed"
                yield InputError(message, fact.place_of_value(), hint)


def _prints(placeholder: language_of_wording.Placeholder) -> bool:
    return not any(each.name in ("plural", "agree") for each in placeholder.filters)


def _inside(report: Report, paragraph: Paragraph, name: str, fact: WrittenFact) -> Iterator[InputError]:
    known = {*paragraph_facts(paragraph), *report.facts} - {name}
    if fact.inside not in known:
        hint = suggestion(str(fact.inside), known)
        position = fact.position("inside")
        yield InputError(f"no fact '{fact.inside}' in paragraph {paragraph.id}", position, hint)


def _notes(paragraph: Paragraph, pieces: list[Piece], complete: bool) -> Iterator[ReportgenError]:
    marked: set[str] = set()
    inside = list(paragraph.notes.values())
    for text in _texts(paragraph):
        for mark in language_of_wording.marks(_scanned(text)):
            if mark.note in marked:
                yield ReferenceError(f"the footnote '{mark.note}' is marked twice", text.position(mark.offset))
            elif mark.note not in paragraph.notes:
                hint = suggestion(mark.note, paragraph.notes) or f"add it under 'notes:' of {paragraph.id}"
                message = f"the footnote '{mark.note}' has no text"
                yield ReferenceError(message, text.position(mark.offset), hint)
            elif text in inside:
                message = f"the footnote '{mark.note}' is marked inside a footnote"
                yield ReferenceError(message, text.position(mark.offset), f"mark it in the text of {paragraph.id}")
            marked.add(mark.note)
    for note, text in paragraph.notes.items():
        if complete and note not in marked:
            hint = f"put [^{note}] into the text of {paragraph.id}"
            yield ReferenceError(f"the footnote '{note}' is never referred to", text.position(), hint)
