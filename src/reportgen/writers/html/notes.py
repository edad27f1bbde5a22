"""Footnotes as HTML: at the end of the page, each with a link back to its first mark."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.tree import nodes as tree
from reportgen.tree.editions import gone_notes, inserted_notes
from reportgen.tree.inlines import Deleted, Inserted
from reportgen.tree.text import text_html
from reportgen.writers.html.inlines import both_html, content_html, edition_html, note_anchor, note_mark_anchor

NOTES_BEGIN = '<section class="notes" role="doc-endnotes">'
NOTES_END = "</section>"


def notes_by_anchor(document: tree.Document) -> Iterator[tuple[str, str]]:
    """The footnotes with their anchors; one that the older edition alone has, which keeps none, has an empty one."""
    come = inserted_notes(document)
    for note in document.notes:
        yield note_anchor(note.id), edition_html(Inserted if note.id in come else None, note_html(note))
    for note in gone_notes(document):
        if not note.asterisk:
            yield "", edition_html(Deleted, note_html(note))


def note_html(note: tree.Note) -> str:
    """A footnote with its number or asterisk, and the link back."""
    number = note.number
    label = both_html(text_html((number.was or number).label), text_html(number.label)) if number else text_html("*")
    back = f'<a href="#{note_mark_anchor(note.id)}" role="doc-backlink" aria-label="{_name(number)}">↩</a>'
    return f'<p id="{note_anchor(note.id)}"><sup>{label}</sup> {content_html(note.content)} {back}</p>'


def _name(number: tree.Number | None) -> str:
    """What a reader of screens says of the link back from a note."""
    return text_html(f"↩ {number.label if number else '*'}")
