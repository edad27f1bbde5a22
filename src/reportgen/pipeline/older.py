"""An older edition to compare a document with: a Word or Markdown file that was sent, or what a freeze kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from reportgen.comparison.older import OlderEdition, OlderPiece
from reportgen.readers import ReadDocument, ReadLine
from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content, Inline, NoteMark, NumberReference
from reportgen.tree.line import begins_text
from reportgen.tree.printed import MASTHEAD, PrintedPiece, masthead_pieces
from reportgen.tree.seen import seen
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, all_inlines, map_leaves

_ITEM_LEVEL = re.compile(r"list bullet ([2-9])", re.IGNORECASE)
_INSIDE: dict[str, Literal["summary", "box"]] = {"summary text": "summary", "box text": "box"}


def of_file(read: ReadDocument, newer: tree.Document, sent: Sequence[PrintedPiece] = ()) -> OlderEdition:
    """The edition of a file; what it does not say of its masthead is that of the newer edition.

    `sent` are the pieces that the file was printed from, where they are known: a reader of it sees no references.
    """
    lines = _masthead(read, newer)
    symbol = plain_text(lines.get(f"{MASTHEAD}/symbol", ())) or (
        read.identity.symbol if read.identity else newer.symbol
    )
    named = {note.note_id for note in read.notes} | {
        each.line.id for each in read.blocks if each.line.kind == "letter-note"
    }
    lines = {name: _named(content, named) for name, content in lines.items()}
    pieces = [*(_piece(line, named) for line in _text(read)), *(_note(note, named) for note in read.notes)]
    known = {piece.id for piece in pieces} | {block.id for block in all_blocks(newer)}
    printed = {each.id: each.content for each in sent if _targets(each.content) <= known}
    return OlderEdition(symbol, tuple(_as_printed(piece, printed) for piece in pieces), lines, sure=False)


def _targets(content: Content) -> set[str]:
    """The blocks whose numbers stand in some inlines."""
    return {inline.target for inline in all_inlines(content) if isinstance(inline, NumberReference)}


def _as_printed(piece: OlderPiece, printed: Mapping[str, Content]) -> OlderPiece:
    """The piece with the inlines that it was printed from, where these look as the file does."""
    content = printed.get(piece.id, ())
    return replace(piece, content=content) if seen(content) == piece.content else piece


def _masthead(read: ReadDocument, newer: tree.Document) -> dict[str, Content]:
    """The lines of the masthead by name; without names those of the newer edition in its order, where they are as many.

    Nothing is known of a masthead of another length: the lines of other houses are not ours.
    """
    if any(line.id for line in read.masthead):
        return {line.id: line.content for line in read.masthead if line.id}
    names = [piece.id for piece in masthead_pieces(newer)]
    lines = [line.content for line in read.masthead]
    return dict(zip(names, lines, strict=True)) if len(names) == len(lines) else {}


def _text(read: ReadDocument) -> Iterator[ReadLine]:
    """The lines below the masthead."""
    has_begun = False
    for line in read.blocks:
        has_begun = has_begun or begins_text(line.line)
        if has_begun:
            yield line


def _piece(read: ReadLine, notes: Collection[str]) -> OlderPiece:
    line, style = read.line, read.style.casefold()
    level = _ITEM_LEVEL.fullmatch(style)
    inside: Literal["", "text", "summary", "box"] = _INSIDE.get(style, "text" if style else "")
    content = _named(read.content, notes)
    return OlderPiece(
        line.id, line.kind, line.path, line.label, content, int(level[1]) if level else 0, read.cell, inside
    )


def _note(read: ReadLine, notes: Collection[str]) -> OlderPiece:
    line = read.line
    name = read.note_id or _key(read.key)
    return OlderPiece(name, line.kind, line.path, line.label, _named(read.content, notes))


def _named(content: Content, notes: Collection[str]) -> Content:
    """The inlines, marks without the id of a note by the key that the file gives it."""

    def named(inline: Inline) -> Inline:
        if isinstance(inline, NoteMark) and inline.note not in notes:
            return replace(inline, note=_key(inline.note))
        return inline

    return map_leaves(content, named)


def _key(key: str) -> str:
    """An id that no author can give."""
    return f"_note {key}"
