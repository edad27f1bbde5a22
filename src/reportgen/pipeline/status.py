"""How far a report is in a language: length, what is open, which names a reviser must confirm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen import catalogue
from reportgen.facts import NAME_KINDS
from reportgen.language import Language
from reportgen.language.lexicon import Entry
from reportgen.model.report import Report, wordings
from reportgen.tree.inlines import PrintedFact
from reportgen.tree.nodes import Alternative, Document
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, all_inlines, content_of
from reportgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LanguageStatus:
    """Words (Chinese: characters) with headings and footnotes, untranslated pieces, unconfirmed printed names."""

    length: int
    unit: str
    open: int
    unsure: tuple[Entry, ...]


def language_status(workspace: Workspace, report: Report, document: Document, language: Language) -> LanguageStatus:
    """The status of one language."""
    printed_blocks = [block for block in all_blocks(document) if not isinstance(block, Alternative)]
    contents = [*map(content_of, printed_blocks), *(note.content for note in document.notes)]
    text = "\n".join(plain_text(content) for content in contents)
    han = language.conventions.script == "han"
    length = len(re.findall(r"[㐀-鿿]", text)) if han else len(text.split())
    open_ = 0
    if document.language != report.language:
        entries = catalogue.load(workspace, report.slug, document.language).entries
        open_ = sum(1 for name, _, _ in wordings(report) if name not in entries or not entries[name].text)
    printed = {
        (each.kind, each.value)
        for content in contents
        for each in all_inlines(content)
        if isinstance(each, PrintedFact) and each.kind in NAME_KINDS
    }
    entries_printed = [language.name(kind, name) for kind, name in sorted(printed)]
    unsure = tuple(entry for entry in entries_printed if not entry.sure)
    return LanguageStatus(length, "characters" if han else "words", open_, unsure)


def missing_in_masthead(report: Report, tags: Sequence[str]) -> Iterator[str]:
    """What the masthead of an issued document has and this report has not yet."""
    if report.masthead.date is None:
        yield "masthead date (the day the report is submitted)"
    for tag in tags:
        if tag not in report.masthead.job_numbers:
            yield f"job number ({tag})"
