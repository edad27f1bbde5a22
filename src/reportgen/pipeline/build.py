"""The order of the steps, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen import catalogue
from reportgen import language as languages
from reportgen.assemble import assemble
from reportgen.assemble.pieces import KeptPieces
from reportgen.catalogue import Translation
from reportgen.errors import ReportgenError, TranslationError, UsageError, all_errors, suggestion
from reportgen.finding import Finding
from reportgen.inputs.load import load as load_report
from reportgen.language import Language
from reportgen.ledger.standing import Audit
from reportgen.model.report import Report
from reportgen.model.report_day import day_of
from reportgen.passes.contents import list_contents
from reportgen.passes.names import settle_names
from reportgen.passes.number import number_blocks
from reportgen.passes.references import resolve_references
from reportgen.record import field, record, replace
from reportgen.store.packs import save_packs
from reportgen.tree import nodes as tree
from reportgen.tree.memory import ContentMemory
from reportgen.workspace import Workspace, read_file
from reportgen.writers import FORMATS, LAID_OUT, STYLED, written_bytes

if TYPE_CHECKING:
    from reportgen.checks import Edition
    from reportgen.checks.settled import Waivers
    from reportgen.passes.targets import IssuedNumbers
    from reportgen.writers.docx.reference.style_sheet import StyleSheet

load = load_report


def language(workspace: Workspace, tag: str, report: Report | None = None) -> Language:
    """A language of the workspace, with the names as of the date of a report, or of today.

    A `TranslationError` where there is none of that tag.
    """
    known = workspace.languages()
    if tag not in known:
        raise TranslationError(f"there is no language '{tag}'", hint=suggestion(tag, known))
    return languages.load(workspace, tag, day_of(report) if report else "")


def report_languages(workspace: Workspace, report: Report) -> tuple[str, ...]:
    """The languages of a report: its own first, then those that have a catalogue of it."""
    others = [tag for tag in workspace.languages() if tag != report.language]
    return (report.language, *(tag for tag in others if catalogue.catalogue_path(workspace, report.slug, tag)))


Keeper = Callable[[Workspace, Report, Language, Language], KeptPieces | None]
"""Where the pieces of a report in a language are kept; the last is the language of the original."""


def build(
    workspace: Workspace,
    report: Report,
    tag: str,
    keeper: Keeper = lambda *_: None,
    memory: ContentMemory | None = None,
) -> tree.Document:
    """The report in one language: numbered, every name and cross-reference resolved.

    Pieces that another language than the original cannot print are `broken` in its document; they stop nothing. What is
    kept of pieces is not printed again, and contents that `memory` has stay the same objects.
    """
    own, original = language(workspace, tag, report), language(workspace, report.language, report)
    pieces = keeper(workspace, report, own, original)
    if tag == report.language:
        return _finished(workspace, report, assemble(report, own, pieces=pieces), own, memory)
    translation = catalogue.load(workspace, report.slug, tag)
    broken: dict[str, ReportgenError] = {}
    while True:
        document = assemble(report, own, translation, original, broken, pieces)
        try:
            return _finished(workspace, report, document, own, memory)
        except ReportgenError as error:
            found = _broken_texts(error, translation)
            if not found or found.keys() <= broken.keys():
                raise
            broken |= found


def _finished(
    workspace: Workspace, report: Report, document: tree.Document, own: Language, memory: ContentMemory | None
) -> tree.Document:
    """The assembled document after all passes."""
    held = _held_to(workspace, report, document)
    parent = _parent(workspace, report, own)

    def finish() -> tree.Document:
        # References print numbers, and the contents print both; names depend on none of them and come first.
        numbered = number_blocks(settle_names(document, own, memory), own, held.steps, memory)
        return list_contents(resolve_references(numbered, own, memory, parent))

    done = memory.finished(document, (held.steps, parent), finish) if memory else finish()
    return replace(done, edition=held.edition)


def _parent(workspace: Workspace, report: Report, own: Language) -> IssuedNumbers | None:
    """The numbers of the document that the report is an addendum to."""
    if report.amends is None:
        return None
    from reportgen.pipeline.after_issue.parent import parent_numbers

    return parent_numbers(workspace, report, own.tag)


def _broken_texts(error: ReportgenError, translation: Translation) -> dict[str, ReportgenError]:
    """The errors that a pass found, by the ids of the texts they stand in; none where one stands in no text."""
    entries = [(each.position and translation.at(each.position), each) for each in all_errors(error)]
    found: dict[str, ReportgenError] = {}
    for entry, each in entries:
        if entry:
            found.setdefault(entry.id, each)
    return found if all(entry for entry, _ in entries) else {}


def build_all(workspace: Workspace, report: Report, tags: Sequence[str] = ()) -> dict[str, tree.Document]:
    """The report in several languages, by default in all that it is written in."""
    return {tag: build(workspace, report, tag) for tag in tags or report_languages(workspace, report)}


def style_sheet(path: Path, shown: str = "") -> StyleSheet:
    """The styles, page set-up, headers and footers of a Word file; `shown` is its name in messages."""
    from reportgen.word.package import LARGEST_FILE
    from reportgen.writers.docx.reference.style_sheet import read_style_sheet

    name = shown or str(path)
    return read_style_sheet(read_file(path, name, LARGEST_FILE), name)


def write(
    document: tree.Document,
    format_name: str,
    sheet: StyleSheet | None = None,
    memory: ContentMemory | None = None,
) -> bytes:
    """The document in a format, in the looks of a style sheet if there is one; `memory` has what was written before.

    A `UsageError` where there is no such format, or a style sheet for one that has no looks.
    """
    known = (*FORMATS, *LAID_OUT)
    if format_name not in known:
        raise UsageError(f"there is no format '{format_name}'", hint=suggestion(format_name, known))
    if sheet is not None and format_name not in STYLED:
        raise UsageError(f"the format '{format_name}' takes no looks from a file", hint=f"one of: {', '.join(STYLED)}")
    if format_name in LAID_OUT:
        from reportgen.pipeline.pdf import to_pdf

        return to_pdf(document, sheet)
    return written_bytes(document, format_name, sheet, memory)


def check(workspace: Workspace, report: Report, tags: Sequence[str] = ()) -> list[Finding]:
    """The findings of all rules about a report, by default in all its languages."""
    found = check_documents(workspace, report, build_all(workspace, report, tags))
    save_packs()
    return found


def check_documents(workspace: Workspace, report: Report, documents: Mapping[str, tree.Document]) -> list[Finding]:
    """The findings of all rules about documents of the report that are already built, by language."""
    from reportgen import checks

    return list(checks.check(checked_edition(workspace, report, documents)))


def waivers(workspace: Workspace, report: Report, tags: Sequence[str] = ()) -> Waivers:
    """What the waivers of a report silence, and which of them silence nothing any more; nothing without waivers."""
    from reportgen import checks
    from reportgen.checks.settled import Waivers

    if not report.waivers:
        return Waivers()
    return checks.waived(checked_edition(workspace, report, build_all(workspace, report, tags)))


def checked_edition(workspace: Workspace, report: Report, documents: Mapping[str, tree.Document]) -> Edition:
    """What the rules look at: documents of the report, by language, and what they are held against."""
    from reportgen import checks
    from reportgen.pipeline.after_issue.issued import issued_documents
    from reportgen.pipeline.after_issue.parent import parent_editions
    from reportgen.pipeline.translations import reviews
    from reportgen.pipeline.translators.recalled import recalled_texts

    others = [tag for tag in documents if tag != report.language]
    # Rules compare with the original even where only other languages are checked.
    original = documents.get(report.language) or build(workspace, report, report.language)
    return checks.Edition(
        report=report,
        original=original,
        documents=documents,
        translations={tag: catalogue.load(workspace, report.slug, tag) for tag in others},
        languages={tag: language(workspace, tag, report) for tag in dict.fromkeys((report.language, *documents))},
        audit=_audit(workspace, original, documents),
        reviews={tag: reviews(workspace, report, language(workspace, tag, report)) for tag in others},
        recalled=recalled_texts(workspace, report, documents),
        issued=issued_documents(workspace, report),
        parent=parent_editions(workspace, report),
    )


@record
class _Held:
    """What the ledger says of a document: the last steps of numbers that it decides, and the edition it is held to."""

    steps: Mapping[str, int | str] = field(default_factory=dict)
    edition: int = 0


def _held_to(workspace: Workspace, report: Report, document: tree.Document) -> _Held:
    """What the ledger says of a document; nothing without a ledger."""
    if workspace.find("inputs", report.slug, "numbering.yaml") is None:
        return _Held()
    from reportgen.ledger.bis_numbers import decided_steps
    from reportgen.ledger.write_file import load as load_ledger

    ledger = load_ledger(workspace, report.slug)
    edition = ledger.edition_of(document.symbol, document.language)
    return _Held(decided_steps(ledger, document), edition.number if edition else 0)


def _audit(workspace: Workspace, original: tree.Document, documents: Mapping[str, tree.Document]) -> Audit | None:
    """How the documents stand to the ledger; None without one."""
    if workspace.find("inputs", original.slug, "numbering.yaml") is None:
        return None
    from reportgen.ledger.audit import audit
    from reportgen.ledger.write_file import load as load_ledger

    return audit(load_ledger(workspace, original.slug), original, documents)
