"""HTML: one page that needs nothing beside it, with landmarks, anchors by id and the numbers as they are printed.

Accessible by the Web Content Accessibility Guidelines 2.1, level AA: headings in order, the language and direction of
the text, links from notes and back, heads of tables with their scope, pictures with their text. A page has one language
(`write`) or several side by side (`write_side_by_side`).
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.tree import nodes as tree
from reportgen.writers.html.blocks import flow
from reportgen.writers.html.look import PAGE_LOOK
from reportgen.writers.html.masthead import masthead_html
from reportgen.writers.html.notes import NOTES_BEGIN, NOTES_END, notes_by_anchor
from reportgen.writers.html.page import page_html, with_original_language


def write(document: tree.Document) -> bytes:
    """The document as one HTML page in UTF-8."""
    return page_html([document], PAGE_LOOK, [with_original_language("\n".join(_body(document)), document)])


def _body(document: tree.Document) -> Iterator[str]:
    if document.masthead.printed:
        yield '<header class="masthead">'
        yield from masthead_html(document)
        yield "</header>"
    yield "<main>"
    yield from (text for _, text in flow(document.blocks))
    notes = [text for _, text in notes_by_anchor(document)]
    if notes:
        yield from (NOTES_BEGIN, *notes, NOTES_END)
    yield "</main>"
