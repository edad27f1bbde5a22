"""Review notes of a report: those that are open, and how they go out as comments of a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.catalogue.notes import ReviewNote, load_notes
from reportgen.finding import Finding
from reportgen.model.report import Report, wordings
from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.line import lines
from reportgen.tree.masthead import LINE_IDS
from reportgen.workspace import Workspace

CODE = "note"
"""What stands in the place of a code before an open note: it is no finding of a rule, and nothing to correct."""

_MASTHEAD = tuple(
    name for field, name in LINE_IDS.items() if field not in ("advance", "organ", "second_organ", "amendment")
)


def open_notes(workspace: Workspace, slug: str, tag: str) -> tuple[ReviewNote, ...]:
    """The notes of a report in a language that nobody has settled."""
    return tuple(each for each in load_notes(workspace, slug, tag) if not each.resolved)


def with_comments(workspace: Workspace, document: tree.Document) -> tree.Document:
    """The document with its open notes as comments; those of pieces that it lacks stand at the title, with their id."""
    known = {*_MASTHEAD, *(line.id for line in lines(document)), *(note.id for note in document.masthead.notes)}
    found = [_comment(each, known) for each in open_notes(workspace, document.slug, document.language)]
    return replace(document, comments=(*document.comments, *found))


def told_notes(workspace: Workspace, report: Report, tags: Sequence[str]) -> Iterator[Finding]:
    """The open notes of a report in some languages, as `check` prints what it finds."""
    known = {name for name, _, _ in wordings(report)}
    for tag in tags:
        for note in open_notes(workspace, report.slug, tag):
            said = " ".join(note.said.split())
            by = " by ".join(filter(None, ("a comment", note.author)))
            gone = "" if note.piece in known or note.piece in _MASTHEAD else "; the report has no such piece now"
            hint = f"answer it, and write 'resolved: true' where it is settled{gone}"
            message = f"{by}: {said}" + (f" (on “{note.quote}”)" if note.quote else "")
            yield Finding(CODE, "note", message, tag, note.piece, note.position, hint)


def _comment(note: ReviewNote, known: set[str]) -> tree.Comment:
    # Word wants an author.
    author = note.author or note.file or "reportgen"
    if note.piece in known:
        return tree.Comment(note.piece, note.said, author, note.date, note.quote)
    return tree.Comment("title", note.said_elsewhere, author, note.date)
