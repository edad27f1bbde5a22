"""A document with its changes since an older edition: what a freeze kept, or a Word or Markdown file that was sent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from reportgen.comparison.merged_documents import merged
from reportgen.comparison.older import OlderEdition, of_printed
from reportgen.comparison.rebuilt import rebuilt
from reportgen.errors import UsageError
from reportgen.ledger.kept import load_kept
from reportgen.ledger.model import Accepted, Ledger
from reportgen.model.report import Report
from reportgen.passes.contents import list_contents
from reportgen.pipeline.numbers import Built, read_returned
from reportgen.pipeline.older import of_file
from reportgen.pipeline.sent import find_sent
from reportgen.readers import ReadDocument
from reportgen.record import record, replace
from reportgen.tree import nodes as tree
from reportgen.tree.citation import listed
from reportgen.tree.editions import each_block
from reportgen.workspace import Workspace

AUTHOR = "reportgen"
DATE = "1980-01-01T00:00:00Z"
"""The date of changes in a report without one: fixed, as all that is written, and that of the parts of a Word file."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?")


@record
class OlderSource:
    """Where an older edition is taken from: the number of a freeze, or a file that was read."""

    edition: int = 0
    file: ReadDocument | None = None

    def languages(self, tags: Sequence[str], is_said: bool) -> tuple[str, ...]:
        """The languages of some that can be compared: of a file its own; a `UsageError` where that is none of them."""
        if self.file is None:
            return tuple(tags)
        own = self.file.identity.language if self.file.identity else ""
        if len(tags) == 1 or (own in tags and not is_said):
            found = tags[0] if len(tags) == 1 else own
            if own and found != own:
                raise UsageError(f"{self.file.file} is in {own}, not in {found}", hint=f"compare it with -l {own}")
            return (found,)
        raise UsageError(f"{self.file.file} is in one language", hint="name it with -l")


def older_source(workspace: Workspace, since: str) -> OlderSource:
    """What --changes-since names: a number is that of a freeze, all else a file; an `InputError` where it is not."""
    if since.isdecimal():
        return OlderSource(edition=int(since))
    return OlderSource(file=read_returned(workspace, Path(since)))


def signed(report: Report, author: str, date: str) -> tuple[str, str]:
    """The author and the date of changes: those given, else reportgen and the date in the masthead."""
    if date and not _moment(date):
        raise UsageError(f"'{date}' is no date", hint="write it as 2026-01-31 or 2026-01-31T09:00:00Z")
    written = report.masthead.date.date if report.masthead.date else ""
    return author or AUTHOR, _moment(date) or _moment(written) or DATE


def reason_said(change: Accepted) -> str:
    """The reason of a change as a comment says it, with the corrigendum that has it."""
    return f"{change.why} ({change.corrigendum})" if change.corrigendum else change.why


def _moment(date: str) -> str:
    """A date, alone or with a time of day, as Word files have it; empty where it is none."""
    if not _DATE.fullmatch(date):
        return ""
    with suppress(ValueError):
        return f"{datetime.fromisoformat(date):%Y-%m-%dT%H:%M:%SZ}"
    return ""


def with_changes(built: Built, tag: str, source: OlderSource, author: str, date: str) -> tree.Document:
    """A report in a language with all that the older edition has beside it.

    Comments say the reasons of the changes that were accepted.
    """
    document = built[tag]
    changes = tuple(_accepted(built.ledger(), document, source))
    older = _kept(built, document, source.edition) if source.file is None else _of_file(built, document, source.file)
    before = list_contents(rebuilt(older, document))
    moved = {change.id for change in changes if change.change == "moved"}
    both = merged(before, document, author, date, sure=older.sure, moved=moved)
    return replace(both, comments=(*both.comments, *_reasons(changes, both)))


def _of_file(built: Built, document: tree.Document, file: ReadDocument) -> OlderEdition:
    was = find_sent(built, file, document.language)
    return of_file(file, document, was.document.pieces if was else ())


def _kept(built: Built, document: tree.Document, number: int) -> OlderEdition:
    """The edition that a freeze kept; a `UsageError` where none did."""
    kept = load_kept(built.workspace, document.slug, number)
    sent = kept.document(document.language) if kept else None
    if sent:
        return of_printed(sent.pieces)
    known = [str(edition.number) for edition in built.ledger().editions]
    if str(number) in known:
        message = f"edition {number} of '{document.slug}' keeps no text in {document.language}"
        raise UsageError(message, hint="give the file that was sent out: --changes-since FILE")
    hint = f"its editions: {listed(known)}" if known else "reportgen numbers freeze makes one; or give a file"
    raise UsageError(f"'{document.slug}' has no edition {number}", hint=hint)


def _accepted(ledger: Ledger, document: tree.Document, source: OlderSource) -> Iterator[Accepted]:
    """The changes accepted since the older edition that concern a language."""
    identity = source.file.identity if source.file else None
    current = ledger.current(document.symbol)
    first = source.edition or (identity.edition if identity else 0) or (current.number if current else 0)
    for edition in ledger.editions:
        if edition.number >= first:
            yield from (each for each in edition.changes if not each.languages or document.language in each.languages)


def _reasons(changes: Sequence[Accepted], document: tree.Document) -> Iterator[tree.Comment]:
    """A comment on each block that was changed, with the reason and the corrigendum that says so."""
    assert document.changes is not None
    notes = (*document.masthead.notes, *document.notes, *document.changes.notes)
    known = {block.id for _, block in each_block(document)} | {note.id for note in notes}
    for change in changes:
        if change.id in known:
            yield tree.Comment(change.id, reason_said(change), document.changes.author, document.changes.date)
