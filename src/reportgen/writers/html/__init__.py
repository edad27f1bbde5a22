"""HTML: one page that needs nothing beside it, with landmarks, anchors by id and the numbers as they are printed.

Accessible by the Web Content Accessibility Guidelines 2.1, level AA: headings in order, the language and direction of
the text, links from notes and back, heads of tables with their scope, pictures with their text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.tree import nodes as tree
from reportgen.tree.editions import content_in, inserted_notes, whole_change
from reportgen.tree.inlines import Content, Deleted, Inserted
from reportgen.tree.masthead import LINE_IDS, further_titles, joint_symbol
from reportgen.tree.printed import identity_of
from reportgen.tree.text import plain_text
from reportgen.writers.html.blocks import flow
from reportgen.writers.html.inlines import (
    both_html,
    content_html,
    edition_html,
    note_anchor,
    note_mark_anchor,
    text_html,
)
from reportgen.writers.html.look import PAGE_LOOK

_ANCHOR = re.compile(r' id="[^"]*"(?=[^<>]*>)')
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
"""Nothing is loaded and nothing runs, whatever stands in the text."""


def write(document: tree.Document) -> bytes:
    """The document as one HTML page in UTF-8."""
    return (_once("\n".join(_page(document))) + "\n").encode()


def _once(page: str) -> str:
    """The page with each anchor at its first place alone: a note may have several marks."""
    seen = set[str]()

    def first(found: re.Match[str]) -> str:
        if found[0] in seen:
            return ""
        seen.add(found[0])
        return found[0]

    return _ANCHOR.sub(first, page)


def _page(document: tree.Document) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{text_html(document.looks.locale)}" dir="{document.direction}">'
    yield from _head(document)
    yield "<body>"
    if document.masthead.printed:
        yield from _masthead(document)
    yield "<main>"
    yield from flow(document.blocks)
    yield from _notes(document)
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _head(document: tree.Document) -> Iterator[str]:
    said = identity_of(document)
    title = plain_text(document.masthead.title)
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{text_html(_POLICY)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    for name in ("symbol", "edition", "language", "digest"):
        yield f'<meta name="reportgen-{name}" content="{text_html(str(getattr(said, name)))}">'
    yield f"<title>{text_html(': '.join(filter(None, (document.symbol, title))))}</title>"
    yield f"<style>{PAGE_LOOK}</style>"
    yield "</head>"


def _masthead(document: tree.Document) -> Iterator[str]:
    head = document.masthead
    before = document.changes.symbol if document.changes else document.symbol
    yield "<header>"
    symbols = (text_html(joint_symbol(each, head.second_symbol)) for each in (before, document.symbol))
    symbol = both_html(*symbols)
    yield f'<div class="top"><p>{text_html(head.united_nations)}</p><p class="symbol">{symbol}</p></div>'
    yield '<div class="organ">'
    yield "".join(f'<p class="name">{_line(line)}</p>' for line in (head.organ, head.second_organ) if line)
    yield f'<p class="advance">{_line(head.advance)}</p>' if head.advance else ""
    direction = (
        "" if head.information_language == document.language else f' lang="{head.information_language}" dir="ltr"'
    )
    yield f'<div class="information"{direction}>'
    yield from (f"<p>{_line(line)}</p>" for line in head.information if line)
    yield "</div></div>"
    for line, name in _below_the_rule(head):
        if line:
            yield f'<p class="{name}">{_line(line)}</p>'
    yield f"<h1>{_line(head.title)}</h1>"
    yield from (f'<p class="author">{_line(line)}</p>' for line in (head.author, head.amendment) if line)
    yield from _masthead_notes(document)
    yield "</header>"


_BELOW = {
    "body": "body", "second_body": "body", "sub_body": "session", "session": "session", "second_session": "session",
    "committee": "session", "place_and_dates": "place", "agenda_item": "item", "second_agenda_item": "item",
    "agenda_title": "session",
}  # fmt: skip


def _below_the_rule(head: tree.Masthead) -> Iterator[tuple[Content, str]]:
    """The lines between the rule and the title, each with its class."""
    yield from ((getattr(head, field), _BELOW[field]) for field in LINE_IDS if field in _BELOW)
    yield from ((title, "session") for _, title in further_titles(head))


def _line(line: Content) -> str:
    """A line of the masthead; one that a single edition has is edition_html as a whole."""
    kind = whole_change(line)
    return edition_html(kind, content_html(content_in(kind, line) if kind else line))


def _masthead_notes(document: tree.Document) -> Iterator[str]:
    come = inserted_notes(document)
    gone = [note for note in _gone(document) if note.asterisk]
    for note in document.masthead.notes:
        yield edition_html(Inserted if note.id in come else None, _note(note))
    yield from (edition_html(Deleted, _note(note)) for note in gone)


def _notes(document: tree.Document) -> Iterator[str]:
    """The footnotes, at the end of the page, each with a link back to its first mark."""
    come = inserted_notes(document)
    texts = [edition_html(Inserted if note.id in come else None, _note(note)) for note in document.notes]
    texts += [edition_html(Deleted, _note(note)) for note in _gone(document) if not note.asterisk]
    if texts:
        yield '<section class="notes" role="doc-endnotes">'
        yield from texts
        yield "</section>"


def _gone(document: tree.Document) -> tuple[tree.Note, ...]:
    return document.changes.notes if document.changes else ()


def _note(note: tree.Note) -> str:
    number = note.number
    label = both_html(text_html((number.was or number).label), text_html(number.label)) if number else text_html("*")
    back = f'<a href="#{note_mark_anchor(note.id)}" role="doc-backlink" aria-label="{_name(number)}">↩</a>'
    return f'<p id="{note_anchor(note.id)}"><sup>{label}</sup> {content_html(note.content)} {back}</p>'


def _name(number: tree.Number | None) -> str:
    """What a reader of screens says of the link back from a note."""
    return text_html(f"↩ {number.label if number else '*'}")
