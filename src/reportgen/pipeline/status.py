"""The status of a report in a language: its length, open translations, names that a reviser must confirm."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reportgen.catalogue import ReviewState
from reportgen.catalogue.state_file import load_states
from reportgen.facts import NAME_KINDS
from reportgen.finding import Finding
from reportgen.language import Language
from reportgen.language.lexicon_entry import LexiconEntry
from reportgen.ledger.model import LedgerEdition
from reportgen.model.report import Report
from reportgen.pipeline.translations import count_reviews, reviews
from reportgen.record import record, replace
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content, PrintedFact
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, all_inlines, content_of
from reportgen.workspace import Workspace


@record
class LanguageStatus:
    """Words (Chinese: characters) with headings and footnotes, pieces by state of review, unconfirmed printed names.

    The original has no pieces that could be open.
    """

    length: int
    unit: str
    pieces: Mapping[ReviewState, int]
    unsure: tuple[LexiconEntry, ...]


def language_status(
    workspace: Workspace, report: Report, document: tree.Document, language: Language
) -> LanguageStatus:
    """The status of one language."""
    contents = _counted(document)
    han = language.conventions.script == "han"
    # The word limit counts headings and footnotes as well; for Chinese, characters are counted.
    length = count_words(document, han)
    is_original = document.language == report.language
    pieces = {} if is_original else count_reviews(reviews(workspace, report, language))
    printed = {
        (each.kind, each.value)
        for content in contents
        for each in all_inlines(content)
        if isinstance(each, PrintedFact) and each.kind in NAME_KINDS
    }
    entries_printed = [language.name(kind, name) for kind, name in sorted(printed)]
    # Only names that this report prints: the lexicon has many more to confirm.
    unsure = tuple(entry for entry in entries_printed if not entry.sure)
    return LanguageStatus(length, "characters" if han else "words", pieces, unsure)


def open_points(
    workspace: Workspace, report: Report, documents: Mapping[str, tree.Document], tags: Sequence[str] = ()
) -> list[Finding]:
    """What stands between a report and its issue, as `build --final` asks for it, each point with a hint.

    `tags` are the languages of the issue, by default those of the documents; only waivers need the documents of all.
    """
    from reportgen.checks import submission, waived
    from reportgen.checks.settled import Waivers
    from reportgen.pipeline.build import build, checked_edition

    original = documents.get(report.language) or build(workspace, report, report.language)
    waivers = waived(checked_edition(workspace, report, documents)) if report.waivers else Waivers()
    words, left_out = count_words(original, is_han=False), tuple(files_left_out(workspace, report))
    asked = submission.Submission(report, tuple(tags or documents), words, left_out, waivers)
    hint = "reportgen explain {} says why, and what to do"
    return [replace(each, hint=hint.format(each.code)) for each in submission.points_before_issue(asked)]


def count_words(document: tree.Document, is_han: bool) -> int:
    """The words of a document by the rule of the United Nations, Chinese in characters: headings and notes count."""
    text = "\n".join(plain_text(content) for content in _counted(document))
    return len(re.findall(r"[㐀-鿿]", text)) if is_han else len(text.split())


def words_by_section(document: tree.Document, is_han: bool) -> list[tuple[str, int]]:
    """The words under each heading of the first level, and before it, with the heading; notes are not counted."""
    found: list[tuple[str, list[str]]] = [("", [])]
    for block in all_blocks(document):
        if isinstance(block, tree.Annex) or (isinstance(block, tree.Heading) and block.level == 1):
            label = block.number.label if block.number else ""
            found.append((" ".join(filter(None, [label, plain_text(block.content)])), []))
        if not isinstance(block, tree.Alternative):
            found[-1][1].append(plain_text(content_of(block)))
    counted = ((name, "\n".join(texts)) for name, texts in found)
    return [
        (name, len(re.findall(r"[㐀-鿿]", text)) if is_han else len(text.split())) for name, text in counted if text
    ]


def _counted(document: tree.Document) -> list[Content]:
    blocks = [content_of(block) for block in all_blocks(document) if not isinstance(block, tree.Alternative)]
    return [*blocks, *(note.content for note in document.notes)]


def files_left_out(workspace: Workspace, report: Report) -> Iterator[str]:
    """The files of sections/ and annexes/ that report.yaml does not name, as messages name them."""
    folder = workspace.find("inputs", report.slug)
    parts = [part for _, part in report.all_parts()] + ([report.summary] if report.summary else [])
    taken = {position.file for part in parts if (position := part.position())}
    for part_folder in [folder / "sections", folder / "annexes"] if folder else ():
        shown = (workspace.shown(part_folder / name) for name in workspace.names(part_folder, ".yaml"))
        yield from (name for name in shown if name not in taken)


def told_log(workspace: Workspace, report: Report, tags: Sequence[str]) -> Iterator[str]:
    """What happened to a report, a line each: freezes, accepted changes, edition and reviews of each language."""
    if workspace.find("inputs", report.slug, "numbering.yaml"):
        from reportgen.ledger.write_file import load as load_ledger

        editions = load_ledger(workspace, report.slug).editions
        for edition in editions:
            states = ", ".join(f"{tag} {state}" for tag, state in edition.states.items())
            yield f"edition {edition.number} of {edition.symbol}: {states}"
            for each in edition.changes:
                languages = f" ({', '.join(each.languages)})" if each.languages else ""
                yield f"  accepted: {each.id} {each.change}{languages}: {each.why}"
        yield from (_edition_of(tag, editions) for tag in tags)
    for tag in tags:
        recorded = load_states(workspace, report.slug, tag) if tag != report.language else {}
        reviewed = Counter((each.by, each.on) for each in recorded.values() if each.by)
        for (by, on), count in reviewed.items():
            yield f"{tag}: {by} reviewed {count} pieces{f' on {on}' if on else ''}"


def _edition_of(tag: str, editions: Sequence[LedgerEdition]) -> str:
    """At which edition a language stands: the last one in which it was frozen or issued."""
    held = [edition for edition in editions if tag in edition.held()]
    if not held:
        return f"{tag} stands at no edition"
    newer = f", {editions[-1].number} is the last one" if held[-1] is not editions[-1] else ""
    return f"{tag} stands at edition {held[-1].number}, {held[-1].states[tag]}{newer}"
