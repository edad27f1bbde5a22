"""What a report must fulfil beyond the shape of its files: ids are unique, facts are known and printed."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen import wording as language_of_wording
from reportgen.errors import InputError, Position, ReferenceError, ReportgenError, WordingError, raise_all, suggestion
from reportgen.facts import Date, Names, Ordinal, Year
from reportgen.model.blocks import BulletList, Item, Paragraph, PlaceOf, Subparagraph, all_subparagraphs, kind_of_item
from reportgen.model.report import OWN_IDS, Report, Section, wordings
from reportgen.model.written import Wording
from reportgen.model.written_fact import WrittenFact
from reportgen.wording import Fault, WordingPiece

_FACTS = "write it under 'facts:' of the report or of the block"


def check(report: Report) -> None:
    """Raise what is wrong with a report, all of it at once."""
    errors: list[ReportgenError] = [*_without_text(report), *_duplicate_ids(report), *_reissued(report)]
    errors += [*_in_headings(report), *_in_summary(report), *_too_deep(report), *_left_out(report)]
    for item in report.all_items():
        errors += _in_item(report, item)
    raise_all(sorted(errors, key=lambda error: error.position or Position("")))


def _named(report: Report) -> Iterator[tuple[str, PlaceOf]]:
    """Every id of the report with a function that tells its place."""
    if report.summary:
        yield report.summary.id, report.summary.position
    for _, part in report.all_parts():
        yield part.id, part.position
    for item in report.all_items():
        yield from item.named()


def _without_text(report: Report) -> Iterator[InputError]:
    """An error for a report without sections; a corrigendum has its items in their place."""
    if not report.sections and not report.corrections:
        at = report.position("symbol")
        yield InputError("the field 'sections' is missing", Position(at.file, 1, 1) if at else None, "add 'sections:'")


def _reissued(report: Report) -> Iterator[InputError]:
    """An error for the day of a reissue where the symbol does not say that it is one."""
    if report.masthead.reissued and not report.symbol.endswith("*"):
        message = f"a reissued document has an asterisk at its symbol, and '{report.symbol}' has none"
        yield InputError(message, report.masthead.position("reissued"), f"symbol: {report.symbol}*")


def _duplicate_ids(report: Report) -> Iterator[InputError]:
    seen: dict[str, PlaceOf] = dict.fromkeys(OWN_IDS, lambda: None)
    for name, place in _named(report):
        if name in seen:
            first = seen[name]()
            hint = f"first at {first}" if first else "reportgen uses this id itself"
            yield InputError(f"the id '{name}' stands twice", place(), hint)
        else:
            seen[name] = place


def _in_headings(report: Report) -> Iterator[ReportgenError]:
    for _, text, item in wordings(report):
        if item is None:
            yield from _faults(report, text, None)
            for mark in language_of_wording.marks(_scanned(text)):
                message = f"the footnote '{mark.note}' is marked in a heading"
                yield ReferenceError(message, text.position(mark.offset), "only paragraphs have footnotes")


def _left_out(report: Report) -> Iterator[InputError]:
    """Errors where what only some documents may leave out is missing: the symbol, the heading of a section."""
    if not report.symbol and report.masthead.printed:
        hint = "add 'symbol:', or 'printed: false' to the masthead of a document that has none"
        yield InputError("the field 'symbol' is missing", report.position("title"), hint)
    first = next(iter(report.sections), None)
    for _, part in report.all_parts():
        is_opening = part is first and part.paragraphs
        if not part.heading and isinstance(part, Section) and not is_opening:
            hint = "add 'heading:'; only text that opens a report has none"
            yield InputError("the field 'heading' is missing", part.position(), hint)


def _in_summary(report: Report) -> Iterator[InputError]:
    """Errors for subparagraphs and notes in the summary, which is unnumbered text (Editorial Manual)."""
    for paragraph in report.summary.paragraphs if report.summary else ():
        for field in ("subparagraphs", "notes"):
            if getattr(paragraph, field):
                message = f"paragraphs of a summary have no {field}"
                yield InputError(message, paragraph.position(field), "take them out, or write it in a section")


def _too_deep(report: Report) -> Iterator[InputError]:
    for level, section in report.all_parts():
        if level == 7:
            message = "headings have six levels, and this is the seventh"
            yield InputError(message, section.position(), "move it up a level")
    for item in report.all_items():
        for level, part in all_subparagraphs(item) if isinstance(item, Paragraph) else ():
            if level == 5:
                message = "subparagraphs have four levels, and this is the fifth"
                yield InputError(message, part.position(), "move it up a level")
        for _, level, text in item.all_items() if isinstance(item, BulletList) else ():
            if level == 4:
                message = "lists have three levels, and this is the fourth"
                yield InputError(message, text.position(), "move it up a level")


def _in_item(report: Report, item: Item) -> Iterator[ReportgenError]:
    pieces: list[WordingPiece] = []
    errors: list[ReportgenError] = list(_duplicate_facts(item))
    for _, text in item.entries():
        errors += _faults(report, text, item)
        pieces += _scanned(text)
    # Only where the wording is right: a placeholder with a slip would make its fact look unprinted as well.
    errors += _unprinted_facts(report, item, pieces, complete=not errors)
    errors += _notes(item, pieces, complete=not errors)
    yield from errors


def _name(item: Item) -> str:
    """The name of a block in errors: paragraph kenya, table training."""
    return f"{kind_of_item(item)} {item.id}"


def _parts(item: Item) -> Iterator[Subparagraph]:
    if isinstance(item, Paragraph):
        yield from (part for _, part in all_subparagraphs(item))


def _duplicate_facts(item: Item) -> Iterator[InputError]:
    """Errors for facts of one name in a paragraph and its subparagraphs, whose texts may print all of them."""
    seen = dict(item.facts)
    for part in _parts(item):
        for name, fact in part.facts.items():
            if name in seen:
                first = f"first at {seen[name].place_of_value()}"
                message = f"the fact '{name}' stands twice in {_name(item)}"
                yield InputError(message, fact.place_of_value(), first)
            seen.setdefault(name, fact)


def _scanned(text: Wording) -> tuple[WordingPiece, ...]:
    try:
        return language_of_wording.scan(text.text)
    except Fault:
        return ()


def _faults(report: Report, text: Wording, item: Item | None) -> Iterator[WordingError]:
    """Errors in one piece of wording: invalid syntax, and facts that do not exist."""
    try:
        pieces = language_of_wording.scan(text.text)
    except Fault as fault:
        yield WordingError(fault.message, text.position(fault.offset), fault.hint)
        return
    own = item.values() if item else {}
    for placeholder in language_of_wording.placeholders(pieces):
        if placeholder.fact not in own and placeholder.fact not in report.facts:
            known = report.facts_of(item)
            where = _name(item) if item else "the report"
            position = text.position(text.text.index(placeholder.fact, placeholder.offset))
            message = f"no fact '{placeholder.fact}' in {where}"
            yield WordingError(message, position, suggestion(placeholder.fact, known) or _FACTS)


def _unprinted_facts(report: Report, item: Item, pieces: list[WordingPiece], complete: bool) -> Iterator[InputError]:
    printed = {
        name
        for each in language_of_wording.placeholders(tuple(pieces))
        for name in language_of_wording.printed_facts(each)
    }
    # What a kind prints is known once its template is rendered; templates.kinds checks it then.
    of_a_kind = isinstance(item, Paragraph) and item.kind is not None
    owners: list[Item | Subparagraph] = [item, *_parts(item)]
    for owner in owners:
        for name, fact in owner.facts.items():
            if fact.inside:
                yield from _inside(report, item, name, fact)
            elif complete and name not in printed and not of_a_kind:
                hint = f"write {{{{ {name} }}}} in its text, or take the fact out"
                message = f"the fact '{name}' of {_name(item)} is not printed"
                yield InputError(message, fact.place_of_value(), hint)


def _inside(report: Report, item: Item, name: str, fact: WrittenFact) -> Iterator[InputError]:
    """What is wrong with a fact that is printed only inside a name: figures that are none of a name would be lost."""
    known = {key: each for key, each in report.facts_of(item).items() if key != name}
    position = fact.position("inside")
    if fact.inside not in known:
        hint = suggestion(str(fact.inside), known) or _FACTS
        yield InputError(f"no fact '{fact.inside}' in {_name(item)}", position, hint)
    elif not isinstance(known[fact.inside].value, Names):
        message = f"'{fact.inside}' is a {known[fact.inside].value.kind}, and no name that '{name}' is inside of"
        yield InputError(message, position, f"print {{{{ {name} }}}}, and take 'inside' out")
    if not isinstance(fact.value, Names | Ordinal | Year | Date):
        message = f"'{name}' is a {fact.value.kind}, which is never a part of a name"
        yield InputError(message, position, f"print {{{{ {name} }}}}, and take 'inside' out")


def _notes(item: Item, pieces: list[WordingPiece], complete: bool) -> Iterator[ReportgenError]:
    """Errors in the marks of notes; a lettered note may be marked several times, a footnote only once."""
    marked: set[str] = set()
    inside = list(item.notes.values())
    for _, text in item.entries():
        for mark in language_of_wording.marks(_scanned(text)):
            if mark.note in marked and item.note_marks == "number":
                hint = "take one of the marks out, or write a second note with an id of its own"
                message = f"the footnote '{mark.note}' is marked twice"
                yield ReferenceError(message, text.position(mark.offset), hint)
            elif mark.note not in item.notes:
                hint = suggestion(mark.note, item.notes) or f"add it under 'notes:' of {item.id}"
                message = f"the footnote '{mark.note}' has no text"
                yield ReferenceError(message, text.position(mark.offset), hint)
            elif text in inside:
                message = f"the footnote '{mark.note}' is marked inside a footnote"
                yield ReferenceError(message, text.position(mark.offset), f"mark it in the text of {item.id}")
            marked.add(mark.note)
    for note, text in item.notes.items():
        if complete and note not in marked:
            hint = f"put [^{note}] into the text of {item.id}"
            yield ReferenceError(f"the footnote '{note}' is never referred to", text.position(), hint)
