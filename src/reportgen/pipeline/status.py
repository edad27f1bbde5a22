"""The status of a report in a language: its length, open translations, names that a reviser must confirm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportgen.catalogue import ReviewState
from reportgen.facts import NAME_KINDS
from reportgen.language import Language
from reportgen.language.lexicon import LexiconEntry
from reportgen.model.report import Report
from reportgen.pipeline.translations import count_reviews, reviews
from reportgen.record import record
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import PrintedFact
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
    printed_blocks = [block for block in all_blocks(document) if not isinstance(block, tree.Alternative)]
    contents = [*map(content_of, printed_blocks), *(note.content for note in document.notes)]
    text = "\n".join(plain_text(content) for content in contents)
    han = language.conventions.script == "han"
    # The word limit counts headings and footnotes as well; for Chinese, characters are counted.
    length = len(re.findall(r"[㐀-鿿]", text)) if han else len(text.split())
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


def files_left_out(workspace: Workspace, report: Report) -> Iterator[str]:
    """The files of sections/ and annexes/ that report.yaml does not name, as messages name them."""
    folder = workspace.find("inputs", report.slug)
    parts = [part for _, part in report.all_parts()] + ([report.summary] if report.summary else [])
    taken = {position.file for part in parts if (position := part.position())}
    for part_folder in [folder / "sections", folder / "annexes"] if folder else ():
        shown = (workspace.shown(part_folder / name) for name in workspace.names(part_folder, ".yaml"))
        yield from (name for name in shown if name not in taken)


def missing_in_masthead(report: Report, tags: Sequence[str]) -> Iterator[str]:
    """The parts of the masthead that an issued document needs and this report still lacks."""
    if report.masthead.date is None:
        yield "masthead date (the day the report is submitted)"
    for tag in tags:
        if tag not in report.masthead.job_numbers:
            yield f"job number ({tag})"
