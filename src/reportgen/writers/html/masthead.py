"""The masthead as HTML: the lines above the title, the title, and the notes to them."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.tree import nodes as tree
from reportgen.tree.editions import content_in, gone_notes, inserted_notes, whole_change
from reportgen.tree.inlines import Content, Deleted, Inserted
from reportgen.tree.masthead import LINE_IDS, further_titles
from reportgen.tree.symbols import older_symbol, symbol_content
from reportgen.tree.text import text_html
from reportgen.writers.html.inlines import both_html, content_html, edition_html
from reportgen.writers.html.notes import note_html


def masthead_html(document: tree.Document) -> Iterator[str]:
    """The lines of the masthead, in reading order; nothing where it is not printed."""
    head = document.masthead
    if not head.printed:
        return
    symbol = both_html(content_html(older_symbol(document)), content_html(symbol_content(document)))
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
    yield from _notes(document)


_BELOW = {
    "body": "body", "second_body": "body", "sub_body": "session", "session": "session", "second_session": "session",
    "committee": "session", "place_and_dates": "place", "agenda_item": "item", "second_agenda_item": "item",
    "agenda_title": "session",
}  # fmt: skip
"""The class of each line between the rule and the title."""


def _below_the_rule(head: tree.Masthead) -> Iterator[tuple[Content, str]]:
    """The lines between the rule and the title, each with its class."""
    yield from ((getattr(head, field), _BELOW[field]) for field in LINE_IDS if field in _BELOW)
    yield from ((title, "session") for _, title in further_titles(head))


def _line(line: Content) -> str:
    """A line of the masthead; one that a single edition has is marked as a whole."""
    kind = whole_change(line)
    return edition_html(kind, content_html(content_in(kind, line) if kind else line))


def _notes(document: tree.Document) -> Iterator[str]:
    come = inserted_notes(document)
    gone = [note for note in gone_notes(document) if note.asterisk]
    for note in document.masthead.notes:
        yield edition_html(Inserted if note.id in come else None, note_html(note))
    yield from (edition_html(Deleted, note_html(note)) for note in gone)
