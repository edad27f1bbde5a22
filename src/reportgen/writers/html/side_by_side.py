"""Two or more languages of a report on one HTML page, each block beside its counterparts.

Every column has the text of the page of its language. A row has the anchor that the block has on such a page; in a
column it is that with the tag of the language before it, en:conclusions, and its links stay in the column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.record import record
from reportgen.tree import nodes as tree
from reportgen.tree.text import text_html
from reportgen.writers.html.blocks import flow
from reportgen.writers.html.look import PAGE_LOOK, look_of_columns
from reportgen.writers.html.masthead import masthead_html
from reportgen.writers.html.notes import NOTES_BEGIN, NOTES_END, notes_by_anchor
from reportgen.writers.html.page import page_html, with_original_language

_OWN_ANCHOR = re.compile(r' (id="|href="#|aria-labelledby=")')

_Piece = tuple[str, str]
"""The anchor of a block and its HTML."""


@record
class PageColumn:
    """A document, and what its language calls itself."""

    document: tree.Document
    name: str


def write_side_by_side(columns: Sequence[PageColumn]) -> bytes:
    """The documents as one HTML page in UTF-8, a column each, in this order; they are one report's."""
    look = PAGE_LOOK + look_of_columns(len(columns))
    return page_html([each.document for each in columns], look, _body(columns))


def _body(columns: Sequence[PageColumn]) -> Iterator[str]:
    names = [f'<p id="column-{text_html(each.document.language)}">{text_html(each.name)}</p>' for each in columns]
    yield '<header class="row names">'
    yield from (f"<div{_language(each.document)}>{name}</div>" for each, name in zip(columns, names, strict=True))
    yield "</header>"
    yield "<main>"
    mastheads = ["\n".join(masthead_html(each.document)) for each in columns]
    if any(mastheads):
        yield from _row(columns, "", mastheads, "row masthead")
    yield from _rows(columns, [list(flow(each.document.blocks)) for each in columns])
    notes = [list(notes_by_anchor(each.document)) for each in columns]
    if any(notes):
        yield from (NOTES_BEGIN, *_rows(columns, notes), NOTES_END)
    yield "</main>"


def _rows(columns: Sequence[PageColumn], pieces: Sequence[Sequence[_Piece]]) -> Iterator[str]:
    """The rows of the page: each column has its pieces in its own order."""
    for anchor, texts in aligned_pieces(pieces):
        yield from _row(columns, anchor, texts, "row")


def _row(columns: Sequence[PageColumn], anchor: str, texts: Sequence[str], name: str) -> Iterator[str]:
    own = f' id="{anchor}"' if anchor else ""
    yield f'<div class="{name}"{own}>'
    yield from (_cell(column, text) for column, text in zip(columns, texts, strict=True))
    yield "</div>"


def _cell(column: PageColumn, text: str) -> str:
    """What a language has beside the others; an empty cell where it has nothing."""
    document = column.document
    name = "cell" if text else "cell lacking"
    shown = with_original_language(_in_column(text, document.language), document)
    return f'<div class="{name}"{_language(document)} data-name="{text_html(column.name)}">{shown}</div>'


def _language(document: tree.Document) -> str:
    return f' lang="{text_html(document.looks.locale)}" dir="{document.direction}"'


def _in_column(text: str, tag: str) -> str:
    """The HTML with its anchors, links and names of parts as those of a column, which no other column has."""

    def own(found: re.Match[str]) -> str:
        # Parts may have one name in two languages, and have to be told apart: the column's name stands before it.
        column = f"column-{tag} " if found[1].startswith("aria") else ""
        return f" {found[1]}{column}{tag}:"

    return _OWN_ANCHOR.sub(own, text)


def aligned_pieces(columns: Sequence[Sequence[_Piece]]) -> list[tuple[str, list[str]]]:
    """Rows of an anchor and the HTML of each column, empty where one has nothing; columns keep their order."""
    anchors = [[anchor for anchor, _ in pieces] for pieces in columns]
    rows: list[tuple[str, list[str]]] = []
    for at, pieces in enumerate(columns):
        rows = list(_with_column(rows, pieces, anchors[at], at, len(columns)))
    return rows


def _with_column(
    rows: Sequence[tuple[str, list[str]]], pieces: Sequence[_Piece], anchors: Sequence[str], at: int, count: int
) -> Iterable[tuple[str, list[str]]]:
    """The rows with one more column: what it alone has gets rows of its own, where it stands."""
    matcher = SequenceMatcher(None, [anchor for anchor, _ in rows], anchors, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            for (anchor, texts), (_, text) in zip(rows[first:last], pieces[start:end], strict=True):
                texts[at] = text
                yield anchor, texts
            continue
        yield from rows[first:last]
        for anchor, text in pieces[start:end]:
            yield anchor, [text if column == at else "" for column in range(count)]
